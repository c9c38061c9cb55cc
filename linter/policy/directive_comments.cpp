// Comments are found in the bytes, not in the trees: the same few lines then serve a properties
// file, one inside of a ConfigMap, and a file that is broken.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/policy/directive.h"
#include "linter/source/position.h"

namespace kaflint::policy {
namespace {

constexpr std::string_view kMarker = "kaflint:";
constexpr std::string_view kLine = "ignore";
constexpr std::string_view kFile = "ignore-file";
/// What other linters say for it.
constexpr std::array<std::string_view, 6> kOtherWords = {
    "disable", "suppress", "noqa", "ignore-line", "ignore-next-line", "disable-line"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

Span span_between(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

class CommentReader {
 public:
  CommentReader(const SourceFile& source, const std::vector<UnitResult>& units)
      : bytes_(source.bytes()),
        bangs_(source.path().ends_with(".properties")),
        units_(units),
        lines_(source.bytes()) {}

  std::vector<Directive> read() {
    std::vector<Directive> directives;
    for (std::size_t at = bytes_.find(kMarker); at != std::string_view::npos;
         at = bytes_.find(kMarker, at + kMarker.size()))
      if (std::optional<Directive> directive = directive_at(at))
        directives.push_back(*std::move(directive));
    return directives;
  }

 private:
  /// `at` is where the marker stands.
  std::optional<Directive> directive_at(std::size_t at) {
    const std::uint32_t number =
        lines_.position(static_cast<std::uint32_t>(at), ColumnUnit::utf8).line;
    const Span line = lines_.line(number);
    std::size_t begin = at;
    while (begin > line.begin && is_blank(bytes_[begin - 1])) --begin;
    const std::size_t sign_end = begin;
    while (begin > line.begin && bytes_[begin - 1] == '#') --begin;
    std::size_t text_begin = line.begin;
    while (text_begin < at && is_blank(bytes_[text_begin])) ++text_begin;
    if (begin == sign_end && bangs_ && begin == text_begin + 1 && bytes_[text_begin] == '!')
      begin = text_begin;
    const bool own_line = begin == text_begin;
    if (begin == sign_end || (!own_line && !is_blank(bytes_[begin - 1]))) return std::nullopt;
    if (is_in_setting(static_cast<std::uint32_t>(begin))) return std::nullopt;
    Directive directive;
    directive.span = span_between(begin, begin + trim_end(text(begin, line.end)).size());
    if (!read_words(at + kMarker.size(), line.end, directive)) return std::nullopt;
    directive.removable = own_line ? whole_line(number) : span_between(before(begin), line.end);
    cover(own_line, number, directive);
    return directive;
  }

  std::string_view text(std::size_t begin, std::size_t end) const {
    return bytes_.substr(begin, end - begin);
  }
  std::size_t before(std::size_t at) const {
    while (at > 0 && is_blank(bytes_[at - 1])) --at;
    return at;
  }
  Span whole_line(std::uint32_t number) const {
    const Span line = lines_.line(number);
    const bool last = number + 1 == lines_.line_count();
    return {line.begin, last ? line.end : lines_.line(number + 1).begin};
  }

  /// A line that a value continues on, or the rest of a value, is no comment.
  bool is_in_setting(std::uint32_t at) const {
    const auto holds = [at](Span span) { return span.begin <= at && at < span.end; };
    return std::ranges::any_of(units_, [&](const UnitResult& result) {
      return std::ranges::any_of(result.unit.settings, [&](const dialect::Setting& setting) {
        return holds(setting.entry_span) || holds(setting.value_span);
      });
    });
  }

  /// False when the comment only talks about kaflint.
  bool read_words(std::size_t begin, std::size_t end, Directive& directive) {
    while (begin < end && is_blank(bytes_[begin])) ++begin;
    std::size_t word_end = begin;
    while (word_end < end && (is_letter(bytes_[word_end]) || bytes_[word_end] == '-')) ++word_end;
    const std::string_view word = text(begin, word_end);
    if (word != kLine && word != kFile) return explain(word, directive);
    directive.whole_file = word == kFile;
    const std::size_t close = text(word_end, end).find(']');
    if (word_end == end || bytes_[word_end] != '[' || close == std::string_view::npos) {
      directive.problem =
          fmt::format("`{}` needs the rules in brackets, `{}[any/unknown-key]`", word, word);
      return true;
    }
    read_names(word_end + 1, word_end + close, directive);
    directive.reason = trim_java(text(word_end + close + 1, end));
    return true;
  }

  static bool explain(std::string_view word, Directive& directive) {
    constexpr std::size_t kSlips = 2;
    const bool near = word.size() > 3 && (edit_distance(word, kLine, kSlips) <= kSlips ||
                                          edit_distance(word, kFile, kSlips) <= kSlips);
    if (!near && std::ranges::find(kOtherWords, word) == kOtherWords.end()) return false;
    directive.problem =
        fmt::format("`{}` is not known, there are `{}[...]` and `{}[...]`", word, kLine, kFile);
    return true;
  }

  void read_names(std::size_t begin, std::size_t end, Directive& directive) {
    std::size_t at = begin;
    for (const std::string_view piece : split(text(begin, end), ',')) {
      const std::string_view name = trim_java(piece);
      const auto name_begin = static_cast<std::size_t>(name.data() - bytes_.data());
      // With the comma before it, or behind the first one.
      const Span removable = at == begin ? span_between(at, std::min(at + piece.size() + 1, end))
                                         : span_between(at - 1, at + piece.size());
      if (!name.empty())
        directive.names.push_back(
            {std::string(name), span_between(name_begin, name_begin + name.size()), removable});
      at += piece.size() + 1;
    }
    if (directive.names.empty()) directive.problem = "no rule stands between the brackets";
  }

  void cover(bool own_line, std::uint32_t number, Directive& directive) const {
    directive.covers.push_back(lines_.line(number));
    if (own_line)
      if (const std::optional<std::uint32_t> next = next_line(number)) {
        number = *next;
        directive.covers.push_back(lines_.line(number));
      }
    const Span line = lines_.line(number);
    const auto begins_there = [line](const dialect::Setting& setting) {
      const std::uint32_t begin = setting.key_span.begin;
      return !setting.entry_span.empty() && line.begin <= begin && begin < line.end;
    };
    for (const UnitResult& result : units_)
      for (const dialect::Setting& setting : result.unit.settings)
        if (begins_there(setting)) directive.covers.push_back(setting.entry_span);
  }

  /// The line that a comment above is about: further comments may stand between, a blank line ends
  /// it.
  std::optional<std::uint32_t> next_line(std::uint32_t number) const {
    while (++number < lines_.line_count()) {
      const Span line = lines_.line(number);
      const std::string_view rest = trim_java(text(line.begin, line.end));
      if (rest.empty()) return std::nullopt;
      if (rest.front() != '#' && !(bangs_ && rest.front() == '!')) return number;
    }
    return std::nullopt;
  }

  std::string_view bytes_;
  bool bangs_;
  const std::vector<UnitResult>& units_;
  LineTable lines_;
};

}  // namespace

bool Directive::is_about(std::uint32_t begin) const {
  return whole_file || std::ranges::any_of(covers, [begin](Span part) {
           return part.begin <= begin && (begin < part.end || part.empty());
         });
}

std::vector<Directive> comment_directives(const SourceFile& source,
                                          const std::vector<UnitResult>& units) {
  if (source.path().ends_with(".json") || !source.bytes().contains(kMarker)) return {};
  return CommentReader(source, units).read();
}

}  // namespace kaflint::policy
