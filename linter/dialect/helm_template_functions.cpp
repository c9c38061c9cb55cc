// See helm_template_functions.h. Sources: text/template/funcs.go, Sprig's functions.go, and
// pkg/engine/funcs.go of Helm.
#include "linter/dialect/helm_template_functions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/kubernetes_scalar.h"

namespace kaflint::dialect {
namespace {

using Value = TemplateValue;
using Type = TemplateValue::Type;
using Arguments = std::span<const Value>;

bool is_known(const Value& value) { return value.type != Type::unknown; }

bool is_scalar(const Value& value) {
  return value.given && (value.type == Type::text || value.type == Type::boolean ||
                         value.type == Type::number || value.type == Type::whole);
}

bool is_text(const Value& value) { return value.given && value.type == Type::text; }

Value unknown(std::optional<bool> truth = std::nullopt) {
  Value value;
  value.truth = truth;
  return value;
}

/// The same value with another text.
Value with_text(Value value, std::string text) {
  value.type = Type::text;
  value.text = std::move(text);
  value.number = 0;
  return value;
}

Value to_whole(const Value& value) {
  const auto whole = [&](double number) {
    Value result = value;
    const Value plain = template_whole(number);
    result.type = Type::whole;
    result.text = plain.text;
    result.number = number;
    result.digits.clear();
    return result;
  };
  if (value.type == Type::whole) return value;
  if (value.type == Type::number && std::fabs(value.number) < 9007199254740992.0)
    return whole(std::trunc(value.number));
  // Sprig reads other texts in ways of its own: 010 is octal, 1_000 is nothing.
  const bool decimal = value.type == Type::text && !value.text.empty() && value.text.size() < 16 &&
                       std::ranges::all_of(value.text, is_digit) &&
                       (value.text.size() == 1 || value.text.front() != '0');
  if (!decimal) return unknown();
  double number = 0;
  std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return whole(number);
}

/// `and` and `or` give the first argument that decides, or else the last one.
Value first_that_is(Arguments arguments, bool wanted) {
  bool doubtful = false;
  for (const Value& value : arguments) {
    const std::optional<bool> truth = truth_of(value);
    if (truth == wanted) return doubtful ? unknown(wanted) : value;
    if (!truth) doubtful = true;
  }
  return doubtful || arguments.empty() ? unknown() : arguments.back();
}

/// Of basic kinds; Go refuses to compare those of different kinds.
std::optional<bool> equal(const Value& a, const Value& b) {
  if (!is_scalar(a) || !is_scalar(b) || a.type != b.type) return std::nullopt;
  return a.type == Type::number ? a.number == b.number : a.text == b.text;
}

Value equal_to_one(Arguments arguments) {
  bool doubtful = arguments.size() < 2;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::optional<bool> same = equal(arguments[0], arguments[i]);
    if (same == true && !doubtful) return template_boolean(true);
    doubtful = doubtful || !same;
  }
  return doubtful ? unknown() : template_boolean(false);
}

Value negated(const Value& value) {
  const std::optional<bool> truth = truth_of(value);
  return truth ? template_boolean(!*truth) : unknown();
}

Value compare(std::string_view function, const Value& a, const Value& b) {
  if (a.type != b.type || (a.type != Type::number && a.type != Type::whole)) return unknown();
  if (function == "lt") return template_boolean(a.number < b.number);
  if (function == "le") return template_boolean(a.number <= b.number);
  return template_boolean(function == "gt" ? a.number > b.number : a.number >= b.number);
}

Value formatted(Arguments arguments) {
  std::string result;
  std::size_t next = 1;
  const std::string& format = arguments[0].text;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      result += format[i];
      continue;
    }
    const char verb = ++i < format.size() ? format[i] : '\0';
    if (verb == '%') {
      result += '%';
      continue;
    }
    if (next == arguments.size()) return unknown();
    const Value& value = arguments[next++];
    const bool fits = verb == 'v' || (verb == 's' && value.type == Type::text) ||
                      (verb == 'd' && value.type == Type::whole);
    if (!fits || !is_scalar(value)) return unknown();
    result += value.text;
  }
  if (next != arguments.size()) return unknown();
  const auto said =
      std::ranges::find_if(arguments, [](const Value& v) { return !v.origin.empty(); });
  Value value = template_text(std::move(result));
  if (said != arguments.end()) {
    value.origin = said->origin;
    value.digits = said->digits;
  }
  return value;
}

Value joined(const Value& separator, const Value& list) {
  if (list.type != Type::list || !list.given) return unknown();
  std::string text;
  for (const Value& item : list.items) {
    if (!is_scalar(item)) return unknown();
    text += fmt::format("{}{}", &item == list.items.data() ? "" : separator.text, item.text);
  }
  Value value = template_text(std::move(text));
  value.origin = list.origin;
  return value;
}

/// A plain scalar of YAML that every reader takes for the same text.
bool is_plain(std::string_view text) {
  const auto plain = [](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' || c == '/';
  };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, plain) &&
         kubernetes_scalar(text, false, "").kind == KubernetesScalar::Kind::string &&
         ascii_lower(text) != "y" && ascii_lower(text) != "n";
}

