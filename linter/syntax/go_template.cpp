// Where actions begin and end follows text/template/parse/lex.go by hand: a boundary decides what
// the YAML around it is. What stands inside is read with the tree-sitter grammar of its tokens.
#include "linter/syntax/go_template.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/syntax/tree_sitter.h"

namespace kaflint::syntax {
namespace {

using std::string_view_literals::operator""sv;
constexpr std::size_t kNowhere = std::string_view::npos;

/// After so many broken actions every further one has to end on its own line, or a hostile text
/// would be scanned to its end for each of them.
constexpr int kMaxBroken = 100;

/// A tree takes a hundred bytes of memory for each token; real actions have hundreds of bytes.
constexpr std::size_t kMaxActionSize = 64U << 10U;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_word(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array kKeywords = {
    std::pair{"if"sv, TemplateKeyword::if_},
    std::pair{"else"sv, TemplateKeyword::else_},
    std::pair{"end"sv, TemplateKeyword::end},
    std::pair{"range"sv, TemplateKeyword::range},
    std::pair{"with"sv, TemplateKeyword::with},
    std::pair{"define"sv, TemplateKeyword::define},
    std::pair{"block"sv, TemplateKeyword::block},
    std::pair{"break"sv, TemplateKeyword::break_},
    std::pair{"template"sv, TemplateKeyword::template_},
    std::pair{"continue"sv, TemplateKeyword::continue_},
};

std::string_view first_word(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_word(text[size])) ++size;
  return text.substr(0, size);
}

void skip_blanks(std::string_view& text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

/// Whether `$x :=`, `$x =` or `$x, $y :=` is at the front.
bool is_assignment(std::string_view body) {
  for (int names = 0; names < 2; ++names) {
    if (!body.starts_with('$')) return false;
    body.remove_prefix(1);
    body.remove_prefix(first_word(body).size());
    skip_blanks(body);
    if (body.starts_with(":=") || body.starts_with('=')) return true;
    if (!body.starts_with(',')) return false;
    body.remove_prefix(1);
    skip_blanks(body);
  }
  return false;
}

void classify(std::string_view text, TemplateAction& action) {
  const std::string_view body = text.substr(action.body.begin, action.body.size());
  if (body.starts_with("/*")) {
    action.kind = TemplateKind::comment;
    return;
  }
  const std::string_view word = first_word(body);
  for (const auto& [name, keyword] : kKeywords) {
    if (word != name) continue;
    action.keyword = keyword;
    const bool outputs = keyword == TemplateKeyword::template_;
    action.kind = outputs ? TemplateKind::value : TemplateKind::control;
    return;
  }
  if (is_assignment(body)) action.kind = TemplateKind::assignment;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<TemplateAction> run() {
    for (std::size_t at = text_.find("{{"); at != kNowhere; at = text_.find("{{", at)) {
      TemplateAction action;
      const std::size_t begin = at;
      at += 2;
      action.trims_before = at + 1 < text_.size() && text_[at] == '-' && is_blank(text_[at + 1]);
      if (action.trims_before) ++at;
      std::size_t close = find_close(at);
      if (close == kNowhere) {
        action.closed = false;
        ++broken_;
        close = close_on_line(begin);
      }
      const bool has_close = text_.substr(close).starts_with("}}");
      const std::size_t end = has_close ? close + 2 : close;
      action.span = {offset(begin), offset(end)};
      trim(action, at, std::max(at, close), has_close);
      classify(text_, action);
      actions_.push_back(action);
      at = end;
    }
    return std::move(actions_);
  }

 private:
  static std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

  /// The }} that ends the action whose inside begins at `at`.
  std::size_t find_close(std::size_t at) {
    if (broken_ > kMaxBroken) return kNowhere;
    std::string_view inside = text_.substr(at);
    skip_comment_blank(inside);
    if (inside.starts_with("/*")) return close_of_comment(offset_of(inside));
    while (at < text_.size()) {
      switch (text_[at]) {
        // No expression has a brace: one that stands alone means that the action's end is missing.
        case '{':
          return kNowhere;
        case '}':
          return text_.substr(at).starts_with("}}") ? at : kNowhere;
        case '"':
        case '\'':
          at = after_quoted(at);
          break;
        case '`':
          at = after(text_.find('`', at + 1), 1);
          break;
        default:
          ++at;
      }
    }
    return kNowhere;
  }

  /// Go wants the comment directly behind the delimiter or its marker's one blank.
  static void skip_comment_blank(std::string_view& inside) {
    if (!inside.empty() && is_blank(inside.front())) inside.remove_prefix(1);
  }

  std::size_t offset_of(std::string_view rest) const { return text_.size() - rest.size(); }

  std::size_t close_of_comment(std::size_t at) const {
    const std::size_t end = after(text_.find("*/", at + 2), 2);
    if (end >= text_.size()) return kNowhere;
    if (text_.substr(end).starts_with("}}")) return end;
    const bool trims = is_blank(text_[end]) && text_.substr(end + 1).starts_with("-}}");
    return trims ? end + 2 : kNowhere;
  }

  static std::size_t after(std::size_t found, std::size_t size) {
    return found == kNowhere ? kNowhere : found + size;
  }

  /// Behind the quoted text that begins at `at`; nowhere if its line ends first.
  std::size_t after_quoted(std::size_t at) const {
    const char quote = text_[at];
    for (++at; at < text_.size() && text_[at] != '\n'; ++at) {
      if (text_[at] == quote) return at + 1;
      if (text_[at] == '\\' && ++at < text_.size() && text_[at] == '\n') break;
    }
    return kNowhere;
  }

  std::size_t close_on_line(std::size_t begin) const {
    std::string_view line = text_.substr(begin);
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return begin + std::min(line.find("}}", 2), line.size());
  }

  void trim(TemplateAction& action, std::size_t begin, std::size_t end, bool has_close) const {
    action.trims_after =
        has_close && end >= begin + 2 && text_[end - 1] == '-' && is_blank(text_[end - 2]);
    if (action.trims_after) --end;
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (end > begin && is_blank(text_[end - 1])) --end;
    action.body = {offset(begin), offset(end)};
  }

  std::string_view text_;
  std::vector<TemplateAction> actions_;
  int broken_ = 0;
};

}  // namespace

std::vector<TemplateAction> find_template_actions(std::string_view text) {
  return Scanner(text).run();
}

std::vector<TemplateToken> template_tokens(std::string_view text, const TemplateAction& action) {
  using Kind = TemplateToken::Kind;
  std::vector<TemplateToken> tokens;
  if (action.kind == TemplateKind::comment || action.span.size() > kMaxActionSize) return tokens;
  std::string source(text.substr(action.body.begin, action.body.size()));
  std::ranges::replace(source, '\0', '\1');
  const TreeSitterTree tree = parse_with(tree_sitter_kaflint_go_template(), source);
  for_each_node(ts_tree_root_node(tree.get()), [&](TSNode node) {
    if (ts_node_child_count(node) > 0) return;
    const std::string_view type = ts_node_type(node);
    const Span span = span_of(node);
    if (span.empty()) return;
    const Kind kind = type == "field"                            ? Kind::field
                      : type == "variable"                       ? Kind::variable
                      : type == "identifier"                     ? Kind::identifier
                      : type == "string" || type == "raw_string" ? Kind::string
                      : type == "number"                         ? Kind::number
                      : type == "|"                              ? Kind::pipe
                                                                 : Kind::other;
    const std::uint32_t base = action.body.begin;
    tokens.push_back(
        {kind, source.substr(span.begin, span.size()), {base + span.begin, base + span.end}});
  });
  return tokens;
}

std::vector<TemplateField> template_fields(std::string_view text, const TemplateAction& action) {
  std::vector<TemplateField> fields;
  if (action.kind == TemplateKind::comment || action.span.size() > kMaxActionSize) return fields;
  std::string source(text.substr(action.span.begin, action.span.size()));
  // tree-sitter takes a NUL for the text's end.
  std::ranges::replace(source, '\0', '\1');
  const TreeSitterTree tree = parse_with(tree_sitter_kaflint_go_template(), source);
  for_each_node(ts_tree_root_node(tree.get()), [&](TSNode node) {
    const std::string_view type = ts_node_type(node);
    const bool chain = ts_node_is_named(node) && (type == "field" || type == "variable");
    if (!chain) return;
    const Span span = span_of(node);
    std::string path = source.substr(span.begin, span.size());
    // A bare $ or $x reads no field.
    if (path.find('.') == kNowhere) return;
    const std::uint32_t base = action.span.begin;
    fields.push_back({std::move(path), {base + span.begin, base + span.end}});
  });
  return fields;
}

}  // namespace kaflint::syntax
