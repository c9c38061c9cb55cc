// Secrets come from three sources: settings whose key says it, with their exact spans, what the
// search for literal secrets finds in the values of others, and a search by name through the lines,
// for what stands in no unit (another program's password beside Kafka's).
#include "linter/report/redact.h"

#include <algorithm>
#include <utility>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/kafka/catalog.h"
#include "linter/policy/secret_checks.h"

namespace kaflint::report {
namespace {

/// A value of one or two characters stands in too many innocent words.
constexpr std::size_t kShortestScrubbed = 3;

bool is_word(char c) { return is_digit(c) || is_letter(c); }

/// Occurrences inside of a longer word are not the value.
std::size_t find_value(std::string_view text, std::string_view value, std::size_t from) {
  for (std::size_t at = text.find(value, from); at != std::string_view::npos;
       at = text.find(value, at + 1)) {
    const std::size_t end = at + value.size();
    const bool begins = at == 0 || !is_word(value.front()) || !is_word(text[at - 1]);
    const bool ends = end == text.size() || !is_word(value.back()) || !is_word(text[end]);
    if (begins && ends) return at;
  }
  return std::string_view::npos;
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> result;
  for (const Span span : spans) {
    if (span.empty()) continue;
    if (!result.empty() && span.begin <= result.back().end)
      result.back().end = std::max(result.back().end, span.end);
    else
      result.push_back(span);
  }
  return result;
}

/// Whether the key is a slip of the pen away from one of type password: `ssl.key.pasword`.
bool misspells_password_key(kafka::Role role, std::string_view key) {
  constexpr std::size_t kSlips = 2;
  const kafka::RoleCatalog catalog = kafka::catalog(role);
  return std::ranges::any_of(catalog.all_keys(), [&](std::string_view known) {
    return edit_distance(key, known, kSlips) <= kSlips &&
           catalog.history(known).back().type() == kafka::Type::password;
  });
}

}  // namespace

bool is_secret(kafka::Role role, std::string_view key) {
  const auto history = kafka::catalog(role).history(key);
  if (history.empty()) return names_secret(key) || misspells_password_key(role, key);
  return std::ranges::any_of(
      history, [](const auto& definition) { return definition.type() == kafka::Type::password; });
}

std::string without_secrets(kafka::Role role, std::string_view key, std::string_view value) {
  if (is_secret(role, key)) return std::string(kHidden);
  std::string shown;
  const char* at = value.data();
  for (const policy::FoundSecret& secret : policy::find_secrets(role, key, value)) {
    if (secret.text.data() < at) continue;
    shown.append(at, secret.text.data());
    shown += kHidden;
    at = secret.text.data() + secret.text.size();
  }
  return shown.append(at, value.data() + value.size());
}

Secrets::Secrets(const policy::FileResult& file) {
  const std::string_view bytes = file.source->bytes();
  std::vector<Span> spans = secret_lines(bytes);
  const auto add_value = [this](std::string_view value) {
    if (value.size() >= kShortestScrubbed) values_.emplace_back(value);
  };
  for (const policy::UnitResult& result : file.units) {
    const kafka::Role role = result.unit.role;
    for (const dialect::Setting& setting : result.unit.settings) {
      if (is_secret(role, setting.key)) {
        spans.push_back(setting.value_span);
        spans.insert(spans.end(), setting.value_pieces.begin(), setting.value_pieces.end());
        if (setting.value) add_value(*setting.value);
      }
      // What stands in another file, or is a placeholder's default, is no finding here.
      if (setting.value)
        for (const auto& secret : policy::find_secrets(role, setting.key, *setting.value))
          add_value(secret.text);
      for (const auto& secret : policy::written_secrets(bytes, result.unit, setting)) {
        spans.push_back(secret.span);
        add_value(secret.text);
      }
    }
  }
  spans_ = merged(std::move(spans));
  std::ranges::sort(values_, [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

const Span* Secrets::next(std::uint32_t offset) const {
  const auto found = std::ranges::upper_bound(spans_, offset, {}, &Span::end);
  return found == spans_.end() ? nullptr : &*found;
}

std::string Secrets::text(std::string_view bytes, Span span) const {
  std::string result;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    const Span* secret = next(at);
    const std::uint32_t plain_end = secret ? std::clamp(secret->begin, at, span.end) : span.end;
    result += bytes.substr(at, plain_end - at);
    at = plain_end;
    if (at == span.end) break;
    result += kHidden;
    at = std::min(secret->end, span.end);
  }
  return result;
}

std::string Secrets::scrub(std::string_view message) const {
  std::string result(message);
  for (const std::string& value : values_) {
    if (policy::judge_secret(value) == policy::SecretKind::well_known) continue;
    for (std::size_t at = find_value(result, value, 0); at != std::string::npos;
         at = find_value(result, value, at + kHidden.size()))
      result.replace(at, value.size(), kHidden);
  }
  return result;
}

bool Secrets::appear_in(std::string_view text) const {
  return std::ranges::any_of(values_, [text](const std::string& value) {
    return find_value(text, value, 0) != std::string_view::npos;
  });
}

}  // namespace kaflint::report
