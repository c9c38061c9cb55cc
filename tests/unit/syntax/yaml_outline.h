// A tree as text, one node a line, so that a test states kinds, values and places at once.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "linter/syntax/yaml.h"

namespace kaflint::syntax {

inline std::string_view source_of(std::string_view bytes, Span span) {
  return bytes.substr(span.begin, span.size());
}

/// `key: `source` @begin` for every node in file order.
inline std::vector<std::string> outline(const YamlFile& file, std::string_view bytes) {
  std::vector<std::string> lines;
  for (const YamlNode& node : file.nodes) {
    static constexpr std::string_view kKinds[] = {"scalar", "sequence", "mapping", "alias"};
    lines.push_back(fmt::format("{} `{}` @{}", kKinds[static_cast<std::size_t>(node.kind)],
                                source_of(bytes, node.span), node.span.begin));
  }
  return lines;
}

/// `line:column kind detail` would hide the span's end, so: `source` @begin: detail.
inline std::vector<std::string> problems(const YamlFile& file, std::string_view bytes) {
  std::vector<std::string> lines;
  for (const YamlError& error : file.errors) {
    lines.push_back(
        fmt::format("`{}` @{}: {}", source_of(bytes, error.span), error.span.begin, error.detail));
  }
  return lines;
}

}  // namespace kaflint::syntax
