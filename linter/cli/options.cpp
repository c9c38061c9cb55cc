// CLI11 splits the arguments of one command; what it complains about is said in our words, with the
// nearest name that exists.
#include "linter/cli/options.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "linter/base/suggest.h"
#include "linter/cli/help.h"
#include "linter/cli/version.h"

namespace kaflint::cli {
namespace {

using Names = std::vector<std::string_view>;

struct CommandName {
  std::string_view name;
  Command command;
};
constexpr std::array kCommands = {
    CommandName{"check", Command::check},     CommandName{"effective", Command::effective},
    CommandName{"upgrade", Command::upgrade}, CommandName{"units", Command::units},
    CommandName{"explain", Command::explain}, CommandName{"rules", Command::rules},
    CommandName{"policy", Command::policy},   CommandName{"init", Command::init},
    CommandName{"schema", Command::schema},   CommandName{"lsp", Command::lsp}};

constexpr std::array<std::string_view, 15> kTakeValue = {
    "--kafka-version", "--from",    "--to",      "--role",     "--format",
    "--output",        "--fail-on", "--jobs",    "--exclude",  "--stdin-filename",
    "--color",         "-j",        "--profile", "--baseline", "--policy"};

constexpr unsigned kMostJobs = 256;

/// What CLI11 gives: texts that are not understood yet.
struct Raw {
  std::string version, from, to = "latest", role, format = "text", fail_on = "error",
                             colour = "auto", jobs;
  std::vector<std::string> profiles;
  bool no_ignore = false;
  bool fix = false, unsafe_fixes = false;
  bool version_given = false, from_given = false, role_given = false;
};

Stop mistake(std::string_view message) { return {2, error_line(message)}; }

std::optional<Command> find_command(std::string_view name) {
  for (const CommandName& known : kCommands)
    if (known.name == name) return known.command;
  return std::nullopt;
}

/// Takes the command out of the arguments: the first one that is neither an option nor its value.
Command take_command(std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") break;
    if (argument.starts_with('-') && argument != "-") {
      if (std::ranges::find(kTakeValue, argument) != kTakeValue.end()) ++i;
      continue;
    }
    const std::optional<Command> command = find_command(argument);
    if (!command) break;
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i));
    return *command;
  }
  return Command::check;
}

bool finds(Command command) { return command == Command::check || command == Command::upgrade; }

bool reads_files(Command command) {
  return finds(command) || command == Command::effective || command == Command::units;
}

void add_text(CLI::App& app, const std::string& names, std::string& target) {
  app.add_option(names, target)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_options(CLI::App& app, Options& options, Raw& raw) {
  const Command command = options.command;
  app.allow_extras();
  app.set_help_flag();
  if (command == Command::explain) app.add_option("topic", options.topic);
  if (command == Command::policy) app.add_option("paths", options.paths);
  if (command == Command::schema) app.add_option("topic", options.topic);
  if (command == Command::upgrade) {
    add_text(app, "--from", raw.from);
    add_text(app, "--to", raw.to);
  } else if (reads_files(command) || command == Command::lsp) {
    add_text(app, "--kafka-version", raw.version);
  }
  if (reads_files(command) || command == Command::lsp) add_text(app, "--role", raw.role);
  if (command == Command::explain) {
    add_text(app, "--kafka-version", raw.version);
    add_text(app, "--color", raw.colour);
  }
  if (command == Command::init) app.add_option("paths", options.paths);
  if (command == Command::init || command == Command::schema || command == Command::policy) return;
  if (command != Command::lsp) add_text(app, "--format", raw.format);
  if (command == Command::check || command == Command::explain || command == Command::rules)
    app.add_option("--policy", options.policies)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  if (!reads_files(command)) return;
  app.add_option("paths", options.paths);
  add_text(app, "--output", options.output);
  add_text(app, "--jobs,-j", raw.jobs);
  add_text(app, "--color", raw.colour);
  add_text(app, "--stdin-filename", options.stdin_filename);
  app.add_option("--exclude", options.excludes)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_flag("--no-ignore", raw.no_ignore);
  app.add_flag("-v,--verbose", options.verbose);
  app.add_flag("-q,--quiet", options.quiet);
  if (finds(command)) add_text(app, "--fail-on", raw.fail_on);
  if (command != Command::check) return;
  app.add_option("--profile", raw.profiles)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_flag("--fix", raw.fix);
  app.add_flag("--unsafe-fixes", raw.unsafe_fixes);
  app.add_flag("--diff", options.diff);
  add_text(app, "--baseline", options.baseline);
  app.add_flag("--write-baseline", options.write_baseline);
}

/// The one place that catches CLI11's exceptions.
std::optional<Stop> run_parser(CLI::App& app, std::vector<std::string> arguments) {
  std::ranges::reverse(arguments);  // CLI11 takes them from the back
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    return mistake(fmt::format("`{}` needs a value", what.substr(0, what.find_first_of(": "))));
  } catch (const CLI::Error& error) {
    return mistake(error.what());
  }
  return std::nullopt;
}

