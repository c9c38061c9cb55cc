// What to write instead of a key that a component does not read.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "linter/kafka/role.h"

namespace kaflint::policy {

/// What replaces a removed or deprecated key, to be read after a semicolon: ``write `listeners` ``,
/// `remove it` where nothing does.
std::string advice_for_outdated(kafka::Role role, std::string_view key);

/// The key that takes the same values as a removed or deprecated one and means the same; empty if
/// there is none.
std::string_view new_name_of(std::string_view key);

/// What a component writes where another one writes `key`: ``write `log.retention.ms` ``; `move it
/// there or remove it` where it has no such setting.
std::string advice_for_misplaced(kafka::Role role, std::string_view key,
                                 std::span<const kafka::Role> owners);

/// What to do about a required key that is absent, beside the settings that `writes` tells of: `add
/// it`.
std::string advice_for_missing(kafka::Role role, std::string_view key,
                               const std::function<bool(std::string_view)>& writes);

}  // namespace kaflint::policy
