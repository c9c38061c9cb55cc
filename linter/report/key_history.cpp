// Merges the catalog's entries of a key: each field's equal values become one period, and roles
// with the same history share a table.
#include "linter/report/key_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "linter/kafka/config_def.h"
#include "linter/report/display.h"
#include "linter/report/readable_number.h"

namespace kaflint::report {
namespace {

using kafka::KeyDefinition;
using kafka::RoleCatalog;
using kafka::Type;
using kafka::Version;
using kafka::VersionSet;

struct Reader {
  RoleCatalog catalog;
  std::string name;
};

std::vector<Reader> readers_of(const KeyQuery& query) {
  std::vector<Reader> readers;
  for (const kafka::Role role : kafka::kAllRoles)
    if (query.asks(role)) readers.push_back({kafka::catalog(role), std::string(to_string(role))});
  if (!query.asks(kafka::Role::mirrormaker)) return readers;
  for (const kafka::MirrorConnector connector : kafka::kAllMirrorConnectors)
    readers.push_back({kafka::catalog(connector), fmt::format("mirror-{}", to_string(connector))});
  return readers;
}

VersionSet existence(const RoleCatalog& catalog) {
  VersionSet versions;
  for (const Version version : kafka::known_releases())
    if (catalog.exists_in(version)) versions.insert(version);
  return versions;
}

/// Whether these are all of the releases between the first and the last of them.
bool is_unbroken(const VersionSet& versions) {
  return versions == VersionSet::between(versions.releases().front(), versions.releases().back());
}

std::string deprecation(const VersionSet& deprecated, const VersionSet& defined) {
  const Version first = deprecated.releases().front();
  const Version last = defined.releases().back();
  if ((VersionSet::between(first, last).mask() & defined.mask()) != deprecated.mask())
    return fmt::format("deprecated {}", deprecated.to_words());
  return first == defined.releases().front()
             ? "deprecated"
             : fmt::format("deprecated since {}", first.to_string());
}

std::string life_of(const RoleCatalog& catalog, std::string_view key) {
  const VersionSet role = existence(catalog);
  VersionSet defined;
  VersionSet deprecated;
  for (const KeyDefinition definition : catalog.history(key)) {
    defined.insert(definition.versions());
    if (definition.deprecated()) deprecated.insert(definition.versions());
  }
  std::vector<std::string> pieces;
  const bool unbroken = is_unbroken(defined);
  const Version first = defined.releases().front();
  const Version last = defined.releases().back();
  if (!unbroken)
    pieces.push_back(defined.to_words());
  else if (first != kafka::known_releases().front())
    pieces.push_back(fmt::format("since {}", first.to_string()));
  if (!deprecated.empty()) pieces.push_back(deprecation(deprecated, defined));
  const std::span<const Version> known = kafka::known_releases();
  if (catalog.history(key).back().internal()) pieces.emplace_back("internal");
  if (unbroken && last != role.releases().back())
    pieces.push_back(
        fmt::format("removed in {}", std::ranges::upper_bound(known, last)->to_string()));
  if (pieces.empty()) return "every version";
  return fmt::format("{}", fmt::join(pieces, ", "));
}

std::string default_of(std::string_view key, const KeyDefinition& definition) {
  if (definition.required()) return "none: it must be written";
  const std::optional<std::string_view> text = definition.default_text();
  if (!text) return "null";
  if (text->empty()) return definition.type() == Type::list ? "an empty list" : "an empty string";
  const std::string meaning = readable_number(key, *text);
  return meaning.empty() ? printable(*text) : fmt::format("{} ({})", *text, meaning);
}

std::string broker_keys_of(const KeyDefinition& definition) {
  const kafka::TextList synonyms = definition.synonyms();
  if (synonyms.empty()) return "none";
  return fmt::format("{}", fmt::join(synonyms, ", else "));
}

/// The topic keys that the broker's key stands in for: `retention.ms, unless log.retention.ms is
/// set`.
std::string topic_keys_of(std::string_view key, Version version) {
  std::string out;
  for (const KeyDefinition topic : kafka::catalog(kafka::Role::topic).definitions(version)) {
    std::vector<std::string_view> before;
    for (const std::string_view synonym : topic.synonyms()) {
      if (synonym == key) {
        if (!out.empty()) out += "; ";
        out += topic.key();
        if (!before.empty()) out += fmt::format(", unless {} is set", fmt::join(before, " or "));
        break;
      }
      before.push_back(synonym);
    }
  }
  return out.empty() ? "none" : out;
}

class HistoryReader {
 public:
  HistoryReader(const RoleCatalog& catalog, std::string_view key, const VersionSet& releases)
      : catalog_(catalog), key_(key) {
    for (const Version version : releases.releases())
      if (const auto definition = catalog.find(key, version))
        definitions_.emplace_back(version, *definition);
  }

