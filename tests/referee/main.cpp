// The referee's command line: kaflint's verdicts against the real Kafka's. See README.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/referee/draw.h"
#include "tests/referee/judge.h"
#include "tests/referee/kafka_process.h"
#include "tests/referee/recording.h"
#include "tests/referee/trial.h"

namespace kaflint::referee {
namespace {

struct Options {
  std::string role;
  std::string releases;
  std::string file;
  std::uint64_t count = 100;
  std::uint64_t total = 0;
  std::uint64_t seed = 1;
  std::string draw = KAFLINT_ROOT "/tests/referee/draw";
  std::string out = KAFLINT_ROOT "/fixtures/referee";
  bool shrink = true;
  bool goals = false;
  KafkaProcessOptions kafka;
};

std::vector<kafka::Version> releases_of(const Options& options) {
  if (options.releases.empty()) return {};
  const auto set = kafka::parse_version_request(options.releases);
  if (!set) throw std::runtime_error(set.error());
  return {set->releases().begin(), set->releases().end()};
}

std::vector<kafka::Role> roles_of(const Options& options) {
  if (options.role.empty()) return {kafka::kAllRoles.begin(), kafka::kAllRoles.end()};
  std::vector<kafka::Role> roles;
  std::istringstream names(options.role);
  for (std::string name; std::getline(names, name, ',');) {
    const auto role = kafka::parse_role(name);
    if (!role) throw std::runtime_error("no such role: " + name);
    roles.push_back(*role);
  }
  return roles;
}

/// Every case of the file, for each of the releases where it names none.
std::vector<Case> read_cases(const Options& options) {
  std::ifstream file;
  if (options.file != "-") file.open(options.file);
  std::istream& in = options.file == "-" ? std::cin : file;
  if (!in) throw std::runtime_error("cannot read " + options.file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) lines.push_back(line);
  const std::optional<kafka::Role> role = kafka::parse_role(options.role);
  std::vector<kafka::Version> releases = releases_of(options);
  std::vector<Case> cases;
  if (releases.empty()) {
    for (const std::string& line : lines) cases.push_back(parse_case(line, role, std::nullopt));
  }
  for (const kafka::Version release : releases)
    for (const std::string& line : lines) {
      cases.push_back(parse_case(line, role, release));
      cases.back().release = release;
    }
  return cases;
}

/// Drawn cases for each role and release.
std::vector<Case> draw_cases(const Options& options) {
  std::vector<kafka::Version> releases = releases_of(options);
  if (releases.empty())
    releases.assign(kafka::known_releases().begin(), kafka::known_releases().end());
  std::vector<Drawer> drawers;
  for (const kafka::Role role : roles_of(options)) drawers.emplace_back(role, options.draw);
  std::vector<Case> cases;
  for (const Drawer& drawer : drawers) {
    std::vector<kafka::Version> existing;
    std::ranges::copy_if(releases, std::back_inserter(existing),
                         [&](kafka::Version release) { return drawer.exists_in(release); });
    if (existing.empty()) continue;
    const std::uint64_t count =
        options.total == 0 ? options.count : (options.total - 1) / existing.size() + 1;
    for (const kafka::Version release : existing)
      for (std::uint64_t i = 0; i < count; ++i)
        cases.push_back(drawer.draw(release, options.seed * 1'000'003 + i));
  }
  std::ranges::stable_sort(cases, {}, &Case::release);
  return cases;
}

int judge_command(const Options& options) {
  for (const Case& test : read_cases(options)) std::cout << to_json(judge(test)).dump() << "\n";
  return 0;
}

int generate_command(const Options& options) {
  for (const Case& test : draw_cases(options)) std::cout << to_json(test).dump() << "\n";
  return 0;
}

int compare_command(const Options& options) {
  const std::vector<Case> cases = options.file.empty() ? draw_cases(options) : read_cases(options);
  KafkaProcess process(options.kafka);
  Trial trial;
  for (auto first = cases.begin(); first != cases.end();) {
    const auto last = std::find_if(
        first, cases.end(), [&](const Case& test) { return test.release != first->release; });
    trial.run(std::span(first, last), process);
    fmt::print(stderr, "{}: {} cases; {} differences so far\n", first->release.to_string(),
               last - first, trial.differences());
    first = last;
  }
  if (options.shrink) trial.shrink_cases(process);
  fmt::print("{}\n{} cases, {} differences\n", to_text(trial), cases.size(), trial.differences());
  return (options.goals ? trial.reaches_goals() : trial.differences() == 0) ? 0 : 1;
}

/// Cases worth keeping, whatever else is drawn: `kept/ROLE.jsonl`, each for all of the releases.
std::vector<Case> kept_cases(const Options& options, kafka::Role role) {
  Options kept = options;
  kept.file = fmt::format("{}/../kept/{}.jsonl", options.draw, kafka::to_string(role));
  kept.role = kafka::to_string(role);
  if (kept.releases.empty()) kept.releases = "0.11.0.0..latest";
  return std::filesystem::exists(kept.file) ? read_cases(kept) : std::vector<Case>{};
}

std::string recording_of(const Options& options, kafka::Role role) {
  return fmt::format("{}/{}.jsonl.gz", options.out, kafka::to_string(role));
}

int record_command(const Options& options) {
  KafkaProcess process(options.kafka);
  for (const kafka::Role role : roles_of(options)) {
    Options one = options;
    one.role = kafka::to_string(role);
    std::vector<Case> cases = draw_cases(one);
    for (Case& kept : kept_cases(options, role)) cases.push_back(std::move(kept));
    std::ranges::stable_sort(cases, {}, &Case::release);
    const std::vector<Answer> answers = process.ask(cases);
    std::vector<Case> recorded;
    std::vector<Answer> verdicts;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (!is_comparable(answers[i])) continue;
      recorded.push_back(cases[i]);
      verdicts.push_back(answers[i]);
    }
    if (recorded.empty()) continue;
    write_recording(recording_of(options, role), recorded, verdicts);
    fmt::print("{}: {} cases\n", one.role, recorded.size());
  }
  return 0;
}

/// Asks Kafka once more what is recorded: a recording that other jars or another referee made is no
/// proof.
int verify_command(const Options& options) {
  KafkaProcess process(options.kafka);
  std::size_t different = 0;
  for (const kafka::Role role : roles_of(options)) {
    const std::string file = recording_of(options, role);
    if (!std::filesystem::exists(file)) continue;
    std::vector<Case> cases;
    std::vector<Answer> recorded;
    read_recording(file, [&](const Case& test, const Answer& answer) {
      cases.push_back(test);
      recorded.push_back(answer);
    });
    const std::vector<Answer> answers = process.ask(cases);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (to_json(answers[i]) == to_json(recorded[i])) continue;
      ++different;
      fmt::print("{}\n  recorded: {}\n  now:      {}\n", to_json(cases[i]).dump(),
                 to_json(recorded[i]).dump(), to_json(answers[i]).dump());
    }
    fmt::print("{}: {} cases verified\n", kafka::to_string(role), cases.size());
  }
  return different == 0 ? 0 : 1;
}

