// The settings that a startup check reads, and whether it may rely on them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// A configuration as the real classes see it: every key has a value, written or default. Where
/// somebody else may still write a key, the default stands for it, and `certain` says whether a
/// refusal may rest on that.
class Settings {
 public:
  Settings(const kafka::ParsedConfig& config, kafka::StartupReport& report)
      : config_(config), report_(report) {}

  kafka::Version version() const { return config_.version(); }
  bool since(kafka::Version first) const { return version() >= first; }
  bool complete() const { return config_.completeness() == kafka::Completeness::complete; }
  /// originals().containsKey
  bool written(std::string_view key) const { return config_.is_written(key); }
  /// Whether this version's ConfigDef has the key.
  bool defined(std::string_view key) const;

  const kafka::WrittenConfig& originals() const { return config_.written(); }

  /// Null pointer where this version has no such key, or where the written value is not known: then
  /// the report notes that a decision needs it.
  const kafka::ConfigValue* value(std::string_view key) const;
  /// These give nothing for null too.
  std::optional<std::int64_t> number(std::string_view key) const;
  std::optional<bool> boolean(std::string_view key) const;
  std::optional<std::string> string(std::string_view key) const;
  /// In convertToString's form; empty where it is null or not known.
  std::string text(std::string_view key) const;
  bool is_null(std::string_view key) const;

  /// Whether nobody can make these keys say anything else. Reports those that the decision needs
  /// otherwise: to be asked only when the values seem to refuse.
  bool certain(std::initializer_list<std::string_view> keys) const;

 private:
  const kafka::ParsedConfig& config_;
  kafka::StartupReport& report_;
};

}  // namespace kaflint::startup
