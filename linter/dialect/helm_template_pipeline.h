// Carries out the pipeline of one action of a template.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/dialect/helm_template_value.h"
#include "linter/dialect/helm_template_values.h"
#include "linter/syntax/go_template.h"

namespace kaflint::dialect {

using TemplateTokens = std::span<const syntax::TemplateToken>;

/// What names mean at a place of a template.
struct TemplateScope {
  const TemplateValues* values = nullptr;
  TemplateValue dot;
  TemplateValue dollar;
  std::vector<std::pair<std::string, TemplateValue>> variables;  // inner ones last
};

/// The result of the pipeline when the chart is installed in the `way` of that number; unknown when
/// it is anything but values, literals and functions that are known.
TemplateValue run_pipeline(const TemplateScope& scope, TemplateTokens tokens, std::size_t way);

/// The result, if it is the same in every way to install the chart.
TemplateValue run_pipeline_certainly(const TemplateScope& scope, TemplateTokens tokens);

}  // namespace kaflint::dialect
