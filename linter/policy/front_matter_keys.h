// The keys of a rule file's front matter: the one place that knows their names, forms and meaning.
// The reader, its suggestions and the JSON Schema are made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/policy/rule_source.h"

namespace kaflint::policy {

enum class FrontMatterForm : std::uint8_t {
  text,
  level,
  consequences,  // with commas
  roles,         // with commas
  fix,           // KEY=VALUE
  patterns,      // one, or a list of them
  labels,        // a mapping from names to texts
  references,    // a list of texts
};

enum class Use : std::uint8_t { none, optional, required };

struct FrontMatterKey {
  std::string_view name;
  FrontMatterForm form;
  Use own;     // in a rule of kaflint's own
  Use policy;  // in a policy
  std::string_view doc;

  Use use(RuleKind kind) const { return kind == RuleKind::own ? own : policy; }
};

std::span<const FrontMatterKey> front_matter_keys();

/// Those that may stand in a file of that kind.
std::vector<FrontMatterKey> front_matter_keys(RuleKind kind);

}  // namespace kaflint::policy
