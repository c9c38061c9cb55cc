// Settings in the templates of a chart whose values come from its values.yaml.
#pragma once

#include "linter/dialect/dialect.h"
#include "linter/dialect/helm_template.h"

namespace kaflint::dialect {

/// Makes settings unknown whose key stands twice in a mapping of a template: in two branches, of
/// which one counts.
void forget_branches(const syntax::YamlFile& file, std::vector<Unit>& units);

/// Gives the settings of the unit that a template's actions left unknown the values that the chart
/// has by itself, and reports numbers that come out with an exponent.
void use_template_values(const ParsedFile& file, const TemplateValues& values, Unit& unit);

}  // namespace kaflint::dialect
