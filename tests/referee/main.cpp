// The referee's command line: kaflint's verdicts against the real Kafka's. See README.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "tests/referee/compare.h"
#include "tests/referee/judge.h"
#include "tests/referee/kafka_process.h"

namespace kaflint::referee {
namespace {

struct Options {
  std::string role;
  std::string releases;
  std::string file = "-";
  KafkaProcessOptions kafka;
};

std::vector<kafka::Version> releases_of(const Options& options) {
  if (options.releases.empty()) return {};
  const auto set = kafka::parse_version_request(options.releases);
  if (!set) throw std::runtime_error(set.error());
  return {set->releases().begin(), set->releases().end()};
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

int judge_command(const Options& options) {
  for (const Case& test : read_cases(options)) std::cout << to_json(judge(test)).dump() << "\n";
  return 0;
}

int compare_command(const Options& options) {
  const std::vector<Case> cases = read_cases(options);
  const std::vector<Answer> answers = ask_kafka(options.kafka, cases);
  std::size_t different = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Answer own = judge(cases[i]);
    for (const Difference& difference : compare(cases[i], answers[i], own)) {
      fmt::print("{}\n  Kafka:   {}\n  kaflint: {}\n", to_json(cases[i]).dump(),
                 difference.expected, difference.actual);
      ++different;
    }
    if (!is_comparable(answers[i]))
      fmt::print("{}\n  Kafka:   {}: {}\n", to_json(cases[i]).dump(), answers[i].outcome,
                 answers[i].message);
  }
  fmt::print("{} cases, {} differences\n", cases.size(), different);
  return different == 0 ? 0 : 1;
}

int run(int argc, char** argv) {
  CLI::App app("kaflint's verdicts against the real Kafka's", "referee");
  Options options;
  app.require_subcommand(1);
  auto add_common = [&](CLI::App* command) {
    command->add_option("cases", options.file, "JSON lines of cases; - is standard input");
    command->add_option("--role", options.role, "role of cases that name none");
    command->add_option("--release", options.releases,
                        "releases, such as 3.6.2 or 2.8..4.0; replaces those of the cases");
  };
  CLI::App* judge = app.add_subcommand("judge", "what kaflint says");
  add_common(judge);
  CLI::App* compare = app.add_subcommand("compare", "where kaflint and Kafka differ");
  add_common(compare);
  compare->add_option("--classes", options.kafka.classes, "the compiled Java program")
      ->required();
  compare->add_option("--jars", options.kafka.jars, "the folder of fetch-jars")->required();
  compare->add_option("--java", options.kafka.java, "the Java launcher");
  CLI11_PARSE(app, argc, argv);
  return judge->parsed() ? judge_command(options) : compare_command(options);
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
