// See flat_properties.h. Spring's OriginTrackedYamlLoader, SmallRye's YamlConfigSource and
// Micronaut's YamlPropertySourceLoader flatten alike.
#include "linter/dialect/flat_properties.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/dialect/common.h"

namespace kaflint::dialect {
namespace {

// Aliases can make a small file large; no application has this many properties.
constexpr std::size_t kMostEntries = 20'000;

/// Maven's resource filtering replaces @x@ before anything reads the file.
bool holds_filtered_property(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const std::size_t end = text.find_first_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", at + 1);
    if (end != std::string_view::npos && end > at + 1 && text[end] == '@') return true;
  }
  return false;
}

/// Whether the tag makes of a text what it would be without one.
bool is_tag_of(std::string_view tag, SnakeScalar::Kind kind) {
  if (kind == SnakeScalar::Kind::integer) return tag == "!!int" || tag == "tag:yaml.org,2002:int";
  if (kind == SnakeScalar::Kind::boolean) return tag == "!!bool" || tag == "tag:yaml.org,2002:bool";
  return false;
}

/// A node to visit with what led to it.
struct Visit {
  syntax::YamlId node = syntax::kNoYaml;  // where it stands
  std::vector<std::string> elements;
  std::string name;
  std::string written_key;
  std::size_t written_elements = 0;
  Span key_span;
  bool indexed = false;
  std::optional<Span> list_span;
  std::vector<Provenance> chain;
};

class YamlFlattener {
 public:
  YamlFlattener(const syntax::YamlFile& yaml, const FlatRules& rules, const FlatWanted& wanted,
                const FlatSink& take)
      : yaml_(yaml), rules_(rules), wanted_(wanted), take_(take) {}

  bool run(syntax::YamlId root) {
    if (root == syntax::kNoYaml) return true;
    std::vector<Visit> stack;
    stack.emplace_back().node = root;
    std::size_t visited = 0;
    while (!stack.empty() && ++visited < kMostEntries) {
      Visit visit = std::move(stack.back());
      stack.pop_back();
      const std::size_t before = stack.size();
      if (yaml_.is_mapping(visit.node))
        push_entries(visit, stack);
      else if (yaml_.is_sequence(visit.node))
        push_items(visit, stack);
      else if (!visit.elements.empty())
        scalar(std::move(visit));
      std::reverse(stack.begin() + static_cast<std::ptrdiff_t>(before), stack.end());
    }
    return stack.empty();
  }

 private:
  void push_entries(const Visit& visit, std::vector<Visit>& stack) {
    for (const syntax::YamlEntry& entry : syntax::entries(yaml_, yaml_.resolve(visit.node))) {
      const std::string_view key = yaml_.text(entry.key);
      Visit next;
      next.node = entry.value;
      next.elements = visit.elements;
      next.name = visit.name;
      if (!next.name.empty() && !key.starts_with('[')) next.name += '.';
      next.name += key;
      next.chain = visit.chain;
      std::vector<std::string> added = rules_.elements(key);
      next.written_elements = added.size();
      next.elements.insert(next.elements.end(), added.begin(), added.end());
      if (!wanted_(next.elements)) continue;
      next.written_key = key;
      next.key_span = yaml_.node(entry.key).span;
      for (syntax::YamlId through : entry.through)
        next.chain.push_back({"alias", yaml_.node(through).span});
      stack.push_back(std::move(next));
    }
  }

  void push_items(const Visit& visit, std::vector<Visit>& stack) {
    if (!wanted_(visit.elements)) return;
    std::size_t index = 0;
    for (const syntax::YamlId item : syntax::items(yaml_, visit.node)) {
      Visit next = visit;
      next.node = item;
      next.name += fmt::format("[{}]", index);
      next.elements.push_back(std::to_string(index++));
      next.indexed = true;
      next.list_span = yaml_.node(visit.node).span;
      stack.push_back(std::move(next));
    }
    if (index == 0) scalar(visit);  // an empty list becomes an empty text
  }

  void scalar(Visit visit) {
    const syntax::YamlNode& place = yaml_.node(visit.node);
    FlatEntry entry;
    read_value(yaml_.resolve(visit.node), entry);
    entry.indexed = visit.indexed;
    entry.written_key = std::move(visit.written_key);
    entry.written_elements = visit.written_elements;
    entry.key_span = visit.key_span;
    entry.value_span = place.span;
    entry.value_pieces = {place.span};
    entry.list_span = visit.list_span;
    entry.entry_span = visit.key_span;
    if (place.span.begin >= visit.key_span.end) entry.entry_span.end = place.span.end;
    entry.chain = std::move(visit.chain);
    if (place.kind == syntax::YamlKind::alias) entry.chain.push_back({"alias", place.span});
    entry.elements = std::move(visit.elements);
    entry.name = std::move(visit.name);
    take_(std::move(entry));
  }

