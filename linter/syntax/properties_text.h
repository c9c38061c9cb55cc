// Decoding of a key or value of a properties file from the pieces of lines on which it stands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/source/mapped_text.h"
#include "linter/source/span.h"
#include "linter/syntax/properties.h"

namespace kaflint::syntax {

/// What java.util.Properties.loadConvert makes of the bytes of `pieces`, in UTF-8. A malformed
/// \uXXXX stays as written; the first one is stored in `malformed` unless that has one already.
std::string decode_properties_text(std::string_view bytes, Charset charset,
                                   std::span<const Span> pieces, std::optional<Span>& malformed);

/// The same with the place of every byte.
MappedText map_properties_text(std::string_view bytes, Charset charset,
                               std::span<const Span> pieces);

}  // namespace kaflint::syntax
