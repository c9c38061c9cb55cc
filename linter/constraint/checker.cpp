#include "linter/constraint/checker.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "linter/base/text.h"
#include "linter/constraint/functions.h"
#include "linter/constraint/literals.h"
#include "linter/constraint/types.h"

namespace kaflint::constraint {
namespace {

using Index = std::uint32_t;

class Checker {
 public:
  Checker(Parsed parsed, const Scope& scope) : parsed_(std::move(parsed)), scope_(scope) {}

  std::expected<Checked, Problem> run() {
    const auto root = static_cast<Index>(program().nodes.size() - 1);
    const Type type = type_of(root);
    if (!type) return std::unexpected(problem_);
    Checked checked;
    checked.type = types_.to_string(*type);
    checked.program = std::move(parsed_.program);
    std::ranges::stable_sort(keys_, {}, &NamedKey::offset);
    checked.keys = std::move(keys_);
    return checked;
  }

 private:
  using Type = std::optional<TypeId>;  // nothing after a mistake, which is in problem_

  Program& program() { return parsed_.program; }
  Node& node(Index index) { return parsed_.program.nodes[index]; }
  Index child(const Node& parent, std::size_t place) {
    return program().children[parent.a + place];
  }

  std::nullopt_t fail(std::uint32_t offset, std::string text) {
    problem_ = {offset, std::move(text)};
    return std::nullopt;
  }

  TypeId simple(TypeKind kind) const { return types_.simple(kind); }

  Type type_of(Index index) {
    const Node of = node(index);
    switch (of.kind) {
      case NodeKind::null:
        return simple(TypeKind::null);
      case NodeKind::boolean:
        return simple(TypeKind::bool_);
      case NodeKind::integer:
        return simple(TypeKind::int_);
      case NodeKind::number:
        return simple(TypeKind::double_);
      case NodeKind::text:
        return simple(TypeKind::string);
      case NodeKind::variable:
      case NodeKind::element:
        return variable(index, false);
      case NodeKind::list:
        return list(of);
      case NodeKind::and_:
      case NodeKind::or_:
        return junction(of);
      case NodeKind::conditional:
        return conditional(of);
      case NodeKind::all:
      case NodeKind::exists:
        return quantifier(index);
      case NodeKind::call:
        return call(index);
    }
    return std::nullopt;
  }

  /// `config` is no value: it can be read by key, and no more.
  Type variable(Index index, bool config_allowed) {
    const std::string_view name = parsed_.names[index];
    Node& of = node(index);
    for (std::size_t i = elements_.size(); i-- > 0;) {
      if (elements_[i].first != name) continue;
      of.kind = NodeKind::element;
      of.id = static_cast<std::uint8_t>(i);
      return elements_[i].second;
    }
    for (const VariableInfo& known : variables()) {
      if (known.name != name) continue;
      if (known.variable == Variable::config && !config_allowed)
        return fail(of.offset, "`config` is read by key: config[\"acks\"]");
      of.id = static_cast<std::uint8_t>(known.variable);
      std::map<char, TypeId> letters;
      return types_.read(known.type, letters);
    }
    std::vector<std::string_view> known;
    for (const VariableInfo& each : variables()) known.push_back(each.name);
    return fail(of.offset, fmt::format("unknown name `{}`{}", name, nearest(name, known)));
  }

  static std::string nearest(std::string_view name, const std::vector<std::string_view>& known) {
    const std::size_t limit = std::clamp<std::size_t>(name.size() / 2, 1, 3);
    std::size_t best = limit + 1;
    std::string_view found;
    for (const std::string_view each : known) {
      const std::size_t far = edit_distance(ascii_lower(name), ascii_lower(each), limit);
      if (far < best) {
        best = far;
        found = each;
      }
    }
    return found.empty() ? std::string() : fmt::format("; did you mean `{}`?", found);
  }

  bool is_config(Index index) {
    return node(index).kind == NodeKind::variable && parsed_.names[index] == "config" &&
           std::ranges::none_of(elements_, [](const auto& each) { return each.first == "config"; });
  }

  Type list(const Node& of) {
    Type item;
    for (std::size_t i = 0; i < of.count; ++i) {
      const Type next = type_of(child(of, i));
      if (!next) return next;
      if (!item)
        item = next;
      else if (types_.assignable(*item, *next))
        item = types_.more_general(*item, *next);
      else
        item = simple(TypeKind::dyn);
    }
    return types_.list(item ? *item : types_.fresh_parameter());
  }

