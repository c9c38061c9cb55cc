#include "linter/syntax/yaml_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "linter/syntax/yaml_lines.h"
#include "linter/syntax/yaml_mask.h"

namespace kaflint::syntax {
namespace {

constexpr std::size_t kMostDepth = 100;
constexpr std::size_t kMostNodes = 4'000'000;
constexpr std::size_t kMostAliases = 10'000;

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

YamlStyle style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return YamlStyle::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return YamlStyle::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return YamlStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return YamlStyle::folded;
    default:
      return YamlStyle::plain;
  }
}

}  // namespace

bool YamlBuilder::add(const yaml_event_t& event) {
  if (absent_value_ != kNoYaml) mask_absent_value(offsets_.byte(event.start_mark.index));
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      anchors_.clear();
      in_document_ = true;
      file_.documents.push_back({.root = kNoYaml, .span = span(event)});
      break;
    case YAML_DOCUMENT_END_EVENT:
      end_document(event);
      break;
    case YAML_SCALAR_EVENT:
      add_scalar(event);
      break;
    case YAML_ALIAS_EVENT:
      add_alias(event);
      break;
    case YAML_SEQUENCE_START_EVENT:
      return open(event, YamlKind::sequence);
    case YAML_MAPPING_START_EVENT:
      return open(event, YamlKind::mapping);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close(event);
      break;
    default:
      break;
  }
  if (file_.nodes.size() > kMostNodes) {
    fail(YamlError::Kind::too_many_nodes, span(event),
         fmt::format("more than {} nodes", kMostNodes));
    return false;
  }
  return aliases_ <= kMostAliases;
}

bool YamlBuilder::exhausted() const {
  return file_.nodes.size() > kMostNodes || aliases_ > kMostAliases;
}

void YamlBuilder::close_broken(std::uint32_t reached) {
  if (absent_value_ != kNoYaml) mask_absent_value(reached);
  while (!open_.empty()) {
    const Frame frame = open_.back();
    const YamlId last = frame.last_child;
    const std::uint32_t end =
        last == kNoYaml ? file_.nodes[frame.id].span.end : file_.nodes[last].span.end;
    const bool mapping = file_.nodes[frame.id].kind == YamlKind::mapping;
    if (mapping && frame.children % 2 != 0) {
      YamlNode missing;
      missing.span = {end, end};
      missing.masked = true;
      append(missing);
    }
    file_.nodes[frame.id].span.end = end;
    open_.pop_back();
    if (mapping) check_duplicates(frame.id);
  }
  if (!in_document_) file_.documents.push_back({.root = kNoYaml, .span = {reached, reached}});
  in_document_ = false;
  file_.documents.back().broken = true;
  file_.documents.back().span.end = std::max(file_.documents.back().span.end, reached);
}

void YamlBuilder::end_document(const yaml_event_t& event) {
  YamlDocument& document = file_.documents.back();
  const std::uint32_t next = offsets_.byte(event.start_mark.index);
  for (auto mask = first_mask_after(file_.masks, document.span.begin);
       mask != file_.masks.end() && mask->span.begin < next; ++mask)
    document.broken |= mask->kind == YamlMask::Kind::unreadable;
  if (document.root != kNoYaml) {
    const YamlNode& root = file_.nodes[document.root];
    const bool nothing =
        root.kind == YamlKind::scalar && root.span.empty() && root.tag_size == 0 && !root.masked;
    if (nothing) {
      file_.nodes.pop_back();
      document.root = kNoYaml;
    } else {
      document.span.end = std::max(document.span.end, root.span.end);
    }
  }
  if (event.data.document_end.implicit == 0)
    document.span.end = offsets_.byte(event.end_mark.index);
  in_document_ = false;
}

Span YamlBuilder::span(const yaml_event_t& event) const {
  return {offsets_.byte(event.start_mark.index), offsets_.byte(event.end_mark.index)};
}

/// libyaml lets a node begin at its anchor or tag. The offset behind at most `count` of them and
/// the blanks, line ends and comments that follow.
std::uint32_t YamlBuilder::skip_properties(std::uint32_t begin, std::uint32_t end,
                                           int count) const {
  while (begin < end && count > 0 && (bytes_[begin] == '&' || bytes_[begin] == '!')) {
    --count;
    while (begin < end && !is_blank(bytes_[begin]) && line_end_size(bytes_, begin) == 0) ++begin;
    while (begin < end) {
      if (const std::uint32_t line_end = line_end_size(bytes_, begin); line_end != 0) {
        begin += line_end;
      } else if (is_blank(bytes_[begin])) {
        ++begin;
      } else if (bytes_[begin] == '#') {
        while (begin < end && line_end_size(bytes_, begin) == 0) ++begin;
      } else {
        break;
      }
    }
  }
  return begin;
}

