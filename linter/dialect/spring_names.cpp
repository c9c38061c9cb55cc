// See spring_names.h.
#include "linter/dialect/spring_names.h"

#include <utility>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::dialect {

std::string uniform_name(std::string_view name) {
  // Elements in brackets are exact, so a dot in one must not look like one between elements.
  constexpr char kBetween = '\n';
  std::string uniform;
  bool bracket = false;
  const std::string lower = ascii_lower(name);
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == (bracket ? ']' : '[')) {
      bracket = !bracket;
      if (bracket) uniform += kBetween;
    } else if (bracket) {
      uniform += name[i];
    } else if (name[i] == '.') {
      uniform += kBetween;
    } else if (is_letter(name[i]) || is_digit(name[i])) {
      uniform += lower[i];
    }
  }
  return uniform;
}

std::string canonical_name(std::string_view name) {
  std::string canonical;
  bool bracket = false;
  const std::string lower = ascii_lower(name);
  for (std::size_t i = 0; i < name.size(); ++i) {
    bracket |= name[i] == '[';
    const bool counts = is_letter(name[i]) || is_digit(name[i]) || name[i] == '-' || name[i] == '.';
    if (bracket)
      canonical += name[i];
    else if (counts)
      canonical += lower[i];
    bracket &= name[i] != ']';
  }
  return canonical;
}

void SpringNamesakes::add(const SpringDocument& document, const SpringEntry& entry,
                          const Setting& setting) {
  Group& group = groups_[uniform_name(entry.name)];
  if (std::exchange(group.document, &document) != &document) group.in_document.clear();
  group.in_document.insert_or_assign(entry.name, setting);
  group.names.insert_or_assign(setting.key, entry.name);
}

std::vector<Setting> SpringNamesakes::settle() const {
  std::vector<Setting> settled;
  for (const auto& [uniform, group] : groups_) {
    if (group.names.size() < 2) continue;
    for (const auto& [key, name] : group.names) {
      const auto canonical = group.in_document.find(canonical_name(name));
      const bool found = canonical != group.in_document.end();
      Setting setting = found ? canonical->second : group.in_document.begin()->second;
      setting.key = key;
      if (!found && group.in_document.size() > 1) {  // a hash decides
        setting.value.reset();
        setting.unknown = UnknownReason::unsupported;
      }
      settled.push_back(std::move(setting));
    }
  }
  return settled;
}

}  // namespace kaflint::dialect
