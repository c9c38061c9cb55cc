// What every renderer needs of one file, made once for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/policy/engine.h"
#include "linter/report/redact.h"
#include "linter/source/position.h"

namespace kaflint::report {

/// Borrows the result, which must outlive it.
class FileView {
 public:
  explicit FileView(const policy::FileResult& file)
      : file_(file), lines_(file.source->bytes()), secrets_(file) {}

  const policy::FileResult& file() const { return file_; }
  const std::string& path() const { return file_.source->path(); }
  std::string_view bytes() const { return file_.source->bytes(); }
  const LineTable& lines() const { return lines_; }
  const Secrets& secrets() const { return secrets_; }
  /// In code points.
  Position position(std::uint32_t offset) const {
    return lines_.position(offset, ColumnUnit::code_points);
  }
  /// Null for a finding of no unit.
  const policy::UnitResult* unit_of(const Finding& finding) const;

 private:
  const policy::FileResult& file_;
  LineTable lines_;
  Secrets secrets_;
};

/// Whether the finding holds on some of the unit's checked releases only, so that they have to be
/// named.
bool names_versions(const FileView& view, const Finding& finding);

}  // namespace kaflint::report
