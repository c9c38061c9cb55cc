// What the operating system says, in the style of our messages.
#pragma once

#include <cstring>
#include <string>

namespace kaflint::cli {

/// strerror's text, lower case at its start: `no such file or directory`.
inline std::string system_error(int error) {
  std::string text = std::strerror(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

}  // namespace kaflint::cli
