// Flattens YAML as Boot's OriginTrackedYamlLoader does, and reads .properties in its documents.
#include "linter/dialect/spring_documents.h"

#include <algorithm>
#include <charconv>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/spring_table.h"

namespace kaflint::dialect {
namespace {

// Aliases can make a small file large; no application has this many properties.
constexpr std::size_t kMostEntries = 20'000;

bool is(const std::vector<std::string>& elements, std::size_t at, std::string_view name) {
  return at < elements.size() && spring_uniform(elements[at]) == name;
}

/// Whether the elements so far can lead to something that matters.
bool leads_somewhere(const std::vector<std::string>& elements) {
  if (!elements.empty() && !is(elements, 0, "spring")) return false;
  if (elements.size() < 2) return true;
  if (is(elements, 1, "kafka") || is(elements, 1, "profiles")) return true;
  return is(elements, 1, "config") && (elements.size() < 3 || is(elements, 2, "activate"));
}

/// Before Boot 2.4, ConfigFileApplicationListener loaded the files: no documents in properties, no
/// `spring.config.activate`.
bool is_before_config_data(const ParsedFile& file) {
  return file.options.spring_boot && file.options.spring_boot->before(2, 4);
}

/// Name and kind of the document's condition if this property is one.
std::string_view condition_kind(const std::vector<std::string>& elements) {
  if (elements.size() >= 4 && is(elements, 1, "config") && is(elements, 2, "activate")) {
    if (is(elements, 3, "onprofile")) return "profile";
    if (is(elements, 3, "oncloudplatform")) return "cloud platform";
    return {};
  }
  const bool profiles = is(elements, 1, "profiles");
  const bool plain = elements.size() == 2 || (elements.size() == 3 && !elements[2].empty() &&
                                              elements[2][0] >= '0' && elements[2][0] <= '9');
  return profiles && plain ? "profile" : std::string_view{};
}

void add_condition(SpringDocument& document, std::string_view kind, std::string_view value) {
  if (document.condition.empty()) {
    document.condition = kind;
    document.condition += ' ';
  } else {
    document.condition += ", ";
  }
  document.condition += value;
}

/// Maven's resource filtering replaces @x@ before anything reads the file.
bool holds_filtered_property(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const std::size_t end = text.find_first_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", at + 1);
    if (end != std::string_view::npos && end > at + 1 && text[end] == '@') return true;
  }
  return false;
}

void take_entry(SpringDocument& document, std::vector<std::string> elements, SpringEntry entry) {
  if (const std::string_view kind = condition_kind(elements); !kind.empty()) {
    add_condition(document, kind, entry.value.value_or("?"));
    return;
  }
  if (!is(elements, 1, "kafka") || elements.size() < 3) return;
  elements.erase(elements.begin(), elements.begin() + 2);
  entry.elements = std::move(elements);
  document.entries.push_back(std::move(entry));
}

std::string join(const std::vector<std::string>& elements) {
  std::string joined;
  for (const std::string& element : elements) {
    if (!joined.empty()) joined += '.';
    joined += element;
  }
  return joined;
}

bool has_placeholder(const ParsedFile& file) {
  return file.source.bytes().find("${") != std::string_view::npos;
}

/// A node to visit with what led to it.
struct Visit {
  syntax::YamlId node = syntax::kNoYaml;  // where it stands
  std::vector<std::string> elements;
  std::string written_key;
  std::size_t written_elements = 0;
  Span key_span;
  bool indexed = false;
  std::optional<Span> list_span;
  std::vector<Provenance> chain;
};

class YamlFlattener {
 public:
  enum class Goal : std::uint8_t { entries, definitions };

  YamlFlattener(const syntax::YamlFile& yaml, SpringDocument& document, Goal goal)
      : yaml_(yaml), document_(document), all_(goal == Goal::definitions) {}

  void run(syntax::YamlId root) {
    if (root == syntax::kNoYaml) return;
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
    if (!stack.empty()) document_.partial = true;
  }

