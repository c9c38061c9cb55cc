// See helm_template_pipeline.h.
#include "linter/dialect/helm_template_pipeline.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "linter/base/text.h"
#include "linter/dialect/helm_template_functions.h"

namespace kaflint::dialect {
namespace {

using syntax::TemplateToken;
using Kind = TemplateToken::Kind;
using Type = TemplateValue::Type;

constexpr int kMaxDepth = 50;

std::vector<std::string> names_of(std::string_view chain) {
  std::vector<std::string> names;
  for (const std::string_view name : split(chain, '.'))
    if (!name.empty()) names.emplace_back(name);
  return names;
}

TemplateValue literal_text(std::string_view token) {
  if (token.size() < 2 || (token.front() != '"' && token.front() != '`')) return {};
  const std::string_view inner = token.substr(1, token.size() - 2);
  return is_harmless(inner) ? template_text(std::string(inner)) : TemplateValue{};
}

TemplateValue literal_number(std::string_view token) {
  std::int64_t number = 0;
  const char* end = token.data() + token.size();
  const auto read = std::from_chars(token.data(), end, number);
  const bool octal = token.size() > 1 && token.front() == '0';
  if (read.ec != std::errc() || read.ptr != end || octal) return {};
  return template_whole(static_cast<double>(number));
}

class Pipeline {
 public:
  Pipeline(const TemplateScope& scope, TemplateTokens tokens, std::size_t way)
      : scope_(scope), tokens_(tokens), way_(way) {}

  TemplateValue run() {
    TemplateValue value = pipeline();
    return at_ == tokens_.size() ? value : TemplateValue{};
  }

 private:
  bool at_end() const {
    return at_ == tokens_.size() || tokens_[at_].kind == Kind::pipe ||
           (tokens_[at_].kind == Kind::other && tokens_[at_].text.starts_with(')'));
  }

  TemplateValue pipeline() {
    TemplateValue value = command(std::nullopt);
    while (at_ < tokens_.size() && tokens_[at_].kind == Kind::pipe) {
      ++at_;
      value = command(std::move(value));
    }
    return value;
  }

  TemplateValue command(std::optional<TemplateValue> piped) {
    if (at_end()) return {};
    const TemplateToken& first = tokens_[at_];
    const bool calls = first.kind == Kind::identifier && first.text != "true" &&
                       first.text != "false" && first.text != "nil";
    if (calls) ++at_;
    std::vector<TemplateValue> operands;
    while (!at_end()) operands.push_back(operand());
    if (!calls) {
      // More than one operand is a call of a method.
      if (piped || operands.size() != 1) return {};
      if (first.kind == Kind::field || first.kind == Kind::variable)
        operands.front().repair_at = first.span.end;
      return std::move(operands.front());
    }
    if (piped) operands.push_back(*std::move(piped));
    if ((first.text == "index" || first.text == "get" || first.text == "hasKey") &&
        !operands.empty())
      return indexed(first.text, operands);
    return call_template_function(first.text, operands);
  }

  TemplateValue indexed(std::string_view function, std::span<const TemplateValue> operands) {
    std::vector<std::string> names;
    for (const TemplateValue& operand : operands.subspan(1)) {
      if (operand.type != Type::text || !operand.given) return {};
      names.push_back(operand.text);
    }
    if (names.empty() || (function != "index" && names.size() != 1)) return {};
    TemplateValue value = member(operands.front(), names);
    if (function != "hasKey") return value;
    // That it is not there yet does not mean that no installation has it.
    return value.given && value.type != Type::unknown ? template_boolean(true) : TemplateValue{};
  }

  TemplateValue operand() {
    const TemplateToken& token = tokens_[at_++];
    switch (token.kind) {
      case Kind::field:
        return member(scope_.dot, names_of(token.text));
      case Kind::variable: {
        const std::size_t dot = token.text.find('.');
        const std::string_view name = std::string_view(token.text).substr(0, dot);
        TemplateValue value = variable(name);
        return dot == std::string::npos ? value : member(value, names_of(token.text.substr(dot)));
      }
      case Kind::identifier:
        if (token.text == "true" || token.text == "false")
          return template_boolean(token.text == "true");
        return {};
      case Kind::string:
        return literal_text(token.text);
      case Kind::number:
        return literal_number(token.text);
      case Kind::pipe:
        return {};
      case Kind::other:
        break;
    }
    if (token.text == ".") return scope_.dot;
    if (token.text != "(" || depth_ == kMaxDepth) return {};
    ++depth_;
    TemplateValue value = pipeline();
    --depth_;
    if (at_ == tokens_.size() || !tokens_[at_].text.starts_with(')')) return {};
    const std::vector<std::string> names =
        names_of(std::string_view(tokens_[at_++].text).substr(1));
    return names.empty() ? value : member(value, names);
  }

  TemplateValue variable(std::string_view name) const {
    if (name == "$") return scope_.dollar;
    for (auto found = scope_.variables.rbegin(); found != scope_.variables.rend(); ++found)
      if (found->first == name) return found->second;
    return {};
  }

  TemplateValue member(const TemplateValue& of, std::span<const std::string> names) const {
    std::vector<std::string> path = of.path;
    if (of.type == Type::root) {
      if (names.front() == "Chart" && names.size() == 2) return scope_.values->chart(names[1]);
      if (names.front() != "Values") return {};
      names = names.subspan(1);
    } else if (of.type != Type::map) {
      return {};
    }
    path.insert(path.end(), names.begin(), names.end());
    if (!path.empty()) return scope_.values->find(path, way_);
    TemplateValue values;
    values.type = Type::map;
    return values;
  }

  const TemplateScope& scope_;
  TemplateTokens tokens_;
  std::size_t way_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

TemplateValue run_pipeline(const TemplateScope& scope, TemplateTokens tokens, std::size_t way) {
  return Pipeline(scope, tokens, way).run();
}

TemplateValue run_pipeline_certainly(const TemplateScope& scope, TemplateTokens tokens) {
  TemplateValue value = run_pipeline(scope, tokens, 0);
  for (std::size_t way = 1; way < scope.values->ways(); ++way) {
    const TemplateValue other = run_pipeline(scope, tokens, way);
    const std::optional<bool> truth = truth_of(value);
    const bool same = other.type == value.type && other.text == value.text &&
                      other.given == value.given && other.path == value.path &&
                      truth_of(other) == truth;
    if (!same && (!truth || truth_of(other) != truth)) return {};
    if (!same) {
      value = TemplateValue{};
      value.truth = truth;
    }
  }
  return value;
}

}  // namespace kaflint::dialect
