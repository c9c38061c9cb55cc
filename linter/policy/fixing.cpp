// Whether a fix helps is not believed but tried: the file that it gives is checked like any other.
#include "linter/policy/fixing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace kaflint::policy {
namespace {

using Identity = std::tuple<std::string_view, std::string_view, std::string_view, Level>;

Identity identity(const Finding& finding) {
  return {finding.rule, finding.unit, finding.key, finding.level};
}

std::map<Identity, std::size_t> counted(const std::vector<Finding>& findings) {
  std::map<Identity, std::size_t> counts;
  for (const Finding& finding : findings) ++counts[identity(finding)];
  return counts;
}

bool same_units(const FileResult& a, const FileResult& b) {
  return std::ranges::equal(a.units, b.units, [](const UnitResult& one, const UnitResult& other) {
    return one.unit.name == other.unit.name && one.unit.role == other.unit.role;
  });
}

/// One step: of the fixes of one state of the file, finds some that improve it together.
class Step {
 public:
  Step(const FileResult& before, const CheckOptions& options, Applicability boldest)
      : before_(before), options_(options) {
    for (const Finding& finding : before.findings)
      if (const Fix* fix = usable_fix(finding, boldest)) candidates_.push_back({&finding, fix});
  }

  /// Nothing when no fix that is left is an improvement.
  std::optional<FileResult> run() {
    while (!candidates_.empty()) {
      const std::vector<Candidate> tried = compatible();
      if (const std::vector<Candidate> good = improving_part(tried); !good.empty())
        return std::move(results_.at(good));
      std::erase_if(candidates_, [&](const Candidate& candidate) {
        return std::ranges::find(tried, candidate) != tried.end();
      });
    }
    return std::nullopt;
  }

 private:
  struct Candidate {
    const Finding* finding;
    const Fix* fix;
    friend auto operator<=>(const Candidate&, const Candidate&) = default;
  };

  static std::vector<const Fix*> fixes_of(std::span<const Candidate> candidates) {
    std::vector<const Fix*> fixes;
    for (const Candidate& candidate : candidates) fixes.push_back(candidate.fix);
    return fixes;
  }

  std::vector<Candidate> compatible() const {
    std::vector<Candidate> chosen;
    for (const std::size_t place : compatible_fixes(fixes_of(candidates_)))
      chosen.push_back(candidates_[place]);
    return chosen;
  }

  bool improves(const std::vector<Candidate>& candidates) {
    std::string bytes = apply_edits(before_.source->bytes(), merged_edits(fixes_of(candidates)));
    FileResult after = check_file(
        std::make_shared<const SourceFile>(before_.source->path(), std::move(bytes)), options_);
    std::vector<const Finding*> fixed;
    for (const Candidate& candidate : candidates) fixed.push_back(candidate.finding);
    if (!is_improvement(before_, after, fixed)) return false;
    results_.insert_or_assign(candidates, std::move(after));
    return true;
  }

  /// All of them if they improve the file together, else what does so of both halves: a few bad
  /// ones among many cost little. Empty only if each of them alone is bad.
  std::vector<Candidate> improving_part(const std::vector<Candidate>& tried) {
    if (tried.empty() || improves(tried)) return tried;
    if (tried.size() == 1) return {};
    const auto middle = tried.begin() + static_cast<std::ptrdiff_t>(tried.size() / 2);
    const std::vector<Candidate> left = improving_part({tried.begin(), middle});
    const std::vector<Candidate> right = improving_part({middle, tried.end()});
    if (left.empty() || right.empty()) return left.empty() ? right : left;
    std::vector<Candidate> both = left;
    both.insert(both.end(), right.begin(), right.end());
    return improves(both) ? both : left;
  }

  const FileResult& before_;
  const CheckOptions& options_;
  std::vector<Candidate> candidates_;
  std::map<std::vector<Candidate>, FileResult> results_;
};

}  // namespace

bool is_improvement(const FileResult& before, const FileResult& after,
                    std::span<const Finding* const> fixed) {
  if (!same_units(before, after)) return false;
  std::map<Identity, std::size_t> allowed = counted(before.findings);
  for (const Finding* finding : fixed) --allowed[identity(*finding)];
  return std::ranges::all_of(counted(after.findings), [&](const auto& found) {
    const auto place = allowed.find(found.first);
    return place != allowed.end() && found.second <= place->second;
  });
}

FixedFile fix_file(std::shared_ptr<const SourceFile> source, const CheckOptions& options,
                   Applicability boldest) {
  FixedFile result{check_file(source, options), std::nullopt};
  const auto fixable = [boldest](const Finding& finding) { return usable_fix(finding, boldest); };
  if (std::ranges::none_of(result.before.findings, fixable)) return result;
  CheckOptions every = options;
  every.every_finding = true;
  FileResult state = check_file(source, every);
  while (auto next = Step(state, every, boldest).run()) state = *std::move(next);
  if (state.source->bytes() != source->bytes()) result.after = check_file(state.source, options);
  return result;
}

}  // namespace kaflint::policy
