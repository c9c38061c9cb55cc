// Flattens YAML as Boot's OriginTrackedYamlLoader does, and reads .properties in its documents.
#include "linter/dialect/spring_documents.h"

#include <algorithm>
#include <charconv>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/spring_table.h"

namespace kaflint::dialect {
namespace {

bool is(const std::vector<std::string>& elements, std::size_t at, std::string_view name) {
  return at < elements.size() && spring_uniform(elements[at]) == name;
}

/// Whether the elements so far can lead to something that matters.
bool leads_somewhere(const std::vector<std::string>& elements) {
  if (!elements.empty() && !is(elements, 0, "spring")) return false;
  if (elements.size() < 2) return true;
  for (std::string_view name : {"kafka", "profiles", "application"})
    if (is(elements, 1, name)) return true;
  if (is(elements, 1, "cloud")) return elements.size() < 3 || is(elements, 2, "stream");
  return is(elements, 1, "config") && (elements.size() < 3 || is(elements, 2, "activate"));
}

/// Before Boot 2.4, ConfigFileApplicationListener loaded the files: no documents in properties, no
/// `spring.config.activate`.
bool is_before_config_data(const ParsedFile& file) {
  return file.options.spring_boot && file.options.spring_boot->before(2, 4);
}

/// Boot manages SnakeYAML 1.30 and newer since 2.7.
std::optional<SnakeVersion> snake_version(const ParsedFile& file) {
  if (!file.options.spring_boot) return std::nullopt;
  return file.options.spring_boot->before(2, 7) ? SnakeVersion::before_1_30
                                                : SnakeVersion::since_1_30;
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

void take_entry(SpringDocument& document, SpringEntry entry) {
  std::vector<std::string>& elements = entry.elements;
  if (const std::string_view kind = condition_kind(elements); !kind.empty()) {
    add_condition(document, kind, entry.value.value_or("?"));
    if (is(elements, 1, "profiles")) document.profiles_key = entry.key_span;
    return;
  }
  if (elements.size() == 3 && is(elements, 1, "application") && is(elements, 2, "name"))
    document.application = SpringDefinition{"spring.application.name", entry.value};
  const bool kafka = is(elements, 1, "kafka") && elements.size() > 2;
  const bool stream = is(elements, 1, "cloud") && is(elements, 2, "stream") && elements.size() > 3;
  if (!kafka && !stream) return;
  elements.erase(elements.begin(), elements.begin() + (kafka ? 2 : 3));
  (kafka ? document.entries : document.stream).push_back(std::move(entry));
}

bool has_placeholder(const ParsedFile& file) {
  return file.source.bytes().find("${") != std::string_view::npos;
}

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
    if (elements.empty()) continue;
    SpringEntry entry = flat_entry(pair, std::move(elements));
    if (placeholders)
      documents[current].definitions.push_back({join_elements(entry.elements), entry.value});
    if (leads_somewhere(entry.elements)) take_entry(documents[current], std::move(entry));
  }
  if (file.properties->error)
    for (SpringDocument& document : documents) document.broken = true;
  return documents;
}

}  // namespace

std::vector<SpringDocument> read_spring_documents(const ParsedFile& file) {
  if (file.properties) return properties_documents(file);
  std::vector<SpringDocument> documents(file.yaml->documents.size());
  const bool placeholders = has_placeholder(file);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].index = i;
    documents[i].broken = file.yaml->documents[i].broken;
    SpringDocument& document = documents[i];
    const syntax::YamlId root = file.yaml->documents[i].root;
    const FlatRules rules{.elements = spring_name_elements, .snake = snake_version(file)};
    const auto take = [&](FlatEntry entry) { take_entry(document, std::move(entry)); };
    const auto define = [&](FlatEntry entry) {
      // How a number with a point is printed depends on the type that asks for it.
      if (entry.kind == SnakeScalar::Kind::floating) entry.value.reset();
      document.definitions.push_back({join_elements(entry.elements), std::move(entry.value)});
    };
    const auto everything = [](const std::vector<std::string>&) { return true; };
    document.partial = !flatten_yaml(*file.yaml, root, rules, leads_somewhere, take) ||
                       (placeholders && !flatten_yaml(*file.yaml, root, rules, everything, define));
  }
  return documents;
}

}  // namespace kaflint::dialect
