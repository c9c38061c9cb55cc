// Java .properties, read exactly as java.util.Properties.load reads them (JDK 17), with spans.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/mapped_text.h"
#include "linter/source/span.h"

namespace kaflint::syntax {

/// load(InputStream) reads ISO-8859-1; load(Reader) what its reader decodes, here UTF-8 with U+FFFD
/// for what is invalid, as InputStreamReader does.
enum class Charset : std::uint8_t { latin1, utf8 };

/// One pair in file order, duplicates included. Text is UTF-8; a lone surrogate from an escape
/// keeps its three-byte form. Spans are offsets in the parsed bytes.
struct PropertiesPair {
  std::string key;
  std::string value;
  Span key_span;
  Span value_span;  // from the first to the last byte; empty at its place if no value
  std::vector<Span> value_pieces;  // one for each line that the value stands on; empty for no value
  Span entry_span;                 // from the key's first byte to the value's last
  Span line_span;                  // whole logical line with its line end, leading blanks included
};

struct PropertiesError {
  /// The malformed \uXXXX.
  Span span;
};

struct PropertiesComment {
  Span span;  // from the # or ! to the last byte before the line end
};

struct PropertiesFile {
  std::vector<PropertiesPair> pairs;
  std::vector<PropertiesComment> comments;
  /// Where Java throws and stops. Pairs before it are loaded; the rest is listed too, since a
  /// linter helps with the whole file: `pairs[loaded]` has the malformed escape, which stays as
  /// written.
  std::optional<PropertiesError> error;
  std::size_t loaded = 0;
};

PropertiesFile parse_properties(std::string_view bytes, Charset charset);

/// Where each byte of the value came from, for findings inside of a value. `pair` must come from
/// parsing `bytes`.
MappedText map_value(std::string_view bytes, Charset charset, const PropertiesPair& pair);

}  // namespace kaflint::syntax
