// Runs libyaml over a text.
#include "linter/syntax/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <string>
#include <utility>

#include "linter/base/check.h"
#include "linter/syntax/yaml_builder.h"
#include "linter/syntax/yaml_mask.h"
#include "linter/syntax/yaml_offsets.h"

namespace kaflint::syntax {
namespace {

/// Owns the C parser.
class EventSource {
 public:
  explicit EventSource(std::string_view text) {
    KAFLINT_CHECK(yaml_parser_initialize(&parser_) != 0, "out of memory");
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  EventSource(const EventSource&) = delete;
  EventSource& operator=(const EventSource&) = delete;
  ~EventSource() { yaml_parser_delete(&parser_); }

  bool next(yaml_event_t& event) { return yaml_parser_parse(&parser_, &event) != 0; }
  const yaml_parser_t& parser() const { return parser_; }

 private:
  yaml_parser_t parser_ = {};
};

Span one_character(std::string_view bytes, std::size_t at) {
  const auto begin = static_cast<std::uint32_t>(std::min(at, bytes.size()));
  std::uint32_t end = begin;
  if (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') {
    ++end;
    while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) ++end;
  }
  return {begin, end};
}

YamlError syntax_error(const yaml_parser_t& parser, std::string_view bytes, const CharacterOffsets& offsets) {
  std::string detail = parser.problem != nullptr ? parser.problem : "cannot be read";
  const bool reader = parser.error == YAML_READER_ERROR;
  const std::size_t at = reader ? parser.problem_offset : offsets.byte(parser.problem_mark.index);
  if (reader && detail.find("UTF-8") == std::string::npos) detail = "holds a control character";
  return {YamlError::Kind::syntax, one_character(bytes, at), std::move(detail), std::nullopt};
}

}  // namespace

YamlFile parse_yaml(std::string_view bytes, const YamlOptions& options) {
  YamlFile file;
  const std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (const std::size_t invalid = find_invalid_utf8(bytes); invalid != std::string_view::npos) {
    file.errors.push_back({YamlError::Kind::invalid_utf8,
                           {static_cast<std::uint32_t>(invalid), static_cast<std::uint32_t>(invalid + 1)},
                           "a byte that begins or continues no character", std::nullopt});
    file.documents.push_back({.root = kNoYaml, .span = {}, .broken = true});
    return file;
  }
  MaskedText masked = mask(bytes, options);
  file.masks = std::move(masked.masks);
  const std::string_view text = file.masks.empty() ? bytes : std::string_view(masked.text);
  file.nodes.reserve(bytes.size() / 16 + 8);
  file.store.reserve(bytes.size());
  const CharacterOffsets offsets(text, begin);
  EventSource source(text.substr(begin));
  YamlBuilder builder(text, offsets, file);
  for (;;) {
    yaml_event_t event = {};
    if (!source.next(event)) {
      YamlError error = syntax_error(source.parser(), bytes, offsets);
      file.errors.push_back(std::move(error));
      builder.close_broken();
      break;
    }
    const bool end = event.type == YAML_STREAM_END_EVENT;
    const bool more = builder.add(event);
    yaml_event_delete(&event);
    if (!more) builder.close_broken();
    if (end || !more) break;
  }
  return file;
}

}  // namespace kaflint::syntax
