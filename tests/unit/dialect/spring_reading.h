// An application file as a line of Spring Boot reads it.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

class Reading {
 public:
  Reading(std::string_view boot, const std::string& path, std::string text)
      : source_(path, std::move(text)),
        units_(read_units(source_, {.role = {}, .spring_boot = SpringBootVersion::parse(boot)})) {}

  /// `(absent)` and `(placeholder)` stand for themselves.
  std::string value(std::string_view role, std::string_view key,
                    std::string_view condition = "") const {
    const std::string name = fmt::format("spring.kafka.{}{}", role, condition);
    for (const Unit& unit : units_.units)
      if (unit.name == name)
        for (const Setting& setting : unit.settings)
          if (setting.key == key)
            return setting.value ? *setting.value : fmt::format("({})", to_string(setting.unknown));
    return "(absent)";
  }

  /// `rule: what is underlined`, one line each.
  std::string findings() const {
    std::string all;
    const auto add = [&](const Diagnostic& found) {
      all += fmt::format("{}: {}\n", found.rule.text(), source_.text(found.span.value_or(Span{})));
    };
    for (const Diagnostic& found : units_.diagnostics) add(found);
    for (const Unit& unit : units_.units)
      for (const Diagnostic& found : unit.diagnostics) add(found);
    return all;
  }

 private:
  SourceFile source_;
  FileUnits units_;
};

inline Reading properties(std::string_view boot, std::string text) {
  return {boot, "application.properties", std::move(text)};
}
inline Reading yaml(std::string_view boot, std::string text) {
  return {boot, "application.yml", std::move(text)};
}

}  // namespace kaflint::dialect
