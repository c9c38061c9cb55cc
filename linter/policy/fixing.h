// From a file's findings to a better file.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "linter/finding/apply.h"
#include "linter/policy/engine.h"

namespace kaflint::policy {

/// What came of the fixes of one file.
struct FixedFile {
  FileResult before;
  std::optional<FileResult> after;  // nothing when nothing was fixed
};

/// Whether `after`, which applying the fixes of `fixed` to the file of `before` gave, is what fixes
/// promise: it has lost these findings and gained none, and still holds the same units. Both
/// results must hold every finding.
bool is_improvement(const FileResult& before, const FileResult& after,
                    std::span<const Finding* const> fixed);

/// Applies the findings' fixes up to `boldest` as long as there are any whose result is an
/// improvement; a fix that would bring another problem to light (the value of a key that nothing
/// has read so far) is left to a person. Pure, ends since each step leaves fewer findings, and a
/// fixed file has nothing more to fix.
FixedFile fix_file(std::shared_ptr<const SourceFile> source, const CheckOptions& options,
                   Applicability boldest);

}  // namespace kaflint::policy
