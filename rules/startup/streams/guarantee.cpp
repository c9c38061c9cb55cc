#include "rules/startup/streams/guarantee.h"

namespace kaflint::startup::streams {

Guarantee guarantee_of(const kafka::ParsedConfig& config) {
  constexpr const char* kKey = "processing.guarantee";
  if (!config.is_written(kKey)) return Guarantee::at_least_once;
  const auto name = config.string(kKey);
  if (!name) return Guarantee::unknown;
  if (*name == "exactly_once") return Guarantee::exactly_once_alpha;
  if (*name == "exactly_once_beta" || *name == "exactly_once_v2") return Guarantee::exactly_once_v2;
  return Guarantee::at_least_once;
}

}  // namespace kaflint::startup::streams
