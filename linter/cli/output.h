// Where a report goes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "linter/cli/options.h"

namespace kaflint::cli {

/// Writes everything to stdout. A reader that went away is no error; anything else is, in words.
std::optional<std::string> write_stdout(std::string_view text);
void write_stderr(std::string_view text);

/// Writes a temporary file beside `path` and renames it, so that `path` is never half-written; what
/// is no regular file (a pipe, /dev/stdout) is written to directly. Gives what went wrong.
std::optional<std::string> write_file(const std::string& path, std::string_view text);

/// Writes a file that must not exist yet.
std::optional<std::string> create_file(const std::string& path, std::string_view text);

/// Gives a regular file, found through links, other bytes at once; its mode and owner stay. It is
/// left alone and an error given when it may not be written, or no longer holds `before`.
std::optional<std::string> replace_contents(const std::string& path, std::string_view before,
                                            std::string_view after);

/// Whether `a` and `b` are one file on the disk.
bool same_file(const std::string& a, const std::string& b);

/// The columns of the terminal that stdout is; 100 when it is none, so that files are the same
/// everywhere.
std::size_t output_width();

/// --color, then NO_COLOR, TERM=dumb, and whether stdout is a terminal.
bool use_colour(const Options& options);

}  // namespace kaflint::cli