std::optional<Stop> refuse_extras(const CLI::App& app, Command command) {
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;
    if (!extra.starts_with('-')) return mistake(fmt::format("unexpected argument `{}`", extra));
    const std::string name = extra.substr(0, extra.find('='));
    std::vector<std::string> known = {"--help"};
    for (const CLI::Option* option : app.get_options())
      for (const std::string& long_name : option->get_lnames()) known.push_back("--" + long_name);
    const Names names(known.begin(), known.end());
    std::string_view of;
    for (const CommandName& each : kCommands)
      if (each.command == command) of = each.name;
    return mistake(fmt::format("unknown option `{}`{} (`kaflint {} --help` lists the options)",
                               name, did_you_mean(nearest(name, names)), of));
  }
  return std::nullopt;
}

std::string listed(const Names& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

/// The index of `text` among `names`.
std::expected<std::size_t, Stop> choose(std::string_view option, std::string_view text,
                                        const Names& names) {
  const auto found = std::ranges::find(names, text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  return std::unexpected(mistake(fmt::format("{} `{}` is not known: write {}{}", option, text,
                                             listed(names), did_you_mean(nearest(text, names)))));
}

/// The newest release that the text names.
std::expected<kafka::Version, Stop> read_release(std::string_view option, std::string_view text) {
  const auto versions = kafka::parse_version_request(text);
  if (versions) return versions->releases().back();
  return std::unexpected(mistake(fmt::format("{}: {}", option, versions.error())));
}

std::optional<Stop> read_upgrade(const Raw& raw, Options& options) {
  const auto to = read_release("--to", raw.to);
  if (!to) return to.error();
  options.upgrade = {std::nullopt, *to};
  if (!raw.from_given) return std::nullopt;
  const auto from = read_release("--from", raw.from);
  if (!from) return from.error();
  if (*from >= *to)
    return mistake(
        fmt::format("--from {} is no older than --to {}", from->to_string(), to->to_string()));
  options.upgrade->from = *from;
  return std::nullopt;
}

std::optional<Stop> read_target(const Raw& raw, Options& options) {
  if (raw.version_given) {
    auto versions = kafka::parse_version_request(raw.version);
    if (!versions) return mistake(fmt::format("--kafka-version: {}", versions.error()));
    options.versions = *std::move(versions);
  }
  auto profiles = policy::parse_profiles(raw.profiles);
  if (!profiles) return mistake(fmt::format("--profile: {}", profiles.error()));
  options.profiles = *std::move(profiles);
  if (!raw.role_given) return std::nullopt;
  Names roles;
  for (const kafka::Role role : kafka::kAllRoles) roles.push_back(to_string(role));
  const auto role = choose("--role", raw.role, roles);
  if (!role) return role.error();
  options.role = kafka::kAllRoles[*role];
  return std::nullopt;
}

std::optional<Stop> read_jobs(const std::string& text, unsigned& jobs) {
  if (text.empty()) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  if (error == std::errc() && end == text.data() + text.size() && jobs >= 1 && jobs <= kMostJobs)
    return std::nullopt;
  return mistake(fmt::format("--jobs `{}` must be a number from 1 to {}", text, kMostJobs));
}

std::optional<Stop> read_output(const Raw& raw, Options& options) {
  const auto format =
      choose("--format", raw.format,
             finds(options.command) ? Names{"text", "json", "sarif", "html", "markdown"}
                                    : Names{"text", "json"});
  if (!format) return format.error();
  constexpr std::array kFormats = {Format::text, Format::json, Format::sarif, Format::html,
                                   Format::markdown};
  options.format = kFormats[*format];
  const auto colour = choose("--color", raw.colour, {"auto", "always", "never"});
  if (!colour) return colour.error();
  constexpr std::array kColours = {Colour::automatic, Colour::always, Colour::never};
  options.colour = kColours[*colour];
  const auto fail_on = choose("--fail-on", raw.fail_on, {"error", "warning", "note", "never"});
  if (!fail_on) return fail_on.error();
  options.fail_on = raw.fail_on == "never" ? std::nullopt : parse_level(raw.fail_on);
  options.use_gitignore = !raw.no_ignore;
  return read_jobs(raw.jobs, options.jobs);
}

std::optional<Stop> read_fixes(const Raw& raw, Options& options) {
  if (raw.unsafe_fixes)
    options.fix = Applicability::unsafe;
  else if (raw.fix || options.diff)
    options.fix = Applicability::safe;
  if (options.diff && options.format != Format::text)
    return mistake("`--diff` prints a diff instead of a report: leave out `--format`");
  const bool from_stdin = std::ranges::find(options.paths, "-") != options.paths.end();
  if (options.fix && options.write_baseline)
    return mistake("`--write-baseline` is about what is found, so fix in a run of its own");
  if (options.fix && !options.diff && from_stdin)
    return mistake("standard input cannot be fixed in place: `--diff` shows what would change");
  return std::nullopt;
}

bool asks_for(const std::vector<std::string>& arguments, std::initializer_list<const char*> flags) {
  const auto end = std::ranges::find(arguments, "--");
  return std::any_of(arguments.begin(), end, [&](const std::string& argument) {
    return std::ranges::find(flags, argument) != flags.end();
  });
}

}  // namespace

std::string error_line(std::string_view message) {
  return fmt::format("kaflint: error: {}\n", message);
}

std::expected<Options, Stop> parse_options(std::span<const std::string> arguments) {
  std::vector<std::string> rest(arguments.begin(), arguments.end());
  const std::size_t count = rest.size();
  Options options;
  options.command = take_command(rest);
  const bool named = rest.size() < count;
  if (asks_for(rest, {"-h", "--help"}))
    return std::unexpected(
        Stop{0, std::string(named ? command_help(options.command) : main_help())});
  if (asks_for(rest, {"--version"}))
    return std::unexpected(Stop{0, fmt::format("kaflint {}\n", kToolVersion)});
  CLI::App app;
  Raw raw;
  add_options(app, options, raw);
  if (auto stop = run_parser(app, std::move(rest))) return std::unexpected(*std::move(stop));
  if (auto stop = refuse_extras(app, options.command)) return std::unexpected(*std::move(stop));
  if (options.command == Command::explain && options.topic.empty())
    return std::unexpected(mistake("`explain` needs a rule or a key, such as `linger.ms`"));
  const auto given = [&](const char* name) {
    const CLI::Option* option = app.get_option_no_throw(name);
    return option != nullptr && option->count() > 0;
  };
  raw.version_given = given("--kafka-version");
  raw.from_given = given("--from");
  raw.role_given = given("--role");
  if (auto stop = read_target(raw, options)) return std::unexpected(*std::move(stop));
  if (options.command == Command::upgrade)
    if (auto stop = read_upgrade(raw, options)) return std::unexpected(*std::move(stop));
  if (auto stop = read_output(raw, options)) return std::unexpected(*std::move(stop));
  if (auto stop = read_fixes(raw, options)) return std::unexpected(*std::move(stop));
  if (options.command == Command::policy) {
    if (options.paths.size() < 2 || options.paths.front() != "test")
      return std::unexpected(
          mistake("write `kaflint policy test PATH...`, with policy files or folders of them"));
    options.paths.erase(options.paths.begin());
  }
  if (options.command == Command::schema && !options.topic.empty())
    if (const auto known = choose("schema", options.topic, {kSchemaOfPolicies, kSchemaOfRules});
        !known)
      return std::unexpected(known.error());
  if (options.paths.empty()) options.paths = {"."};
  return options;
}

}  // namespace kaflint::cli
