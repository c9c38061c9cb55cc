// The command line: what is understood, and what is said about what is not.
#include "linter/cli/options.h"

#include <gtest/gtest.h>

#include "linter/cli/help.h"

namespace kaflint::cli {
namespace {

using Arguments = std::vector<std::string>;

Options parsed(const Arguments& arguments) {
  auto options = parse_options(arguments);
  if (!options) {
    ADD_FAILURE() << options.error().text;
    return {};
  }
  return *std::move(options);
}

std::string refused(const Arguments& arguments) {
  const auto options = parse_options(arguments);
  if (options) return "accepted";
  EXPECT_EQ(options.error().exit_code, 2);
  return options.error().text;
}

TEST(Options, Defaults) {
  const Options options = parsed({});
  EXPECT_EQ(options.command, Command::check);
  EXPECT_EQ(options.paths, Arguments{"."});
  EXPECT_EQ(options.format, Format::text);
  EXPECT_EQ(options.fail_on, Level::error);
  EXPECT_FALSE(options.versions);
  EXPECT_FALSE(options.role);
  EXPECT_TRUE(options.use_gitignore);
}

TEST(Options, TheCommandIsTheFirstThatIsNoOption) {
  EXPECT_EQ(parsed({"units", "a"}).command, Command::units);
  EXPECT_EQ(parsed({"--role", "producer", "units", "a"}).command, Command::units);
  EXPECT_EQ(parsed({"--role", "producer", "units", "a"}).paths, Arguments{"a"});
  EXPECT_EQ(parsed({"a", "units"}).command, Command::check);
  EXPECT_EQ(parsed({"a", "units"}).paths, (Arguments{"a", "units"}));
  EXPECT_EQ(parsed({"check", "units"}).paths, Arguments{"units"});
  EXPECT_EQ(parsed({"--", "units"}).command, Command::check);
  EXPECT_EQ(parsed({"--", "--role"}).paths, Arguments{"--role"});
  EXPECT_EQ(parsed({"-"}).paths, Arguments{"-"});
}

TEST(Options, Everything) {
  const Options options = parsed({"--kafka-version=3.6.1",
                                  "--role",
                                  "consumer",
                                  "--format",
                                  "sarif",
                                  "--output",
                                  "o",
                                  "a",
                                  "--fail-on",
                                  "note",
                                  "--jobs",
                                  "4",
                                  "--exclude",
                                  "x",
                                  "b",
                                  "--exclude",
                                  "y",
                                  "--no-ignore",
                                  "--color",
                                  "never",
                                  "-v",
                                  "--quiet",
                                  "--stdin-filename",
                                  "s"});
  EXPECT_EQ(options.versions->to_string(), "3.6.1");
  EXPECT_EQ(options.role, kafka::Role::consumer);
  EXPECT_EQ(options.format, Format::sarif);
  EXPECT_EQ(options.output, "o");
  EXPECT_EQ(options.paths, (Arguments{"a", "b"}));
  EXPECT_EQ(options.fail_on, Level::note);
  EXPECT_EQ(options.jobs, 4U);
  EXPECT_EQ(options.excludes, (Arguments{"x", "y"}));
  EXPECT_FALSE(options.use_gitignore);
  EXPECT_EQ(options.colour, Colour::never);
  EXPECT_TRUE(options.verbose && options.quiet);
  EXPECT_EQ(options.stdin_filename, "s");
  EXPECT_FALSE(parsed({"--fail-on", "never"}).fail_on);
  EXPECT_EQ(parsed({"--format", "json", "--format", "text"}).format, Format::text);
}

TEST(Options, Mistakes) {
  EXPECT_EQ(refused({"--fromat", "json"}),
            "kaflint: error: unknown option `--fromat`; did you mean `--format`? "
            "(`kaflint check --help` lists the options)\n");
  EXPECT_EQ(
      refused({"--format=xml"}),
      "kaflint: error: --format `xml` is not known: write text, json, sarif, html or markdown\n");
  EXPECT_EQ(refused({"units", "--format", "sarif"}),
            "kaflint: error: --format `sarif` is not known: write text or json\n");
  EXPECT_EQ(refused({"--fail-on", "warnings"}),
            "kaflint: error: --fail-on `warnings` is not known: write error, warning, note or "
            "never; did you mean `warning`?\n");
  EXPECT_TRUE(refused({"--role", "producr"}).ends_with("; did you mean `producer`?\n"));
  EXPECT_EQ(refused({"--jobs", "0"}),
            "kaflint: error: --jobs `0` must be a number from 1 to 256\n");
  EXPECT_EQ(refused({"--jobs", "2x"}),
            "kaflint: error: --jobs `2x` must be a number from 1 to 256\n");
  EXPECT_EQ(refused({"--role"}), "kaflint: error: `--role` needs a value\n");
  EXPECT_EQ(refused({"explain"}),
            "kaflint: error: `explain` needs a rule or a key, such as `linger.ms`\n");
  EXPECT_EQ(refused({"rules", "x"}), "kaflint: error: unexpected argument `x`\n");
  EXPECT_TRUE(
      refused({"--kafka-version", "3.77"}).starts_with("kaflint: error: --kafka-version: "));
  EXPECT_TRUE(refused({"--kafka-version", ""}).starts_with("kaflint: error: --kafka-version: "));
}

TEST(Options, HelpAndVersion) {
  EXPECT_EQ(parse_options(Arguments{"--help"}).error().text, main_help());
  EXPECT_EQ(parse_options(Arguments{"check", "-h"}).error().text, command_help(Command::check));
  EXPECT_EQ(parse_options(Arguments{"--help"}).error().exit_code, 0);
  EXPECT_TRUE(parse_options(Arguments{"--version"}).error().text.starts_with("kaflint "));
}

}  // namespace
}  // namespace kaflint::cli