  bool expect_bool(Index index, TypeId type, std::string_view what) {
    if (types_.assignable(type, simple(TypeKind::bool_))) return true;
    fail(offset_of(index),
         fmt::format("{} is true or false, not {}", what, types_.to_string(type)));
    return false;
  }

  Type junction(const Node& of) {
    std::vector<TypeId> parts;
    for (std::size_t i = 0; i < of.count; ++i) {
      const Type part = type_of(child(of, i));
      if (!part) return part;
      parts.push_back(*part);
    }
    for (std::size_t i = 0; i < of.count; ++i)
      if (!expect_bool(child(of, i), parts[i],
                       of.kind == NodeKind::and_ ? "a side of `&&`" : "a side of `||`"))
        return std::nullopt;
    return simple(TypeKind::bool_);
  }

  Type conditional(const Node& of) {
    std::vector<TypeId> parts;
    for (std::size_t i = 0; i < 3; ++i) {
      const Type part = type_of(child(of, i));
      if (!part) return part;
      parts.push_back(*part);
    }
    const TypeId result = types_.fresh_parameter();
    if (types_.assignable(parts, {simple(TypeKind::bool_), result, result}))
      return types_.resolved(result);
    if (!expect_bool(child(of, 0), parts[0], "what stands before `?`")) return std::nullopt;
    return fail(of.offset, fmt::format("the two sides of `:` differ in type: {} and {}",
                                       types_.to_string(parts[1]), types_.to_string(parts[2])));
  }

  Type quantifier(Index index) {
    const Node of = node(index);
    const Type range = type_of(child(of, 0));
    if (!range) return range;
    const TypeId resolved = types_.resolved(*range);
    TypeId element = simple(TypeKind::dyn);
    switch (types_.kind(resolved)) {
      case TypeKind::list:
        element = types_.item(resolved);
        break;
      case TypeKind::map:
        element = types_.key(resolved);
        break;
      case TypeKind::dyn:
      case TypeKind::error:
      case TypeKind::parameter:
        types_.assignable(simple(TypeKind::dyn), resolved);
        break;
      default:
        return fail(of.offset,
                    fmt::format("goes over a list or a map, not {}", types_.to_string(resolved)));
    }
    node(index).id = static_cast<std::uint8_t>(elements_.size());
    elements_.emplace_back(parsed_.names[index], element);
    const Type condition = type_of(child(of, 1));
    elements_.pop_back();
    if (!condition || !expect_bool(child(of, 1), *condition, "the condition")) return std::nullopt;
    return simple(TypeKind::bool_);
  }

  std::uint32_t offset_of(Index index) { return node(index).offset; }

  Type call(Index index) {
    const Node of = node(index);
    const std::string_view name = parsed_.names[index];
    const bool reads = name == "_[_]" && is_config(child(of, 0));
    if (reads && node(child(of, 1)).kind == NodeKind::text) return config_key(index);
    std::vector<TypeId> arguments(of.count);
    const bool member = parsed_.member[index];
    for (std::size_t step = 0; step < of.count; ++step) {
      // The receiver is looked at last, as in CEL.
      const std::size_t i = member ? (step + 1) % of.count : step;
      const Index at = child(of, i);
      const bool allowed = (reads && i == 0) || (name == "@in" && i == 1);
      const Type argument = is_config(at) ? variable(at, allowed) : type_of(at);
      if (!argument) return argument;
      arguments[i] = *argument;
    }
    remember_keys(of, name);
    return resolve(index, arguments);
  }

  void remember(Index index) {
    const Node& text = node(index);
    if (text.kind == NodeKind::text)
      keys_.push_back({std::string(program().text_of(text)), text.offset});
  }

  bool is_map(Index index) {
    const Node& of = node(index);
    return of.kind == NodeKind::variable &&
           (of.id == static_cast<std::uint8_t>(Variable::written) ||
            of.id == static_cast<std::uint8_t>(Variable::config));
  }

  void remember_keys(const Node& of, std::string_view name) {
    if (name == "_[_]" && is_map(child(of, 0))) remember(child(of, 1));
    if (name == "@in" && is_map(child(of, 1))) remember(child(of, 0));
  }

  Type config_key(Index index) {
    Node& of = node(index);
    const Index key = child(of, 1);
    if (!variable(child(of, 0), true)) return std::nullopt;
    of.id = static_cast<std::uint8_t>(Function::index);
    remember(key);
    const auto type = scope_.config_type(keys_.back().key);
    if (!type) return fail(node(key).offset, type.error());
    std::map<char, TypeId> letters;
    return types_.read(*type, letters);
  }

