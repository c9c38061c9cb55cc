// The rules of a SARIF log: all of them in every log, so that results can refer to them by index
// and a clean run still says what was looked for.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "linter/policy/rule.h"
#include "linter/report/json_parts.h"
#include "linter/report/report.h"

namespace kaflint::report {

class SarifRules {
 public:
  /// The built-in rules, after them the policies that were on for any file of the report, and those
  /// that only its findings know.
  explicit SarifRules(const Report& report);

  const Json& descriptors() const { return descriptors_; }
  std::size_t index_of(std::string_view id) const { return index_.find(id)->second; }

 private:
  void add(const policy::Rule& rule);
  void add(const Finding& finding);

  Json descriptors_ = Json::array();
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// SARIF's texts are sentences: first letter in upper case where that is a plain word, period last.
std::string sentence(std::string_view text);

}  // namespace kaflint::report
