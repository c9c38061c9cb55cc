// Findings that were there before anybody looked, so that only new ones are reported. An entry says
// rule, file, unit and key, never a line: edits around the setting do not matter.
#pragma once

#include <compare>
#include <cstddef>
#include <expected>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/suppressed.h"
#include "linter/policy/configuration.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

inline constexpr std::string_view kBaselineName = ".kaflint-baseline.yaml";

struct BaselineEntry {
  std::string path;  // relative to the folder of the baseline, with `/`
  std::string rule;
  std::string unit;
  std::string key;
  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

struct Baseline {
  std::string file;  // to open it, and as reports show it
  std::map<BaselineEntry, std::size_t> counts;

  /// How the baseline calls a file that was given as `path`.
  std::string name_of(const std::string& path) const;
};

/// Errors have a place: what is no YAML, unknown or missing keys, wrong types.
std::expected<Baseline, ConfigurationProblem> parse_baseline(const SourceFile& source);

/// The file's text: sorted, one line for each entry.
std::string baseline_text(const Baseline& baseline);

/// Moves what the baseline holds from `findings` to `suppressed`, of several alike the first ones.
void apply_baseline(const Baseline& baseline, const std::string& path,
                    std::vector<Finding>& findings, std::vector<Suppressed>& suppressed);

/// Reads each baseline once and keeps it. Safe from several threads.
class Baselines {
 public:
  Baselines() = default;
  /// This one for every file, whatever configurations say.
  explicit Baselines(std::string given, bool may_be_missing = false)
      : given_(std::move(given)), may_be_missing_(may_be_missing) {}

  /// Null when there is none.
  std::shared_ptr<const Baseline> of(const Configured& configured) const;
  /// What is wrong with those that were read so far, sorted.
  std::vector<ConfigurationProblem> problems() const;

 private:
  std::shared_ptr<const Baseline> read(const NamedFile& file) const;

  std::string given_;
  bool may_be_missing_ = false;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const Baseline>> read_;
  mutable std::vector<ConfigurationProblem> problems_;
};

}  // namespace kaflint::policy
