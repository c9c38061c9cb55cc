// Settings in the templates of a chart whose values come from its values.yaml.
#pragma once

#include "linter/dialect/dialect.h"
#include "linter/dialect/helm_template.h"

namespace kaflint::dialect {

/// Makes settings unknown whose key stands twice in a mapping of a template: in two branches, of
/// which one counts.
void forget_branches(const syntax::YamlFile& file, std::vector<Unit>& units);

/// Says of the settings which values of the chart they come from, and reports numbers that come out
/// with an exponent. Moves everything in `units`, which are of the rendered text, to the template.
void map_to_template(const RenderedTemplate& rendered, const SourceFile& source, FileUnits& units);

}  // namespace kaflint::dialect
