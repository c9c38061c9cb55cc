// Variables that an image does not read, reads otherwise, or refuses.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/container.h"

namespace kaflint::dialect {

struct FamilyUse {
  const ContainerFamily& family;
  std::span<const NameForm> forms;
  std::string_view tag;
};

/// Names that do not become the key that they look like.
void report_names(const Container& container, const FamilyUse& use, std::vector<Diagnostic>& out);

/// What makes the image's start script end, or overwrite what is written. `effective` is after
/// with_copies.
void report_start(const Container& container, const Environment& effective, const FamilyUse& use,
                  std::vector<Diagnostic>& out);

/// Bitnami's image with a mounted server.properties.
void report_mounted_file(const Container& container, const ContainerMount& mount,
                         std::vector<Diagnostic>& out);

/// Two variables that become the same key; `random` when the image writes them in any order.
Diagnostic two_names(const Setting& earlier, const Setting& later, const std::string& key,
                     bool random);

}  // namespace kaflint::dialect
