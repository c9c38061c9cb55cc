// A value on its way through an action of a template.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint::dialect {

struct TemplateValue {
  enum class Type : std::uint8_t {
    unknown,
    absent,  // nil, and what values.yaml does not have
    text,
    boolean,
    number,  // Helm holds all numbers of values.yaml as doubles
    whole,   // an int of Go
    map,
    list,
    root,  // what `.` and `$` are where a template begins
  };
  Type type = Type::unknown;
  std::string text;    // of a scalar, as Go prints it
  double number = 0;   // number, whole
  std::string digits;  // number: without an exponent
  /// False for an empty value of the chart: every installation has to give one, or may.
  bool given = true;
  /// What `if` makes of an unknown value, where that much is known.
  std::optional<bool> truth = std::nullopt;
  std::vector<std::string> path = {};     // map: below .Values
  std::vector<TemplateValue> items = {};  // list of scalars
  std::string origin = {};                // `the default in line 12 of values.yaml`
  std::uint32_t repair_at = 0;            // behind the chain that reads it; 0 for nowhere
};

/// What `default` replaces: nothing, an empty text, list or map, false, 0.
bool is_empty_value(const TemplateValue& value);

/// What `if` decides; nothing when the value is unknown, or one that installations give.
std::optional<bool> truth_of(const TemplateValue& value);

/// A text, as literals and most functions give it.
TemplateValue template_text(std::string text);
TemplateValue template_boolean(bool value);
TemplateValue template_whole(double number);

/// Text in which no quoting and no escape changes a byte.
bool is_harmless(std::string_view text);

}  // namespace kaflint::dialect
