// See helm_charts_table.h.
#include "linter/dialect/helm_charts_table.h"

#include <algorithm>
#include <array>

#include "linter/base/ascii.h"
#include "linter/project/release_text.h"

namespace kaflint::dialect {
namespace {

struct Row {
  std::string_view path;
  std::string_view chart;
  std::string_view role;
  std::string_view prefix;
};
constexpr Row kRows[] = {
#include "helm_charts.inc"
};

constexpr std::string_view kOfKafka[] = {
#include "helm_charts_of_kafka.inc"
};

/// Takes the last component away and returns it, without the index of an item.
std::string_view pop_component(std::string_view& path) {
  const std::size_t dot = path.rfind('.');
  std::string_view last = dot == std::string_view::npos ? path : path.substr(dot + 1);
  path = dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
  return last.substr(0, last.find('['));
}

/// `a.clusters[0].properties` is `clusters.*.properties` too: an item is a step of its own.
bool ends_with(std::string_view path, std::string_view pattern) {
  while (!pattern.empty()) {
    if (path.empty()) return false;
    const std::string_view wanted = pop_component(pattern);
    if (wanted == "*" && path.ends_with(']')) {
      path = path.substr(0, path.rfind('['));
      continue;
    }
    const std::string_view there = pop_component(path);
    if (wanted != "*" && wanted != there) return false;
  }
  return true;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::optional<kafka::VersionSet> kafka_of_chart(std::string_view name,
                                                std::string_view app_version) {
  if (std::ranges::find(kOfKafka, name) == std::end(kOfKafka)) return std::nullopt;
  return project::releases_of(app_version);
}

const ChartMap* find_chart_map(std::string_view path, std::string_view chart) {
  static const auto maps = [] {
    std::array<ChartMap, std::size(kRows)> all;
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = {kRows[i].path, kRows[i].chart, kafka::parse_role(kRows[i].role), kRows[i].prefix};
    return all;
  }();
  const auto* found = std::ranges::find_if(maps, [&](const ChartMap& map) {
    return (map.chart.empty() || map.chart == chart) && ends_with(path, map.path);
  });
  return found == maps.end() ? nullptr : found;
}

std::string chart_variable(const ChartMap& map, std::string_view key) {
  std::string name(map.prefix);
  for (char c : key) name += c == '.' ? '_' : upper(c);
  return name;
}

bool survives_environment(std::string_view key) {
  return std::ranges::none_of(
      key, [](char c) { return c == '_' || c == '-' || (c >= 'A' && c <= 'Z'); });
}

std::string image_variable(const ChartMap& map, std::string_view key) {
  std::string name(map.prefix);
  for (char c : key) {
    if (c == '.')
      name += '_';
    else if (c == '_')
      name += "__";
    else if (c == '-')
      name += "___";
    else
      name += upper(c);
  }
  return name;
}

}  // namespace kaflint::dialect