  std::vector<KeyField> fields() const {
    if (definitions_.empty()) return {};
    std::vector<KeyField> fields;
    const auto add = [&](std::string_view name, const auto& value_of) {
      fields.push_back({name, periods(value_of)});
    };
    add("type", [](Version, const KeyDefinition& d) { return std::string(to_string(d.type())); });
    add("default", [&](Version, const KeyDefinition& d) { return default_of(key_, d); });
    add("accepts", [](Version v, const KeyDefinition& d) { return describe_accepted(d, v); });
    add("importance",
        [](Version, const KeyDefinition& d) { return std::string(to_string(d.importance())); });
    if (catalog_.role() == kafka::Role::broker) {
      add("update mode", [](Version, const KeyDefinition& d) {
        return std::string(to_string(d.dynamic_scope()));
      });
      add("topic key", [&](Version v, const KeyDefinition&) { return topic_keys_of(key_, v); });
      drop_if_only_none(fields);
    } else if (catalog_.role() == kafka::Role::topic) {
      add("broker key", [](Version, const KeyDefinition& d) { return broker_keys_of(d); });
    }
    return fields;
  }

 private:
  template <typename ValueOf>
  std::vector<KeyPeriod> periods(const ValueOf& value_of) const {
    std::vector<KeyPeriod> periods;
    for (auto entry = definitions_.rbegin(); entry != definitions_.rend(); ++entry) {
      std::string value = value_of(entry->first, entry->second);
      auto found = std::ranges::find(periods, value, &KeyPeriod::value);
      if (found == periods.end())
        found = periods.insert(periods.end(), {VersionSet(), std::move(value)});
      found->versions.insert(entry->first);
    }
    return periods;
  }

  static void drop_if_only_none(std::vector<KeyField>& fields) {
    const std::vector<KeyPeriod>& periods = fields.back().periods;
    if (periods.size() == 1 && periods.front().value == "none") fields.pop_back();
  }

  RoleCatalog catalog_;
  std::string_view key_;
  std::vector<std::pair<Version, KeyDefinition>> definitions_;
};

bool same_history(const KeyHistory& a, const KeyHistory& b) {
  return a.life == b.life &&
         std::ranges::equal(a.fields, b.fields, [](const KeyField& one, const KeyField& other) {
           return one.name == other.name &&
                  std::ranges::equal(one.periods, other.periods,
                                     [](const KeyPeriod& p, const KeyPeriod& q) {
                                       return p.value == q.value && p.versions == q.versions;
                                     });
         });
}

/// For what is no key of the broker's file.
std::optional<KeyHistory> dynamic_only_history(std::string_view key) {
  const VersionSet versions = kafka::dynamic_only(key);
  if (versions.empty()) return std::nullopt;
  return KeyHistory{{"broker"}, fmt::format("only dynamic, {}", versions.to_words()), {}};
}

}  // namespace

std::vector<KeyHistory> key_histories(const KeyQuery& query) {
  std::vector<KeyHistory> histories;
  for (const Reader& reader : readers_of(query)) {
    if (reader.catalog.history(query.key).empty()) continue;
    KeyHistory history{{reader.name},
                       life_of(reader.catalog, query.key),
                       HistoryReader(reader.catalog, query.key, query.releases).fields()};
    const auto same = std::ranges::find_if(
        histories, [&](const KeyHistory& known) { return same_history(known, history); });
    if (same == histories.end())
      histories.push_back(std::move(history));
    else
      same->readers.push_back(reader.name);
  }
  if (!query.roles.empty()) return histories;
  if (auto only = dynamic_only_history(query.key)) histories.push_back(*std::move(only));
  return histories;
}

std::vector<std::string_view> every_key() {
  std::vector<std::string_view> keys;
  for (const Reader& reader : readers_of({}))
    for (const std::string_view key : reader.catalog.all_keys()) keys.push_back(key);
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

}  // namespace kaflint::report
