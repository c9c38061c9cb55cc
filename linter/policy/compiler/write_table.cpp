// The rule table as C++: constant data only, so that loading the program parses nothing.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/policy/compiler/write.h"

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

/// An array of numbers, written down member by member.
template <typename Items, typename Format>
std::string numbers(std::string& out, std::string_view type, std::string_view name,
                    std::size_t index, const Items& items, const Format& format) {
  std::vector<std::string> texts;
  for (const auto& item : items) texts.push_back(format(item));
  return array(out, type, name, index, texts);
}

/// A constraint as constant arrays, and the view of them.
std::string program(std::string& out, std::string_view name, std::size_t index,
                    const std::optional<RuleCondition>& condition) {
  if (!condition) return "{}";
  const constraint::Program& made = condition->checked.program;
  const std::string nodes =
      numbers(out, "constraint::Node", fmt::format("k{}Nodes", name), index, made.nodes,
              [](const constraint::Node& node) {
                return fmt::format("{{constraint::NodeKind({}), {}, {}, {}U, {}U, {}U}}",
                                   static_cast<int>(node.kind), node.id, node.count, node.a, node.b,
                                   node.offset);
              });
  const std::string children =
      numbers(out, "std::uint32_t", fmt::format("k{}Children", name), index, made.children,
              [](std::uint32_t child) { return fmt::format("{}U", child); });
  const std::string values =
      numbers(out, "std::int64_t", fmt::format("k{}Numbers", name), index, made.numbers,
              [](std::int64_t number) {
                return fmt::format("std::int64_t({}U)", static_cast<std::uint64_t>(number));
              });
  return fmt::format("{{{}, {}, {}, std::string_view({}, {})}}", nodes, children, values,
                     literal(made.text), made.text.size());
}

std::string demand(std::string& arrays, std::size_t index, const RuleSource& rule) {
  if (!rule.require) return "{}";
  std::vector<std::string> keys;
  for (const std::string& key : keys_of(rule)) keys.push_back(literal(key));
  const std::string when = program(arrays, "When", index, rule.when);
  const std::string require = program(arrays, "Require", index, rule.require);
  return fmt::format("{{{}, {}, {}, {}, {}}}", when, require,
                     array(arrays, "std::string_view", "kKeys", index, keys),
                     rule.fix ? literal(rule.fix->key) : "\"\"",
                     rule.fix ? literal(rule.fix->value) : "\"\"");
}

std::string write_profile(std::string& arrays, std::size_t index, const ProfileSource& profile) {
  std::vector<std::string> levels;
  for (const auto& [rule, level] : profile.levels)
    levels.push_back(fmt::format("{{{}, {}}}", literal(rule),
                                 level ? enumerator("Level", to_string(*level)) : "std::nullopt"));
  const std::string list = array(arrays, "Profile::RuleLevel", "kLevels", index, levels);
  return fmt::format("  Profile{{{}, {}, {}, {}}},\n", literal(profile.name),
                     literal(profile.summary), profile.everything, list);
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
  std::vector<std::string> profiles;
  for (std::string_view profile : rule.profiles) profiles.push_back(literal(profile));

  fmt::format_to(
      std::back_inserter(table),
      "  Rule{{.id = {},\n    .summary = {},\n    .consequences = {},\n    .roles = {},\n"
      "    .versions = {},\n    .level = {},\n    .message = {},\n    .references = {},\n"
      "    .page = {},\n    .profiles = {},\n    .demand = {},\n    .selector = nullptr}},\n",
      literal(rule.id), literal(rule.summary),
      array(arrays, "Consequence", "kConsequences", index, consequences),
      array(arrays, "kafka::Role", "kRoles", index, roles), literal(rule.versions),
      enumerator("Level", to_string(level_of(rule))), literal(rule.message),
      array(arrays, "std::string_view", "kReferences", index, references), literal(rule.page),
      array(arrays, "std::string_view", "kProfiles", index, profiles), demand(arrays, index, rule));
}

}  // namespace

std::string write_table(const std::vector<RuleSource>& rules,
                        const std::vector<ProfileSource>& profiles) {
  std::string arrays;
  std::string table;
  for (std::size_t i = 0; i < rules.size(); ++i) write_rule(arrays, table, i, rules[i]);
  std::string profile_table;
  for (std::size_t i = 0; i < profiles.size(); ++i)
    profile_table += write_profile(arrays, i, profiles[i]);
  // An array has at least one element; a list is told how many are meant.
  return "// Made from the files of rules/ by compile_rules.\n"
         "#include \"linter/policy/profile.h\"\n\nnamespace kaflint::policy {\n"
         "namespace {\n\n" +
         arrays + "\nconstexpr Rule kRules[] = {\n" + table +
         "  Rule{}};\n\nconstexpr Profile kProfiles[] = {\n" + profile_table +
         "  Profile{}};\n\n}  // namespace\n\n" +
         fmt::format(
             "std::span<const Rule> rules() {{ return std::span(kRules).first({}); }}\n"
             "std::span<const Profile> profiles() {{ return std::span(kProfiles).first({}); "
             "}}\n\n",
             rules.size(), profiles.size()) +
         "}  // namespace kaflint::policy\n";
}

}  // namespace kaflint::policy::compiler
