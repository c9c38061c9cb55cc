// The keys that a JVM makes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::startup {

/// Which sizes in bits javax.crypto.KeyGenerator takes for the algorithm, when `size` is none of
/// them: `128, 192 or 256`. Nothing when it is one, or for an algorithm that a JVM may have beyond
/// the usual ones. Measured on Java 17.
std::optional<std::string> missed_key_size(std::string_view algorithm, std::int64_t size);

}  // namespace kaflint::startup
