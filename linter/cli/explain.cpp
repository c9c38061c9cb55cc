// kaflint explain: a rule's page, or what the catalog knows about a key.
#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <set>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/suggest.h"
#include "linter/kafka/catalog.h"
#include "linter/kafka/config_def.h"
#include "linter/policy/rule.h"

namespace kaflint::cli {
namespace {

std::string explain_rule(const policy::Rule& rule) {
  std::string consequences;
  for (const Consequence consequence : rule.consequences)
    consequences += fmt::format("{}{}", consequences.empty() ? "" : ", ", to_string(consequence));
  std::string roles;
  for (const kafka::Role role : rule.roles)
    roles += fmt::format("{}{}", roles.empty() ? "" : ", ", to_string(role));
  std::string out = fmt::format("{}: {}\n\n", rule.id, rule.summary);
  auto to = std::back_inserter(out);
  fmt::format_to(to, "level        {}\nconsequence  {}\n", to_string(rule.level), consequences);
  if (!roles.empty()) fmt::format_to(to, "role         {}\n", roles);
  if (!rule.versions.empty()) fmt::format_to(to, "kafka        {}\n", rule.versions);
  fmt::format_to(to, "\n{}", rule.page);
  if (!out.ends_with('\n')) out += '\n';
  for (const std::string_view reference : rule.references)
    fmt::format_to(to, "{}{}\n",
                   &reference == rule.references.data() ? "\nReferences: " : "            ",
                   reference);
  return out;
}

std::string default_of(const kafka::KeyDefinition& definition) {
  if (definition.required()) return "none: it must be written";
  const std::optional<std::string_view> text = definition.default_text();
  if (!text) return "null";
  return text->empty() ? "an empty string" : std::string(*text);
}

void explain_definition(const kafka::KeyDefinition& definition, std::string& out) {
  auto to = std::back_inserter(out);
  const kafka::VersionSet versions = definition.versions();
  fmt::format_to(to, "  {}{}\n", versions.to_words(),
                 definition.deprecated() ? " (deprecated)" : "");
  fmt::format_to(to, "    type     {}\n", to_string(definition.type()));
  fmt::format_to(to, "    default  {}\n", default_of(definition));
  if (versions.empty()) return;
  const std::string accepted = describe_accepted(definition, versions.releases().back());
  if (!accepted.empty()) fmt::format_to(to, "    accepts  {}\n", accepted);
}

/// Nothing when no role has ever had the key.
std::optional<std::string> explain_key(std::string_view key) {
  std::string out;
  for (const kafka::Role role : kafka::kAllRoles) {
    const std::vector<kafka::KeyDefinition> history = kafka::catalog(role).history(key);
    if (history.empty()) continue;
    fmt::format_to(std::back_inserter(out), "\n{}\n", to_string(role));
    for (const kafka::KeyDefinition& definition : history) explain_definition(definition, out);
  }
  if (out.empty()) return std::nullopt;
  return fmt::format("{}\n{}", key, out);
}

std::vector<std::string_view> similar(std::string_view topic) {
  if (topic.find('/') != std::string_view::npos) return policy::similar_rules(topic);
  std::vector<std::string_view> keys;
  for (const kafka::Role role : kafka::kAllRoles)
    for (const std::string_view key : kafka::catalog(role).all_keys()) keys.push_back(key);
  return nearest(topic, keys);
}

}  // namespace

int explain(const Options& options) {
  const std::string& topic = options.topic;
  if (const policy::Rule* rule = policy::find_rule(topic))
    return deliver_stdout(explain_rule(*rule));
  if (const auto text = explain_key(topic)) return deliver_stdout(*text);
  write_stderr(error_line(
      fmt::format("there is no rule or key `{}`{}", topic, did_you_mean(similar(topic)))));
  return 2;
}

}  // namespace kaflint::cli
