// The splitter drops as little as it can: after nonsense it starts again behind the next blank
// line.
#include "linter/lsp/framing.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "linter/base/text.h"

namespace kaflint::lsp {
namespace {

constexpr std::size_t kHeaderLimit = 16384;
constexpr std::string_view kBlankLine = "\r\n\r\n";

std::optional<std::size_t> parse_length(std::string_view text) {
  text = trim_java(text);
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return length;
}

/// Content-Length among the header's lines; other fields are of no interest.
std::optional<std::size_t> content_length(std::string_view header) {
  std::optional<std::size_t> length;
  for (const std::string_view line : split(header, '\n')) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (!equals_ignoring_ascii_case(trim_java(line.substr(0, colon)), "content-length")) continue;
    length = parse_length(line.substr(colon + 1));
    if (!length) return std::nullopt;
  }
  return length;
}

}  // namespace

void MessageSplitter::append(std::string_view bytes) {
  const std::size_t skipped = std::min(to_skip_, bytes.size());
  to_skip_ -= skipped;
  buffer_ += bytes.substr(skipped);
}

void MessageSplitter::drop(std::size_t count) {
  begin_ += count;
  // Moving the rest to the front only when half is used up keeps the cost linear.
  if (begin_ * 2 < buffer_.size()) return;
  buffer_.erase(0, begin_);
  begin_ = 0;
}

std::optional<std::expected<std::string, FramingError>> MessageSplitter::next_header() {
  const std::string_view rest = std::string_view(buffer_).substr(begin_);
  const std::size_t end = rest.find(kBlankLine);
  if (end == std::string_view::npos) {
    if (rest.size() <= kHeaderLimit) return std::nullopt;
    drop(rest.size() - (kBlankLine.size() - 1));
    return std::unexpected(FramingError{"a message header does not end"});
  }
  const std::optional<std::size_t> length = content_length(rest.substr(0, end));
  drop(end + kBlankLine.size());
  if (!length) return std::unexpected(FramingError{"a message header has no valid Content-Length"});
  if (*length <= body_limit_) {
    body_size_ = length;
    return std::nullopt;
  }
  const std::size_t here = std::min(*length, buffer_.size() - begin_);
  to_skip_ = *length - here;
  drop(here);
  return std::unexpected(FramingError{fmt::format("a message of {} bytes is too large", *length)});
}

std::optional<std::expected<std::string, FramingError>> MessageSplitter::next() {
  if (!body_size_) {
    if (auto error = next_header()) return error;
    if (!body_size_) return std::nullopt;
  }
  if (buffer_.size() - begin_ < *body_size_) return std::nullopt;
  std::string body = buffer_.substr(begin_, *body_size_);
  drop(*body_size_);
  body_size_.reset();
  return body;
}

std::string frame(std::string_view body) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body);
}

}  // namespace kaflint::lsp
