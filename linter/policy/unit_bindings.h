// A unit on one release, as constraints ask about it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/constraint/bindings.h"
#include "linter/dialect/unit.h"
#include "linter/kafka/config.h"
#include "linter/kafka/verdict.h"

namespace kaflint::policy {

/// What it is made of has to live as long.
class UnitBindings : public constraint::Bindings {
 public:
  UnitBindings(const dialect::Unit& unit, const kafka::ParsedConfig& config,
               const kafka::Verdict& verdict);

  constraint::Value variable(constraint::Variable variable) const override;
  /// The effective value in the form of a report: `[hidden]` for what may be a password, `null`,
  /// and
  /// `(not known)`.
  std::string shown(std::string_view key) const;

 private:
  /// `config`: what Kafka made of the key comes before what was parsed.
  class Effective : public constraint::Map {
   public:
    Effective(const kafka::ParsedConfig& config, const kafka::Verdict& verdict)
        : config_(config), verdict_(verdict) {}
    Ternary contains(std::string_view key) const override;
    constraint::Value find(std::string_view key) const override;
    std::size_t size() const override { return 0; }
    std::string_view key(std::size_t) const override { return {}; }
    bool open() const override { return true; }
    /// Null where it is not known.
    const kafka::ConfigValue* value(std::string_view key) const;

   private:
    const kafka::ParsedConfig& config_;
    const kafka::Verdict& verdict_;
    mutable std::deque<std::pair<std::string, kafka::ConfigValue>> overrides_;  // parsed when asked
    mutable std::deque<std::vector<constraint::Value>> lists_;
  };

  /// `written`
  class Written : public constraint::Map {
   public:
    explicit Written(const kafka::ParsedConfig& config) : config_(config) {}
    Ternary contains(std::string_view key) const override;
    constraint::Value find(std::string_view key) const override;
    std::size_t size() const override { return config_.written().values().size(); }
    std::string_view key(std::size_t place) const override;
    bool open() const override { return config_.completeness() == kafka::Completeness::incomplete; }

   private:
    const kafka::ParsedConfig& config_;
    mutable std::vector<std::string_view> keys_;  // filled when asked
  };

  const dialect::Unit& unit_;
  const kafka::ParsedConfig& config_;
  Effective effective_;
  Written written_;
};

}  // namespace kaflint::policy
