// The systems of configurations: files that are judged together.
#pragma once

#include <span>

#include "linter/policy/engine.h"

namespace kaflint::policy {

/// Adds to `files`, which must have been read with `systems_apart`, what those of one system mean
/// to each other and to those of `context`, and settles what is reported. Which of them are which
/// makes no difference to what is found in a file.
void check_configured_systems(std::span<FileResult> files, std::span<const FileResult> context,
                              const CheckOptions& options);

}  // namespace kaflint::policy
