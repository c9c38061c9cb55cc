// compare_cel FILE: prints where this library differs from cel-go's answers in the file.
#include <fmt/format.h>

#include <exception>

#include "tests/differential/cel/compare.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: compare_cel FILE\n");
    return 2;
  }
  try {
    const auto comparison = kaflint::constraint::compare_with_recording(argv[1]);
    for (const std::string& difference : comparison.differences) fmt::print("{}\n", difference);
    fmt::print("{} constraints, of which {} are refused, {} errors, {} unknown: {} differences\n",
               comparison.cases, comparison.refused, comparison.errors, comparison.unknown,
               comparison.differences.size());
    return comparison.differences.empty() ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "compare_cel: {}\n", error.what());
    return 2;
  }
}
