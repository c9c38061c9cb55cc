// See spring_typed.h.
#include "linter/dialect/spring_typed.h"

#include <algorithm>
#include <string>
#include <utility>

namespace kaflint::dialect {
namespace {

class Chooser {
 public:
  explicit Chooser(const std::optional<SpringBootVersion>& boot) : boot_(boot) {}

  void add(const ActiveDocument& active, std::size_t at, const SpringPlace& place) {
    TypedEntry found{.active = &active, .at = at, .place = place};
    const SpringEntry& entry = found.entry();
    std::span<const std::string> rest = std::span(entry.elements).subspan(place.skip);
    if (entry.indexed) rest = rest.first(rest.size() - 1);
    const std::string property = join_elements(rest);
    found.typed = entry.variable ? find_spring_variable(place.section, rest)
                                 : find_spring_setting(place.section, property);
    // Only lists have items.
    if (found.typed && entry.indexed && found.typed->type != SpringType::list)
      found.typed = nullptr;
    found.binds = found.typed && (!boot_ || boot_->in_lines(found.typed->boot));
    found.canonical = found.binds && property == found.typed->property &&
                      (place.skip == 0 || entry.elements[0] == place.section);
    choose(std::move(found));
  }

  std::vector<TypedEntry> take() && { return std::move(chosen_); }

 private:
  void choose(TypedEntry found) {
    const auto rival = std::ranges::find_if(chosen_, [&](const TypedEntry& other) {
      return found.binds && other.binds && other.typed->property == found.typed->property;
    });
    if (rival == chosen_.end()) {
      chosen_.push_back(std::move(found));
      return;
    }
    const bool list = found.entry().indexed;
    const bool rival_list = rival->entry().indexed;
    if (rival->active != found.active || (rival_list && !list)) {
      *rival = std::move(found);  // a text counts before items, however it is spelled
    } else if (rival->entry().name == found.entry().name) {
      found.earlier = std::move(rival->earlier);
      found.earlier.push_back(rival->at);
      *rival = std::move(found);
    } else if (rival_list == list && found.canonical) {
      *rival = std::move(found);
    } else if (rival_list == list) {
      rival->unclear |= !rival->canonical;
    }
  }

  const std::optional<SpringBootVersion>& boot_;
  std::vector<TypedEntry> chosen_;
};

}  // namespace

std::vector<TypedEntry> typed_entries(std::span<const ActiveDocument> documents, kafka::Role role,
                                      bool own_section,
                                      const std::optional<SpringBootVersion>& boot) {
  Chooser chooser(boot);
  for (const ActiveDocument& active : documents) {
    const std::vector<SpringEntry>& entries = active.document->entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::optional<SpringPlace> place = spring_place(entries[i], role);
      if (!place || place->map || (place->section != "common") != own_section) continue;
      chooser.add(active, i, *place);
      i += further_items(entries, i);
    }
  }
  return std::move(chooser).take();
}

std::size_t further_items(std::span<const SpringEntry> entries, std::size_t at) {
  if (!entries[at].indexed) return 0;
  const std::vector<std::string>& first = entries[at].elements;
  std::size_t count = 0;
  while (at + count + 1 < entries.size()) {
    const SpringEntry& next = entries[at + count + 1];
    if (!next.indexed || next.elements.size() != first.size() ||
        !std::equal(first.begin(), first.end() - 1, next.elements.begin()))
      break;
    ++count;
  }
  return count;
}

}  // namespace kaflint::dialect
