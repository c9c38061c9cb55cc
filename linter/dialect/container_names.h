// From the name of a variable to the key that an image makes of it, and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/container_table.h"

namespace kaflint::dialect {

/// The rules that were in use, one program each.
enum class NameForm : std::uint8_t {
  dub,           // Confluent up to 8.0
  ub,            // Confluent since 8.1
  apache_all,    // KafkaDockerWrapper up to 3.9
  apache_first,  // the same since 4.0
  dots,          // sed and tr
};

/// Those that an image of the family with this tag may use; several when the tag does not say.
std::vector<NameForm> name_forms(const ContainerFamily& family, std::string_view tag);

/// The key under which the variable's value is written to the component's file. Nothing when it is
/// not written at all.
std::optional<std::string> key_of_variable(const ContainerFamily& family, NameForm form,
                                           std::string_view name);

/// The variable that becomes the key; nothing when none does.
std::optional<std::string> variable_of_key(const ContainerFamily& family, NameForm form,
                                           std::string_view key);

}  // namespace kaflint::dialect
