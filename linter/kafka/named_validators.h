// The validators of Kafka that have a name in the catalog instead of a form.
#pragma once

#include <string_view>

#include "linter/kafka/config_value.h"
#include "linter/kafka/version.h"

namespace kaflint::kafka {

/// Whether the validator `name` of rules/catalog/README.md accepts the value. What hangs on the
/// machine (which classes there are) or cannot be told for sure is accepted.
bool named_validator_accepts(std::string_view name, const ConfigValue& value);

/// What it accepts, for a person; empty for a name that the catalog does not have.
std::string_view describe_named_validator(std::string_view name);

/// Whether what it throws for a value that it does not accept says which key it is about.
bool names_its_key(std::string_view name, const ConfigValue& value, Version version);

/// Whether it is about the size of a number.
bool is_number_validator(std::string_view name);

/// java.time.Duration.parse: whether the text is a duration that is not negative.
bool is_duration_from_zero(std::string_view text);

/// Streams' application.server, and the address part of quorum voters: `scheme://[host]:port`.
/// `any_prefix` stands for the expression of older releases, which takes anything before the host.
struct AddressRules {
  bool any_prefix = false;
  bool host_needed = false;
  std::int64_t max_port = 65535;
};
bool is_address(std::string_view text, AddressRules rules);

/// org.apache.kafka.connect.runtime.WorkerConfig.ResponseHttpHeadersValidator
bool are_response_headers(std::string_view text);

/// Maven's VersionRange as Connect asks for it. Bounds whose order hangs on qualifiers are
/// accepted.
bool is_plugin_version_range(std::string_view text);

/// False only for what java.util.regex.Pattern certainly refuses.
bool may_be_java_regex(std::string_view text);

}  // namespace kaflint::kafka
