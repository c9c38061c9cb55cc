// The base protocol of LSP: `Content-Length: N`, a blank line, N bytes of JSON.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace kaflint::lsp {

/// A header block without a usable Content-Length, or a message beyond the limit. What belongs to
/// it has been dropped; the next message can be read.
struct FramingError {
  std::string reason;
};

/// Cuts a stream into message bodies, however it arrives.
class MessageSplitter {
 public:
  explicit MessageSplitter(std::size_t body_limit = std::size_t{256} << 20)
      : body_limit_(body_limit) {}
  void append(std::string_view bytes);
  /// The next body or error; nothing until more bytes arrive.
  std::optional<std::expected<std::string, FramingError>> next();

 private:
  std::optional<std::expected<std::string, FramingError>> next_header();
  void drop(std::size_t count);

  std::size_t body_limit_;
  std::string buffer_;
  std::size_t begin_ = 0;                 // of what was not taken yet
  std::optional<std::size_t> body_size_;  // the header has been read
  std::size_t to_skip_ = 0;               // bytes of a message beyond the limit
};

/// The message with its header.
std::string frame(std::string_view body);

}  // namespace kaflint::lsp
