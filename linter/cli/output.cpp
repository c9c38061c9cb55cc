// Writing with the system's calls: every error is seen, and nothing is buffered behind our back.
#include "linter/cli/output.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "linter/cli/system_error.h"
#include "linter/source/source_file.h"

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

/// A file that is filled under another name and then takes its place; removed when it does not.
class Replacement {
 public:
  explicit Replacement(std::string path) : path_(std::move(path)), temporary_(path_ + ".XXXXXX") {
    descriptor_ = ::mkstemp(temporary_.data());
    note(descriptor_);
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (descriptor_ >= 0 && !moved_) ::unlink(temporary_.c_str());
  }

  void write(std::string_view text) {
    if (error_ == 0) error_ = write_all(descriptor_, text);
  }
  void set_mode(mode_t mode) {
    if (error_ == 0) note(::fchmod(descriptor_, mode));
  }
  void set_owner(uid_t user, gid_t group) {
    struct stat own = {};
    if (error_ == 0) note(::fstat(descriptor_, &own));
    if (error_ == 0 && (own.st_uid != user || own.st_gid != group))
      note(::fchown(descriptor_, user, group));
  }
  /// 0, or the first error of all.
  int move_into_place() {
    if (error_ == 0) note(::fsync(descriptor_));
    if (error_ == 0) note(std::rename(temporary_.c_str(), path_.c_str()));
    moved_ = error_ == 0;
    return error_;
  }

 private:
  void note(int result) {
    if (result < 0) error_ = errno;
  }

  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
  int error_ = 0;
  bool moved_ = false;
};

int replace_file(const std::string& path, std::string_view text, mode_t mode) {
  Replacement file(path);
  file.write(text);
  file.set_mode(mode);
  return file.move_into_place();
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

std::optional<std::string> replace_contents(const std::string& path, std::string_view before,
                                            std::string_view after) {
  std::error_code error;
  const std::string target = std::filesystem::canonical(path, error).string();
  if (error) return system_error(error.value());
  struct stat status = {};
  if (::stat(target.c_str(), &status) != 0) return system_error(errno);
  if (::access(target.c_str(), W_OK) != 0) return system_error(errno);
  Replacement file(target);
  file.write(after);
  // The owner first: a change of it takes away the bits that let a program run as its owner.
  file.set_owner(status.st_uid, status.st_gid);
  file.set_mode(status.st_mode & 07777);
  const auto now = read_source_file(target, std::max(before.size(), after.size()));
  if (now && now->bytes() == after) return std::nullopt;  // reached by another name already
  if (!now || now->bytes() != before) return "was changed by somebody else in the meantime";
  const int failure = file.move_into_place();
  return failure == 0 ? std::nullopt : std::optional(system_error(failure));
}

std::optional<std::string> create_file(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return system_error(errno);
  int error = write_all(descriptor, text);
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error != 0) ::unlink(path.c_str());
  return error_of(error);
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
