// The Java program that starts the real components.
#pragma once

#include <functional>
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

/// Asks for the answers to all cases, in their order; one process for all of them. Throws std::runtime_error when the
/// process ends early.
std::vector<Answer> ask_kafka(const KafkaProcessOptions& options, std::span<const Case> cases);

}  // namespace kaflint::referee
