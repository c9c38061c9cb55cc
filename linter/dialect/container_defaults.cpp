#include "linter/dialect/container_defaults.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace kaflint::dialect {
namespace {

constexpr std::string_view kSetBy = "the image's start script";
constexpr std::string_view kNotKnown = "-";

bool is_confluent_or_apache(const ContainerFamily& family) {
  return family.name == "confluent-broker" || family.name == "apache";
}

/// As [[ -n ]] of the scripts sees it, where the value is known.
bool is_set(const Environment& environment, std::string_view name) {
  const Setting* variable = find_variable(environment, name);
  return variable && variable->value != "";
}

std::string key_of(const ContainerFamily& family, std::string_view variable) {
  const NameForm form = family.names == NameRule::dots     ? NameForm::dots
                        : family.names == NameRule::apache ? NameForm::apache_first
                                                           : NameForm::dub;
  return key_of_variable(family, form, variable).value_or("");
}

void replace(UnitBuilder& builder, std::string_view key, std::string value) {
  Setting setting;
  setting.key = key;
  setting.value = std::move(value);
  setting.origin = SettingOrigin::framework;
  setting.set_by = kSetBy;
  builder.override_with(std::move(setting));
}

/// `://0.0.0.0:` in place of every host; nothing for hosts that the scripts do not understand.
std::optional<std::string> on_every_address(std::string_view advertised) {
  if (advertised.find('[') != std::string_view::npos) return std::nullopt;
  std::string result;
  std::size_t at = 0;
  for (std::size_t host = advertised.find("://"); host != std::string_view::npos;
       host = advertised.find("://", at)) {
    const std::size_t colon = advertised.find(':', host + 3);
    if (colon == std::string_view::npos) return std::nullopt;
    result += advertised.substr(at, host + 3 - at);
    result += "0.0.0.0";
    at = colon;
  }
  result += advertised.substr(at);
  return result;
}

void add_listeners(const Environment& environment, UnitBuilder& builder) {
  if (is_set(environment, "KAFKA_LISTENERS")) return;
  const Setting* roles = find_variable(environment, "KAFKA_PROCESS_ROLES");
  if (roles && (!roles->value || *roles->value == "controller")) return;
  const Setting* advertised = find_variable(environment, "KAFKA_ADVERTISED_LISTENERS");
  if (!advertised || advertised->value == "") return;
  const auto listeners = advertised->value ? on_every_address(*advertised->value) : std::nullopt;
  if (listeners)
    replace(builder, "listeners", *listeners);
  else
    builder.set_by_framework("listeners", kSetBy);
}

/// With SSL:// in the advertised listeners, stores and passwords come from the files that
/// *_FILENAME and *_CREDENTIALS name.
void add_stores(const Environment& environment, UnitBuilder& builder) {
  const Setting* advertised = find_variable(environment, "KAFKA_ADVERTISED_LISTENERS");
  if (!advertised || !advertised->value || advertised->value->find("SSL://") == std::string::npos)
    return;
  const auto store = [&](std::string_view kind) {
    const std::string prefix = "ssl." + std::string(kind);
    const Setting* name =
        find_variable(environment, kind == "keystore" ? "KAFKA_SSL_KEYSTORE_FILENAME"
                                                      : "KAFKA_SSL_TRUSTSTORE_FILENAME");
    if (name && name->value)
      replace(builder, prefix + ".location", "/etc/kafka/secrets/" + *name->value);
    else
      builder.set_by_framework(prefix + ".location", kSetBy);
    builder.set_by_framework(prefix + ".password", kSetBy);
  };
  store("keystore");
  builder.set_by_framework("ssl.key.password", kSetBy);
  const Setting* auth = find_variable(environment, "KAFKA_SSL_CLIENT_AUTH");
  const bool wanted = auth && (!auth->value || auth->value->find("required") != std::string::npos ||
                               auth->value->find("requested") != std::string::npos);
  if (wanted) store("truststore");
}

}  // namespace

Environment with_copies(const Environment& environment, const ContainerFamily& family) {
  std::map<std::string_view, std::string_view> copied;  // by the source's name
  std::set<std::string_view> overwritten;
  for_each_row(family, VariableUse::alias, [&](const ContainerRow& row) {
    if (!find_variable(environment, row.name)) return;
    copied.emplace(row.name, row.of);
    overwritten.insert(row.of);
  });
  for_each_row(family, VariableUse::always, [&](const ContainerRow& row) {
    copied.emplace(row.name, row.of);
    overwritten.insert(row.of);
  });
  Environment result;
  result.open = environment.open;
  for (const Setting& variable : environment.variables) {
    if (overwritten.contains(variable.key)) continue;
    result.variables.push_back(variable);
    if (const auto target = copied.find(variable.key); target != copied.end())
      result.variables.back().key = target->second;
  }
  return result;
}

void add_defaults(const Environment& effective, const ContainerFamily& family,
                  UnitBuilder& builder) {
  const auto set = [&](std::string_view variable, std::string_view value) {
    if (is_set(effective, variable)) return;
    if (value == kNotKnown || effective.open)
      builder.set_by_framework(key_of(family, variable), kSetBy);
    else
      replace(builder, key_of(family, variable), std::string(value));
  };
  for_each_row(family, VariableUse::default_value,
               [&](const ContainerRow& row) { set(row.name, row.of); });
  for_each_row(family, VariableUse::always,
               [&](const ContainerRow& row) { set(row.of, row.otherwise); });
  if (effective.open || !is_confluent_or_apache(family)) return;
  add_listeners(effective, builder);
  add_stores(effective, builder);
}

}  // namespace kaflint::dialect
