// Where each part of a setting's value stands in the file, whatever escapes, quotes and folded
// lines lie between.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "linter/dialect/unit.h"
#include "linter/source/mapped_text.h"

namespace kaflint::policy {

/// What stands in the file where the value of the setting does, with the escapes of quotes undone:
/// for values that are not known as a whole.
std::string raw_value(std::string_view bytes, const dialect::Setting& setting);

class ValuePlaces {
 public:
  /// `value` is the setting's value or its raw_value.
  ValuePlaces(std::string_view bytes, const dialect::Setting& setting, std::string_view value);

  /// Whether the value does not stand there as it is, but comes from a placeholder.
  bool are_of_reference() const { return !aligned_ && reference_; }
  /// Of [begin, end) of the value. Where that cannot be told: of its only occurrence within what is
  /// written, and if there is no such, of all that is written.
  Span of(std::size_t begin, std::size_t end) const;

 private:
  std::string_view bytes_;
  const dialect::Setting& setting_;
  std::string_view value_;
  std::optional<MappedText> aligned_;
  bool reference_ = false;
};

}  // namespace kaflint::policy
