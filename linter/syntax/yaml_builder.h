// From libyaml's events to the nodes of a YamlFile.
#pragma once

#include <yaml.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/syntax/yaml.h"
#include "linter/syntax/yaml_offsets.h"

namespace kaflint::syntax {

/// Feeds on events of one stream. `bytes` is the masked text.
class YamlBuilder {
 public:
  YamlBuilder(std::string_view bytes, const CharacterOffsets& offsets, YamlFile& file)
      : bytes_(bytes), offsets_(offsets), file_(file) {}

  /// False when a limit is exceeded: nothing more should be read.
  bool add(const yaml_event_t& event);
  /// After an error before `reached`: closes what is open; its document is broken. A key that has
  /// no value yet gets a masked one.
  void close_broken(std::uint32_t reached);
  /// A limit of the whole file was exceeded.
  bool exhausted() const;

 private:
  struct Frame {
    YamlId id;
    YamlId last_child = kNoYaml;
    std::size_t children = 0;
  };

  void end_document(const yaml_event_t& event);
  Span span(const yaml_event_t& event) const;
  std::uint32_t skip_properties(std::uint32_t begin, std::uint32_t end, int count) const;
  Span scalar_span(YamlStyle style, Span span, bool absent) const;
  void mask_absent_value(std::uint32_t next_begin);
  YamlId append(YamlNode node);
  void add_scalar(const yaml_event_t& event);
  void add_alias(const yaml_event_t& event);
  bool open(const yaml_event_t& event, YamlKind kind);
  void close(const yaml_event_t& event);
  void check_duplicates(YamlId mapping);
  void report_duplicate(YamlId first, YamlId second);
  void check_merge(YamlId value);
  void remember_anchor(const yaml_char_t* anchor, YamlId id);
  void store_tag(const yaml_char_t* tag, YamlNode& node);
  void store(std::string_view text, std::uint32_t& offset, std::uint32_t& size);
  bool is_masked(Span span) const;
  void fail(YamlError::Kind kind, Span at, std::string detail);

  std::string_view bytes_;
  const CharacterOffsets& offsets_;
  YamlFile& file_;
  std::vector<Frame> open_;
  std::unordered_map<std::string, YamlId> anchors_;
  std::unordered_map<std::string_view, YamlId> seen_;  // keys of one mapping
  std::size_t aliases_ = 0;
  YamlId absent_value_ = kNoYaml;  // the last node, if nothing stands there
  bool in_document_ = false;
};

}  // namespace kaflint::syntax
