// The variables of a compose project: `.env` beside the compose file, and files that `env_file`
// names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/dialect/container.h"
#include "linter/dialect/dotenv.h"

namespace kaflint::dialect {

class ComposeProject {
 public:
  /// `file` must outlive this.
  explicit ComposeProject(const ParsedFile& file);

  /// With the variables of `.env` and the text's own defaults.
  Interpolated interpolate(std::string_view text) const;

  /// Where a variable of the text got its value from: `.env line 3`. Empty when none did.
  std::vector<std::string> sources(std::string_view text) const;

  /// Appends the variables of a file that `env_file` names; `entry` is the place of that name.
  /// False when the file cannot be read.
  bool add_file(std::string_view path, Span entry, Environment& environment) const;

 private:
  struct Known {
    std::string value;
    std::uint32_t line;
  };

  const ParsedFile& file_;
  std::unordered_map<std::string, Known> variables_;
};

}  // namespace kaflint::dialect
