// What a policy is about, beside the role and the version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/dialect/unit.h"
#include "linter/policy/path_patterns.h"
#include "linter/policy/resource_labels.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

/// What a policy's paths are relative to: the working directory for one of the command line, the
/// folder of the `.kaflint.yaml` that holds for the checked file for one that it names.
enum class PathBase : std::uint8_t { working_directory, configuration };

/// The file that is checked.
struct SelectedFrom {
  const SourceFile& source;
  std::string_view configured_path;  // relative to the folder of its configuration
  ResourceLabels labels = ResourceLabels(source);
};

struct Selector {
  PathPatterns paths;  // of the checked file; empty: every file
  PathBase base = PathBase::working_directory;
  Labels labels;      // of the Kubernetes resource; each has to be there
  std::string topic;  // a glob for the topic's name; empty: any

  /// What cannot be known, such as the name of a topic that is a placeholder, is not selected.
  bool selects(const SelectedFrom& file, const dialect::Unit& unit) const;
};

}  // namespace kaflint::policy
