// One written key at a time: first whether the catalog knows it for the versions asked, then, for a
// key that it never knew, whether it is another role's, a slip, or perhaps a plug-in's.
#include "linter/policy/key_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"
#include "linter/kafka/config_def.h"
#include "linter/policy/key_advice.h"
#include "linter/policy/key_places.h"
#include "linter/policy/key_similarity.h"
#include "linter/policy/setting_fixes.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using kafka::ReleaseMask;
using kafka::Role;
using kafka::Version;
using kafka::VersionSet;

bool is_connector(Role role) {
  return role == Role::source_connector || role == Role::sink_connector;
}

/// `>` is in the prefixes of MirrorMaker's flows.
bool is_plain_key(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || c == '>';
  });
}

/// The releases in which every reader that defines the key calls it deprecated.
ReleaseMask deprecated_in(const KeyPlace& place, std::string_view name) {
  ReleaseMask deprecated;
  ReleaseMask current;
  for (const kafka::RoleCatalog& reader : place.readers)
    for (const kafka::KeyDefinition definition : reader.history(name)) {
      ReleaseMask& releases = definition.deprecated() ? deprecated : current;
      releases = releases | definition.releases();
    }
  return deprecated - current;
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
      if (kafka::catalog(unit.role).exists_in(version)) versions_.insert(version);
    releases_ = versions_.mask();
  }

  void run() {
    if (versions_.empty()) return;
    if (unit_.role == Role::mirrormaker && !read_clusters()) return;
    index_other_units();
    for (const Setting& setting : unit_.settings)
      if (setting.origin == dialect::SettingOrigin::written && !setting.inherited &&
          is_plain_key(setting.key))
        check(setting);
    drop_if_role_is_wrong();
  }

 private:
  void check(const Setting& setting) {
    const KeyPlace place = place_of(unit_.role, setting.key, clusters_);
    const std::string_view name = std::string_view(setting.key).substr(place.prefix_size);
    if (name.empty()) return;
    const ReleaseMask defined = releases_of(place, name);
    const ReleaseMask undefined = releases_ - defined;
    if (const ReleaseMask deprecated = releases_ & deprecated_in(place, name); !deprecated.empty())
      report_deprecated(setting, place, name, VersionSet::of(deprecated));
    if (undefined.empty()) {
      ++defined_;
      return;
    }
    if (is_foreign(setting.key) || is_shared(setting)) return;
    if (!defined.empty())
      report_other_version(setting, place, name, VersionSet::of(undefined),
                           VersionSet::of(defined));
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

  /// Whether it is known which keys begin with a cluster's alias.
  bool read_clusters() {
    const Setting* const written = setting_of(unit_, "clusters");
    if (written == nullptr || !written->value) return false;
    const auto definition = kafka::catalog(unit_.role).find("clusters", newest());
    const auto value = kafka::parse_value(*definition, *written->value, newest());
    if (!value) return false;
    clusters_ = std::get<std::vector<std::string>>(*value);
    return true;
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
    if (reported_.contains({span_of(setting), setting.key})) return true;
    const auto [first, last] = others_.equal_range(setting.entry_span.begin);
    return std::any_of(first, last, [&](const auto& entry) {
      const auto& [other, theirs] = entry.second;
      const KeyPlace place = place_of(other->role, setting.key);
      return theirs->key == setting.key && theirs->entry_span == setting.entry_span &&
             is_defined(place, std::string_view(setting.key).substr(place.prefix_size), newest());
    });
  }

  /// What is_shared asks for, once for all settings.
  void index_other_units() {
    for (const DiagnosticAt& found : out_)
      if (found.diagnostic.span) reported_.emplace(*found.diagnostic.span, found.diagnostic.key);
    for (const Unit& other : all_)
      if (&other != &unit_)
        for (const Setting& setting : other.settings)
          others_.emplace(setting.entry_span.begin, std::pair(&other, &setting));
  }

  Version newest() const { return versions_.releases().back(); }

  void emit(RuleId rule, const Setting& setting, VersionSet versions, kafka::Arguments arguments,
            std::vector<Fix> fixes = {}) {
    const bool refused = names_are_validated(unit_.role) && rule != RuleId("any/deprecated-key");
    out_.push_back({{rule,
                     span_of(setting),
                     setting.key,
                     std::move(arguments),
                     {},
                     std::move(fixes),
                     refused ? std::optional(Consequence::refuses_to_start) : std::nullopt},
                    std::move(versions)});
  }

  static kafka::Arguments arguments_for(const KeyPlace& place) {
    const Role reader = place.readers.front().role();
    return {{"role", std::string(role_in_words(reader))}, {"effect", effect_on(reader)}};
  }

  void report_deprecated(const Setting& setting, const KeyPlace& place, std::string_view name,
                         const VersionSet& versions) {
    kafka::Arguments arguments = arguments_for(place);
    const VersionSet defined = VersionSet::of(releases_of(place, name));
    arguments["outlook"] =
        defined.contains(kafka::newest_release())
            ? "a later release may remove it"
            : fmt::format("Kafka {} removes it", next_release(defined.releases().back()));
    arguments["advice"] = advice_for_outdated(place.readers.front().role(), name);
    emit("any/deprecated-key", setting, versions, std::move(arguments),
         new_name_fixes(setting, place, name));
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
      arguments["advice"] = advice_for_outdated(place.readers.front().role(), name);
      emit("any/removed-key", setting, versions, std::move(arguments),
           new_name_fixes(setting, place, name));
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
      if (kafka::catalog(owner).find(name, newest())) owners.push_back(owner);
    }
    // A key that producers and consumers share says nothing about where it belongs.
    std::erase_if(owners, [&](Role owner) {
      return std::ranges::find(place.readers, owner, &kafka::RoleCatalog::role) !=
             place.readers.end();
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
    arguments["advice"] = advice_for_misplaced(place.readers.front().role(), name, owners);
    emit("any/other-role-key", setting, versions_, std::move(arguments));
  }

  void check_unknown(const Setting& setting, const KeyPlace& place, std::string_view name) {
    SimilarityOptions options{.careful = is_connector(unit_.role) && place.prefix_size == 0};
    const std::string suggestion = similar_key(place, name, releases_, options);
    if (!suggestion.empty()) return report_misspelt(setting, place, suggestion);
    if (is_third_party_key(place.readers.front().role(), name) || options.careful) return;
    if (is_third_party_key(unit_.role, setting.key)) return;
    if (!looks_like_kafka(place, name)) return;
    emit("any/unknown-key", setting, versions_, arguments_for(place));
  }

  /// Whether nothing but a mistake explains the key.
  bool looks_like_kafka(const KeyPlace& place, std::string_view name) {
    if (place.readers.front().role() == Role::topic) return true;
    if (extends_or_cuts_key(place, name, newest())) return true;
    return unit_.complete && !names_third_party_class() && shares_first_word(place, name, newest());
  }

  /// A class of somebody else's may read any key.
  bool names_third_party_class() {
    if (!third_party_class_)
      third_party_class_ = std::ranges::any_of(unit_.settings, may_name_third_party_class);
    return *third_party_class_;
  }

  static bool may_name_third_party_class(const Setting& setting) {
    if (!setting.value) return true;
    const std::string_view value = *setting.value;
    const bool qualified = value.starts_with("com.") || value.starts_with("io.") ||
                           value.starts_with("org.") || value.starts_with("net.") ||
                           value.starts_with("dev.") || value.starts_with("de.");
    return qualified && !value.starts_with("org.apache.kafka.");
  }

  bool is_written(std::string_view key) {
    if (written_.empty())
      for (const Setting& setting : unit_.settings) written_.insert(setting.key);
    return written_.contains(key);
  }

  void report_misspelt(const Setting& setting, const KeyPlace& place,
                       const std::string& suggestion) {
    const std::string whole = setting.key.substr(0, place.prefix_size) + suggestion;
    if (is_written(whole)) return;
    kafka::Arguments arguments = arguments_for(place);
    arguments["suggestion"] = whole;
    arguments["outcome"] =
        names_are_validated(unit_.role) ? arguments["effect"] : "the default stays in force";
    emit("any/misspelt-key", setting, versions_, std::move(arguments),
         rename_fixes(setting, whole, Applicability::safe));
  }

  std::vector<Fix> new_name_fixes(const Setting& setting, const KeyPlace& place,
                                  std::string_view name) {
    const std::string_view new_name = new_name_of(name);
    const std::string whole = setting.key.substr(0, place.prefix_size) + std::string(new_name);
    if (new_name.empty() || is_written(whole)) return {};
    return rename_fixes(setting, whole, Applicability::safe);
  }

  const Unit& unit_;
  std::span<const Unit> all_;
  std::vector<DiagnosticAt>& out_;
  std::size_t first_;                                // of this unit's diagnostics
  std::ptrdiff_t defined_ = 0;                       // keys that every version reads
  VersionSet versions_;                              // in which the role exists
  ReleaseMask releases_;                             // the same
  std::vector<std::string> clusters_;                // MirrorMaker's aliases
  std::set<std::pair<Span, std::string>> reported_;  // of earlier units
  std::unordered_multimap<std::uint32_t, std::pair<const Unit*, const Setting*>> others_;
  std::unordered_set<std::string_view> written_;  // keys, made when first needed
  std::optional<bool> third_party_class_;
};

}  // namespace

void check_keys(const Unit& unit, const VersionSet& versions, std::vector<DiagnosticAt>& out,
                std::span<const Unit> all) {
  KeyCheck(unit, versions, all, out).run();
}

}  // namespace kaflint::policy
