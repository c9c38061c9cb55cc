// The language server without its pipes: messages in, messages out.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lsp/diagnostics.h"
#include "linter/lsp/documents.h"
#include "linter/lsp/json_rpc.h"
#include "linter/policy/engine.h"

namespace kaflint::lsp {

/// policy::check_file, or a test's own.
using Check = std::function<policy::FileResult(std::shared_ptr<const SourceFile>,
                                               const policy::CheckOptions&)>;

struct ServerOptions {
  std::string tool_version;
  policy::CheckOptions check;  // initializationOptions override it
};

class Server {
 public:
  Server(ServerOptions options, Check check);

  /// Bodies to send in answer to one body. Diagnostics are not among them: they come from publish,
  /// so that of many edits in a row only the last one is checked.
  std::vector<std::string> handle(std::string_view body);
  /// Diagnostics of every document that has changed since the last call.
  std::vector<std::string> publish();

  bool exited() const { return state_ == State::exited; }
  /// 0 when `shutdown` came before `exit`.
  int exit_code() const { return clean_exit_ ? 0 : 1; }

 private:
  enum class State { fresh, running, shut_down, exited };
  using Answers = std::vector<std::string>;

  Answers request(const Json& id, const std::string& method, const Json& params);
  void notify(const std::string& method, const Json& params);
  Answers initialize(const Json& id, const Json& params);
  void read_options(const Json& options, Answers& answers);
  void open(const Json& params);
  void change(const Json& params);
  void close(const Json& params);
  void tell_problems(Answers& answers);

  ServerOptions options_;
  Check check_;
  State state_ = State::fresh;
  bool clean_exit_ = false;
  ClientSupport support_;
  Documents documents_;
  std::set<std::string> changed_;
  std::vector<policy::ConfigurationProblem> told_;
};

}  // namespace kaflint::lsp
