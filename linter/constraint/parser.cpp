#include "linter/constraint/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>

#include "linter/constraint/lexer.h"
#include "linter/constraint/string_literal.h"

namespace kaflint::constraint {
namespace {

using Index = std::uint32_t;

/// CEL keeps these for the languages that it is embedded in.
constexpr std::array<std::string_view, 18> kReserved = {
    "as",  "break", "const", "continue",  "else",    "for",    "function", "if",   "import",
    "let", "loop",  "null",  "namespace", "package", "return", "var",      "void", "while"};

struct Operator {
  std::string_view token;
  std::string_view name;
};
constexpr std::array<Operator, 7> kRelations = {{{"==", "_==_"},
                                                 {"!=", "_!=_"},
                                                 {"<", "_<_"},
                                                 {"<=", "_<=_"},
                                                 {">", "_>_"},
                                                 {">=", "_>=_"},
                                                 {"in", "@in"}}};
constexpr std::array<Operator, 2> kSums = {{{"+", "_+_"}, {"-", "_-_"}}};
constexpr std::array<Operator, 3> kProducts = {{{"*", "_*_"}, {"/", "_/_"}, {"%", "_%_"}}};

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::expected<Parsed, Problem> run() {
    if (!expression()) return std::unexpected(problem_);
    if (token().kind != TokenKind::end) {
      unexpected("an operator or the end");
      return std::unexpected(problem_);
    }
    return std::move(parsed_);
  }

 private:
  using Result = std::optional<Index>;  // nothing after a mistake, which is in problem_

  const Token& token() const { return tokens_[at_]; }
  const Token& ahead(std::size_t count) const {
    return tokens_[std::min(at_ + count, tokens_.size() - 1)];
  }
  bool take(std::string_view punctuation) {
    if (!token().is(punctuation)) return false;
    ++at_;
    return true;
  }

  Result fail(std::uint32_t offset, std::string text) {
    problem_ = {offset, std::move(text)};
    return std::nullopt;
  }
  Result unexpected(std::string_view wanted) {
    if (token().kind == TokenKind::end)
      return fail(token().offset, fmt::format("expected {}, but the constraint ends", wanted));
    return fail(token().offset, fmt::format("expected {}, not `{}`", wanted, token().text));
  }
  Result too_deep(std::uint32_t offset) {
    return fail(offset, fmt::format("nested more than {} deep", kMostDepth));
  }

  /// Children are nodes already; the new node's depth is one more than theirs.
  Result add(Node node, std::span<const Index> children = {}, std::string_view name = {},
             bool member = false) {
    std::uint32_t depth = 0;
    for (const Index child : children) depth = std::max(depth, depths_[child] + 1);
    if (depth > kMostDepth) return too_deep(node.offset);
    if (children.size() > 0xFFFF) return fail(node.offset, "too many parts");
    Program& program = parsed_.program;
    if (!children.empty()) {
      node.a = static_cast<Index>(program.children.size());
      node.count = static_cast<std::uint16_t>(children.size());
      program.children.insert(program.children.end(), children.begin(), children.end());
    }
    program.nodes.push_back(node);
    parsed_.names.push_back(name);
    parsed_.member.push_back(member);
    depths_.push_back(depth);
    return static_cast<Index>(program.nodes.size() - 1);
  }

  Result call(std::string_view name, std::uint32_t offset, std::span<const Index> children,
              bool member = false) {
    return add({.kind = NodeKind::call, .offset = offset}, children, name, member);
  }

  Result expression() {
    if (++nested_ > kMostDepth) return too_deep(token().offset);
    const Result result = conditional();
    --nested_;
    return result;
  }

  Result conditional() {
    const Result condition = junction(NodeKind::or_);
    const std::uint32_t offset = token().offset;
    if (!condition || !take("?")) return condition;
    const Result yes = junction(NodeKind::or_);
    if (!yes) return yes;
    if (!take(":")) return unexpected("`:` of a `? :`");
    const Result no = expression();
    if (!no) return no;
    const std::array parts = {*condition, *yes, *no};
    return add({.kind = NodeKind::conditional, .offset = offset}, parts);
  }

