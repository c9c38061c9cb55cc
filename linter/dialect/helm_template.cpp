// See helm_template.h. Functions: text/template's print, Sprig's quote, squote, toString, int,
// int64, default, trim, lower and upper, Helm's required.
#include "linter/dialect/helm_template.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/syntax/go_template.h"
#include "linter/syntax/yaml.h"

namespace kaflint::dialect {
namespace {

using syntax::TemplateToken;
using Kind = KubernetesScalar::Kind;
using Tokens = std::span<const TemplateToken>;

/// A value while it goes through an action's pipeline.
struct Value {
  enum class Type : std::uint8_t { absent, text, boolean, number, whole };
  Type type = Type::absent;
  std::string text;    // as Go prints it
  double number = 0;   // number: Helm holds all of values.yaml as doubles; whole: an int of Go
  std::string digits;  // number: without an exponent
};

std::string plain_digits(double number) { return fmt::format("{:.0f}", number); }

Value whole(double number) { return {Value::Type::whole, plain_digits(number), number, {}}; }

bool is_empty(const Value& value) {
  switch (value.type) {
    case Value::Type::absent:
      return true;
    case Value::Type::text:
      return value.text.empty();
    case Value::Type::boolean:
      return value.text == "false";
    case Value::Type::number:
    case Value::Type::whole:
      return value.number == 0;
  }
  return true;
}

std::optional<Value> from_scalar(const KubernetesScalar& scalar) {
  switch (scalar.kind) {
    case Kind::string:
      return Value{Value::Type::text, scalar.text, 0, {}};
    case Kind::boolean:
      return Value{Value::Type::boolean, scalar.text, 0, {}};
    case Kind::null:
      return Value{};
    case Kind::integer:
    case Kind::decimal:
      return Value{Value::Type::number, helm_printed(scalar), scalar.number,
                   scalar.kind == Kind::integer ? scalar.text : std::string()};
    case Kind::big:
    case Kind::refused:
      break;
  }
  return std::nullopt;
}

/// Text in which no quoting and no escape changes a byte.
bool is_harmless(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c >= ' ' && c < '\x7F' && c != '"' && c != '\'' && c != '\\'; });
}

std::optional<std::string> unquoted(std::string_view token) {
  if (token.size() < 2 || (token.front() != '"' && token.front() != '`')) return std::nullopt;
  const std::string_view inner = token.substr(1, token.size() - 2);
  return is_harmless(inner) ? std::optional<std::string>(inner) : std::nullopt;
}

std::optional<Value> literal(const TemplateToken& token) {
  if (token.kind == TemplateToken::Kind::string) {
    std::optional<std::string> text = unquoted(token.text);
    if (!text) return std::nullopt;
    return Value{Value::Type::text, *std::move(text), 0, {}};
  }
  if (token.kind == TemplateToken::Kind::identifier &&
      (token.text == "true" || token.text == "false"))
    return Value{Value::Type::boolean, token.text, 0, {}};
  if (token.kind != TemplateToken::Kind::number) return std::nullopt;
  std::int64_t number = 0;
  const char* end = token.text.data() + token.text.size();
  const auto read = std::from_chars(token.text.data(), end, number);
  const bool octal = token.text.size() > 1 && token.text.front() == '0';
  if (read.ec != std::errc() || read.ptr != end || octal) return std::nullopt;
  return whole(static_cast<double>(number));
}

std::optional<Value> to_whole(const Value& value) {
  if (value.type == Value::Type::whole) return value;
  if (value.type == Value::Type::number && std::fabs(value.number) < 9007199254740992.0)
    return whole(std::trunc(value.number));
  // Sprig reads other texts in ways of its own: 010 is octal, 1_000 is nothing.
  const bool decimal = value.type == Value::Type::text && !value.text.empty() &&
                       value.text.size() < 16 && std::ranges::all_of(value.text, is_digit) &&
                       (value.text.size() == 1 || value.text.front() != '0');
  if (!decimal) return std::nullopt;
  double number = 0;
  std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return whole(number);
}

