#include "linter/project/gradle_tokens.h"

#include <algorithm>
#include <string_view>

#include "linter/base/ascii.h"

namespace kaflint::project {
namespace {

using Kind = GradleToken::Kind;

class Lexer {
 public:
  explicit Lexer(std::string_view bytes) : bytes_(bytes) {}

  std::vector<GradleToken> run(std::size_t limit) {
    while (at_ < bytes_.size() && tokens_.size() < limit) next();
    return std::move(tokens_);
  }

 private:
  bool starts(std::string_view text) const { return bytes_.substr(at_).starts_with(text); }

  static bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

  /// Moves behind `count` bytes and counts their lines.
  void skip(std::size_t count) {
    const std::string_view passed = bytes_.substr(at_, count);
    line_ += static_cast<std::uint32_t>(std::ranges::count(passed, '\n'));
    at_ += passed.size();
  }

  void skip_until(std::string_view end) {
    const std::size_t found = bytes_.find(end, at_ + 2);
    skip(found == std::string_view::npos ? bytes_.size() : found + end.size() - at_);
  }

  void next() {
    const char c = bytes_[at_];
    if (starts("//")) return skip(std::min(bytes_.find('\n', at_), bytes_.size()) - at_);
    if (starts("/*")) return skip_until("*/");
    if (starts("\"\"\"") || starts("'''")) return long_text(bytes_.substr(at_, 3));
    if (c == '"' || c == '\'') return text(c);
    if (is_word(c)) return word();
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
      tokens_.push_back({Kind::mark, bytes_.substr(at_, 1), line_});
    skip(1);
  }

  void word() {
    std::size_t end = at_;
    while (end < bytes_.size() && is_word(bytes_[end])) ++end;
    tokens_.push_back({Kind::word, bytes_.substr(at_, end - at_), line_});
    at_ = end;
  }

  void long_text(std::string_view quotes) {
    const std::size_t found = bytes_.find(quotes, at_ + 3);
    const std::size_t end = found == std::string_view::npos ? bytes_.size() : found;
    tokens_.push_back(
        {Kind::text, bytes_.substr(at_ + 3, end - at_ - 3), line_, quotes.front() == '"'});
    skip(std::min(end + 3, bytes_.size()) - at_);
  }

  /// One that is not closed ends with its line.
  void text(char quote) {
    std::size_t end = at_ + 1;
    std::size_t braces = 0;
    while (end < bytes_.size() && bytes_[end] != '\n' && (bytes_[end] != quote || braces > 0)) {
      if (bytes_[end] == '\\' && end + 1 < bytes_.size() && bytes_[end + 1] != '\n')
        ++end;
      else if (quote == '"' && bytes_.substr(end).starts_with("${"))
        ++braces;
      else if (braces > 0 && bytes_[end] == '}')
        --braces;
      ++end;
    }
    tokens_.push_back({Kind::text, bytes_.substr(at_ + 1, end - at_ - 1), line_, quote == '"'});
    at_ = end < bytes_.size() && bytes_[end] == quote ? end + 1 : end;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::vector<GradleToken> tokens_;
};

}  // namespace

std::vector<GradleToken> gradle_tokens(std::string_view bytes, std::size_t limit) {
  return Lexer(bytes).run(limit);
}

}  // namespace kaflint::project
