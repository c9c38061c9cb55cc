#include "linter/dialect/container_table.h"

#include <algorithm>

#include "linter/base/check.h"
#include "linter/project/image_tag.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr ContainerFamily kFamilies[] = {
#include "container_families.inc"
};

constexpr ContainerRow kRows[] = {
#include "container_rows.inc"
};

}  // namespace

ImageFamily family_of_image(std::string_view image) {
  const std::string_view family = project::environment_of_image(image);
  if (family.empty()) return {};
  return {true, family == "none" ? nullptr : &container_family(family)};
}

const ContainerFamily& container_family(std::string_view name) {
  const auto* found = std::ranges::find(kFamilies, name, &ContainerFamily::name);
  KAFLINT_CHECK(found != std::end(kFamilies), "a family that the table does not have");
  return *found;
}

std::span<const ContainerRow> container_rows() { return kRows; }

const ContainerRow* find_row(const ContainerFamily& family, VariableUse use,
                             std::string_view name) {
  const auto* found = std::ranges::find_if(kRows, [&](const ContainerRow& row) {
    return row.use == use && row.name == name && row.family == family.name;
  });
  return found == std::end(kRows) ? nullptr : found;
}

void for_each_row(const ContainerFamily& family, VariableUse use,
                  const std::function<void(const ContainerRow&)>& visit) {
  for (const ContainerRow& row : kRows)
    if (row.use == use && row.family == family.name) visit(row);
}

}  // namespace kaflint::dialect
