#include "linter/syntax/yaml_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

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
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return YamlStyle::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return YamlStyle::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE: return YamlStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE: return YamlStyle::folded;
    default: return YamlStyle::plain;
  }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool YamlBuilder::add(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      anchors_.clear();
      in_document_ = true;
      file_.documents.push_back({.root = kNoYaml, .span = span(event)});
      break;
    case YAML_DOCUMENT_END_EVENT:
      end_document(event);
      break;
    case YAML_SCALAR_EVENT: add_scalar(event); break;
    case YAML_ALIAS_EVENT: add_alias(event); break;
    case YAML_SEQUENCE_START_EVENT: return open(event, YamlKind::sequence);
    case YAML_MAPPING_START_EVENT: return open(event, YamlKind::mapping);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: close(event); break;
    default: break;
  }
  if (file_.nodes.size() > kMostNodes) {
    fail(YamlError::Kind::too_many_nodes, span(event), fmt::format("more than {} nodes", kMostNodes));
    return false;
  }
  return aliases_ <= kMostAliases;
}

bool YamlBuilder::exhausted() const {
  return file_.nodes.size() > kMostNodes || aliases_ > kMostAliases;
}

void YamlBuilder::close_broken(std::uint32_t reached) {
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
  document.span.end = offsets_.byte(event.end_mark.index);
  auto mask = std::ranges::upper_bound(file_.masks, document.span.begin, {},
                                       [](const YamlMask& m) { return m.span.end; });
  for (; mask != file_.masks.end() && mask->span.begin < document.span.end; ++mask)
    document.broken |= mask->kind == YamlMask::Kind::unreadable;
  in_document_ = false;
}

Span YamlBuilder::span(const yaml_event_t& event) const {
  return {offsets_.byte(event.start_mark.index), offsets_.byte(event.end_mark.index)};
}

/// libyaml lets a node begin at its anchor or tag.
Span YamlBuilder::without_properties(Span span, bool has_properties) const {
  if (!has_properties) return span;
  std::uint32_t at = span.begin;
  while (at < span.end && (bytes_[at] == '&' || bytes_[at] == '!')) {
    while (at < span.end && !is_space(bytes_[at])) ++at;
    while (at < span.end && is_space(bytes_[at])) ++at;
    if (at < span.end && bytes_[at] == '#')
      while (at < span.end && bytes_[at] != '\n' && bytes_[at] != '\r') ++at;
    while (at < span.end && is_space(bytes_[at])) ++at;
  }
  return {at, span.end};
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
  node.span = without_properties(span(event), scalar.anchor != nullptr || scalar.tag != nullptr);
  if (node.style == YamlStyle::literal || node.style == YamlStyle::folded)
    while (node.span.end > node.span.begin && is_space(bytes_[node.span.end - 1])) --node.span.end;
  store({reinterpret_cast<const char*>(scalar.value), scalar.length}, node.text, node.text_size);
  store(view(scalar.tag), node.tag, node.tag_size);
  node.masked = is_masked(node.span);
  remember_anchor(scalar.anchor, append(node));
}

void YamlBuilder::add_alias(const yaml_event_t& event) {
  ++aliases_;
  YamlNode node;
  node.span = span(event);
  if (aliases_ > kMostAliases) {
    fail(YamlError::Kind::too_many_aliases, node.span, fmt::format("more than {} aliases", kMostAliases));
    return;
  }
  const auto target = anchors_.find(std::string(view(event.data.alias.anchor)));
  if (target == anchors_.end()) {
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
    fail(YamlError::Kind::too_deep, span(event), fmt::format("nested deeper than {} levels", kMostDepth));
    return false;
  }
  const bool mapping = kind == YamlKind::mapping;
  const yaml_char_t* anchor = mapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor;
  const yaml_char_t* tag = mapping ? event.data.mapping_start.tag : event.data.sequence_start.tag;
  YamlNode node;
  node.kind = kind;
  node.flow = mapping ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                      : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  node.span = span(event);
  store(view(tag), node.tag, node.tag_size);
  const YamlId id = append(node);
  remember_anchor(anchor, id);
  open_.push_back({id});
  return true;
}

void YamlBuilder::close(const yaml_event_t& event) {
  const Frame frame = open_.back();
  open_.pop_back();
  YamlNode& node = file_.nodes[frame.id];
  if (node.flow) {
    node.span.end = offsets_.byte(event.end_mark.index);
    node.span = without_properties(node.span, true);
  } else if (frame.last_child != kNoYaml) {
    // A block collection's end event stands at the next token, far behind its last item.
    node.span.end = file_.nodes[frame.last_child].span.end;
    if (node.kind == YamlKind::mapping) node.span.begin = file_.nodes[node.first_child].span.begin;
  }
  if (node.kind == YamlKind::mapping) check_duplicates(frame.id);
}

void YamlBuilder::check_duplicates(YamlId mapping) {
  std::unordered_map<std::string_view, Span> seen;
  for (YamlId key = file_.nodes[mapping].first_child; key != kNoYaml;) {
    const YamlNode& node = file_.nodes[key];
    if (node.kind == YamlKind::scalar && !node.masked) {
      if (file_.errors.size() >= kMaxYamlErrors) return;
      const std::string_view text = std::string_view(file_.store).substr(node.text, node.text_size);
      const auto [first, added] = seen.emplace(text, node.span);
      if (!added)
        file_.errors.push_back({YamlError::Kind::duplicate_key, node.span, std::string(text), first->second});
    }
    const YamlId value = node.next_sibling;
    key = value == kNoYaml ? kNoYaml : file_.nodes[value].next_sibling;
  }
}

void YamlBuilder::remember_anchor(const yaml_char_t* anchor, YamlId id) {
  if (anchor != nullptr) anchors_.insert_or_assign(std::string(view(anchor)), id);
}

void YamlBuilder::store(std::string_view text, std::uint32_t& offset, std::uint32_t& size) {
  offset = static_cast<std::uint32_t>(file_.store.size());
  size = static_cast<std::uint32_t>(text.size());
  file_.store.append(text);
}

bool YamlBuilder::is_masked(Span span) const {
  const auto after = std::ranges::upper_bound(file_.masks, span.begin, {},
                                              [](const YamlMask& mask) { return mask.span.end; });
  return after != file_.masks.end() && after->span.begin < span.end;
}

void YamlBuilder::fail(YamlError::Kind kind, Span at, std::string detail) {
  file_.errors.push_back({kind, at, std::move(detail), std::nullopt});
}

}  // namespace kaflint::syntax
