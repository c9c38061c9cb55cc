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
using kafka::RoleCatalog;
using kafka::Version;

// A key shorter than the first may be anything, unless a prefix gives it to a client: nobody else
// reads `producer.ack`. From the last on two slips are still clear.
constexpr std::size_t kShortest = 8;
constexpr std::size_t kShortestOfClient = 3;
constexpr std::size_t kLong = 18;

/// First words under which serializers, interceptors and reporters have keys of their own.
constexpr std::array<std::string_view, 12> kSharedWords = {
    "key",  "value",  "client", "metrics", "metric", "interceptor",
    "auto", "config", "topic",  "group",   "max",    "plugin"};

/// `log_retention-Hours` to `log.retention.hours`
char normalised(char c) {
  if (c == '-' || c == '_') return '.';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string normalised(std::string_view key) {
  std::string result(key);
  std::ranges::transform(result, result.begin(), [](char c) { return normalised(c); });
  return result;
}

bool is_normalised_to(std::string_view key, std::string_view plain) {
  return std::ranges::equal(key, plain, [](char a, char b) { return normalised(a) == b; });
}

bool is_given_to_client(const KeyPlace& place) {
  return place.prefix_size != 0 &&
         std::ranges::all_of(place.readers, [](const RoleCatalog& catalog) {
           const Role reader = catalog.role();
           return reader == Role::producer || reader == Role::consumer || reader == Role::admin;
         });
}

std::size_t slips_allowed(const KeyPlace& place, std::string_view name, SimilarityOptions options) {
  if (name.size() < (is_given_to_client(place) ? kShortestOfClient : kShortest)) return 0;
  const bool has_dot = name.find('.') != std::string_view::npos;
  if (options.careful) return has_dot ? 1 : 0;
  return name.size() >= kLong && has_dot ? 2 : 1;
}

/// Whether a known key begins with these words and has more.
bool begins_key(const KeyPlace& place, std::string_view words, Version version) {
  const std::string beginning = std::string(words) + '.';
  return std::ranges::any_of(place.readers, [&](const RoleCatalog& reader) {
    return reader.has_key_from(beginning, version);
  });
}

bool names_class(const KeyDefinition& definition) {
  using enum kafka::Type;
  return definition.type() == class_ || definition.type() == list ||
         definition.key().ends_with(".class") || definition.key().ends_with(".classes");
}

}  // namespace

std::string similar_key(const KeyPlace& place, std::string_view name, kafka::ReleaseMask releases,
                        SimilarityOptions options) {
  const auto in_every_release = [&](std::string_view key) {
    return (releases - releases_of(place, key)).empty();
  };
  const std::string plain = normalised(name);
  const std::size_t allowed = slips_allowed(place, name, options);
  std::set<std::string_view> spelt_otherwise;
  std::set<std::string_view> near;
  std::size_t nearest = allowed + 1;
  for (const RoleCatalog& reader : place.readers) {
    for (std::string_view key : reader.all_keys()) {
      if (is_normalised_to(key, plain) && in_every_release(key)) spelt_otherwise.insert(key);
      const std::size_t far = edit_distance(plain, key, allowed);
      if (far > allowed || far > nearest || !in_every_release(key)) continue;
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
  if (begins_key(place, name, version)) return true;
  for (std::size_t dot = name.find('.'); dot != std::string_view::npos;
       dot = name.find('.', dot + 1)) {
    for (const RoleCatalog& reader : place.readers) {
      const auto definition = reader.find(name.substr(0, dot), version);
      if (definition && !names_class(*definition)) return true;
    }
  }
  return false;
}

bool shares_first_word(const KeyPlace& place, std::string_view name, Version version) {
  const std::string_view word = name.substr(0, name.find('.'));
  if (word == name || std::ranges::find(kSharedWords, word) != kSharedWords.end()) return false;
  return begins_key(place, word, version);
}

}  // namespace kaflint::policy