 private:
  void push_entries(const Visit& visit, std::vector<Visit>& stack) {
    for (const syntax::YamlEntry& entry : syntax::entries(yaml_, yaml_.resolve(visit.node))) {
      const std::string_view key = yaml_.text(entry.key);
      Visit next;
      next.node = entry.value;
      next.elements = visit.elements;
      next.chain = visit.chain;
      std::vector<std::string> added = spring_name_elements(key);
      next.written_elements = added.size();
      next.elements.insert(next.elements.end(), added.begin(), added.end());
      if (!all_ && !leads_somewhere(next.elements)) continue;
      next.written_key = key;
      next.key_span = yaml_.node(entry.key).span;
      for (syntax::YamlId through : entry.through)
        next.chain.push_back({"alias", yaml_.node(through).span});
      stack.push_back(std::move(next));
    }
  }

  void push_items(const Visit& visit, std::vector<Visit>& stack) {
    if (!all_ && !leads_somewhere(visit.elements)) return;
    std::size_t index = 0;
    for (const syntax::YamlId item : syntax::items(yaml_, visit.node)) {
      Visit next = visit;
      next.node = item;
      next.elements.push_back(std::to_string(index++));
      next.indexed = true;
      next.list_span = yaml_.node(visit.node).span;
      stack.push_back(std::move(next));
    }
    if (index == 0) scalar(visit);  // an empty list becomes an empty text
  }

  void scalar(Visit visit) {
    const syntax::YamlNode& place = yaml_.node(visit.node);
    SpringEntry entry;
    read_value(yaml_.resolve(visit.node), entry);
    if (all_) {
      // How a number with a point is printed depends on the type that asks for it.
      if (entry.kind == SnakeScalar::Kind::floating) entry.value.reset();
      document_.definitions.push_back({join(visit.elements), std::move(entry.value)});
      return;
    }
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
    take_entry(document_, std::move(visit.elements), std::move(entry));
  }

  void read_value(syntax::YamlId id, SpringEntry& entry) {
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
    std::optional<SnakeScalar> scalar;
    if (tag.empty()) scalar = read_snake_scalar(text);
    if (!scalar) {
      entry.unknown = UnknownReason::unsupported;
      return;
    }
    entry.kind = scalar->kind;
    entry.value = std::move(scalar->text);
  }

