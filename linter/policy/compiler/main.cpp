// compile_rules: checks every rule file and writes the rule table or the index.
//
//     compile_rules table OUTPUT RULES-FOLDER RULE-FILE...
//     compile_rules index OUTPUT RULES-FOLDER RULE-FILE...
//
// The files are relative to the folder; OUTPUT is left alone when its bytes would be the same.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/policy/compiler/rule_source.h"
#include "linter/source/position.h"
#include "linter/source/source_file.h"

namespace kaflint::policy::compiler {
namespace {

std::optional<std::string> read_file(const std::string& path) {
  const auto file = read_source_file(path, std::size_t{64} << 20);
  if (!file) return std::nullopt;
  return std::string(file->bytes());
}

bool write_if_changed(const std::string& path, const std::string& bytes) {
  if (read_file(path) == bytes) return true;
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return file.good();
}

/// As compilers write it, so that editors find the place.
void print_problems(const RuleSource& rule) {
  const LineTable table(rule.text);
  for (const RuleFileProblem& problem : rule.problems) {
    const Position at = table.position(problem.offset, ColumnUnit::code_points);
    fmt::print(stderr, "{}:{}:{}: error: {}\n", rule.path, at.line + 1, at.column + 1,
               problem.text);
  }
}

int run(std::string_view mode, const std::string& output, const std::string& folder,
        std::span<const std::string> files) {
  std::vector<RuleSource> rules;
  bool failed = false;
  for (const std::string& file : files) {
    const std::string path = fmt::format("{}/{}", folder, file);
    std::optional<std::string> text = read_file(path);
    if (!text || !file.ends_with(".md")) {
      fmt::print(stderr, "{}:1:1: error: cannot be read as a rule file\n", path);
      return 2;
    }
    rules.push_back(read_rule_source(file.substr(0, file.size() - 3), path, std::move(*text)));
    failed = failed || !rules.back().problems.empty();
    print_problems(rules.back());
  }
  if (failed) return 1;
  std::ranges::sort(rules, {}, &RuleSource::id);
  if (write_if_changed(output, mode == "index" ? write_index(rules) : write_table(rules))) return 0;
  fmt::print(stderr, "{}: error: cannot be written\n", output);
  return 2;
}

}  // namespace
}  // namespace kaflint::policy::compiler

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3 || (arguments[0] != "table" && arguments[0] != "index")) {
    fmt::print(stderr, "usage: compile_rules table|index OUTPUT RULES-FOLDER RULE-FILE...\n");
    return 2;
  }
  return kaflint::policy::compiler::run(arguments[0], arguments[1], arguments[2],
                                        std::span(arguments).subspan(3));
}
