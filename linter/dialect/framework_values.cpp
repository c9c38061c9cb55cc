// See framework_values.h.
#include "linter/dialect/framework_values.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kaflint::dialect {
namespace {

struct FrameworkValue {
  std::string_view framework;
  kafka::Role role;
  std::string_view key;
  std::string_view value;
};

constexpr std::string_view kAtRunTime = "-";

constexpr FrameworkValue kValues[] = {
#include "framework_values.inc"
};

}  // namespace

void add_framework_values(std::string_view framework, kafka::Role role, UnitBuilder& builder) {
  for (const FrameworkValue& value : kValues) {
    if (value.framework != framework || value.role != role || builder.find(value.key)) continue;
    if (value.value == kAtRunTime)
      builder.set_by_framework(value.key, framework);
    else
      builder.add_framework(value.key, value.value, framework);
  }
}

Unit in_written_order(UnitBuilder builder) {
  Unit unit = std::move(builder).take();
  std::ranges::stable_sort(unit.settings, {}, [](const Setting& setting) {
    return std::tuple(setting.origin == SettingOrigin::framework, setting.entry_span.empty(),
                      setting.entry_span.begin);
  });
  return unit;
}

}  // namespace kaflint::dialect