/// A function with its other arguments, on the value that comes last or through the pipe.
std::optional<Value> apply(std::string_view function, Tokens arguments, Value value) {
  if (function == "default" && arguments.size() == 1)
    return is_empty(value) ? literal(arguments[0]) : std::optional(std::move(value));
  if (function == "required" && arguments.size() == 1) return value;
  if (!arguments.empty() || value.type == Value::Type::absent) return std::nullopt;
  if (function == "int" || function == "int64") return to_whole(value);
  if (function == "toString" || function == "print") {
    value.type = Value::Type::text;
    return value;
  }
  if (!is_harmless(value.text)) return std::nullopt;
  if (function == "quote" || function == "squote") {
    const char mark = function == "quote" ? '"' : '\'';
    value.text = fmt::format("{}{}{}", mark, value.text, mark);
  } else if (value.type != Value::Type::text) {
    return std::nullopt;
  } else if (function == "lower") {
    value.text = ascii_lower(value.text);
  } else if (function == "upper") {
    std::ranges::transform(value.text, value.text.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  } else if (function == "trim") {
    value.text = std::string(trim_java(value.text));
  } else {
    return std::nullopt;
  }
  value.type = Value::Type::text;
  return value;
}

/// The path below .Values; nothing for any other chain.
std::optional<std::string_view> path_of(const TemplateToken& token) {
  std::string_view text = token.text;
  if (token.kind == TemplateToken::Kind::variable && text.starts_with("$."))
    text.remove_prefix(1);
  else if (token.kind != TemplateToken::Kind::field)
    return std::nullopt;
  constexpr std::string_view kValues = ".Values.";
  if (!text.starts_with(kValues)) return std::nullopt;
  return text.substr(kValues.size());
}

}  // namespace

struct TemplateValues::Data {
  std::shared_ptr<const SourceFile> source;
  syntax::YamlFile tree;
  syntax::YamlId root = syntax::kNoYaml;

  syntax::YamlId find(std::string_view path) const {
    syntax::YamlId at = root;
    for (const std::string_view key : split(path, '.')) {
      // A key such as `on` is a boolean in values.yaml.
      const bool text = kubernetes_scalar(key, false, "").kind == Kind::string;
      if (!text || at == syntax::kNoYaml || !tree.is_mapping(at)) return syntax::kNoYaml;
      at = syntax::find(tree, at, key);
    }
    return at;
  }
};

namespace {

/// Carries out one action.
class Pipeline {
 public:
  Pipeline(const syntax::YamlFile& tree, Tokens tokens) : tree_(tree), tokens_(tokens) {}

  template <typename Find>
  std::optional<Value> run(Find find) {
    std::optional<Value> value;
    for (std::size_t first = 0; first <= tokens_.size();) {
      std::size_t end = first;
      while (end < tokens_.size() && tokens_[end].kind != TemplateToken::Kind::pipe) ++end;
      const Tokens command = tokens_.subspan(first, end - first);
      value = first == 0 ? begin(command, find) : next(command, std::move(value));
      if (!value) return std::nullopt;
      first = end + 1;
    }
    return value;
  }

  /// The node of values.yaml that the action reads.
  syntax::YamlId node() const { return node_; }
  /// Behind that chain, where another function can stand; 0 when it is an argument.
  std::uint32_t end() const { return end_; }

 private:
  template <typename Find>
  std::optional<Value> begin(Tokens command, Find find) {
    if (command.empty()) return std::nullopt;
    const std::optional<std::string_view> path = path_of(command.back());
    if (!path) return std::nullopt;
    node_ = find(*path);
    Value value;
    if (node_ != syntax::kNoYaml) {
      if (!tree_.is_scalar(node_) || tree_.node(tree_.resolve(node_)).masked) return std::nullopt;
      std::optional<Value> read = from_scalar(kubernetes_scalar(tree_, node_));
      if (!read) return std::nullopt;
      value = *std::move(read);
    }
    if (command.size() == 1) {
      end_ = command[0].span.end;
      return value;
    }
    return function(command.first(command.size() - 1), std::move(value));
  }

