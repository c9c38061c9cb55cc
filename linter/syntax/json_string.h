// Decoding what stands between the quotes of a JSON string.
#pragma once

#include <optional>
#include <string_view>

#include "linter/source/mapped_text.h"
#include "linter/source/span.h"

namespace kaflint::syntax {

/// Appends the decoded bytes of `inside` to `text`. Surrogate escapes are joined; a lone one keeps
/// its three-byte form, since Jackson takes it. What JSON does not allow is kept as written; the
/// result is where the first such thing stands.
std::optional<Span> decode_json_string(std::string_view bytes, Span inside, MappedText& text);

/// Whether the bytes of `inside` stand for themselves.
bool is_plain_json_string(std::string_view bytes, Span inside);

}  // namespace kaflint::syntax
