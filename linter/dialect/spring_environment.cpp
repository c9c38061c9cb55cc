// See spring_environment.h. Boot's SystemEnvironmentPropertyMapper: underscores separate, case and
// dashes are lost.
#include "linter/dialect/spring_environment.h"

#include <algorithm>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/spring_units.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kVariables = "SPRING_KAFKA_";
constexpr std::string_view kProperties = "spring.kafka.";

SpringEntry entry_of(const Setting& variable) {
  SpringEntry entry;
  entry.value = variable.value;
  entry.unknown = variable.unknown;
  entry.name = variable.key;
  entry.written_key = variable.key;
  entry.key_span = variable.key_span;
  entry.value_span = variable.value_span;
  entry.value_pieces = {variable.value_span};
  entry.entry_span = variable.entry_span;
  entry.chain = variable.chain;
  entry.variable = variable.key.starts_with(kVariables);
  if (entry.variable) {
    const std::string lower = ascii_lower(variable.key.substr(kVariables.size()));
    for (std::string_view element : split(lower, '_'))
      if (!element.empty()) entry.elements.emplace_back(element);
  } else {
    entry.elements = spring_name_elements(variable.key.substr(kProperties.size()));
  }
  entry.written_elements = entry.elements.size() + 2;
  if (entry.elements.empty()) return entry;
  const bool map = std::ranges::find(entry.elements, "properties") != entry.elements.end();
  entry.indexed = !map && std::ranges::all_of(entry.elements.back(), is_digit);
  return entry;
}

}  // namespace

bool is_spring_variable(std::string_view name) {
  return name.starts_with(kVariables) || name.starts_with(kProperties);
}

FileUnits read_spring_environment(std::span<const Setting> variables, const ReadOptions& options) {
  SpringDocument document;
  for (const Setting& variable : variables) {
    if (!is_spring_variable(variable.key)) continue;
    SpringEntry entry = entry_of(variable);
    if (!entry.elements.empty()) document.entries.push_back(std::move(entry));
  }
  FileUnits units;
  if (document.entries.empty()) return units;
  SpringSources sources;
  sources.own = {&document};
  sources.all = {&document};
  sources.boot = options.spring_boot;
  sources.required_acks =
      required_acks_of(options.spring_cloud_binder, options.spring_cloud, options.spring_boot);
  read_spring_units(sources, units);
  return units;
}

}  // namespace kaflint::dialect
