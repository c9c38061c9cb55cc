#include "linter/kafka/parsed_values.h"

#include <algorithm>
#include <utility>

namespace kaflint::kafka {

ParsedValues::ParsedValues(RoleCatalog catalog, const WrittenConfig& written)
    : catalog_(catalog), written_(&written), places_(tables::keys_of(catalog.rows()).size()) {
  keys_.reserve(std::min(places_.size(), written.values().size()) + 1);
  for (const auto& [key, text] : written.values()) add(key, key, text);
  if (catalog.role() != Role::broker) return;
  for (const auto& [key, other] : {std::pair("broker.id", "node.id"), {"node.id", "broker.id"}}) {
    if (written.contains(key) || !written.contains(other)) continue;
    synonym_ = keys_.size();
    add(key, other, *written.find(other));
  }
}

void ParsedValues::add(std::string_view key, std::string_view written,
                       const std::optional<std::string>& text) {
  const tables::KeyRow* row = tables::find_key(catalog_.rows(), key);
  if (row == nullptr) return;
  keys_.push_back({.row = row, .written = written, .text = &text});
  places_[static_cast<std::size_t>(row - tables::keys_of(catalog_.rows()).data())] =
      static_cast<std::uint16_t>(keys_.size());
}

std::optional<std::size_t> ParsedValues::find(const tables::KeyRow& key) const {
  const auto number = static_cast<std::size_t>(&key - tables::keys_of(catalog_.rows()).data());
  if (places_[number] == 0) return std::nullopt;
  return places_[number] - std::size_t{1};
}

const ParsedValues::Outcome& ParsedValues::parse(std::size_t place, KeyDefinition definition) {
  Key& key = keys_[place];
  for (std::uint32_t i = key.first_parse; i != kNone; i = parses_[i].next)
    if (parses_[i].definition.demands_the_same_as(definition)) return parses_[i].outcome;
  parses_.push_back({.definition = definition,
                     .outcome = parse_value(definition, **key.text, newest_release()),
                     .next = key.first_parse});
  key.first_parse = static_cast<std::uint32_t>(parses_.size() - 1);
  return parses_.back().outcome;
}

}  // namespace kaflint::kafka
