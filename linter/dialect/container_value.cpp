#include "linter/dialect/container_value.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "linter/syntax/properties.h"

namespace kaflint::dialect {
namespace {

/// Nothing in it that a properties file reads otherwise than it stands.
bool is_plain(std::string_view value) {
  if (value.starts_with(' ') || value.starts_with('\t') || value.starts_with('\f')) return false;
  return std::ranges::none_of(value, [](char c) {
    return c == '\\' || c == '\n' || c == '\r' || static_cast<unsigned char>(c) >= 0x80;
  });
}

/// Scripts that edit their file with sed, and loop over the lines of `env`.
bool passes_scripts(std::string_view value, const ContainerFamily& family) {
  if (family.names != NameRule::dots) return true;
  if (value.find_first_of("\\\n\r&") != std::string_view::npos) return false;
  return family.name == "bitnami" || value.find_first_of("@%") == std::string_view::npos;
}

/// wurstmeister's script puts the output of a command in place of these.
bool holds_command(std::string_view value, const ContainerFamily& family) {
  return family.name == "wurstmeister" && value.find("_{") != std::string_view::npos;
}

Setting of_key(const Setting& variable, std::string key) {
  Setting setting = variable;
  setting.key = std::move(key);
  return setting;
}

void make_unknown(Setting& setting, UnknownReason reason) {
  setting.value.reset();
  setting.unknown = reason;
}

}  // namespace

std::vector<Setting> settings_of_variable(const Setting& variable, const std::string& key,
                                          const ContainerFamily& family) {
  std::vector<Setting> settings{of_key(variable, key)};
  Setting& first = settings.front();
  if (!variable.value) return settings;
  const std::string& value = *variable.value;
  if (holds_command(value, family)) {
    make_unknown(first, UnknownReason::placeholder);
    return settings;
  }
  if (!passes_scripts(value, family)) {
    make_unknown(first, UnknownReason::unsupported);
    return settings;
  }
  if (is_plain(value)) return settings;
  const syntax::PropertiesFile lines =
      syntax::parse_properties(key + "=" + value, syntax::Charset::latin1);
  // At the end of the value it would join the next line, and which one that is nobody can say.
  const bool joins = value.ends_with('\\') && (value.size() < 2 || value[value.size() - 2] != '\\');
  if (lines.error || joins || lines.pairs.empty()) {
    make_unknown(first, UnknownReason::unsupported);
    return settings;
  }
  first.value = lines.pairs.front().value;
  for (std::size_t i = 1; i < lines.pairs.size(); ++i) {
    Setting more = of_key(variable, lines.pairs[i].key);
    more.value = lines.pairs[i].value;
    settings.push_back(std::move(more));
  }
  return settings;
}

}  // namespace kaflint::dialect
