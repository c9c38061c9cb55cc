// Owners for tree-sitter's objects, and the languages of our own grammars (grammar/).
#pragma once

#include <tree_sitter/api.h>

#include <cstdint>
#include <memory>
#include <string_view>

#include "linter/source/span.h"

extern "C" {
const TSLanguage* tree_sitter_kaflint_json();
const TSLanguage* tree_sitter_kaflint_go_template();
}

namespace kaflint::syntax {

struct TreeSitterDelete {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

using TreeSitterTree = std::unique_ptr<TSTree, TreeSitterDelete>;

/// The tree holds offsets only, no view into `text`.
inline TreeSitterTree parse_with(const TSLanguage* language, std::string_view text) {
  const std::unique_ptr<TSParser, TreeSitterDelete> parser(ts_parser_new());
  ts_parser_set_language(parser.get(), language);
  return TreeSitterTree(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                               static_cast<std::uint32_t>(text.size())));
}

inline Span span_of(TSNode node) { return {ts_node_start_byte(node), ts_node_end_byte(node)}; }

/// Calls `visit(node)` for every node, parents before children, without recursion.
template <typename Visit>
void for_each_node(TSNode root, Visit visit) {
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  bool more = true;
  while (more) {
    visit(ts_tree_cursor_current_node(&cursor));
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)))
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
  }
  ts_tree_cursor_delete(&cursor);
}

}  // namespace kaflint::syntax
