#include "linter/policy/front_matter_keys.h"

#include <algorithm>
#include <iterator>

namespace kaflint::policy {
namespace {

using enum FrontMatterForm;

constexpr FrontMatterKey kKeys[] = {
    {"summary", text, Use::required, Use::required,
     "What is wrong, in one line, for lists of rules: lower case, no final period."},
    {"consequence", consequences, Use::required, Use::optional,
     "refuses-to-start, silently-changed, ignored or risk; `risk` where a policy says nothing."},
    {"level", level, Use::optional, Use::optional,
     "error, warning or note; what the consequence usually has where it says nothing."},
    {"role", roles, Use::optional, Use::required,
     "Which configurations it is about, with commas, as --role takes them: `producer, consumer`."},
    {"kafka", text, Use::optional, Use::optional,
     "The releases for which it holds: `3.0.1..3.0.2, 3.1.1..`; all of them where it says "
     "nothing."},
    {"profiles", text, Use::optional, Use::none, "The profiles that it is in, with commas."},
    {"paths", patterns, Use::none, Use::optional,
     "Only files that match, as patterns in .gitignore's syntax, relative to the folder of the "
     ".kaflint.yaml that names the policy, or to the working directory for one of the command "
     "line."},
    {"labels", labels, Use::none, Use::optional,
     "Only Kubernetes resources with all of these labels."},
    {"topic", text, Use::none, Use::optional,
     "Only topics whose name matches this pattern, such as `audit-*`."},
    {"key", text, Use::optional, Use::optional,
     "The key that a finding is about and points at, instead of the first one in the constraints."},
    {"when", text, Use::optional, Use::optional,
     "A constraint: only where it is true is anything demanded."},
    {"require", text, Use::optional, Use::required,
     "A constraint: where it is definitely false, there is a finding."},
    {"fix", fix, Use::optional, Use::optional,
     "KEY=VALUE: what the written value is replaced with, where that is asked for."},
    {"message", text, Use::required, Use::required,
     "What a finding says, in one line: lower case, no final period. {value} is the value of its "
     "key, {other.key} that of another one in the constraints, {kafka} the releases, {role} the "
     "role."},
    {"references", references, Use::required, Use::optional, "Where the demand comes from."},
};

}  // namespace

std::span<const FrontMatterKey> front_matter_keys() { return kKeys; }

std::vector<FrontMatterKey> front_matter_keys(RuleKind kind) {
  std::vector<FrontMatterKey> keys;
  std::ranges::copy_if(kKeys, std::back_inserter(keys),
                       [kind](const FrontMatterKey& key) { return key.use(kind) != Use::none; });
  return keys;
}

}  // namespace kaflint::policy
