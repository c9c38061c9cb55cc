// The immutable bytes of one file and the name under which the user knows it.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "linter/source/span.h"

namespace kaflint {

class SourceFile {
 public:
  /// `path` as the user gave it, relative to the working directory, with `/`.
  /// `bytes` must be smaller than 4 GiB, since a Span counts in 32 bits.
  SourceFile(std::string path, std::string bytes);

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }
  /// `span` must lie within the file.
  std::string_view text(Span span) const;

 private:
  std::string path_;
  std::string bytes_;
};

struct ReadError {
  std::string path;
  std::string reason;  // `permission denied`, `is a directory`, `larger than 256 MiB` ...
};

/// Reads a regular file whole. Errors: it cannot be opened or read, it is no regular file, it has
/// more than `limit` bytes.
std::expected<SourceFile, ReadError> read_source_file(const std::string& path, std::size_t limit);

}  // namespace kaflint
