#include "linter/dialect/helm_template_value.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kaflint::dialect {

using Type = TemplateValue::Type;

bool is_empty_value(const TemplateValue& value) {
  if (!value.given) return true;
  switch (value.type) {
    case Type::absent:
      return true;
    case Type::text:
      return value.text.empty();
    case Type::boolean:
      return value.text == "false";
    case Type::number:
    case Type::whole:
      return value.number == 0;
    default:
      return false;
  }
}

std::optional<bool> truth_of(const TemplateValue& value) {
  if (value.type == Type::unknown) return value.truth;
  if (!value.given || value.type == Type::absent) return std::nullopt;
  return !is_empty_value(value);
}

TemplateValue template_text(std::string text) {
  TemplateValue value;
  value.type = Type::text;
  value.text = std::move(text);
  return value;
}

TemplateValue template_boolean(bool truth) {
  TemplateValue value = template_text(truth ? "true" : "false");
  value.type = Type::boolean;
  return value;
}

TemplateValue template_whole(double number) {
  TemplateValue value = template_text(fmt::format("{:.0f}", number));
  value.type = Type::whole;
  value.number = number;
  return value;
}

bool is_harmless(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c >= ' ' && c < '\x7F' && c != '"' && c != '\'' && c != '\\'; });
}

}  // namespace kaflint::dialect