  /// A chain of `||` or `&&` is one node, however long.
  Result junction(NodeKind kind) {
    const bool either = kind == NodeKind::or_;
    const auto part = [&] { return either ? junction(NodeKind::and_) : relation(); };
    const Result first = part();
    if (!first) return first;
    std::vector<Index> parts = {*first};
    const std::uint32_t offset = token().offset;
    while (take(either ? "||" : "&&")) {
      const Result next = part();
      if (!next) return next;
      parts.push_back(*next);
    }
    return parts.size() == 1 ? first : add({.kind = kind, .offset = offset}, parts);
  }

  template <typename Part>
  Result left_to_right(std::span<const Operator> operators, const Part& part) {
    Result left = part();
    while (left) {
      const auto found = std::ranges::find_if(
          operators, [&](const Operator& each) { return token().is(each.token); });
      if (found == operators.end()) break;
      const std::uint32_t offset = token().offset;
      ++at_;
      const Result right = part();
      if (!right) return right;
      const std::array parts = {*left, *right};
      left = call(found->name, offset, parts);
    }
    return left;
  }

  Result relation() {
    const auto product = [&] { return left_to_right(kProducts, [&] { return unary(); }); };
    const auto sum = [&] { return left_to_right(kSums, product); };
    return left_to_right(kRelations, sum);
  }

  /// An even number of signs cancels out before types are looked at, as in CEL.
  Result unary() {
    const std::uint32_t offset = token().offset;
    for (const auto& [sign, name] : {Operator{"!", "!_"}, Operator{"-", "-_"}}) {
      std::size_t count = 0;
      while (ahead(count).is(sign)) ++count;
      const bool literal = count == 1 && sign == "-" && is_number(ahead(1));
      if (count == 0 || literal) continue;
      at_ += count;
      const Result operand = member();
      if (!operand || count % 2 == 0) return operand;
      const std::array parts = {*operand};
      return call(name, offset, parts);
    }
    return member();
  }

  static bool is_number(const Token& token) {
    return token.kind == TokenKind::integer || token.kind == TokenKind::number;
  }

  Result member() {
    Result left = primary();
    while (left) {
      const std::uint32_t offset = token().offset;
      if (take("[")) {
        const Result index = expression();
        if (!index) return index;
        if (!take("]")) return unexpected("`]`");
        const std::array parts = {*left, *index};
        left = call("_[_]", offset, parts);
      } else if (take(".")) {
        left = member_call(*left);
      } else {
        break;
      }
    }
    return left;
  }

  Result member_call(Index receiver) {
    const Token name = token();
    if (name.kind != TokenKind::identifier) return unexpected("a function's name");
    ++at_;
    if (!take("("))
      return fail(name.offset,
                  fmt::format("`{}` is no function call, and values have no fields", name.text));
    if (name.text == "all" || name.text == "exists") return quantifier(receiver, name);
    std::vector<Index> parts = {receiver};
    if (!arguments(")", parts)) return std::nullopt;
    return call(name.text, name.offset, parts, true);
  }

  /// `LIST.all(x, CONDITION)`
  Result quantifier(Index range, const Token& name) {
    const Token element = token();
    if (element.kind != TokenKind::identifier || !ahead(1).is(","))
      return fail(element.offset,
                  fmt::format("expected a name for the element: `{}(x, ...)`", name.text));
    if (!check_name(element)) return std::nullopt;
    at_ += 2;
    const Result condition = expression();
    if (!condition) return condition;
    if (!take(")")) return unexpected("`)`");
    const std::array parts = {range, *condition};
    return add(
        {.kind = name.text == "all" ? NodeKind::all : NodeKind::exists, .offset = name.offset},
        parts, element.text);
  }

