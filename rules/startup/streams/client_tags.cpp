// The tags of a Streams instance for rack-aware assignment (KIP-708).
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "linter/base/text.h"
#include "linter/kafka/java_text.h"
#include "rules/startup/streams/checks.h"

namespace kaflint::startup::streams {
namespace {

using kafka::ParsedConfig;
using kafka::StartupReport;
using kafka::Version;

constexpr std::string_view kPrefix = "client.tag.";
constexpr const char* kTags = "rack.aware.assignment.tags";
constexpr std::size_t kMostTags = 5;
constexpr std::size_t kLongestKey = 20;
constexpr std::size_t kLongestValue = 30;

struct Tag {
  std::string_view key;
  const std::string* value;  // null where it is not known
  std::size_t bucket;
};

/// Where java.util.HashMap keeps the key while it holds at most twelve.
std::size_t bucket_of(std::string_view key) { return kafka::hash_map_hash(key) & 15U; }

/// In the order of a HashMap, in which Kafka goes through them.
std::vector<Tag> tags_of(const ParsedConfig& config) {
  std::vector<Tag> tags;
  for (const auto& [key, value] : config.written().with_prefix(kPrefix))
    if (key.size() > kPrefix.size()) {
      const std::string_view tag = std::string_view(key).substr(kPrefix.size());
      tags.push_back({tag, value ? &*value : nullptr, bucket_of(tag)});
    }
  std::ranges::stable_sort(tags, {}, &Tag::bucket);
  return tags;
}

class ClientTags {
 public:
  ClientTags(const ParsedConfig& config, StartupReport& report)
      : config_(config), report_(report), tags_(tags_of(config)) {}

  void run() {
    if (tags_.size() > kMostTags) {
      const std::string last = fmt::format("{}{}", kPrefix, tags_.back().key);
      report_.refuse("streams/too-many-client-tags", std::nullopt,
                     {{"key", last}, {"count", fmt::format("{}", tags_.size())}});
    }
    check_assignment_tags();
    for (const Tag& tag : tags_) check(tag);
  }

 private:
  void check_assignment_tags() {
    const std::vector<std::string>* names = config_.list(kTags);
    if (names == nullptr || !config_.is_written(kTags)) return;
    for (const std::string& name : *names) {
      if (std::ranges::find(tags_, name, &Tag::key) != tags_.end()) continue;
      if (config_.completeness() == kafka::Completeness::incomplete)
        return report_.needs(fmt::format("{}{}", kPrefix, name));
      report_.refuse("streams/rack-tag-without-client-tag", kTags, {{"tag", name}});
      return;
    }
  }

  /// Releases before 4.3.0 name only the prefix, and take empty tags.
  void check(const Tag& tag) {
    const bool names_key = config_.version() >= Version(4, 3, 0);
    const bool takes_empty = !names_key;
    const std::string key = fmt::format("{}{}", kPrefix, tag.key);
    const auto refuse = [&](std::string problem) {
      report_.refuse("streams/invalid-client-tag", names_key ? key : std::string(kPrefix),
                     {{"key", key}, {"problem", std::move(problem)}});
    };
    if (!takes_empty && trim_java(tag.key).empty())
      return report_.refuse("streams/invalid-client-tag", std::nullopt,
                            {{"key", key}, {"problem", "has no name"}});
    if (!takes_empty && tag.value != nullptr && trim_java(*tag.value).empty())
      return refuse("has no value");
    if (kafka::utf16_units(tag.key).size() > kLongestKey)
      return refuse(fmt::format("has a name of more than {} characters", kLongestKey));
    if (tag.value != nullptr && kafka::utf16_units(*tag.value).size() > kLongestValue)
      refuse(fmt::format("has a value of more than {} characters", kLongestValue));
  }

  const ParsedConfig& config_;
  StartupReport& report_;
  std::vector<Tag> tags_;
};

}  // namespace

void check_client_tags(const ParsedConfig& config, StartupReport& report) {
  if (config.version() >= Version(3, 2, 0)) ClientTags(config, report).run();
}

}  // namespace kaflint::startup::streams
