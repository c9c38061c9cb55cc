// The tree-sitter grammar gives the tokens in order, and something for every byte that is no token;
// the builder makes the tree from them and says what is wrong where.
#include "linter/syntax/json.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "linter/base/check.h"
#include "linter/syntax/json_string.h"
#include "linter/syntax/tree_sitter.h"

namespace kaflint::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// What was read last in a container.
enum class State : std::uint8_t { open, comma, key, colon, value };

struct Container {
  JsonId id;
  State state = State::open;
  JsonId last_child = kNoJson;
};

class Builder {
 public:
  Builder(std::string_view bytes, JsonFile& file) : bytes_(bytes), file_(file) {}

  void token(std::string_view type, Span span) {
    if (too_deep_) return;
    if (type == "{" || type == "[") {
      open(type == "{" ? JsonKind::object : JsonKind::array, span);
    } else if (type == "}" || type == "]") {
      close(type == "}" ? JsonKind::object : JsonKind::array, span);
    } else if (type == ",") {
      comma(span);
    } else if (type == ":") {
      colon(span);
    } else if (type == "string") {
      string(span);
    } else if (type == "number") {
      number(span);
    } else if (type == "true" || type == "false" || type == "null") {
      const JsonKind other = type == "true" ? JsonKind::true_ : JsonKind::false_;
      add_value(add_node(type == "null" ? JsonKind::null : other, span));
    } else {
      unexpected(span);
    }
    end_ = span.end;
  }

  void finish() {
    const Span place{end_, end_};
    if (file_.root == kNoJson) error(place, "a value is missing");
    while (!stack_.empty()) {
      error(place, top_is(JsonKind::object) ? "`}` is missing" : "`]` is missing");
      pop(end_);
    }
  }

  void error(Span span, std::string detail, JsonError::Kind kind = JsonError::Kind::syntax) {
    file_.broken = true;
    if (file_.errors.size() >= kMaxJsonErrors) return;
    file_.errors.push_back({kind, span, std::move(detail), std::nullopt});
  }

 private:
  bool top_is(JsonKind kind) const {
    return !stack_.empty() && file_.nodes[stack_.back().id].kind == kind;
  }

  JsonId add_node(JsonKind kind, Span span) {
    JsonNode node;
    node.kind = kind;
    node.span = span;
    file_.nodes.push_back(node);
    return static_cast<JsonId>(file_.nodes.size() - 1);
  }

  void set_text(JsonId id, std::string_view text) {
    file_.nodes[id].text = static_cast<std::uint32_t>(file_.store.size());
    file_.nodes[id].text_size = static_cast<std::uint32_t>(text.size());
    file_.store += text;
  }

  void link(JsonId id) {
    Container& container = stack_.back();
    JsonNode& parent = file_.nodes[container.id];
    file_.nodes[id].parent = container.id;
    JsonId& slot = container.last_child == kNoJson ? parent.first_child
                                                   : file_.nodes[container.last_child].next_sibling;
    slot = id;
    container.last_child = id;
  }

  /// A value that cannot be where it is gets an error and no parent.
  void add_value(JsonId id) {
    const Span span = file_.nodes[id].span;
    if (stack_.empty()) {
      if (file_.root == kNoJson)
        file_.root = id;
      else
        error(span, "nothing can follow the value");
      return;
    }
    State& state = stack_.back().state;
    if (top_is(JsonKind::object)) {
      if (state == State::key) error(span, "`:` is missing before this");
      if (state != State::key && state != State::colon)
        return error(span, "a key has to be a string");
    } else if (state == State::value) {
      error(span, "`,` is missing before this");
    }
    state = State::value;
    link(id);
  }

  void open(JsonKind kind, Span span) {
    too_deep_ = stack_.size() == kMaxJsonDepth;
    if (too_deep_) return error(span, "nested more than 500 deep", JsonError::Kind::too_deep);
    const JsonId id = add_node(kind, span);
    add_value(id);
    stack_.push_back({id});
  }

  void close(JsonKind kind, Span span) {
    const bool is_open = std::ranges::any_of(
        stack_, [&](const Container& container) { return file_.nodes[container.id].kind == kind; });
    if (!is_open) return unexpected(span);
    while (!top_is(kind)) {
      error(span,
            kind == JsonKind::object ? "`]` is missing before this" : "`}` is missing before this");
      pop(end_);
    }
    end_member(span);
    if (stack_.back().state == State::comma) error(span, "nothing follows the last `,`");
    pop(span.end);
  }

  void pop(std::uint32_t end) {
    end_member({end, end}, false);
    const JsonId id = stack_.back().id;
    file_.nodes[id].span.end = std::max(end, file_.nodes[id].span.end);
    if (file_.nodes[id].kind == JsonKind::object) report_duplicates(id);
    stack_.pop_back();
  }

  /// Gives a key that has no value an absent one.
  void end_member(Span before, bool report = true) {
    if (!top_is(JsonKind::object)) return;
    State& state = stack_.back().state;
    if (state != State::key && state != State::colon) return;
    if (report) error(before, "a value is missing before this");
    state = State::value;
    link(add_node(JsonKind::absent, {end_, end_}));
  }

