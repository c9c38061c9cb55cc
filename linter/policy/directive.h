// What a file itself says about findings in it that are not to be reported:
//
//     # kaflint: ignore[producer/acks-disable-idempotence] speed counts more here
//     acks=1
//
// on the line above, in YAML also at the line's end; `ignore-file[...]` for the whole file; and
// the annotation `kaflint.io/ignore` for a Kubernetes resource.
#pragma once

#include <string>
#include <vector>

#include "linter/policy/engine.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

inline constexpr std::string_view kIgnoreAnnotation = "kaflint.io/ignore";
inline constexpr std::string_view kReasonAnnotation = "kaflint.io/ignore-reason";

struct Directive {
  struct Name {
    std::string text;  // a rule's id, or a pattern such as `producer/*`
    Span span;
    Span removable;  // what must go to take it out of the list; empty if that is not known
  };
  Span span;       // the comment, or the annotation's value
  Span removable;  // what must go to take all of it away; empty if that is not known
  std::vector<Name> names;
  std::string reason;
  bool whole_file = false;
  /// Findings that begin there are meant, unless the whole file is.
  std::vector<Span> covers;
  /// Why it cannot be understood; then it has no names.
  std::string problem;

  /// `begin` is where the finding begins, or its unit if it is about something absent.
  bool is_about(std::uint32_t begin) const;
};

/// Comments of properties, YAML and env files, in file order. JSON has none. What stands in a
/// setting's value is no comment.
std::vector<Directive> comment_directives(const SourceFile& source,
                                          const std::vector<UnitResult>& units);

/// Annotations of the resources in a YAML file, items of a List included, in file order.
std::vector<Directive> annotation_directives(const SourceFile& source);

}  // namespace kaflint::policy
