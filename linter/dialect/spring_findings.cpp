// See spring_findings.h.
#include "linter/dialect/spring_findings.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "linter/base/text.h"
#include "linter/dialect/spring_sections.h"
#include "linter/kafka/catalog.h"
#include "linter/kafka/config_def.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr std::array kClients = {Role::producer, Role::consumer, Role::admin, Role::streams};

std::string letters_of(std::string_view key) {
  std::string letters = ascii_lower(key);
  std::erase_if(letters, [](char c) { return c == '.' || c == '-' || c == '_'; });
  return letters;
}

using KeysByLetters = std::unordered_map<std::string, std::string_view>;

/// Made once: the catalog never changes.
const KeysByLetters& keys_by_letters(Role role) {
  static const std::array<KeysByLetters, kClients.size()> all = [] {
    std::array<KeysByLetters, kClients.size()> made;
    for (std::size_t i = 0; i < kClients.size(); ++i)
      for (std::string_view key : kafka::catalog(kClients[i]).all_keys())
        made[i].emplace(letters_of(key), key);
    return made;
  }();
  const auto at = std::ranges::find(kClients, role) - kClients.begin();
  return all[static_cast<std::size_t>(at)];
}

/// Boot's name for a property as an environment variable.
std::string variable_name(std::string_view property) {
  std::string name;
  for (char c : property) {
    if (c == '-') continue;
    if (c == '.')
      name += '_';
    else
      name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return name;
}

/// The property in the form in which the entry writes it.
std::string as_written(const SpringEntry& entry, const std::string& property) {
  return entry.variable ? variable_name(property) : property;
}

std::string full_name(const SpringEntry& entry, std::size_t count) {
  std::string name = "spring.kafka";
  for (const std::string& element : std::span(entry.elements).first(count)) name += "." + element;
  return name;
}

/// Whether the entry's value is one that Kafka accepts for the key: only then does putting the key
/// right not stop the application.
bool is_accepted(const SpringEntry& entry, std::string_view key, Role role) {
  const std::vector<kafka::KeyDefinition> history = kafka::catalog(role).history(key);
  if (!entry.value || entry.value->find("${") != std::string::npos || history.empty()) return true;
  const kafka::KeyDefinition newest = history.back();
  const kafka::VersionSet versions = newest.versions();
  return kafka::parse_value(newest, *entry.value, versions.releases().back()).has_value();
}

/// The edit that makes the last `from` elements of the name into `text`, when they all stand in one
/// key. `from` counts spring and kafka.
std::vector<Fix> rename_key(const SpringEntry& entry, std::size_t from, const std::string& text,
                            std::string title) {
  const std::size_t all = entry.elements.size() + 2;
  if (entry.key_span.empty() || entry.indexed || entry.written_elements > all ||
      all - entry.written_elements > from)
    return {};
  // The names before `from` that the key holds as well stay as they are written.
  std::string kept;
  for (std::size_t i = all - entry.written_elements; i < from; ++i) {
    if (i < 2)
      kept += i == 0 ? "spring" : "kafka";
    else
      kept += entry.elements[i - 2];
    kept += '.';
  }
  return {{.title = std::move(title),
           .applicability = Applicability::safe,
           .edits = {{entry.key_span, as_written(entry, kept + text)}}}};
}

bool is_below(const SpringEntry& other, const SpringEntry& section) {
  const auto uniform = [](const std::string& element) { return spring_uniform(element); };
  return other.elements.size() > section.elements.size() &&
         std::ranges::equal(std::span(other.elements).first(section.elements.size()),
                            section.elements, {}, uniform, uniform);
}

}  // namespace

std::string_view kafka_key_like(std::string_view name, Role role, bool all_clients) {
  const std::string letters = letters_of(name);
  const KeysByLetters& own = keys_by_letters(role);
  if (const auto found = own.find(letters); found != own.end()) return found->second;
  if (!all_clients) return {};
  for (Role other : kClients) {
    const KeysByLetters& keys = keys_by_letters(other);
    if (const auto found = keys.find(letters); found != keys.end()) return found->second;
  }
  return {};
}

