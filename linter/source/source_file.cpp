#include "linter/source/source_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include "linter/base/check.h"

namespace kaflint {
namespace {

/// Closes on every way out.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

std::string system_error() { return lower_first(std::strerror(errno)); }

std::string not_regular(mode_t mode) {
  if (S_ISDIR(mode)) return "is a directory";
  if (S_ISFIFO(mode)) return "is a pipe, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)) {
  KAFLINT_CHECK(bytes_.size() < std::numeric_limits<std::uint32_t>::max(),
                "a source file must be smaller than 4 GiB");
}

std::string_view SourceFile::text(Span span) const {
  return std::string_view(bytes_).substr(span.begin, span.size());
}

std::expected<SourceFile, ReadError> read_source_file(const std::string& path, std::size_t limit) {
  // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return std::unexpected(ReadError{path, system_error()});
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return std::unexpected(ReadError{path, system_error()});
  if (!S_ISREG(status.st_mode))
    return std::unexpected(ReadError{path, not_regular(status.st_mode)});
  const auto too_large = [&] {
    return std::unexpected(ReadError{path, fmt::format("is larger than {} MiB", limit >> 20)});
  };
  if (std::cmp_greater(status.st_size, limit)) return too_large();
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t count = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(ReadError{path, system_error()});
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > limit) return too_large();
  }
  bytes.resize(size);
  return SourceFile(path, std::move(bytes));
}

}  // namespace kaflint
