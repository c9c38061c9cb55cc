// One written key at a time: first whether the catalog knows it for the versions asked, then, for a
// key that it never knew, whether it is another role's, a slip, or perhaps a plug-in's.
#include "linter/policy/key_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"
#include "linter/policy/key_advice.h"
#include "linter/policy/key_places.h"
#include "linter/policy/key_similarity.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using kafka::Role;
using kafka::Version;
using kafka::VersionSet;

bool is_connector(Role role) {
  return role == Role::source_connector || role == Role::sink_connector;
}

bool is_plain_key(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  });
}

/// The releases in which one of the readers defines the key.
VersionSet versions_of(const KeyPlace& place, std::string_view name) {
  VersionSet versions;
  for (Role reader : place.readers) versions.insert(kafka::catalog(reader).versions_of(name));
  return versions;
}

/// Whether every reader that defines the key calls it deprecated.
bool is_deprecated(const KeyPlace& place, std::string_view name, Version version) {
  bool deprecated = false;
  for (Role reader : place.readers) {
    const auto definition = kafka::catalog(reader).find(name, version);
    if (definition && !definition->deprecated()) return false;
    deprecated = deprecated || definition;
  }
  return deprecated;
}

/// Roles whose settings a broker refuses when it does not know a name: LogConfig.validateNames,
/// GroupConfig.validateNames.
bool names_are_validated(Role role) { return role == Role::topic || role == Role::group; }

/// `a producer ignores it`; a topic is not created at all with a key that the broker does not know.
std::string effect_on(Role reader) {
  if (names_are_validated(reader))
    return fmt::format("the broker refuses the {}", to_string(reader));
  const std::string_view name = role_in_words(reader);
  return fmt::format("{} {} ignores it", name.front() == 'a' ? "an" : "a", name);
}

class KeyCheck {
 public:
  KeyCheck(const Unit& unit, const VersionSet& versions, std::span<const Unit> all,
           std::vector<DiagnosticAt>& out)
      : unit_(unit), all_(all), out_(out), first_(out.size()) {
    for (const Version version : versions.releases())
      if (kafka::catalog(unit.role).exists_in(version)) versions_.push_back(version);
  }

  void run() {
    if (versions_.empty() || unit_.role == Role::mirrormaker) return;
    for (const Setting& setting : unit_.settings)
      if (setting.origin == dialect::SettingOrigin::written && is_plain_key(setting.key))
        check(setting);
    drop_if_role_is_wrong();
  }

 private:
  void check(const Setting& setting) {
    const KeyPlace place = place_of(unit_.role, setting.key);
    const std::string_view name = std::string_view(setting.key).substr(place.prefix_size);
    if (name.empty()) return;
    VersionSet undefined;
    VersionSet deprecated;
    for (const Version version : versions_) {
      if (!is_defined(place, name, version))
        undefined.insert(version);
      else if (is_deprecated(place, name, version))
        deprecated.insert(version);
    }
    if (!deprecated.empty()) report_deprecated(setting, place, name, deprecated);
    if (undefined.empty()) {
      ++defined_;
      return;
    }
    if (is_foreign(setting.key) || is_shared(setting)) return;
    const VersionSet defined = versions_of(place, name);
    if (!defined.empty())
      report_other_version(setting, place, name, undefined, defined);
    else if (const auto owners = owners_of(place, name); !owners.empty())
      report_other_role(setting, place, name, owners);
    else
      check_unknown(setting, place, name);
  }

  /// Where most keys are other roles', the guess of the role is the mistake, not the keys.
  void drop_if_role_is_wrong() {
    const auto other_role = [](const DiagnosticAt& found) {
      return found.diagnostic.rule == RuleId("any/other-role-key");
    };
    const auto own = out_.begin() + static_cast<std::ptrdiff_t>(first_);
    if (std::count_if(own, out_.end(), other_role) > std::max<std::ptrdiff_t>(defined_, 3))
      out_.erase(std::remove_if(own, out_.end(), other_role), out_.end());
  }

  bool is_foreign(std::string_view key) const {
    return std::ranges::any_of(unit_.foreign_prefixes, [key](const std::string& prefix) {
      return key.starts_with(prefix);
    });
  }

