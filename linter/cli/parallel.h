// A fixed pool over numbered pieces of work.
#pragma once

#include <cstddef>
#include <functional>

namespace kaflint::cli {

/// Calls `work(i)` once for each i below `count` on at most `jobs` threads (0: one for each
/// processor). With `progress`, and when stderr is a terminal, a run longer than a second says how
/// far it is, and wipes that in the end.
void parallel_for(std::size_t count, unsigned jobs, bool progress,
                  const std::function<void(std::size_t)>& work);

}  // namespace kaflint::cli
