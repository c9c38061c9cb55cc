#include "linter/policy/suppress.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <utility>

#include "linter/base/suggest.h"
#include "linter/policy/configured_findings.h"
#include "linter/policy/directive.h"
#include "linter/policy/finding_builder.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {
namespace {

/// A name in a directive and whether any finding was met by it.
struct Use {
  const Directive* directive;
  const Directive::Name* name;
  bool known = true;
  bool used = false;
};

/// Where no policy is loaded, nothing is known about the names of any.
bool is_known(std::string_view name, std::span<const Rule* const> policies) {
  if (policies.empty() && name.starts_with(kPolicyFolder)) return true;
  const auto fits = [name](std::string_view id) { return names_rule(name, id); };
  return std::ranges::any_of(rules(), fits, &Rule::id) ||
         std::ranges::any_of(policies, fits, &Rule::id);
}

class Suppressing {
 public:
  Suppressing(FileResult& result, const RuleChoice& rules)
      : result_(result),
        rules_(rules),
        directives_(comment_directives(*result.source, result.units)) {
    std::ranges::move(annotation_directives(*result.source), std::back_inserter(directives_));
    for (const Directive& directive : directives_)
      for (const Directive::Name& name : directive.names)
        uses_.push_back({&directive, &name, is_known(name.text, rules.policies().rules())});
  }

  bool empty() const { return directives_.empty(); }

  void move_suppressed(std::vector<Finding>& findings) {
    std::erase_if(findings, [this](Finding& finding) {
      const Directive* by = nullptr;
      for (Use& use : uses_) {
        if (!names_rule(use.name->text, finding.rule)) continue;
        if (!use.directive->is_about(place_of(finding))) continue;
        use.used = true;
        if (by == nullptr) by = use.directive;
      }
      if (by == nullptr) return false;
      result_.suppressed.push_back({std::move(finding), SuppressionKind::in_source, by->reason});
      return true;
    });
  }

  /// What is wrong with the directives themselves.
  std::vector<Finding> complaints(bool require_reason) const {
    FindingBuilder builder;
    for (const Directive& directive : directives_) {
      if (!directive.problem.empty()) {
        builder.add(complaint("kaflint/invalid-suppression", directive.span,
                              {{"detail", directive.problem}}));
        continue;
      }
      add_unknown(directive, builder);
      add_unused(directive, builder);
      if (require_reason && directive.reason.empty())
        builder.add(complaint("kaflint/suppression-without-reason", directive.span, {}));
    }
    return builder.take(rules_);
  }

 private:
  std::uint32_t place_of(const Finding& finding) const {
    if (finding.span) return finding.span->begin;
    for (const UnitResult& result : result_.units)
      if (result.unit.name == finding.unit && result.unit.role == finding.role)
        return result.unit.span.begin;
    return 0;
  }

  static Diagnostic complaint(RuleId rule, Span span, kafka::Arguments arguments) {
    return {.rule = rule,
            .span = span,
            .key = {},
            .arguments = std::move(arguments),
            .related = {},
            .fixes = {}};
  }

  auto uses_of(const Directive& directive) const {
    return std::ranges::equal_range(uses_, &directive, {}, &Use::directive);
  }

  void add_unknown(const Directive& directive, FindingBuilder& builder) const {
    for (const Use& use : uses_of(directive)) {
      if (use.known) continue;
      const std::string& name = use.name->text;
      const bool pattern = name.find('*') != std::string::npos;
      std::string detail = pattern ? fmt::format("no rule fits the pattern `{}`", name)
                                   : fmt::format("there is no rule `{}`", name);
      if (const std::string near = did_you_mean(rules_.similar(name)); !pattern && !near.empty())
        detail += fmt::format(" ({})", near.substr(near.find('d')));
      builder.add(complaint("kaflint/invalid-suppression", use.name->span, {{"detail", detail}}));
    }
  }

  /// A rule that is off finds nothing that could be suppressed.
  bool may_find(const Directive::Name& name) const {
    const Rule* rule = rules_.find(name.text);
    if (rule != nullptr && !rules_.is_on(*rule)) return false;
    // A policy that is not loaded, too.
    if (name.text.starts_with(kPolicyFolder) && rules_.policies().rules().empty()) return false;
    const Configured& configured = result_.configured;
    if (!configured.configuration) return true;
    const auto setting = configured.configuration->setting_of(configured.path, name.text);
    return !setting || !setting->off;
  }

  /// One finding for a directive that is of no use at all, else one for each useless name.
  void add_unused(const Directive& directive, FindingBuilder& builder) const {
    std::vector<const Directive::Name*> unused;
    for (const Use& use : uses_of(directive))
      if (use.known && !use.used && may_find(*use.name)) unused.push_back(use.name);
    if (unused.empty()) return;
    if (unused.size() == directive.names.size()) {
      std::string names;
      for (const Directive::Name* name : unused)
        names += fmt::format("{}`{}`", names.empty() ? "" : ", ", name->text);
      builder.add(unused_at(directive.span, names, directive.removable));
      return;
    }
    for (const Directive::Name* name : unused)
      builder.add(unused_at(name->span, fmt::format("`{}`", name->text), name->removable));
  }

  static Diagnostic unused_at(Span span, const std::string& names, Span removable) {
    Diagnostic found = complaint("kaflint/unused-suppression", span, {{"names", names}});
    if (!removable.empty())
      found.fixes.push_back(
          {.title = "remove it", .applicability = Applicability::safe, .edits = {{removable, ""}}});
    return found;
  }

  FileResult& result_;
  const RuleChoice& rules_;
  std::vector<Directive> directives_;
  std::vector<Use> uses_;
};

}  // namespace

void suppress(FileResult& result, const SuppressOptions& options) {
  Suppressing suppressing(result, options.rules);
  if (suppressing.empty()) return;
  suppressing.move_suppressed(result.findings);
  if (!options.complain) return;
  std::vector<Finding> complaints = suppressing.complaints(options.require_reason);
  set_fingerprints(result.source->path(), complaints);
  apply_configuration(result.configured, complaints, result.suppressed);
  suppressing.move_suppressed(complaints);
  std::ranges::move(complaints, std::back_inserter(result.findings));
  std::ranges::sort(result.findings, finding_before);
}

}  // namespace kaflint::policy
