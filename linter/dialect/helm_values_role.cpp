#include "linter/dialect/helm_values_role.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "linter/dialect/common.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {

using kafka::Role;

std::size_t count_known(Role role, const std::vector<KeyAndValue>& pairs) {
  return static_cast<std::size_t>(std::ranges::count_if(pairs, [role](const KeyAndValue& pair) {
    return !kafka::catalog(role).history(pair.key).empty();
  }));
}

namespace {

/// Brokers, topics and workers share too many keys with others to be guessed from any file; here
/// the keys decide if three of four are that role's, and more than are another's.
std::optional<RoleGuess> guess_server_side(const std::vector<KeyAndValue>& pairs) {
  Role best = Role::broker;
  std::size_t known = 0;
  std::size_t second = 0;
  for (Role role :
       {Role::broker, Role::topic, Role::connect_distributed, Role::producer, Role::consumer}) {
    const std::size_t count = count_known(role, pairs);
    if (count > known) {
      best = role;
      second = std::exchange(known, count);
    } else {
      second = std::max(second, count);
    }
  }
  if (known < 2 || known == second || known * 4 < pairs.size() * 3) return std::nullopt;
  if (best == Role::producer || best == Role::consumer) return std::nullopt;  // guess_role's matter
  return RoleGuess{
      best, false,
      fmt::format("{} of {} keys are those of a {}", known, pairs.size(), to_string(best))};
}

}  // namespace

std::optional<RoleGuess> guess_values_role(std::string_view name,
                                           const std::vector<KeyAndValue>& pairs) {
  if (is_librdkafka(pairs)) return std::nullopt;
  if (std::optional<RoleGuess> guess = guess_role(name, pairs)) return guess;
  return guess_server_side(pairs);
}

}  // namespace kaflint::dialect
