// The clients that Streams and Connect build inside of themselves.
#pragma once

#include <string_view>

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// Judges a client that `component` builds with `config`, by the mirror of the client's own class
/// and in the component's version.
kafka::ClientVerdict judge_client(const kafka::ParsedConfig& component, kafka::Role role,
                                  std::string_view name, kafka::DerivedConfig config);

}  // namespace kaflint::startup
