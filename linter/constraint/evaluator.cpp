#include "linter/constraint/evaluator.h"

#include <re2/re2.h>

#include <array>
#include <bit>

#include "linter/base/check.h"
#include "linter/constraint/run.h"

namespace kaflint::constraint {
namespace {

constexpr Value kNoOverload = Value::error("no such overload");
constexpr Value kTooLong = Value::error("takes too long");
constexpr Value kTooLarge = Value::error("needs too much memory");

/// More than any set of rules asks about; what comes then is forgotten again.
constexpr std::size_t kMostExpressions = 1000;

}  // namespace

Evaluator::Evaluator() = default;
Evaluator::~Evaluator() = default;

Value Evaluator::evaluate(const ProgramView& program, const Bindings& bindings) {
  texts_.clear();
  lists_.clear();
  return Run(*this, program, bindings).of(static_cast<std::uint32_t>(program.nodes.size() - 1));
}

const re2::RE2& Evaluator::expression(std::string_view pattern, std::size_t& steps) {
  constexpr std::size_t kStepsToCompile = 1000;
  if (expressions_.size() >= kMostExpressions) expressions_.clear();
  std::unique_ptr<re2::RE2>& found = expressions_[std::string(pattern)];
  if (!found) {
    steps += kStepsToCompile;
    found = std::make_unique<re2::RE2>(pattern, re2::RE2::Quiet);
  }
  return *found;
}

Value Evaluator::Run::keep(std::string text) {
  if (!fits(text.size())) return kTooLarge;
  return Value::text(evaluator_.texts_.emplace_back(std::move(text)));
}

Value Evaluator::Run::keep(std::vector<Value> items) {
  if (!fits(items.size() * sizeof(Value))) return kTooLarge;
  return Value::list(evaluator_.lists_.emplace_back(std::move(items)));
}

Value Evaluator::Run::of(std::uint32_t index) {
  ++steps_;
  if (too_long()) return kTooLong;
  const Node& node = program_.nodes[index];
  switch (node.kind) {
    case NodeKind::null:
      return Value::null();
    case NodeKind::boolean:
      return Value::boolean(node.a != 0);
    case NodeKind::integer:
      return Value::integer(program_.numbers[node.a]);
    case NodeKind::number:
      return Value::number(std::bit_cast<double>(program_.numbers[node.a]));
    case NodeKind::text:
      return Value::text(program_.text_of(node));
    case NodeKind::variable:
      return bindings_.variable(static_cast<Variable>(node.id));
    case NodeKind::element:
      return elements_[node.id];
    case NodeKind::call:
      return call(node);
    case NodeKind::list:
      return list(node);
    case NodeKind::and_:
    case NodeKind::or_:
      return junction(node);
    case NodeKind::conditional:
      return conditional(node);
    case NodeKind::all:
    case NodeKind::exists:
      return quantifier(node);
  }
  check_failed("a node of no kind");
}

namespace {

/// `&&` and `||` of any number of sides. The side that decides alone wins, then unknown, then an
/// error.
class Junction {
 public:
  explicit Junction(bool decisive) : decisive_(decisive) {}
  /// Whether this side decides.
  bool add(const Value& side) {
    if (side.is(ValueKind::boolean)) return side.as_boolean() == decisive_;
    if (side.is(ValueKind::unknown))
      unknown_ = true;
    else if (error_.is(ValueKind::unknown))
      error_ = side.is(ValueKind::error) ? side : kNoOverload;
    return false;
  }
  Value decided() const { return Value::boolean(decisive_); }
  Value undecided() const {
    if (unknown_) return Value::unknown();
    return error_.is(ValueKind::error) ? error_ : Value::boolean(!decisive_);
  }

 private:
  bool decisive_;
  bool unknown_ = false;
  Value error_;
};

}  // namespace

Value Evaluator::Run::junction(const Node& node) {
  Junction result(node.kind == NodeKind::or_);
  for (const std::uint32_t child : program_.children_of(node))
    if (result.add(of(child))) return result.decided();
  return result.undecided();
}

Value Evaluator::Run::conditional(const Node& node) {
  const std::span<const std::uint32_t> parts = program_.children_of(node);
  const Value condition = of(parts[0]);
  if (condition.is_void()) return condition;
  if (!condition.is(ValueKind::boolean)) return kNoOverload;
  return of(condition.as_boolean() ? parts[1] : parts[2]);
}

Value Evaluator::Run::list(const Node& node) {
  std::vector<Value> items;
  items.reserve(node.count);
  bool unknown = false;
  for (const std::uint32_t child : program_.children_of(node)) {
    items.push_back(of(child));
    if (items.back().is(ValueKind::error)) return items.back();
    unknown = unknown || items.back().is(ValueKind::unknown);
  }
  return unknown ? Value::unknown() : keep(std::move(items));
}

Value Evaluator::Run::quantifier(const Node& node) {
  const std::span<const std::uint32_t> parts = program_.children_of(node);
  const Value range = of(parts[0]);
  if (range.is_void()) return range;
  Junction result(node.kind == NodeKind::exists);
  const bool over_map = range.is(ValueKind::map);
  if (!over_map && !range.is(ValueKind::list)) {
    // What has a size of 0 has nothing to go over, even if it is an empty text.
    const bool empty = range.is(ValueKind::text) && range.as_text().empty();
    return empty ? result.undecided() : kNoOverload;
  }
  const std::size_t count = over_map ? range.as_map().size() : range.items().size();
  elements_.emplace_back();
  bool decided = false;
  for (std::size_t i = 0; i < count && !decided && !too_long(); ++i) {
    elements_.back() = over_map ? Value::text(range.as_map().key(i)) : range.items()[i];
    decided = result.add(of(parts[1]));
  }
  elements_.pop_back();
  if (too_long()) return kTooLong;
  if (decided) return result.decided();
  // There may be more keys, for which anything may hold.
  if (over_map && range.as_map().open()) result.add(Value::unknown());
  return result.undecided();
}

Value Evaluator::Run::call(const Node& node) {
  const auto function = static_cast<Function>(node.id);
  std::array<Value, 2> arguments;
  const std::span<const std::uint32_t> children = program_.children_of(node);
  // An error on either side of an equation is its result; elsewhere the first side wins.
  const bool equation = function == Function::equal || function == Function::not_equal;
  bool unknown = false;
  for (std::size_t i = 0; i < children.size(); ++i) {
    arguments[i] = of(children[i]);
    if (arguments[i].is(ValueKind::error)) return arguments[i];
    if (!arguments[i].is(ValueKind::unknown)) continue;
    if (!equation) return arguments[i];
    unknown = true;
  }
  if (unknown) return Value::unknown();
  const auto wanted = static_cast<ValueKind>(node.b);
  if (wanted != ValueKind::unknown && !arguments[0].is(wanted)) return kNoOverload;
  const Value result = apply(function, std::span(arguments).first(children.size()));
  return too_long() ? kTooLong : result;
}

}  // namespace kaflint::constraint
