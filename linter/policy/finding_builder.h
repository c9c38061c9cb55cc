// Collects what was found in one file and gives it words, levels and an order.
#pragma once

#include <optional>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/finding/finding.h"

namespace kaflint::policy {

class FindingBuilder {
 public:
  /// Of no unit: a syntax error.
  void add(const Diagnostic& found);
  /// Merged with an equal one of other versions.
  void add(const Diagnostic& found, const kafka::VersionSet& versions, const dialect::Unit& unit);
  /// Gives the finding that `found` led to these versions, and this level.
  void widen(const Diagnostic& found, const kafka::VersionSet& versions, const dialect::Unit& unit,
             Level level);
  /// Sorted, with messages; at most 100 of one rule, then one that counts the rest.
  std::vector<Finding> take();

 private:
  struct Entry {
    Diagnostic diagnostic;
    kafka::VersionSet versions;
    std::string unit;
    std::optional<kafka::Role> role;
    std::optional<Level> level;
  };
  Entry* find(const Diagnostic& found, std::string_view unit);

  std::vector<Entry> entries_;
};

}  // namespace kaflint::policy
