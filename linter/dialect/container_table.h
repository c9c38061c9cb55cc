// What container images make of their environment; the rows stand in
// rules/dialects/container_env.yaml, which says what they mean.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "linter/kafka/role.h"

namespace kaflint::dialect {

enum class NameRule : std::uint8_t { confluent, apache, dots };
enum class ConfigBase : std::uint8_t { nothing, packaged };

/// Images that read their environment in the same way.
struct ContainerFamily {
  std::string_view name;
  kafka::Role role;
  std::string_view prefix;
  NameRule names;
  ConfigBase base;
};

enum class VariableUse : std::uint8_t {
  ignored,
  ignored_since_8_1,
  ignored_to_8_0,
  ignored_prefix,
  script,
  special,
  special_to_8_0,
  also,
  alias,
  always,
  default_value,
  refused,
  needed,
  start,
  last,
  mount,
};

struct ContainerRow {
  std::string_view family;
  VariableUse use;
  std::string_view name;
  std::string_view of;
  std::string_view otherwise;
};

/// What the table says about an image.
struct ImageFamily {
  bool known = false;
  const ContainerFamily* family = nullptr;  // null when the image reads no environment
};
ImageFamily family_of_image(std::string_view image);

/// `name` must be one of the table's.
const ContainerFamily& container_family(std::string_view name);

std::span<const ContainerRow> container_rows();

/// The family's row of that use and name; null when there is none.
const ContainerRow* find_row(const ContainerFamily& family, VariableUse use, std::string_view name);

void for_each_row(const ContainerFamily& family, VariableUse use,
                  const std::function<void(const ContainerRow&)>& visit);

}  // namespace kaflint::dialect
