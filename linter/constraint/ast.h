// A constraint as one array of nodes, children before their parent. Nothing in it is a pointer, so
// that the rule compiler can write it down as a constant table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kaflint::constraint {

enum class NodeKind : std::uint8_t {
  null,
  boolean,      // a: 0 or 1
  integer,      // numbers[a]
  number,       // numbers[a], the bits of a double
  text,         // text[a, a + b)
  variable,     // id: Variable
  element,      // id: which of the enclosing macros' elements, from 0 for the outermost
  call,         // id: Function; children[a, a + count); b: the ValueKind that the first of them has
                // to be, or unknown for any
  list,         // children[a, a + count)
  and_,         // children[a, a + count)
  or_,          // children[a, a + count)
  conditional,  // children[a, a + 3)
  all,          // id: its element; children[a]: the range, children[a + 1]: the condition
  exists,       // the same
};

struct Node {
  NodeKind kind = NodeKind::null;
  std::uint8_t id = 0;
  std::uint16_t count = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t offset = 0;  // into the constraint's text
};

/// A checked constraint, ready to be evaluated. A view: of a Program, or of constant tables.
struct ProgramView {
  std::span<const Node> nodes;  // the last one is the whole constraint
  std::span<const std::uint32_t> children;
  std::span<const std::int64_t> numbers;
  std::string_view text;

  std::span<const std::uint32_t> children_of(const Node& node) const {
    return children.subspan(node.a, node.count);
  }
  std::string_view text_of(const Node& node) const { return text.substr(node.a, node.b); }
};

/// One that owns its arrays.
struct Program {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> children;
  std::vector<std::int64_t> numbers;
  std::string text;

  ProgramView view() const { return {nodes, children, numbers, text}; }
  /// Of a text node.
  std::string_view text_of(const Node& node) const { return view().text_of(node); }
};

}  // namespace kaflint::constraint
