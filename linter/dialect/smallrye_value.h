// Values as SmallRye's Kafka connector hands them to a client.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kaflint::dialect {

/// What becomes of a channel's attribute in JsonHelper.asJsonObject of
/// smallrye-reactive-messaging-kafka 3.0 to 4.28, which asks for an Integer first, then for a
/// Double, then for a text: `007` is `7`, `3000000000` is `3.0E9`, `TRUE` is `true`, blanks at the
/// ends go.
std::string smallrye_value(std::string_view written);

/// Whether it is a whole number for which the connector has only a Double, and so prints a point.
bool becomes_floating(std::string_view written);

}  // namespace kaflint::dialect
