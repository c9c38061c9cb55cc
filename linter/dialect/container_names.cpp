#include "linter/dialect/container_names.h"

#include <algorithm>
#include <utility>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/kafka/version.h"
#include "linter/project/release_text.h"

namespace kaflint::dialect {
namespace {

/// A `_` between two other characters becomes a dot. Go's regexp has no lookaround, so ub consumes
/// the character behind it, which then cannot stand before the next one.
std::string single_underscores(std::string_view name, bool consuming) {
  std::string result(name);
  std::size_t free_from = 0;  // characters before were part of a match
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] != '_' || name[i - 1] == '_' || name[i + 1] == '_') continue;
    if (consuming && i - 1 < free_from) continue;
    result[i] = '.';
    free_from = i + 2;
  }
  return result;
}

std::string confluent_key(std::string_view name, bool consuming) {
  const std::string dotted = single_underscores(ascii_lower(name), consuming);
  return replace_all(replace_all(dotted, "___", "-"), "__", "_");
}

std::string apache_key(std::string_view name) {
  std::string key = ascii_lower(name);
  std::ranges::replace(key, '_', '.');
  return replace_all(replace_all(key, "...", "-"), "..", "_");
}

std::string dotted_key(const ContainerFamily& family, std::string_view name) {
  std::string key = ascii_lower(name);
  std::ranges::replace(key, '_', '.');
  if (family.name != "bitnami") return key;
  return replace_all(replace_all(key, "sasl.ssl", "sasl_ssl"), "sasl.plaintext", "sasl_plaintext");
}

std::string convert(const ContainerFamily& family, NameForm form, std::string_view rest) {
  switch (form) {
    case NameForm::dub:
      return confluent_key(rest, false);
    case NameForm::ub:
      return confluent_key(rest, true);
    case NameForm::apache_all:
      return apache_key(replace_all(rest, "KAFKA_", ""));
    case NameForm::apache_first:
      return apache_key(rest);
    case NameForm::dots:
      return dotted_key(family, rest);
  }
  return {};
}

bool is_ignored(const ContainerFamily& family, NameForm form, std::string_view name) {
  if (find_row(family, VariableUse::ignored, name)) return true;
  if (form == NameForm::ub && find_row(family, VariableUse::ignored_since_8_1, name)) return true;
  if (form == NameForm::dub && find_row(family, VariableUse::ignored_to_8_0, name)) return true;
  bool found = false;
  for_each_row(family, VariableUse::ignored_prefix,
               [&](const ContainerRow& row) { found = found || name.starts_with(row.name); });
  return found;
}

/// Major and minor of the Confluent Platform; nothing when the tag has none.
std::optional<std::pair<int, int>> platform_of(std::string_view tag) {
  const std::vector<std::string_view> parts = split(project::leading_number(tag), '.');
  if (parts.size() < 2) return std::nullopt;
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 4)) value = value * 10 + (c - '0');
    return value;
  };
  return std::pair(number(parts[0]), number(parts[1]));
}

}  // namespace

std::vector<NameForm> name_forms(const ContainerFamily& family, std::string_view tag) {
  if (family.name == "confluent-local") return {NameForm::ub};
  if (family.names == NameRule::dots) return {NameForm::dots};
  if (family.names == NameRule::confluent) {
    const auto platform = platform_of(tag);
    if (!platform) return {NameForm::dub, NameForm::ub};
    return {*platform > std::pair(8, 0) ? NameForm::ub : NameForm::dub};
  }
  const auto releases = project::releases_of(tag);
  if (family.name != "apache" || !releases) return {NameForm::apache_all, NameForm::apache_first};
  const bool first = releases->releases().front() >= kafka::Version(4, 0, 0);
  return {first ? NameForm::apache_first : NameForm::apache_all};
}

std::optional<std::string> key_of_variable(const ContainerFamily& family, NameForm form,
                                           std::string_view name) {
  if (is_ignored(family, form, name)) return std::nullopt;
  if (const ContainerRow* row = find_row(family, VariableUse::special, name))
    return std::string(row->of);
  if (form == NameForm::dub)
    if (const ContainerRow* row = find_row(family, VariableUse::special_to_8_0, name))
      return std::string(row->of);
  if (name.starts_with(family.prefix))
    return convert(family, form, name.substr(family.prefix.size()));
  std::optional<std::string> key;
  for_each_row(family, VariableUse::also, [&](const ContainerRow& row) {
    if (name.starts_with(row.name))
      key = std::string(row.of) + convert(family, form, name.substr(row.name.size()));
  });
  return key;
}

std::optional<std::string> variable_of_key(const ContainerFamily& family, NameForm form,
                                           std::string_view key) {
  std::string name(family.prefix);
  for (const char c : key) {
    if (c == '.')
      name += '_';
    else if (c == '_')
      name += form == NameForm::dots ? "_" : "__";
    else if (c == '-')
      name += "___";
    else
      name += is_letter(c) ? static_cast<char>(c & ~0x20) : c;
  }
  if (key_of_variable(family, form, name) != key) return std::nullopt;
  return name;
}

}  // namespace kaflint::dialect
