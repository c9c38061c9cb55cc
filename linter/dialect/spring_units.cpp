// See spring_units.h.
#include "linter/dialect/spring_units.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "linter/dialect/common.h"
#include "linter/dialect/framework_values.h"
#include "linter/dialect/spring_cloud_stream.h"
#include "linter/dialect/spring_findings.h"
#include "linter/dialect/spring_placeholders.h"
#include "linter/dialect/spring_role.h"
#include "linter/dialect/spring_sections.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

bool mentions(const SpringDocument& document, Role role) {
  return std::ranges::any_of(document.entries,
                             [role](const SpringEntry& entry) { return is_of_role(entry, role); });
}

bool has_common(const SpringDocument& document) {
  return std::ranges::any_of(document.entries, is_common);
}

/// A key of spring.kafka.properties that only this client knows.
bool has_common_key_of(const SpringDocument& document, Role role) {
  return std::ranges::any_of(document.entries, [role](const SpringEntry& entry) {
    if (!is_common(entry) || entry.elements.size() < 2) return false;
    const std::string key = join_elements(std::span(entry.elements).subspan(1));
    const Role other = role == Role::producer ? Role::consumer : Role::producer;
    return !kafka::catalog(role).history(key).empty() && kafka::catalog(other).history(key).empty();
  });
}

template <typename Test>
std::vector<Role> roles_with(std::span<const Role> roles, std::span<const ActiveDocument> documents,
                             Test test) {
  std::vector<Role> found;
  for (Role role : roles)
    if (std::ranges::any_of(documents,
                            [&](const ActiveDocument& active) { return test(active, role); }))
      found.push_back(role);
  return found;
}

/// The roles that the documents of one unit are about. Common settings alone reach every client;
/// the ones that their keys are about stand for all, so that nothing is said four times.
std::vector<Role> roles_of(std::span<const ActiveDocument> documents, bool any_role_in_file) {
  const auto mentioned = [](const ActiveDocument& active, Role role) {
    return mentions(*active.document, role);
  };
  std::vector<Role> roles =
      roles_with(kSpringRoles, documents, [&](const ActiveDocument& active, Role role) {
        return active.own && mentioned(active, role);
      });
  const bool common = std::ranges::any_of(documents, [](const ActiveDocument& active) {
    return active.own && has_common(*active.document);
  });
  if (!roles.empty() || !common) return roles;
  static constexpr std::array kTold = {Role::producer, Role::consumer};
  roles = roles_with(kTold, documents, [](const ActiveDocument& active, Role role) {
    return active.own && has_common_key_of(*active.document, role);
  });
  if (roles.empty() && any_role_in_file) roles = roles_with(kSpringRoles, documents, mentioned);
  if (roles.empty()) roles.push_back(Role::producer);
  return roles;
}

Span span_of_entries(std::span<const ActiveDocument> documents, Role role) {
  std::optional<Span> span;
  for (const ActiveDocument& active : documents)
    for (const SpringEntry& entry : active.document->entries) {
      if (!active.own || !spring_place(entry, role)) continue;
      if (!span) span = entry.entry_span;
      span->begin = std::min(span->begin, entry.entry_span.begin);
      span->end = std::max(span->end, entry.entry_span.end);
    }
  return span.value_or(Span{});
}

class UnitsReader {
 public:
  UnitsReader(const SpringSources& sources, FileUnits& out) : sources_(sources), out_(out) {
    for (const auto* documents : {&sources.own, &sources.below})
      for (const SpringDocument* document : *documents)
        for (Role role : kSpringRoles) any_role_ |= mentions(*document, role);
  }

