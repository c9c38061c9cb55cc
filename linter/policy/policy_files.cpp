#include "linter/policy/policy_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace kaflint::policy {
namespace {

namespace fs = std::filesystem;

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

class Walk {
 public:
  using Report = std::function<void(const std::string& path, std::string why)>;

  Walk(const std::string& folder, const Report& report) : top_(folder), report_(report) {}

  std::vector<std::string> run() {
    std::error_code error;
    real_ = fs::canonical(top_, error);
    enter(top_, 0);
    std::ranges::sort(files_);
    return std::move(files_);
  }

 private:
  void enter(const fs::path& folder, int depth) {
    if (depth > kDeepestFolder)
      return report_(folder.string(),
                     fmt::format("lies more than {} folders deep", kDeepestFolder));
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator() && !full_; at.increment(error))
      look(*at, depth);
    if (error) report_(folder.string(), lower_first(error.message()));
  }

  void look(const fs::directory_entry& entry, int depth) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') || name == "README.md") return;
    std::error_code error;
    const bool link = entry.is_symlink(error);
    if (!link && entry.is_directory(error)) return enter(entry.path(), depth + 1);
    if (!name.ends_with(".md") || (!entry.is_regular_file(error) && !link)) return;
    if (link && !leads_inside(entry.path()))
      return report_(entry.path().string(), "is a link to no file of this folder");
    if (files_.size() == kMostPolicies) {
      full_ = true;
      return report_(top_.string(), fmt::format("holds more than {} policies", kMostPolicies));
    }
    files_.push_back(entry.path().string());
  }

  bool leads_inside(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error || !fs::is_regular_file(target, error)) return false;
    return std::ranges::mismatch(real_, target).in1 == real_.end();
  }

  fs::path top_;
  fs::path real_;
  const Report& report_;
  std::vector<std::string> files_;
  bool full_ = false;
};

}  // namespace

std::vector<std::string> policy_files(const std::string& folder, const Walk::Report& report) {
  return Walk(folder, report).run();
}

}  // namespace kaflint::policy
