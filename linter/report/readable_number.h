// What a number of milliseconds or bytes is in units that people think in.
#pragma once

#include <string>
#include <string_view>

namespace kaflint::report {

/// `7 days` for 604800000 of a key that ends in `.ms`, `1 GiB` for 1073741824 of one that ends in
/// `.bytes`, `the largest long`; empty where that is no shorter or clearer, or for no number.
std::string readable_number(std::string_view key, std::string_view value);

}  // namespace kaflint::report
