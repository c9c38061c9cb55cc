// compile_rules: checks every rule file and writes the rule table or the index.
//
//     compile_rules table OUTPUT RULES-FOLDER RULE-FILE...
//     compile_rules index OUTPUT RULES-FOLDER RULE-FILE...
//
// The files are relative to the folder, whose profiles/*.yaml are read as well; OUTPUT is left
// alone when its bytes would be the same.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "linter/policy/compiler/check_profiles.h"
#include "linter/policy/compiler/write.h"
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
template <typename Source>
bool print_problems(const std::vector<Source>& sources) {
  bool any = false;
  for (const Source& source : sources) {
    const LineTable table(source.text);
    for (const RuleFileProblem& problem : source.problems) {
      const Position at = table.position(problem.offset, ColumnUnit::code_points);
      fmt::print(stderr, "{}:{}:{}: error: {}\n", source.path, at.line + 1, at.column + 1,
                 problem.text);
      any = true;
    }
  }
  return any;
}

std::vector<ProfileSource> read_profiles(const std::string& folder) {
  std::vector<ProfileSource> profiles;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/profiles", missing)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".yaml") continue;
    profiles.push_back(
        read_profile(path.stem().string(), path.string(), read_file(path.string()).value_or("")));
  }
  std::ranges::sort(profiles, {}, &ProfileSource::name);
  return profiles;
}

int run(std::string_view mode, const std::string& output, const std::string& folder,
        std::span<const std::string> files) {
  std::vector<RuleSource> rules;
  for (const std::string& file : files) {
    const std::string path = fmt::format("{}/{}", folder, file);
    std::optional<std::string> text = read_file(path);
    if (!text || !file.ends_with(".md")) {
      fmt::print(stderr, "{}:1:1: error: cannot be read as a rule file\n", path);
      return 2;
    }
    rules.push_back(read_rule_source(file.substr(0, file.size() - 3), path, std::move(*text)));
  }
  std::vector<ProfileSource> profiles = read_profiles(folder);
  check_profiles(rules, profiles);
  const bool wrong_rules = print_problems(rules);
  if (print_problems(profiles) || wrong_rules) return 1;
  std::ranges::sort(rules, {}, &RuleSource::id);
  if (write_if_changed(
          output, mode == "index" ? write_index(rules, profiles) : write_table(rules, profiles)))
    return 0;
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
