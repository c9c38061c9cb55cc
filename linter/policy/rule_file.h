// A rule file taken apart: front matter, page, examples. Knows Markdown's fences and headings, not
// what the front matter means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/source/span.h"

namespace kaflint::policy {

/// A mistake in a rule file: offsets are bytes of the file.
struct RuleFileProblem {
  std::uint32_t offset = 0;
  std::string text;
};

/// A fenced block below the heading `## Bad` or `## Good`. Its info string is
/// `LANGUAGE FILE-NAME [kafka=VERSIONS] [from=VERSION] [role=ROLE] [boot=RELEASE]
/// [require-reason] [invalid-utf8]`.
struct Example {
  bool bad = false;
  std::string language;
  std::string file_name;
  std::string kafka;  // empty when not given
  std::string from;   // what is upgraded from, to the newest of `kafka`; empty for no upgrade
  std::string role;   // empty when not given
  std::string boot;   // Spring Boot's release in the project's pom.xml; empty when there is none
  /// Every U+FFFD of the block stands for a byte that is no UTF-8.
  bool invalid_utf8 = false;
  /// Checked as a configuration with `require-reason` would have it.
  bool require_reason = false;
  Span info;     // the info string
  Span content;  // the lines between the fences, last line end included
};

/// Views and spans are of the text that was read.
struct RuleFile {
  std::string_view front_matter;
  std::uint32_t front_matter_begin = 0;
  /// Everything behind the front matter, examples included, without blank lines at its ends.
  std::string_view page;
  std::vector<Example> examples;
};

/// Never fails: what is wrong is appended to `problems`.
RuleFile read_rule_file(std::string_view text, std::vector<RuleFileProblem>& problems);

}  // namespace kaflint::policy
