#include "linter/policy/default_changes.h"

#include <algorithm>
#include <iterator>

namespace kaflint::policy {
namespace {

constexpr DefaultChange kChanges[] = {
#include "default_changes.inc"
};

}  // namespace

const DefaultChange* find_default_change(kafka::Role role, std::string_view key) {
  const auto* found = std::ranges::find_if(kChanges, [&](const DefaultChange& change) {
    return change.key == key && (change.role.empty() || change.role == to_string(role));
  });
  return found == std::end(kChanges) ? nullptr : found;
}

}  // namespace kaflint::policy
