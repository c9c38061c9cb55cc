// ANSI colours, or nothing at all.
#pragma once

#include <string>
#include <string_view>

#include "linter/finding/finding.h"

namespace kaflint::report {

class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}

  bool is_on() const { return colour_; }
  std::string bold(std::string_view text) const { return with("1", text); }
  std::string dim(std::string_view text) const { return with("2", text); }
  std::string gutter(std::string_view text) const { return with("1;34", text); }
  std::string help(std::string_view text) const { return with("1;32", text); }
  std::string removed(std::string_view text) const { return with("31", text); }
  std::string added(std::string_view text) const { return with("32", text); }
  std::string changed(std::string_view text) const { return with("1;33", text); }
  std::string level(Level level, std::string_view text) const {
    constexpr std::string_view kCodes[] = {"1;36", "1;33", "1;31"};
    return with(kCodes[static_cast<std::size_t>(level)], text);
  }

 private:
  std::string with(std::string_view code, std::string_view text) const {
    if (!colour_ || text.empty()) return std::string(text);
    std::string result = "\x1b[";
    result.append(code).append("m").append(text).append("\x1b[0m");
    return result;
  }

  bool colour_;
};

}  // namespace kaflint::report