  Type resolve(Index index, const std::vector<TypeId>& arguments) {
    Node& of = node(index);
    const std::string_view name = parsed_.names[index];
    Type result;
    bool known = false;
    int fitting = 0;
    TypeKind first_argument = TypeKind::error;
    for (const Overload& each : overloads()) {
      if (each.name != name) continue;
      known = true;
      if (each.member != parsed_.member[index]) continue;
      std::map<char, TypeId> letters;
      std::vector<TypeId> wanted;
      for (const std::string_view argument : each.arguments)
        if (!argument.empty()) wanted.push_back(types_.read(argument, letters));
      const TypeId gives = types_.read(each.result, letters);
      if (!types_.assignable(arguments, wanted)) continue;
      ++fitting;
      first_argument = types_.kind(wanted.front());
      of.id = static_cast<std::uint8_t>(each.function);
      const TypeId resolved = types_.resolved(gives);
      if (!result)
        result = resolved;
      else if (types_.kind(*result) != TypeKind::dyn && !types_.same(*result, resolved))
        result = simple(TypeKind::dyn);
    }
    if (!known) return unknown_function(index);
    if (!result) return no_overload(index, arguments);
    // cel-go decides by the value which form of a conversion it calls, but not where only one fits.
    if (fitting == 1 && is_conversion(static_cast<Function>(of.id)))
      of.b = static_cast<std::uint32_t>(value_kind(first_argument));
    return check_literals(of) ? result : std::nullopt;
  }

  std::nullopt_t unknown_function(Index index) {
    std::vector<std::string_view> known = {"all", "exists"};
    for (const Overload& each : overloads())
      if (is_plain(each.name)) known.push_back(each.name);
    const std::string_view name = parsed_.names[index];
    return fail(offset_of(index),
                fmt::format("unknown function `{}`{}", name, nearest(name, known)));
  }

  static bool is_plain(std::string_view name) {
    return name.find_first_of("_@") == std::string_view::npos;
  }

  std::nullopt_t no_overload(Index index, const std::vector<TypeId>& arguments) {
    const std::string_view name = parsed_.names[index];
    std::vector<std::string> given;
    for (const TypeId type : arguments) given.push_back(types_.to_string(type));
    std::vector<std::string> forms;
    for (const Overload& each : overloads())
      if (each.name == name) forms.push_back(fmt::format("`{}`", each.form));
    return fail(
        offset_of(index),
        fmt::format("not for {}; there {} {}",
                    given.empty() ? "no argument" : fmt::format("{}", fmt::join(given, " and ")),
                    forms.size() == 1 ? "is" : "are", fmt::join(forms, ", ")));
  }

  /// What can be seen to fail always is a mistake of the constraint.
  bool check_literals(const Node& of) {
    const Index last = child(of, of.count - std::size_t{1});
    const auto mistake = [&](std::string what) {
      fail(node(last).offset, std::move(what));
      return false;
    };
    if (node(last).kind == NodeKind::null && static_cast<Function>(of.id) == Function::duration)
      return mistake("null is no duration");
    if (node(last).kind != NodeKind::text) return true;
    const std::string_view text = program().text_of(node(last));
    switch (static_cast<Function>(of.id)) {
      case Function::duration:
        return parse_duration(text) || mistake("no duration; write 30s, 1h30m, 500ms");
      case Function::data_size:
        return parse_data_size(text) || mistake("no size; write 1048576B, 512KiB, 1MiB, 10MB");
      case Function::version:
        return parse_version(text) || mistake("no version; write 3.0 or 3.0.1");
      case Function::matches: {
        const RE2 expression(text, RE2::Quiet);
        return expression.ok() ||
               mistake(fmt::format("no regular expression: {}", expression.error()));
      }
      default:
        return true;
    }
  }

  Parsed parsed_;
  const Scope& scope_;
  TypeTable types_;
  std::vector<std::pair<std::string_view, TypeId>> elements_;  // of the macros around
  std::vector<NamedKey> keys_;
  Problem problem_;
};

}  // namespace

std::expected<Checked, Problem> check(Parsed parsed, const Scope& scope) {
  return Checker(std::move(parsed), scope).run();
}

std::expected<Checked, Problem> compile(std::string_view text, const Scope& scope) {
  auto parsed = parse(text);
  if (!parsed) return std::unexpected(parsed.error());
  return check(*std::move(parsed), scope);
}

std::expected<Checked, Problem> compile_condition(std::string_view text, const Scope& scope) {
  auto checked = compile(text, scope);
  if (checked && checked->type != "bool" && checked->type != "dyn")
    return std::unexpected(
        Problem{0, fmt::format("is true or false, but this is {}", checked->type)});
  return checked;
}

}  // namespace kaflint::constraint