bool known_to_another_client(std::string_view key, Role role) {
  return std::ranges::any_of(kClients, [&](Role other) {
    return other != role && !kafka::catalog(other).history(key).empty();
  });
}

std::optional<Diagnostic> check_map_key(const SpringEntry& entry, std::string_view key, Role role,
                                        bool common) {
  const std::size_t skip = common ? 1 : 2;
  if (entry.indexed) {
    const std::string_view base = key.substr(0, key.find_last_of('.'));
    const std::string_view known = kafka_key_like(base, role, common);
    if (known.empty()) return std::nullopt;
    return Diagnostic{.rule = "spring/list-in-properties",
                      .span = entry.key_span,
                      .key = std::string(known),
                      .arguments = {{"key", std::string(known)}, {"actual", std::string(key)}},
                      .related = {},
                      .fixes = {}};
  }
  if (!kafka::catalog(role).history(key).empty() || known_to_another_client(key, role))
    return std::nullopt;
  const std::string_view known = kafka_key_like(key, role, common);
  if (known.empty()) return std::nullopt;
  return Diagnostic{
      .rule = "spring/properties-key-not-kafka",
      .span = entry.key_span,
      .key = std::string(known),
      .arguments = {{"key", std::string(known)}, {"written", std::string(key)}},
      .related = {},
      .fixes = is_accepted(entry, known, role)
                   ? rename_key(entry, skip + 2, std::string(known), "write Kafka's own name")
                   : std::vector<Fix>()};
}

std::optional<Diagnostic> check_misplaced(const SpringName& name, const SpringSetting* typed,
                                          const std::optional<SpringBootVersion>& boot) {
  const auto& [entry, skip, role] = name;
  const bool common = skip == 0;
  std::string_view known = typed ? typed->kafka : std::string_view();
  if (known.empty())
    known = kafka_key_like(join_elements(std::span(entry.elements).subspan(skip)), role, common);
  // Applications like to keep a group id of their own there, which they read themselves.
  if (known.empty() || known == "-" || (common && known == "group.id")) return std::nullopt;
  const std::string target = "properties." + std::string(known);
  const bool movable =
      !(typed && typed->type != SpringType::text) && is_accepted(entry, known, role);
  return Diagnostic{
      .rule = "spring/misplaced-key",
      .span = entry.key_span,
      .key = std::string(known),
      .arguments = {{"key", std::string(known)},
                    {"boot", typed && boot ? "Spring Boot " + boot->to_string() : "Spring Boot"},
                    {"property", as_written(entry, full_name(entry, entry.elements.size()))},
                    {"suggestion", as_written(entry, full_name(entry, skip) + "." + target)}},
      .related = {},
      .fixes = movable ? rename_key(entry, skip + 2, target, "move it below `properties`")
                       : std::vector<Fix>()};
}

Diagnostic unbindable(const SpringEntry& entry, const SpringSetting& typed,
                      std::string_view value) {
  return {.rule = "spring/unbindable-value",
          .span = entry.value_span.empty() ? entry.entry_span : entry.value_span,
          .key = std::string(typed.kafka == "-" ? std::string_view() : typed.kafka),
          .arguments = {{"key", std::string(typed.kafka)},
                        {"property", as_written(entry, full_name(entry, entry.elements.size()))},
                        {"value", std::string(value)},
                        {"expected", std::string(describe(typed.type))}},
          .related = {},
          .fixes = {}};
}

