// The functions that actions of a template call.
#pragma once

#include <span>
#include <string_view>

#include "linter/dialect/helm_template_value.h"

namespace kaflint::dialect {

/// Go's text/template, Sprig's and Helm's functions, as far as they are pure and their result is
/// certain; else unknown. `arguments` in their order, the piped one last.
TemplateValue call_template_function(std::string_view function,
                                     std::span<const TemplateValue> arguments);

}  // namespace kaflint::dialect
