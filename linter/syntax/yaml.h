// YAML as libyaml reads it, as a tree with byte spans.
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

enum class YamlKind : std::uint8_t { scalar, sequence, mapping, alias };
enum class YamlStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

using YamlId = std::uint32_t;
inline constexpr YamlId kNoYaml = 0xFFFFFFFF;

/// A node of a YamlFile. Texts are offsets into the file's own store, so that a tree is three
/// allocations, not thousands.
struct YamlNode {
  YamlKind kind = YamlKind::scalar;
  YamlStyle style = YamlStyle::plain;  // scalars
  bool flow = false;                   // collections
  /// A masked span lies within: the text is not what any loader will see.
  bool masked = false;
  std::uint32_t text = 0;  // scalars: decoded value; in YamlFile::text
  std::uint32_t text_size = 0;
  std::uint32_t tag = 0;  // explicit tag, size 0 if none
  std::uint32_t tag_size = 0;
  Span span;  // without anchor, tag and trailing blanks; quotes included
  YamlId parent = kNoYaml;
  YamlId first_child = kNoYaml;  // sequence: items; mapping: key, value, key, value ...
  YamlId next_sibling = kNoYaml;
  YamlId target = kNoYaml;  // alias: the anchored node
};

struct YamlError {
  enum class Kind : std::uint8_t {
    syntax,  // `detail` is libyaml's problem in our words or its own
    too_deep,
    too_many_nodes,
    too_many_aliases,
    too_large,
    unknown_alias,
    duplicate_key,
    invalid_utf8,
    bad_merge,
  };
  Kind kind = Kind::syntax;
  Span span = {};
  std::string detail = {};
  std::optional<Span> first = {};  // duplicate_key: the earlier key
};

struct YamlDocument {
  YamlId root = kNoYaml;  // kNoYaml for an empty document
  /// From `---` or the first content to the last content or `...`.
  Span span;
  /// A syntax error cut it: what is absent is unknown.
  bool broken = false;
};

inline constexpr char kYamlFiller = 'x';

/// What stands in the text for something else, replaced by as many harmless bytes before parsing.
struct YamlMask {
  enum class Kind : std::uint8_t {
    template_action,
    filtered_property,
    unreadable,  // no UTF-8, or a control character; also an error
  };
  Kind kind;
  Span span;
  /// What stands in its place: a word, or line ends or blanks for actions alone on their lines.
  char filler = kYamlFiller;
  /// Puts text in its place; `if`, `range`, `end`, assignments and comments do not.
  bool prints = true;
  /// So many blanks end it, as indentation of what follows on its line.
  std::uint32_t indent = 0;

  /// Reads as if nothing stood there. One that prints may give any number of entries.
  bool blank() const { return filler != kYamlFiller; }
};

struct YamlOptions {
  /// Mask {{ ... }}. Maven's @x@ is always masked.
  bool template_actions = false;
};

class YamlFile {
 public:
  std::vector<YamlDocument> documents;
  std::vector<YamlError> errors;
  std::vector<YamlMask> masks;
  std::vector<YamlNode> nodes;
  std::string store;

  const YamlNode& node(YamlId id) const { return nodes[id]; }
  /// Follows aliases.
  YamlId resolve(YamlId id) const;
  std::string_view text(YamlId id) const;  // of a scalar, aliases followed; empty for others
  std::string_view tag(YamlId id) const;
  bool is_mapping(YamlId id) const;  // aliases followed
  bool is_sequence(YamlId id) const;
  bool is_scalar(YamlId id) const;
  /// Plain scalar without a tag that the core schema reads as null (~, null, empty), not masked:
  /// a value that a template prints on the lines below its key is unknown.
  bool is_null(YamlId id) const;
};

struct YamlEntry {
  YamlId key = kNoYaml;    // scalar where it stands
  YamlId value = kNoYaml;  // where it stands: may be an alias
  /// Aliases and merges between the mapping that was asked and this entry, outermost first.
  std::vector<YamlId> through;
};

/// At most so many errors of a file are listed, and reading starts again so often after one.
inline constexpr std::size_t kMaxYamlErrors = 50;
inline constexpr std::size_t kMaxYamlSize = 64u << 20;
/// libyaml needs quadratic time for them.
inline constexpr std::size_t kMaxYamlTagDirectives = 64;

/// Never fails: what is wrong is in `errors`, by position. After a syntax error or too deep nesting
/// reading goes on with the next line that starts a document with `---`.
YamlFile parse_yaml(std::string_view bytes, const YamlOptions& options = {});

/// A mapping's entries as a loader sees them: duplicates resolved (last wins), merge keys expanded
/// (own keys win, earlier merges win over later ones); own ones in file order, then merged ones. At
/// most `limit` entries.
std::vector<YamlEntry> entries(const YamlFile& file, YamlId mapping, std::size_t limit = 100'000);

/// A sequence's items where they stand: each may be an alias. None when `sequence`, aliases
/// followed, is kNoYaml or no sequence.
std::vector<YamlId> items(const YamlFile& file, YamlId sequence);

/// The value under a key, merges included; kNoYaml if absent or `mapping` is no mapping.
YamlId find(const YamlFile& file, YamlId mapping, std::string_view key);
/// The same along keys: find_path(file, root, {"spec", "kafka", "config"}).
YamlId find_path(const YamlFile& file, YamlId mapping,
                 std::initializer_list<std::string_view> keys);

/// The decoded value of a scalar in any style, with where each byte came from. `bytes` is what was
/// parsed.
MappedText map_scalar(const YamlFile& file, std::string_view bytes, YamlId scalar);

}  // namespace kaflint::syntax
