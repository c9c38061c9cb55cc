// Addresses of a Connect worker's REST server.
#pragma once

#include <string_view>

namespace kaflint::startup {

/// org.apache.kafka.connect.runtime.rest.RestServer.createConnector: what is wrong with one of the
/// listeners, to be read after it; empty when nothing is.
std::string_view rest_listener_problem(std::string_view listener);

}  // namespace kaflint::startup
