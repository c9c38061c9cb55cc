// The members of one Kafka cluster, and what is known of their numbers.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/policy/system_checks.h"

namespace kaflint::policy {

/// A number that Kafka holds for a key.
struct Known {
  std::int64_t value = 0;
  std::string_view key;
  const dialect::Setting* setting = nullptr;  // null for a default
  const SystemUnit* of = nullptr;
};

/// `key=value`
std::string shown(const Known& known);

std::optional<std::int64_t> number_of(const dialect::Setting& setting);

std::optional<Known> written(const SystemUnit& member, std::string_view key);
/// Of the first key that is written: a client inside of a program has its settings under a prefix
/// or without.
std::optional<Known> written(const SystemUnit& member,
                             std::initializer_list<std::string_view> keys);
/// Written, or the default where nothing else can write it.
std::optional<Known> known(const SystemUnit& member, std::string_view key, kafka::Version version);

struct Cluster {
  std::vector<const SystemUnit*> brokers;
  std::vector<const SystemUnit*> topics;
  std::vector<const SystemUnit*> clients;
  std::optional<std::uint32_t> brokers_given;  // by the configuration

  void add(const SystemUnit& member);
  /// How many brokers there are; nothing where some of them are not known.
  std::optional<std::int64_t> size() const;
  /// What all brokers hold for the key; where they differ, it depends on which one is asked.
  std::optional<Known> agreed(std::string_view key, kafka::Version version) const;
};

}  // namespace kaflint::policy