/// libyaml's end of a block scalar is the start of the next line with content.
Span YamlBuilder::scalar_span(YamlStyle style, Span place, bool absent) const {
  if (absent) return {place.end, place.end};
  if (style != YamlStyle::literal && style != YamlStyle::folded) return {place.begin, place.end};
  const std::size_t header_end =
      std::min<std::size_t>(place.end, bytes_.find_first_not_of("|>+-0123456789", place.begin));
  std::size_t line = header_end;
  while (line < place.end && line_end_size(bytes_, line) == 0) ++line;
  std::size_t end = place.end;
  const auto is_white = [this](std::size_t at) {
    const char c = bytes_[at];
    if (is_blank(c) || c == '\n' || c == '\r') return 1U;
    if (c == '\x85' && line_end_size(bytes_, at - 1) == 2) return 2U;
    return (c == '\xA8' || c == '\xA9') && line_end_size(bytes_, at - 2) == 3 ? 3U : 0U;
  };
  while (end > line) {
    const unsigned white = is_white(end - 1);
    if (white == 0) break;
    end -= white;
  }
  if (end <= line) return {place.begin, static_cast<std::uint32_t>(header_end)};
  while (end < place.end && is_blank(bytes_[end])) ++end;
  return {place.begin, static_cast<std::uint32_t>(end)};
}

/// A value that a template prints on the lines below its key looks absent.
void YamlBuilder::mask_absent_value(std::uint32_t next_begin) {
  YamlNode& node = file_.nodes[absent_value_];
  for (auto mask = first_mask_after(file_.masks, node.span.end);
       mask != file_.masks.end() && mask->span.begin < next_begin; ++mask) {
    node.masked |= mask->blank();
  }
  absent_value_ = kNoYaml;
}

YamlId YamlBuilder::append(YamlNode node) {
  const auto id = static_cast<YamlId>(file_.nodes.size());
  if (open_.empty()) {
    file_.documents.back().root = id;
  } else {
    Frame& frame = open_.back();
    node.parent = frame.id;
    if (frame.last_child == kNoYaml)
      file_.nodes[frame.id].first_child = id;
    else
      file_.nodes[frame.last_child].next_sibling = id;
    frame.last_child = id;
    ++frame.children;
  }
  file_.nodes.push_back(node);
  return id;
}

void YamlBuilder::add_scalar(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  YamlNode node;
  node.style = style_of(scalar.style);
  Span place = span(event);
  const bool absent = node.style == YamlStyle::plain && scalar.length == 0;
  const std::uint32_t properties = place.begin;
  if (!absent) place.begin = skip_properties(place.begin, place.end, 2);
  node.span = scalar_span(node.style, place, absent);
  store({reinterpret_cast<const char*>(scalar.value), scalar.length}, node.text, node.text_size);
  store_tag(scalar.tag, node);
  // libyaml drops the tag `!`, which makes a string of anything.
  if (scalar.tag == nullptr && !absent &&
      bytes_.substr(properties, place.begin - properties).find('!') != std::string_view::npos)
    store("!", node.tag, node.tag_size);
  node.masked = is_masked(node.span);
  // What is printed on the lines after a block's last own line still belongs to its text.
  for (auto mask = first_mask_after(file_.masks, node.span.end);
       mask != file_.masks.end() && mask->span.begin < place.end; ++mask)
    node.masked |= mask->prints;
  const YamlId id = append(node);
  if (absent) absent_value_ = id;
  remember_anchor(scalar.anchor, id);
}

void YamlBuilder::add_alias(const yaml_event_t& event) {
  ++aliases_;
  YamlNode node;
  node.span = span(event);
  if (aliases_ > kMostAliases) {
    fail(YamlError::Kind::too_many_aliases, node.span,
         fmt::format("more than {} aliases", kMostAliases));
    return;
  }
  const auto target = anchors_.find(std::string(view(event.data.alias.anchor)));
  if (target != anchors_.end() &&
      std::ranges::find(open_, target->second, &Frame::id) != open_.end()) {
    fail(YamlError::Kind::unknown_alias, node.span, "the alias lies within what it stands for");
    node.masked = true;
  } else if (target == anchors_.end()) {
    node.masked = true;
    fail(YamlError::Kind::unknown_alias, node.span,
         fmt::format("no anchor `{}` before this alias", view(event.data.alias.anchor)));
  } else {
    node.kind = YamlKind::alias;
    node.target = target->second;
  }
  append(node);
}

