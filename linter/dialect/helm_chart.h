// The chart that a values file belongs to, from the Chart.yaml beside or above it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/project_files.h"

namespace kaflint::dialect {

/// A chart that another one contains: its values stand under `key`.
struct ChartDependency {
  std::string name;
  std::string key;          // the alias, or else the name
  std::string version;      // exact where a lock file or the unpacked chart says it; else a range
  std::string app_version;  // of the unpacked chart; else empty
  bool of_bitnami = false;
};

struct Chart {
  std::string name;
  std::string version;
  std::string app_version;
  bool of_bitnami = false;
  std::vector<ChartDependency> dependencies;
};

/// The nearest Chart.yaml upwards (and requirements.yaml, Chart.lock, charts/NAME/Chart.yaml beside
/// it). Nothing when there is none or it is no chart's.
std::optional<Chart> chart_of(const ProjectFiles* files, std::string_view path);

/// The major number that every version of the range has: 26 of `26.8.1`, `^26.8`, `~26.1.0` and
/// `26.x.x`; nothing when the range is wider or no version at all.
std::optional<unsigned> major_version(std::string_view range);

}  // namespace kaflint::dialect
