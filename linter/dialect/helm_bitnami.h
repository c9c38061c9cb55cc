// Values of Bitnami's chart `kafka`, of any generation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/helm_settings.h"

namespace kaflint::dialect {

/// Values of one such chart: a whole file, or what an application's chart has for a dependency.
struct BitnamiSection {
  ValuesPlace place;
  std::size_t document = 0;
  /// As known from Chart.yaml; findings about the generation need the major version.
  std::string chart_version;
  std::optional<unsigned> major;
  std::optional<kafka::VersionSet> kafka;
  /// What these values leave out is what the chart has by itself: no other file of values takes
  /// part.
  bool whole = false;
};

/// Appends the section's units and findings. The values that were read, so that nobody else reads
/// them.
std::vector<syntax::YamlId> read_bitnami(const ParsedFile& file, const BitnamiSection& section,
                                         FileUnits& out);

}  // namespace kaflint::dialect
