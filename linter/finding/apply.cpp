#include "linter/finding/apply.h"

#include <algorithm>
#include <set>

#include "linter/base/check.h"

namespace kaflint {
namespace {

/// Edits side by side go together, but what is inserted at the edge of another edit would depend on
/// which of the two comes first.
bool touches(const Edit& a, const Edit& b) {
  if (a.span.empty() || b.span.empty())
    return a.span.begin <= b.span.end && b.span.begin <= a.span.end;
  return a.span.overlaps(b.span);
}

bool is_compatible(const Fix& fix, const std::set<Edit>& taken) {
  return std::ranges::all_of(fix.edits, [&](const Edit& edit) {
    if (taken.contains(edit)) return true;
    // Taken edits are disjoint, so only the neighbours can touch.
    const auto next = taken.lower_bound(edit);
    if (next != taken.end() && touches(edit, *next)) return false;
    return next == taken.begin() || !touches(edit, *std::prev(next));
  });
}

}  // namespace

const Fix* usable_fix(const Finding& finding, Applicability boldest) {
  const auto found = std::ranges::find_if(
      finding.fixes, [boldest](const Fix& fix) { return fix.applicability <= boldest; });
  return found == finding.fixes.end() ? nullptr : &*found;
}

std::vector<std::size_t> compatible_fixes(std::span<const Fix* const> fixes) {
  std::set<Edit> taken;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < fixes.size(); ++i) {
    if (!is_compatible(*fixes[i], taken)) continue;
    taken.insert(fixes[i]->edits.begin(), fixes[i]->edits.end());
    places.push_back(i);
  }
  return places;
}

std::vector<Edit> merged_edits(std::span<const Fix* const> fixes) {
  std::set<Edit> taken;
  std::vector<Edit> edits;
  for (const Fix* fix : fixes) {
    for (const Edit& edit : fix->edits)
      if (!taken.contains(edit)) edits.push_back(edit);
    taken.insert(fix->edits.begin(), fix->edits.end());
  }
  std::ranges::stable_sort(edits, {}, &Edit::span);
  return edits;
}

std::string apply_edits(std::string_view bytes, std::span<const Edit> edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    KAFLINT_CHECK(at <= edit.span.begin && edit.span.end <= bytes.size(),
                  "edits are sorted, disjoint and within the file");
    result += bytes.substr(at, edit.span.begin - at);
    result += edit.text;
    at = edit.span.end;
  }
  result += bytes.substr(at);
  return result;
}

}  // namespace kaflint
