// Words, strings and marks of Gradle's build scripts, Groovy and Kotlin alike.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kaflint::project {

struct GradleToken {
  enum class Kind : std::uint8_t {
    word,  // names and numbers
    text,  // what stands between quotes
    mark,  // any other character
  };
  Kind kind;
  std::string_view text;      // escapes as they stand
  std::uint32_t line;         // from 1
  bool interpolated = false;  // in double quotes, so that $name and ${...} count

  bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
  bool is_mark(char mark) const { return kind == Kind::mark && text.front() == mark; }
};

/// Comments left away; never fails. The tokens are views into `bytes`; at most so many are read.
std::vector<GradleToken> gradle_tokens(std::string_view bytes, std::size_t limit = 500'000);

}  // namespace kaflint::project