bool YamlBuilder::open(const yaml_event_t& event, YamlKind kind) {
  if (open_.size() >= kMostDepth) {
    fail(YamlError::Kind::too_deep, span(event),
         fmt::format("nested deeper than {} levels", kMostDepth));
    return false;
  }
  const bool mapping = kind == YamlKind::mapping;
  const yaml_char_t* anchor =
      mapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor;
  const yaml_char_t* tag = mapping ? event.data.mapping_start.tag : event.data.sequence_start.tag;
  YamlNode node;
  node.kind = kind;
  node.flow = mapping ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                      : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  const auto size = static_cast<std::uint32_t>(bytes_.size());
  node.span.begin = skip_properties(offsets_.byte(event.start_mark.index), size,
                                    (anchor != nullptr ? 1 : 0) + (tag != nullptr ? 1 : 0));
  node.span.end = node.span.begin;
  store_tag(tag, node);
  const YamlId id = append(node);
  remember_anchor(anchor, id);
  open_.push_back({id});
  return true;
}

void YamlBuilder::close(const yaml_event_t& event) {
  const Frame frame = open_.back();
  open_.pop_back();
  YamlNode& node = file_.nodes[frame.id];
  // A block collection and the pair in [a: b] have no closing token; their end event stands at the
  // next one, far behind their last child.
  const Span token = span(event);
  if (node.flow && !token.empty())
    node.span.end = token.end;
  else if (frame.last_child != kNoYaml)
    node.span.end = std::max(node.span.begin, file_.nodes[frame.last_child].span.end);
  node.masked = is_masked(node.span);
  if (node.kind == YamlKind::mapping) check_duplicates(frame.id);
}

void YamlBuilder::check_duplicates(YamlId mapping) {
  seen_.clear();
  for (YamlId key = file_.nodes[mapping].first_child; key != kNoYaml;) {
    const YamlNode& node = file_.nodes[key];
    const std::string_view text = file_.text(key);
    const bool merge = node.style == YamlStyle::plain && text == "<<";
    if (node.kind == YamlKind::scalar && !node.masked && !merge) {
      const auto [first, added] = seen_.emplace(text, key);
      if (!added) report_duplicate(first->second, key);
    }
    const YamlId value = node.next_sibling;
    if (merge && value != kNoYaml) check_merge(value);
    key = value == kNoYaml ? kNoYaml : file_.nodes[value].next_sibling;
  }
}

/// Branches of a template may each give a key: which one is there is unknown, so both are.
void YamlBuilder::report_duplicate(YamlId first, YamlId second) {
  const Span earlier = file_.nodes[first].span;
  const Span later = file_.nodes[second].span;
  for (auto mask = first_mask_after(file_.masks, earlier.end);
       mask != file_.masks.end() && mask->span.begin < later.begin; ++mask) {
    if (mask->kind != YamlMask::Kind::template_action || mask->prints) continue;
    for (const YamlId key : {first, second}) {
      const YamlId value = file_.nodes[key].next_sibling;
      if (value != kNoYaml) file_.nodes[value].masked = true;
    }
    return;
  }
  if (file_.errors.size() < kMaxYamlErrors)
    file_.errors.push_back(
        {YamlError::Kind::duplicate_key, later, std::string(file_.text(second)), earlier});
}

void YamlBuilder::check_merge(YamlId value) {
  const auto can_merge = [this](YamlId id) {
    return file_.is_mapping(id) || file_.nodes[id].masked || file_.nodes[file_.resolve(id)].masked;
  };
  if (can_merge(value)) return;
  if (!file_.is_sequence(value)) {
    fail(YamlError::Kind::bad_merge, file_.nodes[value].span,
         "only a mapping or a list of mappings can be merged");
    return;
  }
  for (YamlId item = file_.nodes[file_.resolve(value)].first_child; item != kNoYaml;
       item = file_.nodes[item].next_sibling)
    if (!can_merge(item))
      fail(YamlError::Kind::bad_merge, file_.nodes[item].span, "only mappings can be merged");
}

void YamlBuilder::remember_anchor(const yaml_char_t* anchor, YamlId id) {
  if (anchor != nullptr) anchors_.insert_or_assign(std::string(view(anchor)), id);
}

void YamlBuilder::store_tag(const yaml_char_t* tag, YamlNode& node) {
  if (tag == nullptr) return;
  static constexpr std::string_view kCore = "tag:yaml.org,2002:";
  const std::string_view text = view(tag);
  if (text.starts_with(kCore))
    store(fmt::format("!!{}", text.substr(kCore.size())), node.tag, node.tag_size);
  else
    store(text, node.tag, node.tag_size);
}

void YamlBuilder::store(std::string_view text, std::uint32_t& offset, std::uint32_t& size) {
  offset = static_cast<std::uint32_t>(file_.store.size());
  size = static_cast<std::uint32_t>(text.size());
  file_.store.append(text);
}

bool YamlBuilder::is_masked(Span span) const {
  const auto mask = first_mask_after(file_.masks, span.begin);
  return mask != file_.masks.end() && mask->span.begin < span.end;
}

void YamlBuilder::fail(YamlError::Kind kind, Span at, std::string detail) {
  file_.errors.push_back({kind, at, std::move(detail), std::nullopt});
}

}  // namespace kaflint::syntax
