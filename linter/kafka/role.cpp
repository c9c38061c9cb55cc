// The names of the roles.
#include "linter/kafka/role.h"

#include <algorithm>
#include <cstddef>

namespace kaflint::kafka {
namespace {

constexpr std::array<std::string_view, kAllRoles.size()> kNames = {"producer",
                                                                   "consumer",
                                                                   "share-consumer",
                                                                   "admin",
                                                                   "streams",
                                                                   "broker",
                                                                   "topic",
                                                                   "connect-distributed",
                                                                   "connect-standalone",
                                                                   "source-connector",
                                                                   "sink-connector",
                                                                   "group",
                                                                   "mirrormaker"};

}  // namespace

std::string_view to_string(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view text) {
  const auto* found = std::ranges::find(kNames, text);
  if (found == kNames.end()) return std::nullopt;
  return kAllRoles[static_cast<std::size_t>(found - kNames.begin())];
}

}  // namespace kaflint::kafka
