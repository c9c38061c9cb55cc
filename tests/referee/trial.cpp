#include "tests/referee/trial.h"

#include <fmt/format.h>

#include <algorithm>

#include "tests/referee/judge.h"
#include "tests/referee/shrink.h"

namespace kaflint::referee {
namespace {

std::string line_of(std::string_view role, std::string_view release, const Tally& tally) {
  return fmt::format("{:<20} {:<9} {:>7} {:>8} {:>9} {:>8} {:>5} {:>10}\n", role, release,
                     tally.cases, tally.not_compared, tally.refusals, tally.wrong_outcome,
                     tally.wrong_key, tally.wrong_effective);
}

void add(Tally& sum, const Tally& tally) {
  sum.cases += tally.cases;
  sum.not_compared += tally.not_compared;
  sum.refusals += tally.refusals;
  sum.wrong_outcome += tally.wrong_outcome;
  sum.wrong_key += tally.wrong_key;
  sum.wrong_effective += tally.wrong_effective;
}

}  // namespace

void Trial::run(std::span<const Case> cases, KafkaProcess& kafka) {
  const std::vector<Answer> answers = kafka.ask(cases);
  for (std::size_t i = 0; i < cases.size(); ++i) add(cases[i], answers[i], judge(cases[i]));
}

void Trial::add(const Case& test, const Answer& kafka, const Answer& own) {
  Tally& tally = tallies_[{test.role, test.release}];
  ++tally.cases;
  const bool no_mirror = own.outcome == "undetermined" && !has_mirror(test.role);
  if (!is_comparable(kafka) || no_mirror) {
    ++tally.not_compared;
    return;
  }
  if (kafka.outcome == "refuses") ++tally.refusals;
  const std::vector<Difference> differences = compare(test, kafka, own);
  for (const Difference& difference : differences) {
    const auto [place, inserted] =
        classes_.try_emplace({test.role, difference.reason},
                             DifferenceClass{.first = difference, .test = test, .count = 0});
    ++place->second.count;
  }
  if (differences.empty()) return;
  switch (differences.front().kind) {
    case Difference::Kind::outcome:
      ++tally.wrong_outcome;
      break;
    case Difference::Kind::key:
      ++tally.wrong_key;
      break;
    case Difference::Kind::effective:
      ++tally.wrong_effective;
  }
}

void Trial::shrink_cases(KafkaProcess& kafka) {
  for (auto& [name, found] : classes_) {
    found.test = shrink(found.test, name.second, kafka);
    const std::vector<Answer> answers = kafka.ask({&found.test, 1});
    for (const Difference& difference : compare(found.test, answers.front(), judge(found.test)))
      if (difference.reason == name.second) found.first = difference;
  }
}

std::size_t Trial::differences() const {
  std::size_t sum = 0;
  for (const auto& [place, tally] : tallies_)
    sum += tally.wrong_outcome + tally.wrong_key + tally.wrong_effective;
  return sum;
}

bool Trial::reaches_goals() const {
  std::map<kafka::Role, Tally> sums;
  for (const auto& [place, tally] : tallies_) referee::add(sums[place.first], tally);
  return std::ranges::all_of(sums, [](const auto& entry) {
    const Tally& sum = entry.second;
    const std::size_t compared = sum.cases - sum.not_compared;
    return sum.wrong_outcome + sum.wrong_effective <= std::max<std::size_t>(1, compared / 1000) &&
           sum.wrong_key <= std::max<std::size_t>(1, sum.refusals / 100);
  });
}

std::string to_text(const Trial& trial) {
  std::string text =
      "role                 release     cases  skipped   refused  outcome   key  effective\n";
  std::map<kafka::Role, Tally> sums;
  for (const auto& [place, tally] : trial.tallies()) {
    if (tally.wrong_outcome + tally.wrong_key + tally.wrong_effective != 0)
      text += line_of(kafka::to_string(place.first), place.second.to_string(), tally);
    add(sums[place.first], tally);
  }
  for (const auto& [role, sum] : sums)
    text += line_of(kafka::to_string(role), has_mirror(role) ? "all" : "no mirror", sum);
  for (const auto& [name, found] : trial.classes())
    text += fmt::format("\n{} times: {}\n  {}\n  Kafka:   {}\n  kaflint: {}\n", found.count,
                        name.second, to_json(found.test).dump(-1, ' ', true), found.first.expected,
                        found.first.actual);
  return text;
}

}  // namespace kaflint::referee
