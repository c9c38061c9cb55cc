// Requests, notifications and errors over nlohmann's parser, which keeps its own stack.
#include "linter/lsp/json_rpc.h"

#include <utility>

namespace kaflint::lsp {
namespace {

/// Invalid UTF-8 must not stop a message: it is replaced.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json envelope() { return {{"jsonrpc", "2.0"}}; }

bool valid_id(const Json& id) { return id.is_number() || id.is_string() || id.is_null(); }

}  // namespace

std::expected<Message, RpcError> parse_message(std::string_view body) {
  Json json = Json::parse(body, nullptr, false);
  if (json.is_discarded())
    return std::unexpected(RpcError{nullptr, ErrorCode::parse_error, "the message is not JSON"});
  const auto invalid = [](Json id, const char* why) {
    return std::unexpected(RpcError{std::move(id), ErrorCode::invalid_request, why});
  };
  if (!json.is_object()) return invalid(nullptr, "a message must be one JSON object");
  Message message;
  if (const auto id = json.find("id"); id != json.end()) {
    if (!valid_id(*id)) return invalid(nullptr, "`id` must be a number or a string");
    message.id = std::move(*id);
  }
  const auto method = json.find("method");
  if (method == json.end()) {
    if (json.contains("result") || json.contains("error")) return message;
    return invalid(message.id.value_or(nullptr), "`method` is missing");
  }
  if (!method->is_string())
    return invalid(message.id.value_or(nullptr), "`method` must be a string");
  message.method = method->get_ref<const std::string&>();
  if (const auto params = json.find("params"); params != json.end())
    message.params = std::move(*params);
  return message;
}

std::string response(const Json& id, const Json& result) {
  Json json = envelope();
  json["id"] = id;
  json["result"] = result;
  return dump(json);
}

std::string error_response(const RpcError& error) {
  Json json = envelope();
  json["id"] = error.id;
  json["error"] = {{"code", std::to_underlying(error.code)}, {"message", error.message}};
  return dump(json);
}

std::string notification(std::string_view method, const Json& params) {
  Json json = envelope();
  json["method"] = method;
  json["params"] = params;
  return dump(json);
}

const Json& member(const Json& object, std::initializer_list<const char*> keys) {
  static const Json null;
  const Json* at = &object;
  for (const char* key : keys) {
    if (!at->is_object()) return null;
    const auto found = at->find(key);
    if (found == at->end()) return null;
    at = &*found;
  }
  return *at;
}

std::optional<std::string> string_member(const Json& object,
                                         std::initializer_list<const char*> keys) {
  const Json& json = member(object, keys);
  if (!json.is_string()) return std::nullopt;
  return json.get_ref<const std::string&>();
}

}  // namespace kaflint::lsp
