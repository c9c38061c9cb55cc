// kaflint explain: a rule's page, or what the catalog knows about a key.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/base/suggest.h"
#include "linter/cli/commands.h"
#include "linter/cli/known_rules.h"
#include "linter/cli/output.h"
#include "linter/cli/rule_json.h"
#include "linter/kafka/catalog.h"
#include "linter/policy/key_places.h"
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

std::vector<std::string_view> similar(std::string_view topic, const policy::RuleChoice& known) {
  if (topic.find('/') != std::string_view::npos) return known.similar(topic);
  return nearest(topic, report::every_key());
}

/// For `producer.linger.ms` of Streams or `listener.name.external.ssl.client.auth` of a broker:
/// makes it a question about the key behind the prefix, for those that read it there. False when
/// there is none.
bool look_behind_prefixes(report::KeyQuery& query) {
  const std::string written = query.key;
  for (const kafka::Role holder : kafka::kAllRoles) {
    const policy::KeyPlace place = policy::place_of(holder, written);
    const std::string name = written.substr(place.prefix_size);
    if (place.prefix_size == 0 || (!query.prefix.empty() && name != query.key)) continue;
    const auto defines = [&](const kafka::RoleCatalog& reader) {
      return !reader.history(name).empty();
    };
    if (std::ranges::none_of(place.readers, defines)) continue;
    query.key = name;
    query.prefix = written.substr(0, place.prefix_size);
    query.holders.push_back(holder);
    for (const kafka::RoleCatalog& reader : place.readers)
      if (std::ranges::find(query.roles, reader.role()) == query.roles.end())
        query.roles.push_back(reader.role());
  }
  return !query.holders.empty();
}

}  // namespace

int explain(const Options& options) {
  const std::string& topic = options.topic;
  const bool json = options.format == Format::json;
  // Only a policy can be wrong, which is nothing to those who ask for anything else.
  const std::shared_ptr<const policy::RuleChoice> known =
      topic.starts_with(policy::kPolicyFolder) ? known_rules(options).choice
                                               : std::make_shared<const policy::RuleChoice>();
  const policy::Rule* const rule = known->find(topic);
  if (rule != nullptr) return deliver_stdout(json ? rule_json(*rule) : explain_rule(*rule));
  report::KeyQuery query{topic, options.versions.value_or(kafka::VersionSet::all())};
  if (!report::key_histories(query).empty() || look_behind_prefixes(query))
    return deliver_stdout(json ? report::key_json(query)
                               : report::key_text(query, output_width(), use_colour(options)));
  write_stderr(error_line(
      fmt::format("there is no rule or key `{}`{}", topic, did_you_mean(similar(topic, *known)))));
  return 2;
}

}  // namespace kaflint::cli
