// Writing with the system's calls: every error is seen, and nothing is buffered behind our back.
#include "linter/cli/output.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "linter/cli/system_error.h"

namespace kaflint::cli {
namespace {

/// 0 or the error.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

std::optional<std::string> error_of(int error) {
  if (error == 0 || error == EPIPE) return std::nullopt;
  return system_error(error);
}

std::optional<std::string> write_directly(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(errno);
  const int error = write_all(descriptor, text);
  ::close(descriptor);
  return error_of(error);
}

/// What a file made by open() would get.
mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

/// Fills a new file beside `path` and moves it there; removes it when that fails.
int replace_file(const std::string& path, std::string_view text, mode_t mode) {
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return errno;
  int error = write_all(descriptor, text);
  if (error == 0 && ::fchmod(descriptor, mode) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

bool set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::optional<std::string> write_stdout(std::string_view text) {
  return error_of(write_all(STDOUT_FILENO, text));
}

void write_stderr(std::string_view text) { (void)write_all(STDERR_FILENO, text); }

std::optional<std::string> write_file(const std::string& path, std::string_view text) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return error_of(replace_file(path, text, default_mode()));
  if (S_ISDIR(status.st_mode)) return "is a directory";
  if (!S_ISREG(status.st_mode)) return write_directly(path, text);
  // Behind a link the target is replaced, not the link.
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  if (error) return system_error(error.value());
  return error_of(replace_file(target.string(), text, status.st_mode & 07777));
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat one = {};
  struct stat two = {};
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &two) == 0 && one.st_dev == two.st_dev &&
         one.st_ino == two.st_ino;
}

std::size_t output_width() {
  constexpr std::size_t kNoTerminal = 100;
  winsize size = {};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kNoTerminal;
}

bool use_colour(const Options& options) {
  if (options.colour != Colour::automatic) return options.colour == Colour::always;
  if (!options.output.empty() || set("NO_COLOR")) return false;
  const char* terminal = std::getenv("TERM");
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace kaflint::cli
