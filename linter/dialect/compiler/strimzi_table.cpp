// Build step: rules/dialects/strimzi_forbidden.yaml into a table of offsets, so that it costs
// neither relocations nor parsing when kaflint starts. Usage: compile_strimzi_table INPUT OUTPUT.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace {

struct Tables {
  std::string text;
  std::string operators;
  std::string api_versions;
  std::string specs;
  std::string entries;
  std::vector<std::string> operator_names;
};

std::size_t intern(Tables& tables, const std::string& word) {
  const std::size_t known = tables.text.find(word);
  if (known != std::string::npos) return known;
  tables.text += word;
  return tables.text.size() - word.size();
}

std::size_t operator_index(const Tables& tables, const std::string& name) {
  const auto found = std::ranges::find(tables.operator_names, name);
  if (found == tables.operator_names.end())
    throw std::runtime_error(fmt::format("`{}` is not listed under operators", name));
  return static_cast<std::size_t>(found - tables.operator_names.begin());
}

void add_operators(Tables& tables, const YAML::Node& operators) {
  for (const auto& entry : operators) {
    std::string kafka = entry.second.as<std::string>();
    std::ranges::replace(kafka, '.', ',');
    tables.operator_names.push_back(entry.first.as<std::string>());
    tables.operators += fmt::format("    {{{}}},\n", kafka);
  }
}

void add_api_versions(Tables& tables, const YAML::Node& versions) {
  for (const auto& entry : versions) {
    const auto name = entry.first.as<std::string>();
    tables.api_versions +=
        fmt::format("    {{{}, {}, {}, {}}},\n", intern(tables, name), name.size(),
                    operator_index(tables, entry.second["since"].as<std::string>()),
                    operator_index(tables, entry.second["until"].as<std::string>()));
  }
}

void add_specs(Tables& tables, const YAML::Node& specs) {
  const std::map<std::string, std::string> kinds = {{"forbidden", "forbidden"},
                                                    {"forbidden_names", "forbidden_name"},
                                                    {"allowed", "allowed"},
                                                    {"allowed_per_listener", "per_listener"}};
  std::size_t index = 0;
  for (const auto& spec : specs) {
    const auto name = spec.first.as<std::string>();
    tables.specs += fmt::format("    {{{}, {}}},\n", intern(tables, name), name.size());
    for (const auto& list : spec.second) {
      const std::string& kind = kinds.at(list.first.as<std::string>());
      for (const auto& entry : list.second) {
        const auto word = entry.first.as<std::string>();
        tables.entries += fmt::format("    {{{}, {}, {}, {}, StrimziEntry::Kind::{}}},\n",
                                      intern(tables, word), word.size(), index,
                                      operator_index(tables, entry.second.as<std::string>()), kind);
      }
    }
    ++index;
  }
}

std::string header(const Tables& tables) {
  return fmt::format(
      "// Generated from rules/dialects/strimzi_forbidden.yaml.\n#pragma once\n\n"
      "#include \"linter/dialect/strimzi_table.h\"\n\n"
      "namespace kaflint::dialect {{\n\n"
      "inline constexpr char kStrimziText[] =\n    \"{}\";\n"
      "inline constexpr kafka::Version kStrimziOperators[] = {{\n{}}};\n"
      "inline constexpr StrimziApiVersion kStrimziApiVersions[] = {{\n{}}};\n"
      "inline constexpr StrimziSpec kStrimziSpecs[] = {{\n{}}};\n"
      "inline constexpr StrimziEntry kStrimziEntries[] = {{\n{}}};\n\n"
      "}}  // namespace kaflint::dialect\n",
      tables.text, tables.operators, tables.api_versions, tables.specs, tables.entries);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    const YAML::Node root = YAML::LoadFile(argv[1]);
    Tables tables;
    add_operators(tables, root["operators"]);
    add_api_versions(tables, root["api_versions"]);
    add_specs(tables, root["specs"]);
    std::ofstream(argv[2], std::ios::binary) << header(tables);
    return 0;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "{}: {}\n", argv[1], problem.what());
    return 1;
  }
}
