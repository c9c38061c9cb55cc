// YAMLParser of jackson-dataformat-yaml 2.17: SnakeYAML's implicit types, but without sexagesimal
// whole numbers, infinity and dates.
#include "linter/dialect/jackson_yaml.h"

#include "linter/dialect/snake_yaml.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";

/// The short name of one of YAML's own tags; the tag itself otherwise.
std::string_view short_tag(std::string_view tag) {
  if (tag.starts_with(kTagPrefix)) return tag.substr(kTagPrefix.size());
  if (tag.starts_with("!!")) return tag.substr(2);
  return tag;
}

JacksonScalar same(std::string_view text) { return {std::string(text), std::string(text)}; }

/// Taken for a floating number by the resolver, and then not readable as one.
bool is_unreadable_number(std::string_view text) {
  const std::string_view digits = text.substr(text.find_first_not_of("+-") == 1 ? 1 : 0);
  for (std::string_view word : {".inf", ".Inf", ".INF"})
    if (digits == word) return true;
  return text == ".nan" || text == ".NaN" || text == ".NAN";
}

}  // namespace

JacksonScalar jackson_scalar(const syntax::YamlFile& file, syntax::YamlId id) {
  const syntax::YamlNode& node = file.node(file.resolve(id));
  return jackson_scalar(file.text(id), node.style != syntax::YamlStyle::plain, file.tag(id));
}

JacksonScalar jackson_scalar(std::string_view text, bool quoted, std::string_view tag) {
  const std::string_view type = short_tag(tag);
  if (type == "str" || (type.empty() && quoted)) return same(text);
  if (!type.empty() && type != "int" && type != "float" && type != "bool") return {};
  if (is_unreadable_number(text)) return {};
  const std::optional<SnakeScalar> scalar = read_snake_scalar(text);
  if (!scalar) return {std::string(text), std::nullopt};
  using Kind = SnakeScalar::Kind;
  if (scalar->kind == Kind::null) return {};
  if (text.find(':') != std::string_view::npos) {
    if (scalar->kind == Kind::floating) return {};
    return same(text);
  }
  std::string object = scalar->text;
  if (type == "float" && scalar->kind == Kind::integer) object += ".0";
  return {std::string(text), std::move(object)};
}

}  // namespace kaflint::dialect