  void read() {
    std::vector<ActiveDocument> always = below();
    std::size_t index = 0;
    for (const SpringDocument* document : sources_.own) {
      if (!document->condition.empty()) continue;
      if (always.empty()) index = document->index;
      always.push_back({document, true});
    }
    read_active(always, "", index);
    for (const SpringDocument* document : sources_.own) {
      const bool empty = document->entries.empty() && document->stream.empty();
      if (document->condition.empty() || empty) continue;
      std::vector<ActiveDocument> active = below();
      for (const SpringDocument* other : sources_.own)
        if (other->condition.empty() || (other == document && !profiles_last()))
          active.push_back({other, other == document});
      if (profiles_last()) active.push_back({document, true});
      read_active(active, document->condition, document->index);
    }
  }

 private:
  /// ConfigFileApplicationListener, before Boot 2.4: what holds for a profile is stronger, wherever
  /// it stands.
  bool profiles_last() const { return sources_.boot && sources_.boot->before(2, 4); }

  std::vector<ActiveDocument> below() const {
    std::vector<ActiveDocument> active;
    for (const SpringDocument* document : sources_.below)
      if (document->condition.empty() || document->condition == "profile " + sources_.profile)
        active.push_back({document, false});
    return active;
  }

  void read_active(std::span<const ActiveDocument> active, const std::string& condition,
                   std::size_t index) {
    std::vector<const SpringDocument*> together;
    for (const ActiveDocument& each : active) together.push_back(each.document);
    const SpringLookup lookup = spring_lookup(together, sources_.all, sources_.boot);
    SpringContext context{
        .lookup = lookup, .boot = sources_.boot, .required_acks = sources_.required_acks};
    for (Role role : roles_of(active, any_role_)) {
      Unit unit = begin_unit(role, active);
      std::string name = "spring.kafka." + std::string(to_string(role));
      if (!condition.empty()) name += " (" + condition + ")";
      unit.name = unique_unit_name(out_.units, std::move(name), index);
      UnitBuilder builder(std::move(unit));
      read_spring_role(role, active, context, builder);
      out_.units.push_back(in_written_order(std::move(builder)));
      context.first_unit = false;
    }
    context.first_unit = true;
    read_spring_cloud_stream(active, context, condition, out_);
  }

  Unit begin_unit(Role role, std::span<const ActiveDocument> active) const {
    Unit unit;
    unit.role = role;
    unit.dialect = "spring-boot";
    const bool section = std::ranges::any_of(
        active, [role](const ActiveDocument& each) { return mentions(*each.document, role); });
    unit.why = section ? "settings of `spring.kafka." + std::string(to_string(role)) + "`"
                       : "settings of `spring.kafka` that every client gets";
    if (!sources_.below_name.empty()) unit.why += ", over those of `" + sources_.below_name + "`";
    unit.span = span_of_entries(active, role);
    unit.foreign_prefixes = client_foreign_prefixes();
    return unit;
  }

  const SpringSources& sources_;
  FileUnits& out_;
  bool any_role_ = false;
};

/// What keeps Boot from starting whichever client it is for.
void check_documents(const SpringSources& sources, FileUnits& out) {
  for (const SpringDocument* document : sources.own) {
    std::vector<const SpringDocument*> active;
    for (const SpringDocument* other : sources.all)
      if (other == document || other->condition.empty()) active.push_back(other);
    const SpringLookup lookup = spring_lookup(active, sources.all, sources.boot);
    for (const SpringEntry& entry : document->entries) {
      if (auto finding = check_springs_own(entry, lookup, sources.boot))
        out.diagnostics.push_back(std::move(*finding));
      if (sources.partial) continue;
      if (auto finding = check_empty_section(entry, sources.all, sources.boot))
        out.diagnostics.push_back(std::move(*finding));
    }
    if (document->profiles_key && sources.boot && !sources.boot->before(3, 0))
      out.diagnostics.push_back({.rule = "spring/profiles-key",
                                 .span = *document->profiles_key,
                                 .key = {},
                                 .arguments = {{"boot", sources.boot->to_string()}},
                                 .related = {},
                                 .fixes = {}});
  }
}

}  // namespace

void read_spring_units(const SpringSources& sources, FileUnits& out) {
  check_documents(sources, out);
  UnitsReader(sources, out).read();
}

}  // namespace kaflint::dialect
