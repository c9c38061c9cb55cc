// See helm_bitnami_table.h.
#include "linter/dialect/helm_bitnami_table.h"

#include <algorithm>

#include "linter/project/release_text.h"

namespace kaflint::dialect {
namespace {

constexpr BitnamiValue kValues[] = {
#include "helm_bitnami_values.inc"
};

constexpr BitnamiListener kListeners[] = {
#include "helm_bitnami_listeners.inc"
};

constexpr BitnamiComputed kComputed[] = {
#include "helm_bitnami_computed.inc"
};

struct ChartLine {
  unsigned chart;
  std::string_view kafka;
};
constexpr ChartLine kCharts[] = {
#include "helm_bitnami_charts.inc"
};

}  // namespace

std::span<const BitnamiValue> bitnami_values() { return kValues; }

std::span<const BitnamiListener> bitnami_listeners() { return kListeners; }

std::span<const BitnamiComputed> bitnami_computed() { return kComputed; }

std::optional<kafka::VersionSet> kafka_of_bitnami_chart(unsigned major) {
  const auto* found = std::ranges::find(kCharts, major, &ChartLine::chart);
  return found == std::end(kCharts) ? std::nullopt : project::releases_of(found->kafka);
}

}  // namespace kaflint::dialect
