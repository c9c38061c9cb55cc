// Applying fixes to a file's bytes: which of them go together, and what comes out.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/finding.h"

namespace kaflint {

/// The finding's first fix that is no bolder than `boldest`; null if there is none.
const Fix* usable_fix(const Finding& finding, Applicability boldest);

/// The fixes that can be applied at once, in the order of `fixes`: each that touches no earlier
/// one. An edit that an earlier fix makes as well is no obstacle. Gives their places.
std::vector<std::size_t> compatible_fixes(std::span<const Fix* const> fixes);

/// The edits of fixes that are compatible, sorted; those that several of them share once.
std::vector<Edit> merged_edits(std::span<const Fix* const> fixes);

/// `edits` must be sorted, disjoint and within `bytes`. Of edits at one place, the earlier one's
/// text comes first.
std::string apply_edits(std::string_view bytes, std::span<const Edit> edits);

}  // namespace kaflint