  static Span span_of(const Setting& setting) {
    return setting.key_span.empty() ? setting.entry_span : setting.key_span;
  }

  /// Whether another unit has the same entry, and reads it or has reported it.
  bool is_shared(const Setting& setting) const {
    const auto reported = [&](const DiagnosticAt& found) {
      return found.diagnostic.key == setting.key && found.diagnostic.span == span_of(setting);
    };
    if (std::any_of(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(first_), reported))
      return true;
    return std::ranges::any_of(all_, [&](const Unit& other) {
      const KeyPlace place = place_of(other.role, setting.key);
      return &other != &unit_ && holds_entry(other, setting) &&
             is_defined(place, std::string_view(setting.key).substr(place.prefix_size),
                        versions_.back());
    });
  }

  static bool holds_entry(const Unit& unit, const Setting& setting) {
    return std::ranges::any_of(unit.settings, [&](const Setting& other) {
      return other.key == setting.key && other.entry_span == setting.entry_span;
    });
  }

  void emit(RuleId rule, const Setting& setting, VersionSet versions, kafka::Arguments arguments,
            std::vector<Fix> fixes = {}) {
    const bool refused = names_are_validated(unit_.role) && rule != RuleId("any/deprecated-key");
    out_.push_back(
        {{rule, span_of(setting), setting.key, std::move(arguments), {}, std::move(fixes)},
         std::move(versions),
         refused ? std::optional(Consequence::refuses_to_start) : std::nullopt});
  }

  VersionSet all_versions() const {
    VersionSet set;
    for (const Version version : versions_) set.insert(version);
    return set;
  }

  static kafka::Arguments arguments_for(const KeyPlace& place) {
    const Role reader = place.readers.front();
    return {{"role", std::string(role_in_words(reader))}, {"effect", effect_on(reader)}};
  }

  void report_deprecated(const Setting& setting, const KeyPlace& place, std::string_view name,
                         const VersionSet& versions) {
    kafka::Arguments arguments = arguments_for(place);
    const VersionSet defined = versions_of(place, name);
    arguments["outlook"] =
        defined.contains(kafka::newest_release())
            ? "a later release may remove it"
            : fmt::format("Kafka {} removes it", next_release(defined.releases().back()));
    arguments["advice"] = advice_for_outdated(place.readers.front(), name);
    emit("any/deprecated-key", setting, versions, std::move(arguments));
  }

  static std::string next_release(Version version) {
    const auto next = std::ranges::upper_bound(kafka::known_releases(), version);
    return next == kafka::known_releases().end() ? version.to_string() : next->to_string();
  }

  void report_other_version(const Setting& setting, const KeyPlace& place, std::string_view name,
                            const VersionSet& undefined, const VersionSet& defined) {
    std::map<std::string, VersionSet> gone;
    std::map<std::string, VersionSet> to_come;
    for (const Version version : undefined.releases()) {
      const auto later = std::ranges::upper_bound(defined.releases(), version);
      if (later == defined.releases().begin())
        to_come[later->to_string()].insert(version);
      else
        gone[next_release(*std::prev(later))].insert(version);
    }
    for (const auto& [removed, versions] : gone) {
      kafka::Arguments arguments = arguments_for(place);
      arguments["removed"] = removed;
      arguments["advice"] = advice_for_outdated(place.readers.front(), name);
      emit("any/removed-key", setting, versions, std::move(arguments));
    }
    for (const auto& [since, versions] : to_come) {
      kafka::Arguments arguments = arguments_for(place);
      arguments["since"] = since;
      emit("any/key-not-yet-known", setting, versions, std::move(arguments));
    }
  }

