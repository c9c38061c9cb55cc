// .env files and the variables that compose puts into its own file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/span.h"

namespace kaflint::dialect {

struct DotenvEntry {
  std::string name;
  /// Text between the quotes, escapes resolved, variables still in place; nothing for a name alone,
  /// whose value comes from the environment.
  std::optional<std::string> value;
  bool literal = false;  // single quotes: nothing is put in place of ${X}
  Span name_span;
  Span value_span;  // quotes included
  Span entry_span;
  std::uint32_t line = 1;
};

/// In file order, as compose-go's dotenv reads them. Lines that are no pair are left out.
std::vector<DotenvEntry> parse_dotenv(std::string_view bytes);

/// The variable's value as far as files say it; nothing when they do not.
using VariableLookup = std::function<std::optional<std::string>(std::string_view name)>;

struct Interpolated {
  std::optional<std::string> text;  // nothing when a variable is not known
  bool refused = false;             // compose ends with `invalid interpolation format`
};

/// $X, ${X}, ${X:-default}, ${X-default}, ${X:?error}, ${X:+other}, $$: compose's own forms. A
/// default counts where no file gives the variable.
Interpolated interpolate(std::string_view text, const VariableLookup& lookup);

}  // namespace kaflint::dialect