  void comma(Span span) {
    if (stack_.empty()) return unexpected(span);
    end_member(span);
    State& state = stack_.back().state;
    if (state != State::value)
      error(span, top_is(JsonKind::object) ? "a member is missing before this"
                                           : "a value is missing before this");
    state = State::comma;
  }

  void colon(Span span) {
    if (!top_is(JsonKind::object) || stack_.back().state != State::key) return unexpected(span);
    stack_.back().state = State::colon;
  }

  void string(Span span) {
    const JsonId id = add_node(JsonKind::string, span);
    decode(id, {span.begin + 1, span.end - 1});
    const bool is_key = top_is(JsonKind::object) && stack_.back().state != State::key &&
                        stack_.back().state != State::colon;
    if (!is_key) return add_value(id);
    if (stack_.back().state == State::value) error(span, "`,` is missing before this");
    stack_.back().state = State::key;
    link(id);
  }

  void decode(JsonId id, Span inside) {
    if (is_plain_json_string(bytes_, inside))
      return set_text(id, bytes_.substr(inside.begin, inside.size()));
    MappedText text;
    const std::optional<Span> bad = decode_json_string(bytes_, inside, text);
    if (bad) error(*bad, "a string cannot contain this", JsonError::Kind::bad_string);
    set_text(id, text.text());
  }

  void number(Span span) {
    const JsonId id = add_node(JsonKind::number, span);
    set_text(id, bytes_.substr(span.begin, span.size()));
    add_value(id);
  }

  /// Neighbouring pieces of unexpected text are one error.
  void unexpected(Span span) {
    if (!file_.errors.empty() && file_.errors.back().span.end == span.begin &&
        file_.errors.back().detail == kUnexpected)
      file_.errors.back().span.end = span.end;
    else
      error(span, kUnexpected);
  }

  void report_duplicates(JsonId object) {
    std::unordered_map<std::string_view, JsonId> seen;
    for (JsonId key = file_.nodes[object].first_child; key != kNoJson;) {
      const JsonNode& node = file_.nodes[key];
      const auto [earlier, is_new] = seen.try_emplace(file_.text(key), key);
      if (!is_new && file_.errors.size() < kMaxJsonErrors)
        file_.errors.push_back({JsonError::Kind::duplicate_key, node.span,
                                "this key was there before", file_.nodes[earlier->second].span});
      key = file_.nodes[node.next_sibling].next_sibling;
    }
  }

  static constexpr const char* kUnexpected = "this is unexpected";

  std::string_view bytes_;
  JsonFile& file_;
  std::vector<Container> stack_;
  std::uint32_t end_ = 0;
  /// Nothing behind such a place is read.
  bool too_deep_ = false;
};

}  // namespace

std::string_view JsonFile::text(JsonId id) const {
  return std::string_view(store).substr(nodes[id].text, nodes[id].text_size);
}

JsonFile parse_json(std::string_view bytes) {
  JsonFile file;
  Builder builder(bytes, file);
  if (bytes.size() > kMaxJsonBytes) {
    builder.error({0, 0}, "the text is larger than 1 MiB", JsonError::Kind::too_large);
    return file;
  }
  const std::size_t skipped = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  std::string text(bytes);
  // Neither changes a token: tree-sitter takes a NUL for the text's end, and a mark at the
  // beginning is as good as blanks.
  std::ranges::replace(text, '\0', '\1');
  std::fill_n(text.begin(), skipped, ' ');
  const TreeSitterTree tree = parse_with(tree_sitter_kaflint_json(), text);
  for_each_node(ts_tree_root_node(tree.get()), [&](TSNode node) {
    if (ts_node_child_count(node) == 0 && ts_node_end_byte(node) > ts_node_start_byte(node))
      builder.token(ts_node_type(node), span_of(node));
  });
  builder.finish();
  std::ranges::stable_sort(file.errors, {}, &JsonError::span);
  return file;
}

std::vector<JsonMember> members(const JsonFile& file, JsonId object) {
  std::vector<JsonMember> result;
  if (!file.is(object, JsonKind::object)) return result;
  for (JsonId key = file.node(object).first_child; key != kNoJson;) {
    const JsonId value = file.node(key).next_sibling;
    result.push_back({key, value});
    key = file.node(value).next_sibling;
  }
  return result;
}

JsonId find(const JsonFile& file, JsonId object, std::string_view key) {
  JsonId found = kNoJson;
  for (const JsonMember& member : members(file, object))
    if (file.text(member.key) == key) found = member.value;
  return found;
}

MappedText map_string(const JsonFile& file, std::string_view bytes, JsonId string) {
  KAFLINT_CHECK(file.is(string, JsonKind::string), "only a string is decoded");
  MappedText text;
  const Span span = file.node(string).span;
  if (span.size() == 2) text.append_verbatim({}, span.begin + 1);
  decode_json_string(bytes, {span.begin + 1, span.end - 1}, text);
  return text;
}

}  // namespace kaflint::syntax
