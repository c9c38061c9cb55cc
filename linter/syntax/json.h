// JSON as Kafka Connect reads it (Jackson with default features: RFC 8259), as a tree with byte
// spans. Broken text gives a tree too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/mapped_text.h"
#include "linter/source/span.h"

namespace kaflint::syntax {

enum class JsonKind : std::uint8_t {
  object,
  array,
  string,
  number,
  true_,
  false_,
  null,
  absent,  // the value of a member that has none; only in broken text
};

using JsonId = std::uint32_t;
inline constexpr JsonId kNoJson = 0xFFFFFFFF;

/// A node of a JsonFile. Texts are offsets into the file's own store.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  std::uint32_t text = 0;  // strings: decoded, in UTF-8; numbers: as written
  std::uint32_t text_size = 0;
  Span span;  // quotes and brackets included
  JsonId parent = kNoJson;
  JsonId first_child = kNoJson;  // array: items; object: key, value, key, value ...
  JsonId next_sibling = kNoJson;
};

struct JsonError {
  enum class Kind : std::uint8_t {
    syntax,
    bad_string,     // an escape that JSON does not have, a raw control character, invalid UTF-8
    duplicate_key,  // no error for Jackson, where the last one wins
    too_deep,
    too_large,
  };
  Kind kind;
  Span span;
  std::string detail;         // what is wrong there, without any text of the file
  std::optional<Span> first;  // duplicate_key: the earlier key
};

class JsonFile {
 public:
  JsonId root = kNoJson;  // kNoJson if there is no value at all
  /// Jackson would refuse the text: something other than duplicate keys is wrong with it.
  bool broken = false;
  std::vector<JsonError> errors;  // in file order, at most kMaxJsonErrors
  std::vector<JsonNode> nodes;
  std::string store;

  const JsonNode& node(JsonId id) const { return nodes[id]; }
  /// Of a string or number; empty for others.
  std::string_view text(JsonId id) const;
  bool is(JsonId id, JsonKind kind) const { return id != kNoJson && nodes[id].kind == kind; }
};

inline constexpr std::size_t kMaxJsonDepth = 500;
inline constexpr std::size_t kMaxJsonBytes = 1U << 20U;
inline constexpr std::size_t kMaxJsonErrors = 100;

/// A byte-order mark at the beginning is skipped, as Jackson does.
JsonFile parse_json(std::string_view bytes);

struct JsonMember {
  JsonId key = kNoJson;
  JsonId value = kNoJson;
};

/// Members in file order, duplicates included; none if `object` is no object.
std::vector<JsonMember> members(const JsonFile& file, JsonId object);

/// The value under a key, the last one if there are several; kNoJson if absent or no object.
JsonId find(const JsonFile& file, JsonId object, std::string_view key);

/// A string's decoded text with where each byte came from. `bytes` is what was parsed.
MappedText map_string(const JsonFile& file, std::string_view bytes, JsonId string);

}  // namespace kaflint::syntax
