#include "linter/policy/key_similarity.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"

namespace kaflint::policy {
namespace {

using kafka::KeyDefinition;
using kafka::Role;
using kafka::Version;

// A key shorter than the first may be anything; from the second on two slips are still clear.
constexpr std::size_t kShortest = 8;
constexpr std::size_t kLong = 18;

/// First words under which serializers, interceptors and reporters have keys of their own.
constexpr std::array<std::string_view, 12> kSharedWords = {
    "key",  "value",  "client", "metrics", "metric", "interceptor",
    "auto", "config", "topic",  "group",   "max",    "plugin"};

/// `log_retention-Hours` to `log.retention.hours`
std::string normalised(std::string_view key) {
  std::string result = ascii_lower(key);
  std::ranges::replace_if(result, [](char c) { return c == '-' || c == '_'; }, '.');
  return result;
}

std::size_t slips_allowed(std::string_view name, SimilarityOptions options) {
  if (name.size() < kShortest) return 0;
  const bool has_dot = name.find('.') != std::string_view::npos;
  if (options.careful) return has_dot ? 1 : 0;
  return name.size() >= kLong && has_dot ? 2 : 1;
}

bool in_every_version(const KeyPlace& place, std::string_view key,
                      std::span<const Version> versions) {
  return std::ranges::all_of(versions,
                             [&](Version version) { return is_defined(place, key, version); });
}

template <typename Predicate>
bool any_key(const KeyPlace& place, Version version, Predicate predicate) {
  return std::ranges::any_of(place.readers, [&](Role reader) {
    return std::ranges::any_of(kafka::catalog(reader).definitions(version), predicate);
  });
}

/// `prefix` and a dot begin `text`.
bool begins_words(std::string_view text, std::string_view prefix) {
  return text.size() > prefix.size() && text.starts_with(prefix) && text[prefix.size()] == '.';
}

bool names_class(const KeyDefinition& definition) {
  using enum kafka::Type;
  return definition.type() == class_ || definition.type() == list ||
         definition.key().ends_with(".class") || definition.key().ends_with(".classes");
}

}  // namespace

std::string similar_key(const KeyPlace& place, std::string_view name,
                        std::span<const Version> versions, SimilarityOptions options) {
  const std::string plain = normalised(name);
  const std::size_t allowed = slips_allowed(name, options);
  std::set<std::string_view> spelt_otherwise;
  std::set<std::string_view> near;
  std::size_t nearest = allowed + 1;
  for (Role reader : place.readers) {
    for (std::string_view key : kafka::catalog(reader).all_keys()) {
      if (normalised(key) == plain && in_every_version(place, key, versions))
        spelt_otherwise.insert(key);
      const std::size_t far = edit_distance(plain, key, allowed);
      if (far > allowed || far > nearest || !in_every_version(place, key, versions)) continue;
      if (far < nearest) near.clear();
      nearest = far;
      near.insert(key);
    }
  }
  const auto& found = spelt_otherwise.empty() ? near : spelt_otherwise;
  return found.size() == 1 ? std::string(*found.begin()) : std::string();
}

bool extends_or_cuts_key(const KeyPlace& place, std::string_view name, Version version) {
  if (name.find('.') == std::string_view::npos) return false;
  return any_key(place, version, [name](const KeyDefinition& definition) {
    if (begins_words(definition.key(), name)) return true;
    return begins_words(name, definition.key()) && !names_class(definition);
  });
}

bool shares_first_word(const KeyPlace& place, std::string_view name, Version version) {
  const std::string_view word = name.substr(0, name.find('.'));
  if (word == name || std::ranges::find(kSharedWords, word) != kSharedWords.end()) return false;
  return any_key(place, version, [word](const KeyDefinition& definition) {
    return begins_words(definition.key(), word);
  });
}

}  // namespace kaflint::policy
