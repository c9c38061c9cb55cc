// See quarkus_properties.h. SmallRye Config: PropertiesConfigSource and YamlConfigSource.
#include "linter/dialect/quarkus_properties.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/source/position.h"

namespace kaflint::dialect {
namespace {

/// A name's segments; quotes hold one together.
std::vector<std::string> name_elements(std::string_view name) {
  std::vector<std::string> elements(1);
  bool quoted = false;
  for (char c : name) {
    if (c == '"')
      quoted = !quoted;
    else if (c == '.' && !quoted)
      elements.emplace_back();
    else
      elements.back() += c;
  }
  return elements;
}

/// YamlConfigSource.flattenYaml puts a key with dots into quotes; a null key stands for its parent.
std::vector<std::string> yaml_elements(std::string_view key) {
  if (key == "~" || key == "null" || key.empty()) return {};
  return {std::string(key)};
}

bool belong_together(const FlatEntry& a, const FlatEntry& b) {
  return a.indexed && b.indexed && a.elements.size() == b.elements.size() &&
         std::equal(a.elements.begin(), a.elements.end() - 1, b.elements.begin());
}

/// YamlConfigSource makes one text with commas of a list.
std::vector<FlatEntry> with_lists_joined(std::vector<FlatEntry> entries) {
  std::vector<FlatEntry> joined;
  const FlatEntry* first = nullptr;
  for (FlatEntry& entry : entries) {
    if (first && belong_together(*first, entry)) {
      FlatEntry& list = joined.back();
      if (!entry.value) list.value.reset();
      if (list.value) *list.value += "," + *entry.value;
      list.entry_span.end = std::max(list.entry_span.end, entry.entry_span.end);
      list.value_span.end = std::max(list.value_span.end, entry.value_span.end);
      list.value_pieces.push_back(entry.value_span);
      continue;
    }
    first = &entry;
    joined.push_back(entry);
  }
  for (FlatEntry& entry : joined)
    if (entry.indexed) entry.elements.pop_back();
  return joined;
}

QuarkusProperty property_of(FlatEntry entry, bool yaml) {
  QuarkusProperty property;
  std::string& first = entry.elements.front();
  if (first.starts_with('%') && entry.elements.size() > 1) {
    std::string_view profile = std::string_view(first).substr(1);
    if (profile.starts_with('{') && profile.ends_with('}'))
      profile = profile.substr(1, profile.size() - 2);
    property.profile = profile;
    entry.elements.erase(entry.elements.begin());
  }
  if (yaml)
    property.quoted = std::ranges::any_of(entry.elements, [](const std::string& element) {
      return element.find('.') != std::string::npos;
    });
  property.entry = std::move(entry);
  return property;
}

std::vector<QuarkusProperty> properties_of(const ParsedFile& file, std::size_t document) {
  std::vector<FlatEntry> entries;
  if (file.properties) {
    for (const syntax::PropertiesPair& pair : file.properties->pairs)
      entries.push_back(flat_entry(pair, name_elements(pair.key)));
    for (FlatEntry& entry : entries) entry.indexed = false;
  } else {
    const FlatRules rules{.elements = yaml_elements, .scalars = FlatRules::Scalars::smallrye};
    flatten_yaml(
        *file.yaml, file.yaml->documents[document].root, rules,
        [](const std::vector<std::string>&) { return true; },
        [&](FlatEntry entry) { entries.push_back(std::move(entry)); });
    entries = with_lists_joined(std::move(entries));
  }
  std::vector<QuarkusProperty> properties;
  for (FlatEntry& entry : entries)
    if (!entry.elements.empty() && (!entry.value || !entry.value->empty()))
      properties.push_back(property_of(std::move(entry), file.yaml != nullptr));
  return properties;
}

std::vector<QuarkusProperty> properties_of_source(const SourceFile& source) {
  if (ascii_lower(source.path()).ends_with(".properties")) {
    const auto tree = syntax::parse_properties(source.bytes(), syntax::Charset::latin1);
    return properties_of({.source = source, .options = {}, .properties = &tree}, 0);
  }
  const auto tree = syntax::parse_yaml(source.bytes());
  if (tree.documents.empty()) return {};
  return properties_of({.source = source, .options = {}, .yaml = &tree}, 0);
}

/// What application.properties and application.yaml say for a file of one profile. A file of the
/// profile is stronger than both, whatever they say for it.
std::vector<QuarkusProperty> properties_below(const ParsedFile& file) {
  constexpr std::string_view kBase = "application-";
  const std::string& path = file.source.path();
  const std::string_view name = file_name(path);
  if (!file.options.files || !name.starts_with(kBase)) return {};
  const std::string_view profile = name.substr(kBase.size(), name.rfind('.') - kBase.size());
  std::vector<QuarkusProperty> always;
  std::vector<QuarkusProperty> in_profile;
  for (std::string_view base : {"application.properties", "application.yml", "application.yaml"}) {
    const auto source = file.options.files->read(path, base);
    if (!source) continue;
    const LineTable lines(source->bytes());
    for (QuarkusProperty& property : properties_of_source(*source)) {
      if (!property.profile.empty() && !property.in(profile)) continue;
      leave_file(property.entry, *source, lines);
      property.own = false;
      auto& layer = property.profile.empty() ? always : in_profile;
      property.profile.clear();
      layer.push_back(std::move(property));
    }
  }
  std::ranges::move(in_profile, std::back_inserter(always));
  return always;
}

}  // namespace

bool QuarkusProperty::in(std::string_view wanted) const {
  if (profile.empty()) return false;
  if (profile == wanted) return true;
  for (std::string_view one : split(profile, ','))
    if (trim_java(one) == wanted) return true;
  return false;
}

std::optional<std::string> QuarkusProperty::key_below(std::span<const std::string> path) const {
  const std::vector<std::string>& elements = entry.elements;
  if (elements.size() <= path.size() || !std::equal(path.begin(), path.end(), elements.begin()))
    return std::nullopt;
  return join_elements(std::span(elements).subspan(path.size()));
}

std::vector<QuarkusProperty> read_quarkus_properties(const ParsedFile& file, std::size_t document) {
  std::vector<QuarkusProperty> properties = properties_below(file);
  std::ranges::move(properties_of(file, document), std::back_inserter(properties));
  return properties;
}

SpringLookup quarkus_lookup(const std::vector<QuarkusProperty>& properties,
                            std::string_view profile) {
  const auto find = [&properties, profile](std::string_view name) -> SpringProperty {
    using State = SpringProperty::State;
    const QuarkusProperty* found = nullptr;
    bool of_other_profile = false;
    for (const QuarkusProperty& property : properties) {
      if (property.quoted || join_elements(property.entry.elements) != name) continue;
      const bool own = property.profile.empty() || property.in(profile);
      of_other_profile |= !own;
      if (own && (!found || found->profile.empty() || !property.profile.empty())) found = &property;
    }
    if (!found) return {of_other_profile ? State::unknown : State::absent, {}};
    if (!found->entry.value) return {State::unknown, {}};
    return {State::known, *found->entry.value};
  };
  return {.find = find};
}

}  // namespace kaflint::dialect
