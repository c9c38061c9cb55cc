// The Java program that starts the real components.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "tests/referee/case.h"

namespace kaflint::referee {

/// Where things are; from the command line.
struct KafkaProcessOptions {
  std::string java = "java";
  std::string classes;  // compiled kaflint.referee
  std::string jars;     // of rules/catalog/extract/fetch-jars
};

/// A process that lives as long as this, but for a new one after several releases, which each fill
/// memory.
class KafkaProcess {
 public:
  explicit KafkaProcess(KafkaProcessOptions options);
  ~KafkaProcess();
  KafkaProcess(const KafkaProcess&) = delete;
  KafkaProcess& operator=(const KafkaProcess&) = delete;

  /// The answers to all cases, in their order. Throws std::runtime_error when the process ends
  /// early.
  std::vector<Answer> ask(std::span<const Case> cases);

 private:
  class Child;
  std::vector<Answer> ask_one(std::span<const Case> cases);

  KafkaProcessOptions options_;
  std::unique_ptr<Child> child_;
  std::set<kafka::Version> loaded_;
};

}  // namespace kaflint::referee
