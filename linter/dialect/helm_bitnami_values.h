// Where the values of Bitnami's chart stand, in which form, and by which of them one knows it.
#pragma once

#include <string>
#include <string_view>

#include "linter/dialect/helm_bitnami_table.h"
#include "linter/dialect/helm_settings.h"

namespace kaflint::dialect {

/// `path.key`, or the key alone below no path.
std::string joined(std::string_view path, std::string_view key);

/// The value at a dotted path below a place; `node` is kNoYaml when it is not there.
ValuesPlace place_at(const syntax::YamlFile& yaml, const ValuesPlace& from, std::string_view path);

/// A value with which the chart does as if it were not there: null, an empty text, list or map, a
/// map of nothing but these.
bool is_empty_value(const syntax::YamlFile& yaml, syntax::YamlId node, int depth = 0);

/// Whether the value is of the kind that the form is written in.
bool has_form(const syntax::YamlFile& yaml, syntax::YamlId node, BitnamiForm form);

/// Whether a text or map is a broker's configuration: half of its keys at least.
bool holds_broker_settings(const syntax::YamlFile& yaml, syntax::YamlId node);

/// Whether the values name Bitnami's image.
bool has_bitnami_image(const syntax::YamlFile& file, const ValuesPlace& place);

/// Whether the values can only be this chart's, to judge by their names.
bool is_bitnami_section(const syntax::YamlFile& file, const ValuesPlace& place);

}  // namespace kaflint::dialect
