// A whole file, for tests that compare or rewrite it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace kaflint {

/// Empty when the file cannot be read.
inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace kaflint