Diagnostic replaced_by_typed(const SpringEntry& entry, std::string_view key,
                             const SpringBootVersion& boot) {
  std::string typed(key);
  std::ranges::replace(typed, '.', '-');
  if (key == "security.protocol") typed = key;
  // In 3.5 the consumer's own protocol does not count where the common one is set.
  const bool common = !is_role_section(entry) || (key == "security.protocol" && boot.before(4, 0) &&
                                                  spring_uniform(entry.elements[0]) == "consumer");
  const std::string section = common ? std::string("spring.kafka") : full_name(entry, 1);
  return {.rule = "spring/replaced-by-typed-setting",
          .span = entry.key_span,
          .key = std::string(key),
          .arguments = {{"key", std::string(key)},
                        {"boot", "Spring Boot " + boot.to_string()},
                        {"property", as_written(entry, full_name(entry, entry.elements.size()))},
                        {"suggestion", as_written(entry, section + "." + typed)}},
          .related = {},
          .fixes = {}};
}

Diagnostic cut_to_32_bits(const SpringEntry& entry, const SpringSetting& typed,
                          std::string_view value, std::string_view actual) {
  return {.rule = "spring/cut-to-32-bits",
          .span = entry.value_span.empty() ? entry.entry_span : entry.value_span,
          .key = std::string(typed.kafka),
          .arguments = {{"key", std::string(typed.kafka)},
                        {"property", as_written(entry, full_name(entry, entry.elements.size()))},
                        {"value", std::string(value)},
                        {"actual", std::string(actual)}},
          .related = {},
          .fixes = {}};
}

std::optional<Diagnostic> check_empty_section(const SpringEntry& entry,
                                              std::span<const SpringDocument* const> bound,
                                              const std::optional<SpringBootVersion>& boot) {
  if (!is_empty_section(entry)) return std::nullopt;
  const std::string name = spring_uniform(entry.elements.back());
  if (name == "properties" && (!boot || !boot->before(4, 1))) return std::nullopt;
  for (const SpringDocument* document : bound)
    for (const SpringEntry& other : document->entries)
      if (is_below(other, entry)) return std::nullopt;
  return Diagnostic{.rule = "spring/empty-section",
                    .span = entry.key_span,
                    .key = {},
                    .arguments = {{"property", full_name(entry, entry.elements.size())}},
                    .related = {},
                    .fixes = {}};
}

std::optional<Diagnostic> check_springs_own(const SpringEntry& entry, const SpringLookup& lookup,
                                            const std::optional<SpringBootVersion>& boot) {
  const std::string section = spring_uniform(entry.elements[0]);
  for (std::string_view group : {"listener", "jaas", "retry", "template"}) {
    if (section != group || entry.indexed || !entry.value) continue;
    const std::span<const std::string> rest = std::span(entry.elements).subspan(1);
    const SpringSetting* typed = entry.variable ? find_spring_variable(group, rest)
                                                : find_spring_setting(group, join_elements(rest));
    if (!typed || (boot && !boot->in_lines(typed->boot))) return std::nullopt;
    const PlaceholderResult resolved = resolve_spring_placeholders(*entry.value, lookup);
    if (!resolved.known) return std::nullopt;
    const auto kind = resolved.text == *entry.value ? entry.kind : SnakeScalar::Kind::text;
    const SpringConversion converted = convert_spring(typed->type, resolved.text, kind, boot);
    if (converted.outcome == SpringConversion::Outcome::refused)
      return unbindable(entry, *typed, resolved.text);
  }
  return std::nullopt;
}

Diagnostic exclusive_settings(const SpringEntry& entry, const SpringEntry& other) {
  Diagnostic found{.rule = "spring/exclusive-settings",
                   .span = entry.key_span,
                   .key = {},
                   .arguments = {},
                   .related = {},
                   .fixes = {}};
  found.arguments = {{"property", as_written(entry, full_name(entry, entry.elements.size()))},
                     {"other", as_written(other, full_name(other, other.elements.size()))}};
  if (!other.key_span.empty()) found.related = {{other.key_span, "the other one"}};
  return found;
}

}  // namespace kaflint::dialect