Value to_yaml(const Value& value) {
  if (value.type == Type::boolean || value.type == Type::whole) return with_text(value, value.text);
  if (value.type == Type::number) {
    if (value.digits.empty()) return unknown();
    Value result = with_text(value, value.digits);
    result.digits.clear();
    return result;
  }
  if (is_plain(value.text)) return value;
  const bool quoted =
      is_harmless(value.text) && !value.text.empty() &&
      kubernetes_scalar(value.text, false, "").kind != KubernetesScalar::Kind::string;
  return quoted ? with_text(value, fmt::format("\"{}\"", value.text)) : unknown();
}

Value indented(std::string_view function, const Value& width, const Value& value) {
  if (width.type != Type::whole || width.number < 0 || width.number > 200) return unknown();
  return with_text(value, fmt::format("{}{:{}}{}", function == "nindent" ? "\n" : "", "",
                                      static_cast<int>(width.number), value.text));
}

std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at)) {
    text.replace(at, old.size(), fresh);
    at += fresh.size();
  }
  return text;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

/// Functions of one scalar, which may be of any type.
Value of_scalar(std::string_view function, const Value& value) {
  if (function == "int" || function == "int64") return to_whole(value);
  if (function == "toString" || function == "print") return with_text(value, value.text);
  if (function == "toYaml") return to_yaml(value);
  if (!is_harmless(value.text)) return unknown();
  if (function == "quote") return with_text(value, fmt::format("\"{}\"", value.text));
  if (function == "squote") return with_text(value, fmt::format("'{}'", value.text));
  if (value.type != Type::text) return unknown();
  if (function == "lower") return with_text(value, ascii_lower(value.text));
  if (function == "upper") return with_text(value, upper(value.text));
  if (function == "trim") return with_text(value, std::string(trim_java(value.text)));
  return unknown();
}

/// Functions of a text that another argument goes before.
Value of_two(std::string_view function, const Value& first, const Value& value) {
  if (function == "indent" || function == "nindent")
    return is_text(value) ? indented(function, first, value) : unknown();
  if (function == "trunc" && first.type == Type::whole && first.number >= 0 && is_text(value))
    return is_harmless(value.text)
               ? with_text(value, value.text.substr(0, static_cast<std::size_t>(first.number)))
               : unknown();
  if (!is_text(first) || !is_text(value)) return unknown();
  const std::string_view text = value.text;
  const std::string_view part = first.text;
  if (function == "trimSuffix" && !part.empty())
    return with_text(
        value,
        std::string(text.ends_with(part) ? text.substr(0, text.size() - part.size()) : text));
  if (function == "trimPrefix")
    return with_text(value, std::string(text.starts_with(part) ? text.substr(part.size()) : text));
  if (function == "contains") return template_boolean(text.find(part) != std::string_view::npos);
  if (function == "hasPrefix") return template_boolean(text.starts_with(part));
  if (function == "hasSuffix") return template_boolean(text.ends_with(part));
  return unknown();
}

/// Functions that can give a certain result though an argument is empty or unknown.
std::optional<Value> of_doubtful(std::string_view function, Arguments arguments) {
  const std::size_t size = arguments.size();
  if (function == "and") return first_that_is(arguments, false);
  if (function == "or") return first_that_is(arguments, true);
  if ((function == "not" || function == "empty") && size == 1) return negated(arguments[0]);
  if (function == "eq") return equal_to_one(arguments);
  if (function == "ne" && size == 2) return negated(equal_to_one(arguments));
  if (function == "required" && size == 2) return arguments[1];
  if (function == "default" && size == 2) {
    if (!is_known(arguments[1])) return unknown();
    return arguments[is_empty_value(arguments[1]) ? 0 : 1];
  }
  if (function == "coalesce") {
    for (const Value& value : arguments)
      if (!is_known(value) || !is_empty_value(value)) return value;
    return unknown();
  }
  if (function == "ternary" && size == 3) {
    const bool decided = is_scalar(arguments[2]) && arguments[2].type == Type::boolean;
    return decided ? arguments[arguments[2].text == "true" ? 0 : 1] : unknown();
  }
  return std::nullopt;
}

}  // namespace

TemplateValue call_template_function(std::string_view function, Arguments arguments) {
  if (std::optional<Value> value = of_doubtful(function, arguments)) return *std::move(value);
  if (arguments.empty()) return unknown();
  if (function == "join" && arguments.size() == 2 && is_text(arguments[0]))
    return joined(arguments[0], arguments[1]);
  if (!std::ranges::all_of(arguments, is_scalar)) return unknown();
  if (function == "printf" && is_text(arguments[0])) return formatted(arguments);
  if (arguments.size() == 1) return of_scalar(function, arguments[0]);
  if (function == "replace" && arguments.size() == 3 && std::ranges::all_of(arguments, is_text))
    return arguments[0].text.empty()
               ? unknown()
               : with_text(arguments[2],
                           replaced(arguments[2].text, arguments[0].text, arguments[1].text));
  if (arguments.size() != 2) return unknown();
  for (const std::string_view name : {"lt", "le", "gt", "ge"})
    if (function == name) return compare(function, arguments[0], arguments[1]);
  return of_two(function, arguments[0], arguments[1]);
}

}  // namespace kaflint::dialect
