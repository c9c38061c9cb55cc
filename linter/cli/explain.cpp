// kaflint explain: a rule's page, or what the catalog knows about a key.
#include <fmt/format.h>

#include <iterator>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"
#include "linter/cli/rule_json.h"
#include "linter/cli/suggest.h"
#include "linter/policy/rule.h"
#include "linter/report/key_history.h"

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

std::vector<std::string_view> similar(std::string_view topic) {
  if (topic.find('/') != std::string_view::npos) return policy::similar_rules(topic);
  return nearest(topic, report::every_key());
}

}  // namespace

int explain(const Options& options) {
  const std::string& topic = options.topic;
  const bool json = options.format == Format::json;
  if (const policy::Rule* rule = policy::find_rule(topic))
    return deliver_stdout(json ? rule_json(*rule) : explain_rule(*rule));
  const kafka::VersionSet releases = options.versions.value_or(kafka::VersionSet::all());
  const std::string text = report::key_text(topic, releases, output_width(), use_colour(options));
  if (!text.empty()) return deliver_stdout(json ? report::key_json(topic, releases) : text);
  write_stderr(error_line(
      fmt::format("there is no rule or key `{}`{}", topic, did_you_mean(similar(topic)))));
  return 2;
}

}  // namespace kaflint::cli
