#include "tests/referee/draw_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "linter/base/text.h"

namespace kaflint::referee {
namespace {

using kafka::KeyDefinition;
using kafka::Type;
using kafka::Validator;
using Texts = std::vector<std::string>;

const Texts kBooleans = {"true",   "false", "TRUE", "False", " true",
                         "false ", "yes",   "1",    "",      "tru"};
const Texts kOddNumbers = {"",
                           " ",
                           "abc",
                           "1.0",
                           "1e3",
                           "0x10",
                           "1_000",
                           "+7",
                           " 8 ",
                           "-0",
                           "5L",
                           "٣",
                           "1 0",
                           "--1",
                           "007",
                           "1,000",
                           "\t9\n",
                           "null",
                           "NaN",
                           "-",
                           "+",
                           ".5",
                           "1k",
                           "10ms",
                           "9223372036854775807",
                           "9223372036854775808",
                           "-9223372036854775808",
                           "2147483647",
                           "2147483648",
                           "-2147483648",
                           "-2147483649",
                           "32767",
                           "32768"};
const Texts kOddDoubles = {"0.5", "1e-3", "NaN",  "Infinity", "-Infinity", "1f", "2d",    "0x1p3",
                           ".5",  "5.",   "-0.0", "1e400",    "abc",       "",   " 1.5 ", "1,5"};
const Texts kStrings = {"x",         "a b", " padded ", "",  " ",  "A",
                        "with.dots", "ü",   "a,b",      "0", "-1", "null"};
const Texts kLists = {"a", "a,b", " a , b ", "a,,b", "a,a", "", ",", " ", "a, a,b", "a,b,"};
const Texts kPasswords = {"secret", "", " ", " p "};

struct Limits {
  std::optional<double> min;
  std::optional<double> max;
};

Limits limits_of(const std::vector<Validator>& validators) {
  Limits limits;
  for (const Validator& validator : validators) {
    if (validator.kind == Validator::Kind::min) limits.min = validator.number;
    if (validator.kind == Validator::Kind::max) limits.max = validator.number;
  }
  return limits;
}

double least_of(Type type) {
  switch (type) {
    case Type::short_:
      return -32768;
    case Type::int_:
      return -2147483648.0;
    default:
      return -9e15;
  }
}

std::string whole(double number) {
  return fmt::format("{}", static_cast<std::int64_t>(std::clamp(number, -9.2e18, 9.2e18)));
}

std::string draw_whole(const KeyDefinition& definition, Random& random) {
  const Limits limits = limits_of(definition.validators());
  const double min = limits.min.value_or(least_of(definition.type()));
  const double max = limits.max.value_or(-(least_of(definition.type()) + 1));
  if (random.percent(12)) return random.of(kOddNumbers);
  if (random.percent(20)) {
    const Texts edges = {
        whole(min - 1), whole(min), whole(min + 1), whole(max - 1), whole(max), whole(max + 1), "0",
        "-1",           "1"};
    return random.of(edges);
  }
  const double low = std::max(min, 0.0);
  const double span = random.percent(50) ? 10 : random.percent(50) ? 1000 : 1e6;
  return fmt::format("{}", random.between(static_cast<std::int64_t>(low),
                                          static_cast<std::int64_t>(std::min(max, low + span))));
}

std::string draw_double(const KeyDefinition& definition, Random& random) {
  if (random.percent(30)) return random.of(kOddDoubles);
  const Limits limits = limits_of(definition.validators());
  const double low = limits.min.value_or(0);
  const double high = limits.max.value_or(low + 1);
  if (random.percent(20)) {
    const Texts edges = {fmt::format("{}", low), fmt::format("{}", high),
                         fmt::format("{}", low - 0.01), fmt::format("{}", high + 0.01)};
    return random.of(edges);
  }
  return fmt::format("{}", low + (high - low) * static_cast<double>(random.below(101)) / 100);
}

/// An item as it is, or one that only looks like it.
std::string draw_item(const kafka::TextList& items, Random& random) {
  if (items.empty()) return random.of(kStrings);
  std::string item(items[random.below(items.size())]);
  if (random.percent(6)) return item + "x";
  if (random.percent(5))
    std::ranges::transform(item, item.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
  if (random.percent(5)) return " " + item + " ";
  return item;
}

std::string draw_list(const Validator& validator, Random& random) {
  std::string text;
  const std::size_t count = random.percent(6) ? 0 : 1 + random.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) text += random.percent(20) ? " , " : ",";
    text += draw_item(validator.items, random);
  }
  if (random.percent(4)) text += ",";
  return text;
}

std::string draw_version(const Validator& validator, Random& random) {
  std::string version(validator.items[random.below(validator.items.size())]);
  static const Texts kEnds = {"", "", "", ".0", ".1", "-IV0", ".", "x"};
  return version + random.of(kEnds);
}

std::optional<std::string> draw_validated(const KeyDefinition& definition, const NamedValues& named,
                                          Random& random) {
  for (const Validator& validator : definition.validators()) {
    switch (validator.kind) {
      case Validator::Kind::one_of:
      case Validator::Kind::one_of_ignoring_case:
        return draw_item(validator.items, random);
      case Validator::Kind::list_of:
        return draw_list(validator, random);
      case Validator::Kind::version_in:
        return draw_version(validator, random);
      case Validator::Kind::named:
        if (const auto values = named.find(validator.name); values != named.end())
          return random.of(values->second);
        break;
      default:
        break;
    }
  }
  return std::nullopt;
}

std::optional<std::string> draw_class(const KeyDefinition& definition, Random& random) {
  if (random.percent(10)) return random.percent(50) ? "" : "no.such.Class";
  if (const auto text = definition.default_text()) return std::string(*text);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> draw_value(const KeyDefinition& definition, const NamedValues& named,
                                      Random& random) {
  if (definition.type() == Type::class_) return draw_class(definition, random);
  if (random.percent(2)) return random.of(kStrings);
  if (const auto text = draw_validated(definition, named, random)) return *text;
  switch (definition.type()) {
    case Type::boolean:
      return random.percent(70) ? kBooleans[random.below(2)] : random.of(kBooleans);
    case Type::int_:
    case Type::short_:
    case Type::long_:
      return draw_whole(definition, random);
    case Type::double_:
      return draw_double(definition, random);
    case Type::list:
      return random.of(kLists);
    case Type::password:
      return random.of(kPasswords);
    default:
      return random.of(kStrings);
  }
}

}  // namespace kaflint::referee
