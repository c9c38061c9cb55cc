// A finding as every report shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/diagnostic.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"

namespace kaflint {

enum class Level : std::uint8_t { note, warning, error };

std::string_view to_string(Level level);
std::string_view to_string(Consequence consequence);  // `refuses-to-start` ...
std::optional<Level> parse_level(std::string_view text);
std::optional<Consequence> parse_consequence(std::string_view text);
/// error, warning, warning, warning
Level default_level(Consequence consequence);

struct Finding {
  std::string rule;
  Level level = Level::warning;
  Consequence consequence = Consequence::risk;
  std::string message;
  std::optional<Span> span;  // nothing for what is absent
  std::string key;
  std::optional<kafka::Role> role;  // nothing outside of a unit (a syntax error)
  std::string unit;                 // the unit's name
  kafka::VersionSet versions;       // empty where no version matters
  std::vector<Related> related;
  std::vector<Fix> fixes;
  /// Stable when the file's other lines move: of rule, path, unit, key and the count among equals.
  std::string fingerprint;
};

/// begin, end, rule, then everything else that a report shows: total, so that any number of threads
/// gives the same report. A finding without a span comes first.
bool finding_before(const Finding& a, const Finding& b);

/// Sets the fingerprints of one file's findings, which must be sorted.
void set_fingerprints(const std::string& path, std::vector<Finding>& findings);

}  // namespace kaflint
