#include "linter/dialect/helm_bitnami_values.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using syntax::kNoYaml;
using syntax::YamlId;

/// The least number of the old chart's names by which values are taken for that chart's.
constexpr int kTellingNames = 3;

bool is_brokers(std::string_view key) {
  if (key.find('.') == std::string_view::npos) return false;
  return !kafka::catalog(kafka::Role::broker).history(key).empty() ||
         key.starts_with("listener.name.");
}

/// `listeners` as no other chart has them: two at least of those that this one makes, each with a
/// protocol of Kafka's.
bool has_own_listeners(const syntax::YamlFile& file, const ValuesPlace& place) {
  constexpr std::string_view kProtocols[] = {"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"};
  return std::ranges::count_if(bitnami_listeners(), [&](const BitnamiListener& listener) {
           const ValuesPlace protocol =
               place_at(file, place, fmt::format("listeners.{}.protocol", listener.section));
           return std::ranges::find(kProtocols, known_text(file, protocol.node)) !=
                  std::end(kProtocols);
         }) >= 2;
}

}  // namespace

std::string joined(std::string_view path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

ValuesPlace place_at(const syntax::YamlFile& yaml, const ValuesPlace& from, std::string_view path) {
  ValuesPlace place = from;
  for (const std::string_view key : split(path, '.')) {
    const ValuesPlace above = place;
    place.node = kNoYaml;
    if (above.node == kNoYaml || !yaml.is_mapping(above.node)) return place;
    for (const syntax::YamlEntry& entry : syntax::entries(yaml, above.node)) {
      if (known_text(yaml, entry.key) != key) continue;
      place = {.node = entry.value,
               .path = joined(above.path, key),
               .key = yaml.text(entry.key),
               .parent = above.key,
               .depth = above.depth + 1,
               .key_span = yaml.node(entry.key).span};
    }
  }
  return place;
}

bool is_empty_value(const syntax::YamlFile& yaml, YamlId node, int depth) {
  if (node == kNoYaml) return true;
  if (yaml.is_scalar(node)) return yaml.is_null(node) || yaml.text(node).empty();
  if (depth == 8 || yaml.resolve(node) == kNoYaml) return false;
  const YamlId first = yaml.node(yaml.resolve(node)).first_child;
  if (first == kNoYaml) return true;
  if (!yaml.is_mapping(node)) return false;
  return std::ranges::all_of(syntax::entries(yaml, node), [&](const syntax::YamlEntry& entry) {
    return is_empty_value(yaml, entry.value, depth + 1);
  });
}

bool has_form(const syntax::YamlFile& yaml, YamlId node, BitnamiForm form) {
  switch (form) {
    case BitnamiForm::quoted:
    case BitnamiForm::stripped:
      return yaml.is_scalar(node);
    case BitnamiForm::list:
      return yaml.is_sequence(node);
    case BitnamiForm::map:
      return yaml.is_mapping(node);
    case BitnamiForm::properties:
      return yaml.is_mapping(node) || yaml.is_scalar(node);
    case BitnamiForm::other:
      return true;
  }
  return false;
}

bool holds_broker_settings(const syntax::YamlFile& yaml, YamlId node) {
  std::size_t all = 0;
  std::size_t known = 0;
  const auto count = [&](std::string_view key) {
    ++all;
    known += is_brokers(key);
  };
  if (yaml.is_mapping(node)) {
    for (const syntax::YamlEntry& entry : syntax::entries(yaml, node))
      count(known_text(yaml, entry.key));
  } else if (yaml.is_scalar(node) && yaml.text(node).find('\n') != std::string_view::npos) {
    for (const auto& pair :
         syntax::parse_properties(yaml.text(node), syntax::Charset::latin1).pairs)
      count(pair.key);
  }
  return known > 0 && known * 2 >= all;
}

bool has_bitnami_image(const syntax::YamlFile& file, const ValuesPlace& place) {
  const std::string_view repository =
      known_text(file, place_at(file, place, "image.repository").node);
  return repository.ends_with("bitnami/kafka") || repository.ends_with("bitnamilegacy/kafka");
}

bool is_bitnami_section(const syntax::YamlFile& file, const ValuesPlace& place) {
  if (has_bitnami_image(file, place)) return true;
  std::vector<std::string_view> names;
  for (const syntax::YamlEntry& entry : syntax::entries(file, place.node))
    names.push_back(known_text(file, entry.key));
  if (has_own_listeners(file, place)) return true;
  int telling = 0;
  for (const BitnamiValue& value : bitnami_values()) {
    const std::string_view first = value.path.substr(0, value.path.find('.'));
    if (std::ranges::find(names, first) == names.end()) continue;
    const ValuesPlace found = place_at(file, place, value.path);
    if (found.node == kNoYaml || !has_form(file, found.node, value.form)) continue;
    if (value.form == BitnamiForm::quoted || value.form == BitnamiForm::stripped) {
      telling += !value.kafka.empty() && value.until < 24;
      continue;
    }
    const bool layer = value.form == BitnamiForm::properties || value.form == BitnamiForm::map;
    // `config` and `extraConfig` are names that other charts use for other things.
    const bool own_name = value.form == BitnamiForm::map || place.key.empty() ||
                          place.key == "kafka" || value.path.find('.') != std::string_view::npos;
    if (layer && own_name && holds_broker_settings(file, found.node)) return true;
  }
  return telling >= kTellingNames;
}

}  // namespace kaflint::dialect
