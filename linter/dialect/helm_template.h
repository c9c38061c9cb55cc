// A template of a Helm chart, rendered as far as the chart's values decide it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/helm_template_values.h"
#include "linter/source/mapped_text.h"
#include "linter/source/span.h"

namespace kaflint::dialect {

/// What an action printed.
struct PrintedAction {
  Span span;           // in the rendered text
  std::string origin;  // `the default in line 12 of values.yaml`; empty if the text is a literal's
  /// A number that is printed with an exponent: its digits, and where in the template ` | int64`
  /// keeps them; 0 for nowhere.
  std::string digits;
  std::uint32_t repair_at = 0;
};

struct RenderedTemplate {
  MappedText text;
  std::vector<PrintedAction> printed;  // in their order
  bool decided = false;                // an `if` or `with` was
};

/// Carries out what is certain: values that are printed, and `if` and `with` whose condition is the
/// same in every way to install the chart. All other actions stay as they are, with the text
/// between them. Nothing for a template that Go does not parse.
///
/// Without installations, what a value is printed as is that of values.yaml alone, even if other
/// files of values beside it say something else: the text is that of the chart as it stands.
std::optional<RenderedTemplate> render_template(std::string_view bytes,
                                                const TemplateValues& values);

}  // namespace kaflint::dialect