  static std::optional<Value> next(Tokens command, std::optional<Value> value) {
    if (command.empty() || !value) return std::nullopt;
    return function(command, *std::move(value));
  }

  static std::optional<Value> function(Tokens command, Value value) {
    if (command[0].kind != TemplateToken::Kind::identifier) return std::nullopt;
    return apply(command[0].text, command.subspan(1), std::move(value));
  }

  const syntax::YamlFile& tree_;
  Tokens tokens_;
  syntax::YamlId node_ = syntax::kNoYaml;
  std::uint32_t end_ = 0;
};

}  // namespace

TemplateValues::TemplateValues(std::unique_ptr<Data> data) : data_(std::move(data)) {}

std::shared_ptr<const TemplateValues> TemplateValues::of(const SourceFile& file,
                                                         const ProjectFiles* files) {
  const std::string_view path = file.path();
  constexpr std::string_view kFolder = "templates/";
  const std::size_t templates = path.rfind(kFolder);
  if (!files || templates == std::string_view::npos ||
      (templates > 0 && path[templates - 1] != '/'))
    return nullptr;
  std::string above = "../";
  for (const char c : path.substr(templates + kFolder.size()))
    if (c == '/') above += "../";
  if (!files->read(path, above + "Chart.yaml")) return nullptr;
  if (files->read(path, above + "../../Chart.yaml") &&
      path.substr(0, templates).find("charts/") != std::string_view::npos)
    return nullptr;
  auto data = std::make_unique<Data>();
  data->source = files->read(path, above + "values.yaml");
  if (!data->source) return nullptr;
  data->tree = syntax::parse_yaml(data->source->bytes());
  if (data->tree.documents.empty()) return nullptr;
  data->root = data->tree.documents.front().root;
  return std::shared_ptr<const TemplateValues>(new TemplateValues(std::move(data)));
}

std::optional<TemplateValues::Rendered> TemplateValues::render(std::string_view part,
                                                               std::uint32_t offset) const {
  Rendered result;
  std::size_t copied = 0;
  const std::vector<syntax::TemplateAction> actions = syntax::find_template_actions(part);
  for (const syntax::TemplateAction& action : actions) {
    if (action.kind != syntax::TemplateKind::value || !action.closed) return std::nullopt;
    // A marker at the end joins the next line to this one.
    if (action.trims_after && action.span.end == part.size()) return std::nullopt;
    std::string_view before = part.substr(copied, action.span.begin - copied);
    if (action.trims_before) before = before.substr(0, before.find_last_not_of(" \t") + 1);
    result.text += before;
    const std::vector<TemplateToken> tokens = syntax::template_tokens(part, action);
    Pipeline pipeline(data_->tree, tokens);
    const std::optional<Value> value =
        pipeline.run([this](std::string_view path) { return data_->find(path); });
    if (!value || value->text.empty() || value->text == "\"\"" || value->text == "''")
      return std::nullopt;
    result.text += value->text;
    copied = action.span.end;
    if (action.trims_after) copied = std::min(part.find_first_not_of(" \t", copied), part.size());
    if (pipeline.node() == syntax::kNoYaml) continue;
    const std::string_view above =
        data_->source->bytes().substr(0, data_->tree.node(pipeline.node()).span.begin);
    result.origin =
        fmt::format("the default in line {} of values.yaml", std::ranges::count(above, '\n') + 1);
    if (!value->digits.empty() && value->text.find('e') != std::string::npos) {
      result.digits = value->digits;
      if (pipeline.end() != 0) result.repair_at = offset + pipeline.end();
    }
  }
  if (actions.empty()) return std::nullopt;
  result.text += part.substr(copied);
  if (result.text.find('\n') != std::string::npos) return std::nullopt;
  return result;
}

}  // namespace kaflint::dialect
