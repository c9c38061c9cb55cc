#include "linter/policy/condition_scope.h"

#include <fmt/format.h>

#include "linter/base/suggest.h"
#include "linter/kafka/catalog.h"

namespace kaflint::policy {
namespace {

std::string_view type_name(kafka::Type type) {
  switch (type) {
    case kafka::Type::boolean:
      return "nullable(bool)";
    case kafka::Type::int_:
    case kafka::Type::short_:
    case kafka::Type::long_:
      return "nullable(int)";
    case kafka::Type::double_:
      return "nullable(double)";
    case kafka::Type::list:
      return "list(string)";
    default:
      return "nullable(string)";
  }
}

}  // namespace

std::expected<std::string, std::string> ConditionScope::config_type(std::string_view key) const {
  std::string_view type;
  for (const kafka::Role role : roles_) {
    const kafka::RoleCatalog catalog = kafka::catalog(role);
    bool known = false;
    for (const kafka::KeyDefinition& definition : catalog.history(key)) {
      if ((definition.releases() & releases_).empty()) continue;
      known = true;
      const std::string_view here = type_name(definition.type());
      type = type.empty() || type == here ? here : "dyn";
    }
    if (known) continue;
    if (!catalog.versions_of(key).empty())
      return std::unexpected(fmt::format(
          "no release of this rule's `kafka` has `{}` for the role {}", key, to_string(role)));
    return std::unexpected(fmt::format("no release has `{}` for the role {}{}", key,
                                       to_string(role),
                                       did_you_mean(nearest(key, catalog.all_keys()))));
  }
  return std::string(type.empty() ? "dyn" : type);
}

}  // namespace kaflint::policy
