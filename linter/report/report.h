// A whole run's result and its renderers. Each renderer is a pure function in a file of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/policy/engine.h"

namespace kaflint::report {

/// What the environment did wrong: ends in exit code 2.
struct RunError {
  std::string path;  // empty when it is about no file
  std::string message;
  std::uint32_t line = 0;  // 1-based; 0 when it is about no place in the file
  std::uint32_t column = 0;
};

/// `.kaflint.yaml:3:5`, or the path alone.
std::string place_of(const RunError& error);

/// What fixes did to a run's files.
struct FixCount {
  std::size_t fixed = 0;
  std::size_t found = 0;  // before
};

struct Report {
  std::string tool_version;
  std::vector<policy::FileResult> files;  // by path; only those with units or findings
  std::vector<RunError> errors;
  std::size_t files_read = 0;
  /// What was assumed, said once: `no Kafka version given, assuming 4.4.0 ...`; may be empty.
  std::string assumption;
  /// The configuration files that counted, sorted: `.kaflint.yaml, which extends base.yaml`.
  std::vector<std::string> configurations = {};
  /// What else is to be said about the run: `.kaflint-baseline.yaml holds 2 entries that ...`.
  std::vector<std::string> notes = {};
  std::vector<std::string> paths_read = {};      // whatever came of them
  std::optional<FixCount> fixes = std::nullopt;  // nothing when none were asked for
  /// Set when the findings are what an upgrade changes.
  std::optional<policy::Upgrade> upgrade = {};
};

struct Summary {
  std::size_t files = 0, units = 0, errors = 0, warnings = 0, notes = 0;
};
Summary summarise(const Report& report);

struct TextOptions {
  bool colour = false;
  bool verbose = false;
  bool quiet = false;  // findings only, no summary
};

/// Calls `work(i)` once for each i below `count`, in any order, perhaps on several threads.
using ForEach =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;
void one_by_one(std::size_t count, const std::function<void(std::size_t)>& work);

/// The same bytes whatever `for_each` does.
std::string to_text(const Report& report, const TextOptions& options,
                    const ForEach& for_each = one_by_one);
std::string to_json(const Report& report, const ForEach& for_each = one_by_one);
std::string to_sarif(const Report& report, const ForEach& for_each = one_by_one);
std::string to_html(const Report& report, const ForEach& for_each = one_by_one);
std::string to_markdown(const Report& report, const ForEach& for_each = one_by_one);
/// `effective`: the settings and effective values of every unit.
std::string effective_to_text(const Report& report, const TextOptions& options);
std::string effective_to_json(const Report& report);
/// `units`: what was found where, and why.
std::string units_to_text(const Report& report, const TextOptions& options);
std::string units_to_json(const Report& report);

}  // namespace kaflint::report
