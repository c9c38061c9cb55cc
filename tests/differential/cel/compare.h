// Answers of cel-go, as reference/main.go writes them, against this library's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kaflint::constraint {

struct Comparison {
  std::size_t cases = 0;
  std::size_t refused = 0;
  std::size_t errors = 0;
  std::size_t unknown = 0;
  std::vector<std::string> differences;  // for a person; at most 50
};

/// Reads lines of JSON, compressed or not. Throws std::runtime_error where they are not readable.
Comparison compare_with_recording(const std::string& path);

}  // namespace kaflint::constraint
