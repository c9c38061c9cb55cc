// Looking up what a finding belongs to.
#include "linter/report/file_view.h"

#include <algorithm>

namespace kaflint::report {

const policy::UnitResult* FileView::unit_of(const Finding& finding) const {
  if (!finding.role) return nullptr;
  const auto found = std::ranges::find_if(file_.units, [&](const policy::UnitResult& result) {
    return result.unit.name == finding.unit && result.unit.role == *finding.role;
  });
  return found == file_.units.end() ? nullptr : &*found;
}

bool names_versions(const FileView& view, const Finding& finding) {
  if (finding.versions.empty()) return false;
  const policy::UnitResult* result = view.unit_of(finding);
  if (result == nullptr || result->verdicts.empty())
    return finding.versions.size() != kafka::known_releases().size();
  return !std::ranges::all_of(result->verdicts, [&](const kafka::Verdict& verdict) {
    return finding.versions.contains(verdict.version);
  });
}

}  // namespace kaflint::report
