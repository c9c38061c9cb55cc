// The rule table as C++: constant data only, so that loading the program parses nothing.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/policy/compiler/rule_source.h"

namespace kaflint::policy::compiler {
namespace {

/// A string literal. Octal escapes, since a hexadecimal one has no end.
std::string literal(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      result += {'\\', c};
    else if (c == '\n')
      result += "\\n\"\n    \"";
    else if (byte < 0x20 || byte >= 0x7F || c == '?')
      result += fmt::format("\\{:03o}", byte);
    else
      result += c;
  }
  return result + '"';
}

/// `kRoles3` and its definition, or `{}` for an empty list.
std::string array(std::string& out, std::string_view type, std::string_view name, std::size_t index,
                  const std::vector<std::string>& items) {
  if (items.empty()) return "{}";
  fmt::format_to(std::back_inserter(out), "constexpr {} {}{}[] = {{{}}};\n", type, name, index,
                 fmt::join(items, ", "));
  return fmt::format("{}{}", name, index);
}

std::string enumerator(std::string_view type, std::string_view name) {
  std::string result = fmt::format("{}::{}", type, name);
  std::ranges::replace(result, '-', '_');
  return result;
}

Level level_of(const RuleSource& rule) {
  return rule.level.value_or(default_level(rule.consequences.front()));
}

void write_rule(std::string& arrays, std::string& table, std::size_t index,
                const RuleSource& rule) {
  std::vector<std::string> consequences;
  std::vector<std::string> roles;
  std::vector<std::string> references;
  for (Consequence consequence : rule.consequences)
    consequences.push_back(enumerator("Consequence", to_string(consequence)));
  for (std::string_view role : rule.roles) roles.push_back(enumerator("kafka::Role", role));
  for (std::string_view reference : rule.references) references.push_back(literal(reference));

  fmt::format_to(
      std::back_inserter(table),
      "  Rule{{.id = {},\n    .summary = {},\n    .consequences = {},\n    .roles = {},\n"
      "    .versions = {},\n    .level = {},\n    .message = {},\n    .references = {},\n"
      "    .page = {}}},\n",
      literal(rule.id), literal(rule.summary),
      array(arrays, "Consequence", "kConsequences", index, consequences),
      array(arrays, "kafka::Role", "kRoles", index, roles), literal(rule.versions),
      enumerator("Level", to_string(level_of(rule))), literal(rule.message),
      array(arrays, "std::string_view", "kReferences", index, references), literal(rule.page));
}

}  // namespace

std::string write_table(const std::vector<RuleSource>& rules) {
  std::string arrays;
  std::string table;
  for (std::size_t i = 0; i < rules.size(); ++i) write_rule(arrays, table, i, rules[i]);
  std::string out =
      "// Made from the files of rules/ by compile_rules.\n"
      "#include \"linter/policy/rule.h\"\n\nnamespace kaflint::policy {\n";
  if (rules.empty()) return out + "std::span<const Rule> rules() { return {}; }\n}\n";
  out += "namespace {\n\n" + arrays + "\nconstexpr Rule kRules[] = {\n" + table +
         "};\n\n}  // namespace\n\nstd::span<const Rule> rules() { return kRules; }\n\n"
         "}  // namespace kaflint::policy\n";
  return out;
}

}  // namespace kaflint::policy::compiler
