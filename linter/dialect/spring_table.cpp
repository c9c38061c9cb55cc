// See spring_table.h.
#include "linter/dialect/spring_table.h"

#include <algorithm>

#include "linter/base/text.h"

namespace kaflint::dialect {
namespace {

constexpr SpringSetting kSettings[] = {
#include "spring_boot_table.inc"
};

bool names(std::string_view sections, std::string_view section) {
  const std::vector<std::string_view> all = split(sections, ' ');
  return std::ranges::find(all, section) != all.end();
}

}  // namespace

std::span<const SpringSetting> spring_settings() { return kSettings; }

std::string spring_uniform(std::string_view name) {
  std::string uniform = ascii_lower(name);
  std::erase_if(uniform, [](char c) { return c == '-' || c == '_'; });
  return uniform;
}

const SpringSetting* find_spring_setting(std::string_view section, std::string_view property) {
  const std::string uniform = spring_uniform(property);
  for (const SpringSetting& setting : kSettings)
    if (spring_uniform(setting.property) == uniform && names(setting.sections, section))
      return &setting;
  return nullptr;
}

const SpringSetting* find_spring_variable(std::string_view section,
                                          std::span<const std::string> elements) {
  std::string name;
  for (const std::string& element : elements) name += (name.empty() ? "" : "_") + element;
  for (const SpringSetting& setting : kSettings) {
    std::string with_dashes(setting.property);
    std::ranges::replace(with_dashes, '.', '_');
    std::string without = with_dashes;
    std::erase(without, '-');
    std::ranges::replace(with_dashes, '-', '_');
    if ((name == without || name == with_dashes) && names(setting.sections, section))
      return &setting;
  }
  return nullptr;
}

}  // namespace kaflint::dialect
