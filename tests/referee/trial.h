// Many cases before both judges: how often they agree, and in what they differ.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "tests/referee/case.h"
#include "tests/referee/compare.h"
#include "tests/referee/kafka_process.h"

namespace kaflint::referee {

/// How a role fared in a release.
struct Tally {
  std::size_t cases = 0;
  /// Of these Kafka's answer depends on the machine, or kaflint has no mirror and does not refuse.
  std::size_t not_compared = 0;
  std::size_t refusals = 0;
  std::size_t wrong_outcome = 0;
  /// Of the refusals of both.
  std::size_t wrong_key = 0;
  /// Of the starts of both.
  std::size_t wrong_effective = 0;
};

/// Differences that likely have one reason.
struct DifferenceClass {
  Difference first;
  Case test;  // of the first one
  std::size_t count = 0;
};

class Trial {
 public:
  /// Asks Kafka and compares; may be called again with further cases.
  void run(std::span<const Case> cases, KafkaProcess& kafka);

  /// Makes each class's case minimal.
  void shrink_cases(KafkaProcess& kafka);

  const std::map<std::pair<kafka::Role, kafka::Version>, Tally>& tallies() const {
    return tallies_;
  }
  /// By role and reason.
  const std::map<std::pair<kafka::Role, std::string>, DifferenceClass>& classes() const {
    return classes_;
  }
  std::size_t differences() const;
  /// Whether of each role's cases 99.9% have the right outcome and effective values, and 99% of the
  /// refusals the right key: what fresh cases have to reach. One difference is always allowed, so
  /// that small samples can pass. Recorded ones have no difference.
  bool reaches_goals() const;

 private:
  void add(const Case& test, const Answer& kafka, const Answer& own);

  std::map<std::pair<kafka::Role, kafka::Version>, Tally> tallies_;
  std::map<std::pair<kafka::Role, std::string>, DifferenceClass> classes_;
};

/// The table of agreement and the classes, as a person reads them.
std::string to_text(const Trial& trial);

}  // namespace kaflint::referee
