// Runs libyaml over a text.
#include "linter/syntax/yaml.h"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "linter/base/check.h"
#include "linter/syntax/yaml_builder.h"
#include "linter/syntax/yaml_encoding.h"
#include "linter/syntax/yaml_lines.h"
#include "linter/syntax/yaml_mask.h"
#include "linter/syntax/yaml_offsets.h"
#include "linter/syntax/yaml_problem.h"

namespace kaflint::syntax {
namespace {

/// Owns the C parser.
class EventSource {
 public:
  explicit EventSource(std::string_view text) {
    KAFLINT_CHECK(yaml_parser_initialize(&parser_) != 0, "out of memory");
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  EventSource(const EventSource&) = delete;
  EventSource& operator=(const EventSource&) = delete;
  ~EventSource() { yaml_parser_delete(&parser_); }

  bool next(yaml_event_t& event) { return yaml_parser_parse(&parser_, &event) != 0; }
  const yaml_parser_t& parser() const { return parser_; }

 private:
  yaml_parser_t parser_ = {};
};

/// The text from `begin` on. Where reading stopped before its end.
std::optional<std::uint32_t> parse_part(std::string_view text, std::size_t begin, YamlFile& file,
                                        bool& exhausted) {
  const CharacterOffsets offsets(text, begin);
  EventSource source(text.substr(begin));
  YamlBuilder builder(text, offsets, file);
  for (;;) {
    yaml_event_t event = {};
    if (!source.next(event)) {
      const yaml_parser_t& parser = source.parser();
      const std::uint32_t reached =
          offsets.byte(std::max(parser.problem_mark.index, parser.context_mark.index));
      file.errors.push_back(describe_problem(parser, offsets, text));
      builder.close_broken(reached);
      return reached;
    }
    const bool end = event.type == YAML_STREAM_END_EVENT;
    const std::uint32_t reached = offsets.byte(event.end_mark.index);
    const bool more = builder.add(event);
    yaml_event_delete(&event);
    if (!more) {
      exhausted = builder.exhausted();
      builder.close_broken(reached);
      return reached;
    }
    if (end) return std::nullopt;
  }
}

/// The first line from `offset` on that starts with the marker `---`.
std::optional<std::size_t> next_document(std::string_view text, std::size_t offset) {
  while ((offset = text.find("\n---", offset)) != std::string_view::npos) {
    ++offset;
    const std::size_t behind = offset + 3;
    if (behind >= text.size() || is_blank(text[behind]) || line_end_size(text, behind) != 0)
      return offset;
  }
  return std::nullopt;
}

void parse_parts(std::string_view text, YamlFile& file) {
  std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  bool exhausted = false;
  for (std::size_t parts = 0; parts < kMaxYamlErrors; ++parts) {
    const auto stopped = parse_part(text, begin, file, exhausted);
    if (!stopped || exhausted) return;
    // The marker itself may be what was not expected.
    const auto next = next_document(text, std::max<std::size_t>(begin + 1, *stopped) - 1);
    if (!next || *next == begin) return;
    begin = *next;
  }
}

bool has_too_many_tag_directives(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("%TAG"); at != std::string_view::npos;
       at = text.find("%TAG", at + 4))
    if (++count > kMaxYamlTagDirectives) return true;
  return false;
}

YamlFile given_up(YamlFile file) {
  file.documents.push_back({.root = kNoYaml, .span = {}, .broken = true});
  return file;
}

}  // namespace

YamlFile parse_yaml(std::string_view bytes, const YamlOptions& options) {
  YamlFile file;
  if (bytes.size() > kMaxYamlSize) {
    file.errors.push_back({YamlError::Kind::too_large,
                           {0, 0},
                           fmt::format("larger than {} MiB", kMaxYamlSize >> 20U)});
    return given_up(std::move(file));
  }
  if (has_too_many_tag_directives(bytes)) {
    file.errors.push_back({YamlError::Kind::too_many_nodes,
                           {0, 0},
                           fmt::format("more than {} %TAG directives", kMaxYamlTagDirectives)});
    return given_up(std::move(file));
  }
  if (!check_encoding(bytes, file)) return given_up(std::move(file));
  const std::string masked = mask(bytes, options, file.masks);
  const std::string_view text = file.masks.empty() ? bytes : std::string_view(masked);
  file.nodes.reserve(bytes.size() / 16 + 8);
  file.store.reserve(bytes.size());
  parse_parts(text, file);
  std::ranges::stable_sort(file.errors, {},
                           [](const YamlError& error) { return error.span.begin; });
  return file;
}

}  // namespace kaflint::syntax
