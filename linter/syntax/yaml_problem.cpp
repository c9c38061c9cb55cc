// libyaml's problems in words that help the person who wrote the file, at the place to look at:
// an unclosed quote is found at the end of the file, but made where it opens.
#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/syntax/yaml_lines.h"
#include "linter/syntax/yaml_problem.h"

namespace kaflint::syntax {
namespace {

enum class Where : std::uint8_t {
  problem,       // where libyaml stopped
  context,       // where the construct began
  context_line,  // the same, to the end of its line
};

struct Wording {
  std::string_view problem;
  Where where;
  std::string_view detail;
};

constexpr std::array kWordings = {
    Wording{"could not find expected ':'", Where::context_line, "no `:` follows this key"},
    Wording{"mapping values are not allowed in this context", Where::problem,
            "no `key: value` can stand here; quote a value that contains `: `, or correct the "
            "indentation"},
    Wording{"did not find expected key", Where::problem,
            "a key was expected here; the indentation fits none of the lines above, or a quote or "
            "bracket is wrong"},
    Wording{"did not find expected '-' indicator", Where::problem,
            "a `- ` item was expected here; the indentation fits none of the lines above"},
    Wording{"found a tab character that violates indentation", Where::problem,
            "a tab cannot indent; use spaces"},
    Wording{"found a tab character where an indentation space is expected", Where::problem,
            "a tab cannot indent; use spaces"},
    Wording{"found unexpected end of stream", Where::context, "the quote is never closed"},
    Wording{"found unexpected document indicator", Where::context,
            "the quote is not closed within its document"},
    Wording{"did not find expected <document start>", Where::problem,
            "the document is complete before this; correct the indentation, or start a new one "
            "with `---`"},
    Wording{"did not find expected node content", Where::problem, "a value was expected here"},
    Wording{"block sequence entries are not allowed in this context", Where::problem,
            "no `- ` item can stand here"},
    Wording{"mapping keys are not allowed in this context", Where::problem,
            "no `? ` key can stand here"},
    Wording{"found unknown escape character", Where::problem,
            "unknown escape in double quotes; write `\\\\` for a backslash, or use single quotes"},
    Wording{"did not find expected hexdecimal number", Where::problem,
            "hexadecimal digits are missing in an escape"},
    Wording{"found invalid Unicode character escape code", Where::problem,
            "the escape is no Unicode character"},
    Wording{"did not find expected comment or line break", Where::problem,
            "only a comment can follow the head of a block text on its line"},
    Wording{"found an indentation indicator equal to 0", Where::problem,
            "the indentation of a block text is 1 to 9"},
    Wording{"found undefined tag handle", Where::problem, "the tag's handle is not declared"},
    Wording{"did not find expected alphabetic or numeric character", Where::context,
            "a name was expected after `&` or `*`; quote a text that starts so"},
    Wording{"found unexpected ':'", Where::problem,
            "`:` directly before a bracket or comma; quote the text"},
    Wording{"did not find expected whitespace or line break", Where::problem,
            "a blank was expected after the tag; quote a text that starts with `!`"},
};

std::string_view start_word(char c) {
  switch (c) {
    case '\t':
      return "a tab cannot indent; use spaces";
    case '@':
      return "a value cannot start with `@`; quote it";
    case '`':
      return "a value cannot start with a backtick; quote it";
    case '%':
      return "a value cannot start with `%`; quote it";
    default:
      return "nothing in YAML starts with this character; quote the text";
  }
}

Span one_character(std::string_view bytes, std::uint32_t begin) {
  std::uint32_t end = begin;
  if (end < bytes.size()) ++end;
  while (end < bytes.size() && continues_utf8(bytes[end])) ++end;
  return {begin, end};
}

Span rest_of_line(std::string_view bytes, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < bytes.size() && line_end_size(bytes, end) == 0) ++end;
  while (end > begin && is_blank(bytes[end - 1])) --end;
  return {begin, end};
}

/// A missing bracket is shown where it opens, if nothing stands where it should close.
YamlError describe_bracket(std::string_view problem, std::string_view bytes, std::uint32_t begin,
                           std::uint32_t stopped) {
  const std::size_t rest = bytes.find_first_not_of(" \t\r\n", stopped);
  YamlError error;
  if (rest == std::string_view::npos) {
    error.span = one_character(bytes, begin);
    error.detail = "the bracket is never closed";
  } else {
    error.span = one_character(bytes, stopped);
    error.detail =
        problem.ends_with("']'") ? "`,` or `]` was expected here" : "`,` or `}` was expected here";
  }
  return error;
}

}  // namespace

YamlError describe_problem(const yaml_parser_t& parser, const CharacterOffsets& offsets,
                           std::string_view bytes) {
  const std::string_view problem =
      parser.problem == nullptr ? "libyaml could not go on" : parser.problem;
  const std::uint32_t stopped = offsets.byte(parser.problem_mark.index);
  const std::uint32_t begin =
      parser.context == nullptr ? stopped : offsets.byte(parser.context_mark.index);
  if (problem.starts_with("did not find expected ',' or"))
    return describe_bracket(problem, bytes, begin, stopped);
  YamlError error{.span = one_character(bytes, stopped)};
  if (problem == "found character that cannot start any token") {
    error.detail = start_word(stopped < bytes.size() ? bytes[stopped] : '\0');
    return error;
  }
  const auto wording = std::ranges::find(kWordings, problem, &Wording::problem);
  if (wording == kWordings.end()) {
    error.detail = problem;
    return error;
  }
  error.detail = wording->detail;
  if (wording->where == Where::context) error.span = one_character(bytes, begin);
  if (wording->where == Where::context_line) error.span = rest_of_line(bytes, begin);
  return error;
}

}  // namespace kaflint::syntax
