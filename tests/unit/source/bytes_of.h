// A whole file, for tests that compare or rewrite it.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace kaflint {

/// Empty when the file cannot be read.
inline std::string bytes_of(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace kaflint
