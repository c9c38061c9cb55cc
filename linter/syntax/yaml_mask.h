// Text that stands for something else (`{{ ... }}`, `@x@`) is replaced by as many harmless bytes,
// so that YAML around it can be read and every span stays true.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/syntax/yaml.h"

namespace kaflint::syntax {

/// Adds what is to be masked to `masks`, orders them and makes them disjoint; gives the masked
/// text, empty when there is nothing to mask.
std::string mask(std::string_view bytes, const YamlOptions& options, std::vector<YamlMask>& masks);

/// `bytes` within `span` with the masks put over them.
std::string masked_copy(std::string_view bytes, Span span, const std::vector<YamlMask>& masks);

/// The first mask that ends behind `offset`.
std::vector<YamlMask>::const_iterator first_mask_after(const std::vector<YamlMask>& masks,
                                                       std::uint32_t offset);

}  // namespace kaflint::syntax
