// Shorthands of the dialects' tests.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// A file that has been read, with questions about the bytes behind what was found.
class Reading {
 public:
  Reading(std::string path, std::string bytes)
      : source_(std::move(path), std::move(bytes)), found_(read_units(source_, {})) {}

  const FileUnits& found() const { return found_; }
  std::string text(Span span) const { return std::string(source_.text(span)); }

  const Unit& unit(std::string_view name) const {
    for (const Unit& unit : found_.units)
      if (unit.name == name) return unit;
    ADD_FAILURE() << "no unit `" << name << "`; there are: " << ::testing::PrintToString(names());
    static const Unit none;
    return none;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Unit& unit : found_.units) names.push_back(unit.name);
    return names;
  }

  /// `key=value`, or `key ? reason`.
  static std::vector<std::string> settings(const Unit& unit) {
    std::vector<std::string> lines;
    for (const Setting& setting : unit.settings)
      lines.push_back(setting.value
                          ? setting.key + "=" + *setting.value
                          : setting.key + " ? " + std::string(to_string(setting.unknown)));
    return lines;
  }

  /// `rule @begin text` for each.
  std::vector<std::string> diagnostics(const std::vector<Diagnostic>& list) const {
    std::vector<std::string> lines;
    for (const Diagnostic& found : list)
      lines.push_back(std::string(found.rule.text()) + " @" +
                      (found.span ? std::to_string(found.span->begin) + " " + text(*found.span)
                                  : std::string("nowhere")));
    return lines;
  }

  static const Setting& setting(const Unit& unit, std::string_view key) {
    for (const Setting& setting : unit.settings)
      if (setting.key == key) return setting;
    ADD_FAILURE() << "no setting " << key;
    static const Setting none;
    return none;
  }

 private:
  SourceFile source_;
  FileUnits found_;
};

using Lines = std::vector<std::string>;

}  // namespace kaflint::dialect
