// Checked assertions: a violation is a bug of kaflint, never of the user's file.
#pragma once

#include <source_location>
#include <string_view>

namespace kaflint {

/// Prints `what` with the place to stderr and aborts.
[[noreturn]] void check_failed(std::string_view what,
                               std::source_location where = std::source_location::current());

}  // namespace kaflint

#define KAFLINT_CHECK(condition, what) \
  do {                                 \
    if (condition) [[likely]]          \
      break;                           \
    ::kaflint::check_failed(what);     \
  } while (false)
