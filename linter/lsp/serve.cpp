// Reads what has arrived, answers all of it, then checks what has changed.
#include "linter/lsp/serve.h"

#include <unistd.h>

#include <array>
#include <cerrno>

#include "linter/lsp/framing.h"

namespace kaflint::lsp {
namespace {

bool write_all(int output, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(output, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool send(int output, const std::vector<std::string>& bodies) {
  for (const std::string& body : bodies)
    if (!write_all(output, frame(body))) return false;
  return true;
}

/// Everything that is complete in the buffer.
bool answer(MessageSplitter& splitter, Server& server, int output) {
  while (!server.exited()) {
    const auto message = splitter.next();
    if (!message) break;
    if (!*message) {
      const RpcError error{nullptr, ErrorCode::parse_error, message->error().reason};
      if (!send(output, {error_response(error)})) return false;
      continue;
    }
    if (!send(output, server.handle(**message))) return false;
  }
  return server.exited() || send(output, server.publish());
}

}  // namespace

int serve(int input, int output, ServerOptions options) {
  Server server(std::move(options), policy::check_file);
  MessageSplitter splitter;
  std::array<char, 65536> buffer;
  while (!server.exited()) {
    const ssize_t count = ::read(input, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    splitter.append({buffer.data(), static_cast<std::size_t>(count)});
    if (!answer(splitter, server, output)) break;
  }
  return server.exit_code();
}

}  // namespace kaflint::lsp
