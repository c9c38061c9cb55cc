// The life cycle, the documents' notifications, and nothing that could throw at a malformed
// message.
#include "linter/lsp/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kaflint::lsp {
namespace {

constexpr int kShowWarning = 2;

struct Encoding {
  std::string_view name;
  ColumnUnit unit;
};
constexpr Encoding kEncodings[] = {{"utf-8", ColumnUnit::utf8},
                                   {"utf-16", ColumnUnit::utf16},
                                   {"utf-32", ColumnUnit::code_points}};

/// The first of the client's encodings, which are in its order of preference, that we know.
Encoding negotiate(const Json& offered) {
  if (offered.is_array())
    for (const Json& name : offered)
      for (const Encoding& known : kEncodings)
        if (name.is_string() && name.get_ref<const std::string&>() == known.name) return known;
  return kEncodings[1];
}

ClientSupport read_support(const Json& capabilities) {
  const Json& publish = member(capabilities, {"textDocument", "publishDiagnostics"});
  ClientSupport support;
  support.unit = negotiate(member(capabilities, {"general", "positionEncodings"})).unit;
  const Json& tags = member(publish, {"tagSupport"});
  support.tags = tags.is_object() || tags == true;
  support.related = member(publish, {"relatedInformation"}) == true;
  support.code_description = member(publish, {"codeDescriptionSupport"}) == true;
  return support;
}

std::optional<std::int64_t> version_of(const Json& params) {
  const Json& version = member(params, {"textDocument", "version"});
  if (!version.is_number_integer()) return std::nullopt;
  return version.get<std::int64_t>();
}

std::string show_warning(const std::string& message) {
  return notification("window/showMessage", {{"type", kShowWarning}, {"message", message}});
}

}  // namespace

Server::Server(ServerOptions options, Check check)
    : options_(std::move(options)), check_(std::move(check)) {}

std::vector<std::string> Server::handle(std::string_view body) {
  auto message = parse_message(body);
  if (!message) return {error_response(message.error())};
  if (message->method.empty() || exited()) return {};
  if (message->id) return request(*message->id, message->method, message->params);
  notify(message->method, message->params);
  return {};
}

std::vector<std::string> Server::request(const Json& id, const std::string& method,
                                         const Json& params) {
  const auto fail = [&](ErrorCode code, std::string text) -> Answers {
    return {error_response({id, code, std::move(text)})};
  };
  if (method == "initialize") {
    if (state_ != State::fresh)
      return fail(ErrorCode::invalid_request, "the server is initialized already");
    return initialize(id, params);
  }
  if (state_ == State::fresh)
    return fail(ErrorCode::server_not_initialized, "the first request must be `initialize`");
  if (state_ == State::shut_down)
    return fail(ErrorCode::invalid_request, "the server has been shut down");
  if (method == "shutdown") {
    state_ = State::shut_down;
    return {response(id, nullptr)};
  }
  return fail(ErrorCode::method_not_found, "this server has no such method");
}

void Server::notify(const std::string& method, const Json& params) {
  if (method == "exit") {
    clean_exit_ = state_ == State::shut_down;
    state_ = State::exited;
  }
  if (state_ != State::running) return;
  if (method == "textDocument/didOpen") open(params);
  if (method == "textDocument/didChange") change(params);
  if (method == "textDocument/didClose") close(params);
}

std::vector<std::string> Server::initialize(const Json& id, const Json& params) {
  const Json& capabilities = member(params, {"capabilities"});
  support_ = read_support(capabilities);
  state_ = State::running;
  const Encoding encoding = negotiate(member(capabilities, {"general", "positionEncodings"}));
  const Json result = {{"capabilities",
                        {{"positionEncoding", encoding.name},
                         {"textDocumentSync", {{"openClose", true}, {"change", 1}}}}},
                       {"serverInfo", {{"name", "kaflint"}, {"version", options_.tool_version}}}};
  Answers answers = {response(id, result)};
  read_options(member(params, {"initializationOptions"}), answers);
  return answers;
}

void Server::read_options(const Json& options, Answers& answers) {
  if (const auto text = string_member(options, {"kafkaVersion"}); text && !text->empty()) {
    auto versions = kafka::parse_version_request(*text);
    if (versions) {
      options_.check.versions = *std::move(versions);
    } else {
      answers.push_back(show_warning(fmt::format("kaflint: kafkaVersion: {}", versions.error())));
    }
  }
  if (const auto text = string_member(options, {"role"}); text && !text->empty()) {
    options_.check.role = kafka::parse_role(*text);
    if (!options_.check.role)
      answers.push_back(show_warning(fmt::format("kaflint: there is no role `{}`", *text)));
  }
}

void Server::open(const Json& params) {
  const auto uri = string_member(params, {"textDocument", "uri"});
  auto text = string_member(params, {"textDocument", "text"});
  if (!uri || !text) return;
  documents_.put(*uri, *std::move(text), version_of(params));
  changed_.insert(*uri);
}

void Server::change(const Json& params) {
  const auto uri = string_member(params, {"textDocument", "uri"});
  const Json& changes = member(params, {"contentChanges"});
  if (!uri || documents_.find(*uri) == nullptr || !changes.is_array() || changes.empty()) return;
  // Whole texts were agreed on, so the last one is what counts.
  auto text = string_member(changes.back(), {"text"});
  if (!text || member(changes.back(), {"range"}).is_object()) return;
  documents_.put(*uri, *std::move(text), version_of(params));
  changed_.insert(*uri);
}

void Server::close(const Json& params) {
  const auto uri = string_member(params, {"textDocument", "uri"});
  if (!uri) return;
  documents_.remove(*uri);
  changed_.insert(*uri);
}

std::vector<std::string> Server::publish() {
  std::vector<std::string> out;
  // Other files may have changed since the last time.
  options_.check.read_projects();
  for (const std::string& uri : std::exchange(changed_, {})) {
    const Document* document = documents_.find(uri);
    Json params = {{"uri", uri}, {"diagnostics", Json::array()}};
    if (document != nullptr) {
      const policy::FileResult result = check_(document->source, options_.check);
      params["diagnostics"] = diagnostics(result, uri, support_);
      if (document->version) params["version"] = *document->version;
    }
    out.push_back(notification("textDocument/publishDiagnostics", params));
  }
  tell_problems(out);
  return out;
}

/// What is wrong with configurations, when it has changed.
void Server::tell_problems(Answers& answers) {
  if (!options_.check.configurations) return;
  std::vector<policy::ConfigurationProblem> problems = options_.check.configurations->problems();
  if (options_.check.chooser)
    std::ranges::move(options_.check.chooser->problems(), std::back_inserter(problems));
  for (const policy::ConfigurationProblem& problem : problems)
    if (std::ranges::find(told_, problem) == told_.end())
      answers.push_back(show_warning(policy::to_string(problem)));
  told_ = std::move(problems);
}

}  // namespace kaflint::lsp