  /// The roles whose key it is. Only names that nobody else would choose: connectors' are left out
  /// (`name`, `topics`), as are names of one word that no client has.
  std::vector<Role> owners_of(const KeyPlace& place, std::string_view name) const {
    std::vector<Role> owners;
    if (is_connector(unit_.role) && place.prefix_size == 0) return owners;
    const bool one_word = name.find('.') == std::string_view::npos;
    for (Role owner : {Role::producer, Role::consumer, Role::admin, Role::streams, Role::broker,
                       Role::topic, Role::connect_distributed, Role::connect_standalone}) {
      const bool client = owner == Role::producer || owner == Role::consumer;
      if (one_word && !client) continue;
      // Such a file goes to any client's --command-config.
      if (client && unit_.role == Role::admin && !unit_.complete) continue;
      if (kafka::catalog(owner).find(name, versions_.back())) owners.push_back(owner);
    }
    // A key that producers and consumers share says nothing about where it belongs.
    std::erase_if(owners, [&](Role owner) {
      return std::ranges::find(place.readers, owner) != place.readers.end();
    });
    return owners;
  }

  void report_other_role(const Setting& setting, const KeyPlace& place, std::string_view name,
                         const std::vector<Role>& owners) {
    std::vector<std::string_view> names;
    for (Role owner : owners) names.push_back(role_in_words(owner));
    const std::string last(names.back());
    names.pop_back();
    kafka::Arguments arguments = arguments_for(place);
    arguments["owner"] =
        names.empty() ? last : fmt::format("{} and {}", fmt::join(names, ", "), last);
    arguments["advice"] = advice_for_misplaced(place.readers.front(), name, owners);
    emit("any/other-role-key", setting, all_versions(), std::move(arguments));
  }

  void check_unknown(const Setting& setting, const KeyPlace& place, std::string_view name) {
    SimilarityOptions options{.careful = is_connector(unit_.role) && place.prefix_size == 0};
    const std::string suggestion = similar_key(place, name, versions_, options);
    if (!suggestion.empty()) return report_misspelt(setting, place, suggestion);
    if (is_third_party_key(place.readers.front(), name) || options.careful) return;
    if (is_third_party_key(unit_.role, setting.key)) return;
    if (!looks_like_kafka(place, name)) return;
    emit("any/unknown-key", setting, all_versions(), arguments_for(place));
  }

  /// Whether nothing but a mistake explains the key.
  bool looks_like_kafka(const KeyPlace& place, std::string_view name) const {
    if (place.readers.front() == Role::topic) return true;
    if (extends_or_cuts_key(place, name, versions_.back())) return true;
    return unit_.complete && !names_third_party_class() &&
           shares_first_word(place, name, versions_.back());
  }

  /// A class of somebody else's may read any key.
  bool names_third_party_class() const {
    return std::ranges::any_of(unit_.settings, [](const Setting& setting) {
      if (!setting.value) return true;
      const std::string_view value = *setting.value;
      const bool qualified = value.starts_with("com.") || value.starts_with("io.") ||
                             value.starts_with("org.") || value.starts_with("net.") ||
                             value.starts_with("dev.") || value.starts_with("de.");
      return qualified && !value.starts_with("org.apache.kafka.");
    });
  }

  void report_misspelt(const Setting& setting, const KeyPlace& place,
                       const std::string& suggestion) {
    const std::string whole = setting.key.substr(0, place.prefix_size) + suggestion;
    if (std::ranges::find(unit_.settings, whole, &Setting::key) != unit_.settings.end()) return;
    std::vector<Fix> fixes;
    // Only where the key stands in the file as Kafka sees it, not escaped and not in another form.
    if (setting.written_key == setting.key && setting.key_span.size() == setting.key.size())
      fixes.push_back({.title = fmt::format("rename it to `{}`", whole),
                       .applicability = Applicability::safe,
                       .edits = {{setting.key_span, whole}}});
    kafka::Arguments arguments = arguments_for(place);
    arguments["suggestion"] = whole;
    emit("any/misspelt-key", setting, all_versions(), std::move(arguments), std::move(fixes));
  }

  const Unit& unit_;
  std::span<const Unit> all_;
  std::vector<DiagnosticAt>& out_;
  std::size_t first_;              // of this unit's diagnostics
  std::ptrdiff_t defined_ = 0;     // keys that every version reads
  std::vector<Version> versions_;  // in which the role exists, ascending
};

}  // namespace

void check_keys(const Unit& unit, const VersionSet& versions, std::vector<DiagnosticAt>& out,
                std::span<const Unit> all) {
  KeyCheck(unit, versions, all, out).run();
}

}  // namespace kaflint::policy
