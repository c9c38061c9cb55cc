// Kafka's recorded answers, so that they can be compared without Java:
// fixtures/referee/ROLE.jsonl.gz.
//
// A line is a case with Kafka's answer. Effective values are left out where they equal those of the
// role's last line of the same release that has `reference`, which has them all; `absent` lists
// what that line has and this one has not.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "tests/referee/case.h"

namespace kaflint::referee {

/// Writes the cases with their answers; equal bytes for equal contents. Throws std::runtime_error.
void write_recording(const std::string& file, std::span<const Case> cases,
                     std::span<const Answer> answers);

/// Calls `take` for each case. Throws std::runtime_error when the file cannot be read.
void read_recording(const std::string& file,
                    const std::function<void(const Case&, const Answer&)>& take);

}  // namespace kaflint::referee
