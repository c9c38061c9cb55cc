// Which part of a setting's value is a password, key or token, written as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/rule_id.h"
#include "linter/kafka/role.h"
#include "linter/policy/secret_values.h"

namespace kaflint::policy {

struct FoundSecret {
  RuleId rule;
  SecretKind kind;
  std::string what;       // in words, without any of the value: ``the login's `password` ``
  std::string_view text;  // of the value
};

/// In the order in which they stand in the value. Silent about references, words that ask for a
/// secret, and what is public. Looked at are keys that hold secrets, options of login modules,
/// URLs and connection strings, and private keys.
std::vector<FoundSecret> find_secrets(kafka::Role role, std::string_view key,
                                      std::string_view value);

}  // namespace kaflint::policy
