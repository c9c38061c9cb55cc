// Maps of Kafka's keys in the values of well-known charts: rules/dialects/helm_charts.yaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint::dialect {

struct ChartMap {
  std::string_view path;
  std::string_view chart;           // empty for any
  std::optional<kafka::Role> role;  // nothing for a program that is not Kafka's
  std::string_view prefix;          // of environment variables; else empty
};

/// The map that stands at `path` of the values (`cp-kafka.configurationOverrides`), whose section
/// or chart is named `chart`. Null when it is none of these.
const ChartMap* find_chart_map(std::string_view path, std::string_view chart);

/// The releases that a chart of Kafka itself may hold by its appVersion; nothing for any other.
std::optional<kafka::VersionSet> kafka_of_chart(std::string_view name,
                                                std::string_view app_version);

/// The environment variable that such a chart makes of a key.
std::string chart_variable(const ChartMap& map, std::string_view key);

/// Whether the images of Confluent make the key of that variable again: no `_`, `-` and capital
/// letters survive the way.
bool survives_environment(std::string_view key);

/// The variable of which the image makes the key: `__` stands for `_`, `___` for `-`.
std::string image_variable(const ChartMap& map, std::string_view key);

}  // namespace kaflint::dialect
