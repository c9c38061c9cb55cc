#include "linter/policy/system_cluster.h"

#include <algorithm>
#include <charconv>
#include <variant>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using kafka::Role;
using kafka::Version;

/// Whether a server with these settings is a broker, not only a controller.
bool is_broker(const Unit& unit) {
  const Setting* const roles = setting_of(unit, "process.roles");
  return roles == nullptr || !roles->value || roles->value->find("broker") != std::string::npos;
}

}  // namespace

std::string shown(const Known& known) {
  return std::string(known.key) + "=" + std::to_string(known.value);
}

std::optional<std::int64_t> number_of(const Setting& setting) {
  if (!setting.value) return std::nullopt;
  const std::string_view text = trim_java(*setting.value);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Known> written(const SystemUnit& member, std::string_view key) {
  const Setting* const setting = setting_of(*member.unit, key);
  if (setting == nullptr) return std::nullopt;
  const std::optional<std::int64_t> number = number_of(*setting);
  return number ? std::optional(Known{*number, setting->key, setting, &member}) : std::nullopt;
}

std::optional<Known> written(const SystemUnit& member,
                             std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    if (setting_of(*member.unit, key) != nullptr) return written(member, key);
  return std::nullopt;
}

std::optional<Known> known(const SystemUnit& member, std::string_view key, Version version) {
  if (setting_of(*member.unit, key) != nullptr) return written(member, key);
  if (!member.unit->complete) return std::nullopt;
  const auto definition = kafka::catalog(member.unit->role).find(key, version);
  if (!definition) return std::nullopt;
  const auto* const number = std::get_if<std::int64_t>(&definition->default_value());
  return number == nullptr ? std::nullopt : std::optional(Known{*number, key, nullptr, &member});
}

void Cluster::add(const SystemUnit& member) {
  if (member.unit->role == Role::topic)
    topics.push_back(&member);
  else if (member.unit->role != Role::broker)
    clients.push_back(&member);
  else if (is_broker(*member.unit))
    brokers.push_back(&member);
}

std::optional<std::int64_t> Cluster::size() const {
  if (brokers_given) return *brokers_given;
  std::int64_t count = 0;
  for (const SystemUnit* broker : brokers) {
    if (!broker->unit->brokers) return std::nullopt;
    count += *broker->unit->brokers;
  }
  return brokers.empty() ? std::nullopt : std::optional(count);
}

std::optional<Known> Cluster::agreed(std::string_view key, Version version) const {
  std::optional<Known> all;
  for (const SystemUnit* broker : brokers) {
    const std::optional<Known> one = known(*broker, key, version);
    if (!one || (all && all->value != one->value)) return std::nullopt;
    if (!all) all = one;
  }
  return all;
}

}  // namespace kaflint::policy
