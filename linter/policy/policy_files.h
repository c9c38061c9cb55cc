// Which files a folder of policies holds.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace kaflint::policy {

/// Whatever a folder holds, reading it ends.
inline constexpr std::size_t kMostPolicies = 2000;
inline constexpr int kDeepestFolder = 16;

/// The `.md` files in `folder` and below, but README.md and what is hidden, in the order of their
/// paths. Folders that are links are not entered; a file that is a link counts where it leads into
/// `folder`. What cannot be read, and what is beyond these limits, is reported as (path, why).
std::vector<std::string> policy_files(
    const std::string& folder,
    const std::function<void(const std::string& path, std::string why)>& report);

}  // namespace kaflint::policy