  const syntax::YamlFile& yaml_;
  SpringDocument& document_;
  bool all_;
};

/// The line that begins at `begin`, without its end.
std::string_view line_at(std::string_view bytes, std::size_t begin) {
  if (begin >= bytes.size()) return {};
  const std::size_t end = bytes.find_first_of("\r\n", begin);
  return bytes.substr(begin, end == std::string_view::npos ? end : end - begin);
}

std::string_view line_before(std::string_view bytes, std::size_t begin) {
  std::size_t end = begin;
  if (end > 0 && bytes[end - 1] == '\n') --end;
  if (end > 0 && bytes[end - 1] == '\r') --end;
  if (end == 0) return {};
  const std::size_t start = bytes.find_last_of("\r\n", end - 1);
  return bytes.substr(start + 1, end - start - 1);  // npos + 1 is 0
}

/// OriginTrackedPropertiesLoader: exactly `#---` or `!---`, no such comment line before or after.
bool is_document_separator(std::string_view bytes, Span comment) {
  const std::string_view line = line_at(bytes, comment.begin);
  if (line != "#---" && line != "!---") return false;
  if (comment.begin > 0 && bytes[comment.begin - 1] != '\n' && bytes[comment.begin - 1] != '\r')
    return false;
  std::size_t after = comment.begin + line.size();
  if (after < bytes.size() && bytes[after] == '\r') ++after;
  if (after < bytes.size() && bytes[after] == '\n') ++after;
  return !line_at(bytes, after).starts_with(line[0]) &&
         !line_before(bytes, comment.begin).starts_with(line[0]);
}

/// The lines that a comment before them hides. OriginTrackedPropertiesLoader looks for `#---` by
/// reading two characters after the comment's first like any others, so a backslash there at the
/// end of the line continues the comment.
std::vector<Span> hidden_lines(const ParsedFile& file) {
  std::vector<Span> lines;
  const std::string_view bytes = file.source.bytes();
  for (const syntax::PropertiesComment& comment : file.properties->comments) {
    const std::string_view text = file.source.text(comment.span).substr(1);
    if (text != "\\" && (text.size() != 2 || text[1] != '\\' || text[0] == '\\')) continue;
    std::size_t next = comment.span.end;
    if (next < bytes.size() && bytes[next] == '\r') ++next;
    if (next < bytes.size() && bytes[next] == '\n') ++next;
    lines.push_back(span_of(next, next + line_at(bytes, next).size()));
  }
  return lines;
}

std::vector<SpringDocument> properties_documents(const ParsedFile& file) {
  std::vector<std::uint32_t> separators;
  const bool several = !is_before_config_data(file);
  for (const syntax::PropertiesComment& comment : file.properties->comments)
    if (several && is_document_separator(file.source.bytes(), comment.span))
      separators.push_back(comment.span.begin);
  std::vector<SpringDocument> documents(separators.size() + 1);
  for (std::size_t i = 0; i < documents.size(); ++i) documents[i].index = i;
  std::size_t current = 0;
  const std::vector<Span> hidden = hidden_lines(file);
  const bool placeholders = has_placeholder(file);
  for (const syntax::PropertiesPair& pair : file.properties->pairs) {
    if (std::ranges::any_of(hidden, [&](Span line) { return line.overlaps(pair.key_span); }))
      continue;
    while (current < separators.size() && separators[current] < pair.key_span.begin) ++current;
    std::vector<std::string> elements = spring_name_elements(trim_java(pair.key));
    if (placeholders && !elements.empty())
      documents[current].definitions.push_back({join(elements), holds_filtered_property(pair.value)
                                                                    ? std::nullopt
                                                                    : std::optional(pair.value)});
    if (elements.empty() || !leads_somewhere(elements)) continue;
    SpringEntry entry;
    const std::string& last = elements.back();
    entry.indexed = pair.key.ends_with(']') &&
                    std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
    if (holds_filtered_property(pair.value))
      entry.unknown = UnknownReason::filtered_property;
    else
      entry.value = pair.value;
    entry.written_key = pair.key;
    entry.written_elements = elements.size();
    entry.key_span = pair.key_span;
    entry.value_span = pair.value_span;
    entry.value_pieces = pair.value_pieces;
    entry.entry_span = pair.entry_span;
    entry.removable = pair.line_span;
    take_entry(documents[current], std::move(elements), std::move(entry));
  }
  if (file.properties->error)
    for (SpringDocument& document : documents) document.broken = true;
  return documents;
}

}  // namespace

std::vector<std::string> spring_name_elements(std::string_view name) {
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
    elements.emplace_back(name.substr(at + (bracket ? 1 : 0), end - at - (bracket ? 1 : 0)));
    at = bracket ? end + 1 : end;
  }
  return elements;
}

std::vector<SpringDocument> read_spring_documents(const ParsedFile& file) {
  if (file.properties) return properties_documents(file);
  std::vector<SpringDocument> documents(file.yaml->documents.size());
  const bool placeholders = has_placeholder(file);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].index = i;
    documents[i].broken = file.yaml->documents[i].broken;
    using Goal = YamlFlattener::Goal;
    const syntax::YamlId root = file.yaml->documents[i].root;
    YamlFlattener(*file.yaml, documents[i], Goal::entries).run(root);
    if (placeholders) YamlFlattener(*file.yaml, documents[i], Goal::definitions).run(root);
  }
  return documents;
}

}  // namespace kaflint::dialect
