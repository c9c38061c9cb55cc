// The keys of a configuration file: the one place that knows their names, forms and meaning. The
// reader, its suggestions, the JSON Schema and what `kaflint init` writes are made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kaflint::policy {

/// What a single value has to be.
enum class ValueForm : std::uint8_t {
  none,  // a mapping is needed
  text,
  flag,
  count,    // a whole number of at least 1
  version,  // as --kafka-version takes it
  role,
  profile,  // the name of one, as --profile takes it
  rule,     // a rule's id, or a pattern such as `producer/*`
  level,    // error, warning, note or off
  pattern,  // as in .gitignore
  file,     // a path, relative to the file that names it
};

/// How a key's values are put together.
enum class Shape : std::uint8_t {
  one,           // one value
  list,          // one value, or a list of them
  entries,       // a list of mappings, or one value where there is a form for it
  by_name,       // from names to a value or a mapping
  list_by_name,  // from names to a value, a list of them, or a mapping
};

struct ConfigurationKey {
  std::string_view name;
  Shape shape = Shape::one;
  ValueForm form = ValueForm::none;
  std::span<const ConfigurationKey> keys = {};  // of the mapping that may stand there
  bool required = false;
  std::string_view doc = {};      // a sentence
  std::string_view example = {};  // YAML, as it stands below the comment
};

/// Of the file itself.
std::span<const ConfigurationKey> configuration_keys();

inline constexpr std::string_view kOff = "off";

}  // namespace kaflint::policy
