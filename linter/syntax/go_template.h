// The actions `{{ ... }}` of Go's text/template in a text of any kind, as Helm charts contain them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/span.h"

namespace kaflint::syntax {

enum class TemplateKind : std::uint8_t {
  comment,
  control,     // if, else, end, range, with, define, block, break, continue: no output of its own
  assignment,  // {{ $x := ... }} or {{ $x = ... }}: no output
  value,       // everything else, {{ template "x" }} included: puts text in its place
};

enum class TemplateKeyword : std::uint8_t {
  none,
  if_,
  else_,
  end,
  range,
  with,
  define,
  block,
  template_,
  break_,
  continue_,
};

struct TemplateAction {
  TemplateKind kind = TemplateKind::value;
  TemplateKeyword keyword = TemplateKeyword::none;
  Span span;                  // with both delimiters
  Span body;                  // between delimiters and trim markers, without blanks at its ends
  bool trims_before = false;  // {{-
  bool trims_after = false;   // -}}
  /// False: no }} ends it, or there is a brace or a string without an end within it. Go refuses
  /// such a template; the span ends with the first }} of the same line or with the line.
  bool closed = true;
};

/// All actions in their order, found as text/template's lexer finds them.
std::vector<TemplateAction> find_template_actions(std::string_view text);

/// One token of an action, comments and delimiters left out.
struct TemplateToken {
  enum class Kind : std::uint8_t {
    field,     // .Values.kafka.acks
    variable,  // $, $x, $.Values.x
    identifier,
    string,  // in either quotes, which are part of `text`
    number,
    pipe,
    other,
  };
  Kind kind = Kind::other;
  std::string text;
  Span span;  // in the text around the action
};

/// The tokens in their order. None of an action of more than 64 KiB.
std::vector<TemplateToken> template_tokens(std::string_view text, const TemplateAction& action);

/// A chain such as .Values.kafka.acks, $.Values.x or $item.name within an action.
struct TemplateField {
  std::string path;  // as written
  Span span;
};

/// The chains that an action reads, in their order, also those of a broken one. None of an action
/// of more than 64 KiB.
std::vector<TemplateField> template_fields(std::string_view text, const TemplateAction& action);

}  // namespace kaflint::syntax
