// JSON-RPC 2.0 messages, read and written.
#pragma once

#include <expected>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::lsp {

using Json = nlohmann::json;

enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  server_not_initialized = -32002,
};

struct Message {
  /// A number, a string or null; nothing for a notification.
  std::optional<Json> id;
  std::string method;  // empty for a response, which asks for nothing
  Json params;
};

struct RpcError {
  Json id;  // null when it could not be read
  ErrorCode code = ErrorCode::parse_error;
  std::string message;
};

/// Never throws; nesting is not bounded by the stack.
std::expected<Message, RpcError> parse_message(std::string_view body);

std::string response(const Json& id, const Json& result);
std::string error_response(const RpcError& error);
std::string notification(std::string_view method, const Json& params);

/// The member along keys, or null where there is none or something else than an object lies
/// between.
const Json& member(const Json& object, std::initializer_list<const char*> keys);
/// The same as text; nothing when it is no string.
std::optional<std::string> string_member(const Json& object,
                                         std::initializer_list<const char*> keys);

}  // namespace kaflint::lsp
