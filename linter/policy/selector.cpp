#include "linter/policy/selector.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "linter/base/glob.h"

namespace kaflint::policy {
namespace {

namespace fs = std::filesystem;

/// Of a path as the user gave it; itself where it leads out of the working directory.
std::string below_working_directory(const std::string& path) {
  fs::path at = fs::path(path).lexically_normal();
  std::error_code unknown;
  if (at.is_absolute())
    if (const fs::path working = fs::current_path(unknown); !unknown)
      if (const fs::path below = at.lexically_relative(working);
          !below.empty() && *below.begin() != "..")
        at = below;
  return at.generic_string();
}

}  // namespace

bool Selector::selects(const SelectedFrom& file, const dialect::Unit& unit) const {
  const bool configured = base == PathBase::configuration;
  if (!paths.empty() && !paths.match(configured ? std::string(file.configured_path)
                                                : below_working_directory(file.source.path())))
    return false;
  if (!topic.empty() &&
      (!unit.topic || unit.topic->name.empty() || !glob_match(topic, unit.topic->name)))
    return false;
  if (labels.empty()) return true;
  const Labels& found = file.labels.at(unit.span.begin);
  return std::ranges::all_of(labels, [&](const auto& label) {
    const auto there = found.find(label.first);
    return there != found.end() && there->second == label.second;
  });
}

}  // namespace kaflint::policy