int run(int argc, char** argv) {
  CLI::App app("kaflint's verdicts against the real Kafka's", "referee");
  Options options;
  app.require_subcommand(1);
  auto add_command = [&](const char* name, const char* what) {
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("--role", options.role, "roles, separated by commas; all by default");
    command->add_option("--release", options.releases,
                        "releases, such as 3.6.2 or 2.8..4.0; replaces those of the cases");
    return command;
  };
  auto add_drawing = [&](CLI::App* command) {
    command->add_option("--count", options.count, "drawn cases for each role and release");
    command->add_option("--total", options.total,
                        "drawn cases for each role over all releases, instead of --count");
    command->add_option("--seed", options.seed, "another number draws other cases");
    command->add_option("--draw", options.draw, "the folder of what is drawn");
  };
  CLI::App* judge = add_command("judge", "what kaflint says of cases");
  judge->add_option("cases", options.file, "JSON lines; - is standard input")->required();
  CLI::App* generate = add_command("generate", "draw cases");
  add_drawing(generate);
  CLI::App* compare = add_command("compare", "where kaflint and Kafka differ");
  add_drawing(compare);
  compare->add_option("cases", options.file, "JSON lines; without it, cases are drawn");
  CLI::App* record = add_command("record", "record Kafka's answers to drawn and kept cases");
  add_drawing(record);
  CLI::App* verify = add_command("verify", "ask Kafka once more what is recorded");
  for (CLI::App* command : {record, verify})
    command->add_option("--out", options.out, "the folder of the recordings");
  for (CLI::App* command : {compare, record, verify}) {
    command->add_option("--classes", options.kafka.classes, "the compiled Java program")
        ->required();
    command->add_option("--jars", options.kafka.jars, "the folder of fetch-jars")->required();
    command->add_option("--java", options.kafka.java, "the Java launcher");
  }
  compare->add_flag("--goals", options.goals,
                    "succeed when 99.9% of the outcomes and 99% of the named keys are equal");
  compare->add_flag("!--no-shrink", options.shrink, "show the cases as they were");
  CLI11_PARSE(app, argc, argv);
  if (judge->parsed()) return judge_command(options);
  if (record->parsed()) return record_command(options);
  if (verify->parsed()) return verify_command(options);
  return generate->parsed() ? generate_command(options) : compare_command(options);
}

}  // namespace
}  // namespace kaflint::referee

int main(int argc, char** argv) {
  try {
    return kaflint::referee::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "referee: " << error.what() << "\n";
    return 2;
  }
}
