// A finding that somebody has decided to live with.
#pragma once

#include <cstdint>
#include <string>

#include "linter/finding/finding.h"

namespace kaflint {

enum class SuppressionKind : std::uint8_t {
  in_source,      // by a comment or an annotation in the file
  configuration,  // by `.kaflint.yaml`
  baseline,
};

struct Suppressed {
  Finding finding;
  SuppressionKind kind = SuppressionKind::in_source;
  std::string reason;  // may be empty
};

}  // namespace kaflint
