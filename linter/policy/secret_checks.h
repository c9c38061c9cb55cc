// Passwords, keys and tokens that stand in a file as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/unit.h"
#include "linter/finding/diagnostic.h"
#include "linter/policy/secret_search.h"

namespace kaflint::policy {

/// A secret in a file, and nothing of it but its place and `text`, which must never be shown.
struct WrittenSecret {
  RuleId rule;
  SecretKind kind;
  std::string what;  // as FoundSecret
  std::string text;
  Span span;  // of exactly the secret, or of the value where that cannot be told
};

/// In the setting, if it is written in the unit's own file. What a placeholder has as its default
/// counts if it looks generated.
std::vector<WrittenSecret> written_secrets(std::string_view bytes, const dialect::Unit& unit,
                                           const dialect::Setting& setting);

/// Of all settings that are written in the unit itself, unless that is a Secret of Kubernetes. No
/// diagnostic holds any of a value.
std::vector<Diagnostic> check_secrets(std::string_view bytes, const dialect::Unit& unit);

}  // namespace kaflint::policy