  /// What is between brackets, up to the closing one.
  bool arguments(std::string_view close, std::vector<Index>& parts) {
    if (take(close)) return true;
    for (;;) {
      const Result part = expression();
      if (!part) return false;
      parts.push_back(*part);
      if (take(close)) return true;
      if (!take(",")) {
        unexpected(fmt::format("`,` or `{}`", close));
        return false;
      }
      // A list may end with a comma.
      if (close == "]" && take(close)) return true;
    }
  }

  Result primary() {
    const Token first = token();
    switch (first.kind) {
      case TokenKind::integer:
      case TokenKind::number:
        return number(first, false);
      case TokenKind::string:
        return string(first);
      case TokenKind::identifier:
        return name(first);
      default:
        break;
    }
    if (first.is("-") && is_number(ahead(1))) {
      ++at_;
      return number(token(), true);
    }
    if (take("(")) {
      const Result inner = expression();
      if (inner && !take(")")) return unexpected("`)`");
      return inner;
    }
    if (take("[")) {
      std::vector<Index> parts;
      // A comma at the end is allowed, even where nothing precedes it.
      if (token().is(",") && ahead(1).is("]")) ++at_;
      if (!arguments("]", parts)) return std::nullopt;
      return add({.kind = NodeKind::list, .offset = first.offset}, parts);
    }
    return unexpected("a value");
  }

  Result add_number(NodeKind kind, std::int64_t value, std::uint32_t offset) {
    parsed_.program.numbers.push_back(value);
    return add({.kind = kind,
                .a = static_cast<Index>(parsed_.program.numbers.size() - 1),
                .offset = offset});
  }

  Result number(const Token& token, bool negative) {
    ++at_;
    if (token.kind == TokenKind::number) {
      const double value = std::strtod(std::string(token.text).c_str(), nullptr);
      if (std::isinf(value)) return fail(token.offset, "a number that no double can hold");
      return add_number(NodeKind::number, std::bit_cast<std::int64_t>(negative ? -value : value),
                        token.offset);
    }
    const bool hex = token.text.starts_with("0x");
    const std::string digits =
        fmt::format("{}{}", negative ? "-" : "", token.text.substr(hex ? 2 : 0));
    std::int64_t value = 0;
    const auto result =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    if (result.ec != std::errc()) return fail(token.offset, "an integer that 64 bits cannot hold");
    return add_number(NodeKind::integer, value, token.offset);
  }

  Result string(const Token& token) {
    ++at_;
    const auto text = unescape(token.text);
    if (!text) return fail(token.offset + text.error().offset, text.error().text);
    Program& program = parsed_.program;
    const auto begin = static_cast<Index>(program.text.size());
    program.text += *text;
    return add({.kind = NodeKind::text,
                .a = begin,
                .b = static_cast<Index>(text->size()),
                .offset = token.offset});
  }

  bool check_name(const Token& name) {
    if (std::ranges::find(kReserved, name.text) == kReserved.end() && name.text != "true" &&
        name.text != "false")
      return true;
    fail(name.offset, fmt::format("`{}` is a reserved word", name.text));
    return false;
  }

  Result name(const Token& name) {
    ++at_;
    if (name.text == "true" || name.text == "false")
      return add(
          {.kind = NodeKind::boolean, .a = name.text == "true" ? 1U : 0U, .offset = name.offset});
    if (name.text == "null") return add({.kind = NodeKind::null, .offset = name.offset});
    if (!check_name(name)) return std::nullopt;
    if (!take("(")) return add({.kind = NodeKind::variable, .offset = name.offset}, {}, name.text);
    std::vector<Index> parts;
    if (!arguments(")", parts)) return std::nullopt;
    return call(name.text, name.offset, parts);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::uint32_t nested_ = 0;
  Parsed parsed_;
  std::vector<std::uint32_t> depths_;
  Problem problem_;
};

}  // namespace

std::expected<Parsed, Problem> parse(std::string_view text) {
  auto tokens = tokenize(text);
  if (!tokens) return std::unexpected(tokens.error());
  return Parser(*std::move(tokens)).run();
}

}  // namespace kaflint::constraint
