// Collects what was found in one file and gives it words, levels and an order.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/finding/finding.h"
#include "linter/policy/profile.h"

namespace kaflint::policy {

/// The argument of a diagnostic that names who set the key, when it is not written.
inline constexpr std::string_view kSetBy = "set_by";

class FindingBuilder {
 public:
  /// Of no unit: a syntax error.
  void add(const Diagnostic& found);
  /// Merged with an equal one of other versions.
  void add(const Diagnostic& found, const kafka::VersionSet& versions, const dialect::Unit& unit);
  /// Gives the finding that `found` led to these versions, and this level.
  void widen(const Diagnostic& found, const kafka::VersionSet& versions, const dialect::Unit& unit,
             Level level);
  /// Of the rules that are on: sorted, with messages.
  std::vector<Finding> take(const RuleChoice& rules);

 private:
  /// A setting that the file itself does not say, and who says it.
  struct SaidElsewhere {
    std::string key;
    std::string by;
  };
  struct Entry {
    Diagnostic diagnostic;
    kafka::VersionSet versions;
    std::string unit;
    std::optional<kafka::Role> role;
    std::optional<Level> level;
    std::shared_ptr<const std::vector<SaidElsewhere>> elsewhere;  // its unit's; null for no unit
  };
  /// Made once for findings of one unit that follow each other.
  std::shared_ptr<const std::vector<SaidElsewhere>> said_elsewhere(const dialect::Unit& unit);
  /// What makes two findings equal but for their versions.
  using Identity =
      std::tuple<std::string_view, std::optional<Span>, std::string, std::string, kafka::Arguments>;
  static Identity identity(const Diagnostic& found, const dialect::Unit& unit);

  std::vector<Entry> entries_;
  std::map<Identity, std::size_t> places_;
  const dialect::Unit* last_unit_ = nullptr;
  std::shared_ptr<const std::vector<SaidElsewhere>> of_last_unit_;
};

/// Keeps the first 100 findings of each rule and counts the rest in one more of the same rule.
void limit_per_rule(std::vector<Finding>& findings);

}  // namespace kaflint::policy
