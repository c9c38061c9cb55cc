// The table says what to do for which rule; below it stands how an edit keeps the file's way of
// writing: quotes stay, and only a setting that has its lines for itself is removed.
#include "linter/policy/setting_fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "linter/base/text.h"

namespace kaflint::policy {
namespace {

enum class Action : std::uint8_t {
  remove,         // the setting
  set,            // its value to `text`
  set_argument,   // its value to the finding's argument of that name
  name_argument,  // its key to that argument
};

struct Row {
  RuleId rule;
  Action action;
  Applicability applicability;
  std::string_view text = {};
  std::string_view key = {};  // of what is set, perhaps behind a prefix
};

constexpr auto kSafe = Applicability::safe;
constexpr auto kUnsafe = Applicability::unsafe;

constexpr auto kRows = std::to_array<Row>({
    {"any/pem-forbids-store-password", Action::remove, kUnsafe},
    {"broker/auto-join-without-controller", Action::remove, kUnsafe},
    {"broker/control-plane-listener-in-kraft", Action::remove, kUnsafe},
    {"broker/listener-prefix-case", Action::name_argument, kSafe, "right"},
    {"broker/log-cleaner-buffer-too-small", Action::set_argument, kUnsafe, "least",
     "log.cleaner.dedupe.buffer.size"},
    {"broker/message-format-ignored", Action::remove, kSafe},
    {"broker/protocol-version-before-kraft", Action::remove, kUnsafe},
    {"broker/protocol-version-in-kraft", Action::remove, kSafe},
    {"broker/request-queue-too-small", Action::set_argument, kUnsafe, "request",
     "queued.max.request.bytes"},
    {"broker/zookeeper-setting-in-kraft", Action::remove, kSafe},
    {"connect/internal-topic-setting-ignored", Action::remove, kSafe},
    {"connect/resolve-timeout-ignored", Action::remove, kSafe},
    {"consumer/key-not-for-group-protocol", Action::remove, kUnsafe},
    {"producer/acks-disable-idempotence", Action::set, kUnsafe, "all", "acks"},
    {"producer/delivery-timeout-too-small", Action::set_argument, kUnsafe, "sum",
     "delivery.timeout.ms"},
    {"producer/idempotence-needs-acks-all", Action::set, kUnsafe, "all", "acks"},
    {"producer/idempotence-needs-max-in-flight", Action::set_argument, kUnsafe, "most",
     "max.in.flight.requests.per.connection"},
    {"producer/idempotence-needs-retries", Action::remove, kUnsafe, {}, "retries"},
    {"producer/max-in-flight-disables-idempotence", Action::set, kUnsafe, "5",
     "max.in.flight.requests.per.connection"},
    {"producer/retries-disable-idempotence", Action::remove, kUnsafe, {}, "retries"},
    {"streams/assignor-ignored", Action::remove, kSafe},
    {"streams/auto-offset-reset-ignored", Action::remove, kSafe},
    {"streams/bootstrap-servers-ignored", Action::remove, kSafe},
    {"streams/enable-auto-commit-ignored", Action::remove, kSafe},
    {"streams/exactly-once-max-in-flight", Action::set, kUnsafe, "5",
     "max.in.flight.requests.per.connection"},
    {"streams/group-id-ignored", Action::remove, kSafe},
    {"streams/group-protocol-ignored", Action::remove, kSafe},
    {"streams/idempotence-ignored", Action::remove, kSafe},
    {"streams/in-flight-ignored", Action::remove, kSafe},
    {"streams/in-flight-unreadable", Action::remove, kUnsafe},
    {"streams/isolation-level-ignored", Action::remove, kSafe},
    {"streams/no-stream-threads", Action::set, kUnsafe, "1", "num.stream.threads"},
    {"streams/resolve-timeout-ignored", Action::remove, kSafe},
    {"streams/setting-forbidden", Action::remove, kUnsafe},
    {"streams/superseded-setting", Action::remove, kSafe},
    {"streams/transactional-id-ignored", Action::remove, kSafe},
});

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Where the value's text stands, without the quotes around it.
struct Place {
  Span span;
  bool quoted = false;
};

std::optional<Place> place_of_value(std::string_view bytes, const dialect::Setting& setting) {
  if (setting.value_span.empty() || setting.value_pieces.size() > 1) return std::nullopt;
  const Span span = setting.value_span;
  const std::string_view text = bytes.substr(span.begin, span.size());
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  if (quoted) return Place{{span.begin + 1, span.end - 1}, true};
  return Place{span, false};
}

/// The lines of a setting that has them for itself; nothing where anything else stands on them.
std::optional<Span> whole_lines(std::string_view bytes, Span entry) {
  std::uint32_t begin = entry.begin;
  while (begin > 0 && is_blank(bytes[begin - 1])) --begin;
  if (begin > 0 && bytes[begin - 1] != '\n') return std::nullopt;
  std::uint32_t end = entry.end;
  if (end > 0 && bytes[end - 1] == '\n') return Span{begin, end};
  while (end < bytes.size() && (is_blank(bytes[end]) || bytes[end] == '\r')) ++end;
  if (end < bytes.size() && bytes[end] != '\n') return std::nullopt;
  return Span{begin, std::min<std::uint32_t>(end + 1, static_cast<std::uint32_t>(bytes.size()))};
}

Fix fix(std::string title, Applicability applicability, Edit edit) {
  return {.title = std::move(title), .applicability = applicability, .edits = {std::move(edit)}};
}

class Fixer {
 public:
  Fixer(std::string_view bytes, const kafka::Arguments& arguments, const dialect::Setting& setting)
      : bytes_(bytes), arguments_(arguments), setting_(setting) {}

