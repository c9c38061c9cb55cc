// See smallrye_value.h. The converters are SmallRye Config's: Integer.valueOf and Double.valueOf of
// the trimmed text.
#include "linter/dialect/smallrye_value.h"

#include <cstdint>
#include <limits>

#include "linter/base/text.h"
#include "linter/kafka/config_value.h"
#include "linter/kafka/java_number.h"

namespace kaflint::dialect {
namespace {

using IntLimits = std::numeric_limits<std::int32_t>;

}  // namespace

std::string smallrye_value(std::string_view written) {
  const std::string_view text = trim_java(written);
  const kafka::IntegerResult whole =
      kafka::parse_java_integer(text, IntLimits::min(), IntLimits::max());
  if (!whole.error) return std::to_string(whole.value);
  if (const std::optional<double> number = kafka::parse_java_double(text))
    return kafka::convert_to_string(kafka::ConfigValue(*number));
  for (std::string_view truth : {"true", "false"})
    if (ascii_lower(text) == truth) return std::string(truth);
  return std::string(text);
}

bool becomes_floating(std::string_view written) {
  using Limits = std::numeric_limits<std::int64_t>;
  const kafka::IntegerResult whole =
      kafka::parse_java_integer(trim_java(written), Limits::min(), Limits::max());
  return !whole.error && (whole.value < IntLimits::min() || whole.value > IntLimits::max());
}

}  // namespace kaflint::dialect