  void read_value(syntax::YamlId id, FlatEntry& entry) {
    const syntax::YamlNode& node = yaml_.node(id);
    if (node.kind != syntax::YamlKind::scalar) {  // an empty list
      entry.value = "";
      return;
    }
    if (node.masked) {
      entry.unknown = UnknownReason::template_action;
      for (const syntax::YamlMask& mask : yaml_.masks)
        if (mask.span.overlaps(node.span) && mask.kind == syntax::YamlMask::Kind::filtered_property)
          entry.unknown = UnknownReason::filtered_property;
      return;
    }
    const std::string_view text = yaml_.text(id);
    const std::string_view tag = yaml_.tag(id);
    const bool quoted = tag.empty() && node.style != syntax::YamlStyle::plain;
    if (quoted || tag == "!" || tag == "!!str" || tag == "tag:yaml.org,2002:str") {
      entry.value = text;
      return;
    }
    std::optional<SnakeScalar> scalar = read_plain(text);
    if (!scalar || (!tag.empty() && !is_tag_of(tag, scalar->kind))) {
      entry.unknown = UnknownReason::unsupported;
      return;
    }
    entry.kind = scalar->kind;
    const bool as_typed = rules_.scalars == FlatRules::Scalars::snake ||
                          scalar->kind == SnakeScalar::Kind::boolean ||
                          scalar->kind == SnakeScalar::Kind::null;
    entry.value = as_typed ? std::move(scalar->text) : std::string(text);
  }

  std::optional<SnakeScalar> read_plain(std::string_view text) const {
    if (rules_.snake) return read_snake_scalar(text, *rules_.snake);
    const auto older = read_snake_scalar(text, SnakeVersion::before_1_30);
    auto newer = read_snake_scalar(text, SnakeVersion::since_1_30);
    return older && newer && older->text == newer->text ? std::move(newer) : std::nullopt;
  }

  const syntax::YamlFile& yaml_;
  const FlatRules& rules_;
  const FlatWanted& wanted_;
  const FlatSink& take_;
};

std::string any_text(std::string_view text) { return std::string(text); }

std::string plain_text(std::string_view text) {
  std::string plain;
  for (char c : text)
    if (is_letter(c) || is_digit(c) || c == '_' || (c == '-' && !plain.empty())) plain += c;
  return plain;
}

/// `outside` gives what counts of an element that stands in no brackets; an empty one is none.
std::vector<std::string> split_name(std::string_view name,
                                    std::string (*outside)(std::string_view text)) {
  std::vector<std::string> elements;
  std::size_t at = 0;
  while (at < name.size()) {
    if (name[at] == '.') {
      ++at;
      continue;
    }
    const bool bracket = name[at] == '[';
    std::size_t end = bracket ? name.find(']', at) : name.find_first_of(".[", at);
    if (end == std::string_view::npos) end = name.size();
    std::string element = bracket ? std::string(name.substr(at + 1, end - at - 1))
                                  : outside(name.substr(at, end - at));
    if (bracket || !element.empty()) elements.push_back(std::move(element));
    at = bracket ? end + 1 : end;
  }
  return elements;
}

}  // namespace

std::vector<std::string> name_elements(std::string_view name) { return split_name(name, any_text); }

std::vector<std::string> spring_name_elements(std::string_view name) {
  return split_name(name, plain_text);
}

std::string join_elements(std::span<const std::string> elements) {
  std::string joined;
  for (const std::string& element : elements) {
    if (!joined.empty()) joined += '.';
    joined += element;
  }
  return joined;
}

bool flatten_yaml(const syntax::YamlFile& yaml, syntax::YamlId root, const FlatRules& rules,
                  const FlatWanted& wanted, const FlatSink& take) {
  return YamlFlattener(yaml, rules, wanted, take).run(root);
}

FlatEntry flat_entry(const syntax::PropertiesPair& pair, std::vector<std::string> elements) {
  FlatEntry entry;
  const std::string& last = elements.back();
  entry.indexed = pair.key.ends_with(']') &&
                  std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
  if (holds_filtered_property(pair.value))
    entry.unknown = UnknownReason::filtered_property;
  else
    entry.value = pair.value;
  entry.name = pair.key;
  entry.written_key = pair.key;
  entry.written_elements = elements.size();
  entry.key_span = pair.key_span;
  entry.value_span = pair.value_span;
  entry.value_pieces = pair.value_pieces;
  entry.entry_span = pair.entry_span;
  entry.removable = pair.line_span;
  entry.elements = std::move(elements);
  return entry;
}

void leave_file(FlatEntry& entry, const SourceFile& source, const LineTable& lines) {
  entry.other_file = place_in_other_file(source, lines, entry.entry_span.begin);
  entry.key_span = entry.value_span = entry.entry_span = Span{};
  entry.value_pieces.clear();
  entry.list_span.reset();
  entry.removable.reset();
  entry.chain.clear();
}

}  // namespace kaflint::dialect