  std::vector<Fix> by(const Row& row, bool certain) const {
    switch (row.action) {
      case Action::remove:
        return remove(certain ? row.applicability : kUnsafe);
      case Action::set:
        return set(std::string(row.text), row.applicability);
      case Action::set_argument:
        return set(argument(row.text), row.applicability);
      case Action::name_argument:
        return rename_fixes(setting_, argument(row.text), row.applicability);
    }
    return {};
  }

  std::vector<Fix> add_semicolon() const {
    if (setting_.value_span.empty()) return {};
    const std::optional<Place> place = place_of_value(bytes_, setting_);
    std::uint32_t end = place ? place->span.end : setting_.value_pieces.back().end;
    while (end > setting_.value_span.begin && trim_java(bytes_.substr(end - 1, 1)).empty()) --end;
    return {fix("add the semicolon", kSafe, {{end, end}, ";"})};
  }

 private:
  std::string argument(std::string_view name) const {
    const auto found = arguments_.find(name);
    return found == arguments_.end() ? std::string() : found->second;
  }

  std::vector<Fix> remove(Applicability applicability) const {
    if (setting_.written_key != setting_.key) return {};  // a part of something else, perhaps
    const std::optional<Span> lines = whole_lines(bytes_, setting_.entry_span);
    if (!lines) return {};
    return {fix(fmt::format("remove `{}`", setting_.key), applicability, {*lines, ""})};
  }

  std::vector<Fix> set(const std::string& value, Applicability applicability) const {
    const std::optional<Place> place = place_of_value(bytes_, setting_);
    if (!place || value.empty() || !setting_.value) return {};
    const std::string_view text = bytes_.substr(place->span.begin, place->span.size());
    if (trim_java(text) != trim_java(*setting_.value)) return {};
    return {fix(fmt::format("write `{}={}`", setting_.key, value), applicability,
                {place->span, value})};
  }

  std::string_view bytes_;
  const kafka::Arguments& arguments_;
  const dialect::Setting& setting_;
};

/// Whether the key is the one that the row is about, not another one of the same conflict.
bool is_of(const Row& row, const kafka::Arguments& arguments, std::string_view key) {
  const auto named = arguments.find("key");
  if (named != arguments.end() && named->second != key) return false;
  return row.key.empty() || key == row.key ||
         (key.ends_with(row.key) && key[key.size() - row.key.size() - 1] == '.');
}

}  // namespace

std::vector<Fix> rename_fixes(const dialect::Setting& setting, const std::string& key,
                              Applicability applicability) {
  if (key.empty() || setting.written_key != setting.key) return {};
  if (setting.key_span.size() != setting.key.size()) return {};
  return {fix(fmt::format("rename it to `{}`", key), applicability, {setting.key_span, key})};
}

std::vector<Fix> setting_fixes(std::string_view bytes, RuleId rule,
                               const kafka::Arguments& arguments, const dialect::Setting& setting,
                               bool certain) {
  if (setting.origin != dialect::SettingOrigin::written || setting.inherited) return {};
  if (setting.entry_span.empty() || setting.entry_span.end > bytes.size()) return {};
  // What an anchor holds may be meant elsewhere too.
  const auto is_alias = [](const dialect::Provenance& step) {
    return step.what.starts_with("alias ");
  };
  if (std::ranges::any_of(setting.chain, is_alias)) return {};
  const Fixer fixer(bytes, arguments, setting);
  if (rule == RuleId("any/invalid-jaas-config")) {
    const auto problem = arguments.find("problem");
    const bool open =
        problem != arguments.end() && problem->second == "does not end with a semicolon";
    return open ? fixer.add_semicolon() : std::vector<Fix>();
  }
  const auto row = std::ranges::find(kRows, rule, &Row::rule);
  if (row == kRows.end() || !is_of(*row, arguments, setting.key)) return {};
  return fixer.by(*row, certain);
}

}  // namespace kaflint::policy
