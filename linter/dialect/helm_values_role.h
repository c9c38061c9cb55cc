// Which component a map or a text of a chart's values is for, where only its keys tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/dialect/role_guess.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

/// How many of the keys some version of the role has.
std::size_t count_known(kafka::Role role, const std::vector<KeyAndValue>& pairs);

/// By the name of what holds them and by the keys, those of brokers, topics and workers included.
/// Nothing for what is librdkafka's or not clearly one role's.
std::optional<RoleGuess> guess_values_role(std::string_view name,
                                           const std::vector<KeyAndValue>& pairs);

}  // namespace kaflint::dialect
