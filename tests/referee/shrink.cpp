#include "tests/referee/shrink.h"

#include <algorithm>

#include "linter/base/text.h"
#include "tests/referee/compare.h"
#include "tests/referee/judge.h"

namespace kaflint::referee {
namespace {

std::vector<Case> smaller(const Case& test) {
  std::vector<Case> result;
  for (const auto& [key, value] : test.config) {
    Case without = test;
    without.config.erase(key);
    result.push_back(std::move(without));
  }
  for (const auto& [key, value] : test.config) {
    const std::size_t begin = value.find_first_not_of(" \t\n");
    if (begin == std::string::npos) continue;
    const std::size_t end = value.find_last_not_of(" \t\n");
    const std::string trimmed = value.substr(begin, end - begin + 1);
    if (trimmed == value) continue;
    Case plain = test;
    plain.config[key] = trimmed;
    result.push_back(std::move(plain));
  }
  return result;
}

bool shows(const Case& test, const Answer& kafka, const std::string& reason) {
  return std::ranges::any_of(compare(test, kafka, judge(test)), [&](const Difference& difference) {
    return difference.reason == reason;
  });
}

}  // namespace

Case shrink(Case test, const std::string& reason, KafkaProcess& kafka) {
  for (;;) {
    const std::vector<Case> candidates = smaller(test);
    const std::vector<Answer> answers = kafka.ask(candidates);
    std::size_t found = 0;
    while (found < candidates.size() && !shows(candidates[found], answers[found], reason)) ++found;
    if (found == candidates.size()) return test;
    test = candidates[found];
  }
}

}  // namespace kaflint::referee
