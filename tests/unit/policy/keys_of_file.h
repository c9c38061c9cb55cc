// A settings file of one role, and what the checks of its keys find.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/policy/key_checks.h"

namespace kaflint::policy {

using kafka::Role;
using kafka::Version;
using kafka::VersionSet;
using Lines = std::vector<std::string>;

inline VersionSet versions_of(std::string_view request) {
  auto versions = kafka::parse_version_request(request);
  EXPECT_TRUE(versions.has_value()) << request;
  return versions.value_or(VersionSet());
}

/// One settings file of one role.
class File {
 public:
  File(Role role, std::string text) : source_("file.properties", std::move(text)) {
    unit_ = dialect::read_units(source_, {.role = role}).units.at(0);
  }

  /// Something else may add settings.
  File& incomplete() {
    unit_.complete = false;
    return *this;
  }
  File& foreign(std::string prefix) {
    unit_.foreign_prefixes.push_back(std::move(prefix));
    return *this;
  }
  dialect::Unit& unit() { return unit_; }

  std::vector<DiagnosticAt> found(std::string_view versions) const {
    std::vector<DiagnosticAt> out;
    check_keys(unit_, versions_of(versions), out);
    return out;
  }

  /// `rule: what is underlined`, then the arguments that the case is about, the versions where they
  /// are not all that were asked for, and `!` where Kafka refuses.
  Lines findings(std::string_view versions = "4.4.0") const {
    Lines lines;
    for (const DiagnosticAt& each : found(versions)) {
      const Diagnostic& diagnostic = each.diagnostic;
      std::string line = fmt::format("{}: {}", diagnostic.rule.text(),
                                     source_.text(diagnostic.span.value_or(Span{})));
      for (const char* name : {"suggestion", "removed", "since", "owner", "outlook", "advice"})
        if (const auto found = diagnostic.arguments.find(name); found != diagnostic.arguments.end())
          line += fmt::format("; {}", found->second);
      if (each.versions != versions_of(versions)) line += "; on " + each.versions.to_string();
      if (each.diagnostic.consequence == Consequence::refuses_to_start) line += " !";
      lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  SourceFile source_;
  dialect::Unit unit_;
};

}  // namespace kaflint::policy
