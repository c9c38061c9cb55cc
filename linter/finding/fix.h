// Edits of a file's bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/source/span.h"

namespace kaflint {

/// Replaces the bytes of `span` by `text`; an empty span inserts.
struct Edit {
  Span span;
  std::string text;
  friend auto operator<=>(const Edit&, const Edit&) = default;
};

/// A safe fix keeps what Kafka does or repairs what has no effect; an unsafe one changes behaviour.
enum class Applicability : std::uint8_t { safe, unsafe };

struct Fix {
  std::string title;  // `remove the earlier duplicate`
  Applicability applicability = Applicability::unsafe;
  std::vector<Edit> edits;  // sorted, not overlapping
};

}  // namespace kaflint
