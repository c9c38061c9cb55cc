#include "tests/referee/compare.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/kafka/catalog.h"
#include "tests/referee/judge.h"

namespace kaflint::referee {
namespace {

std::string describe(const Answer& answer) {
  if (answer.outcome != "refuses") return fmt::format("{} {}", answer.outcome, answer.message);
  return fmt::format("refuses {} ({}{})", answer.key.value_or("-"), answer.message,
                     answer.message.empty() && !answer.named.empty() ? answer.named.front() : "");
}

/// What is left of a message when values and names are taken out of it.
std::string pattern_of(const Answer& kafka) {
  std::string pattern;
  bool quoted = false;
  for (const char c : kafka.message.substr(0, kafka.message.find('\n'))) {
    if (c == '"' || c == '\'') quoted = !quoted;
    const bool digit = c >= '0' && c <= '9';
    if (!quoted && !digit) pattern += c;
  }
  if (const std::size_t value = pattern.find("Invalid value "); value != std::string::npos)
    if (const std::size_t end = pattern.find(" for configuration", value); end != std::string::npos)
      pattern.erase(value + 14, end - value - 14);
  return pattern.substr(0, 120);
}

bool keys_agree(const Case& test, const Answer& kafka, const Answer& kaflint) {
  if (kafka.key == kaflint.key) return true;
  if (kafka.key && kaflint.key && kafka.message.find("Unknown ") != std::string::npos) {
    // Of several unknown keys, Kafka names the first in the order of a hash table.
    const kafka::RoleCatalog catalog = kafka::catalog(test.role);
    return !catalog.find(*kafka.key, test.release) && !catalog.find(*kaflint.key, test.release);
  }
  if (kafka.key || kafka.named.empty()) return false;
  // Kafka names several, and none before the others.
  return !kaflint.key || std::ranges::find(kafka.named, *kaflint.key) != kafka.named.end();
}

std::string shown(const std::optional<std::string>& value) { return value ? *value : "null"; }

/// `where` is empty, or says which client it is about.
void compare_effective(const std::string& where, const Answer& kafka, const Answer& kaflint,
                       std::vector<Difference>& differences) {
  for (const auto& [key, value] : kafka.effective) {
    // Streams makes the ids of its clients up.
    if (!where.empty() &&
        (key == "client.id" || key == "group.instance.id" || key == "transactional.id"))
      continue;
    const auto found = kaflint.effective.find(key);
    if (found != kaflint.effective.end() && found->second == value) continue;
    differences.push_back(
        {.kind = Difference::Kind::effective,
         .reason = fmt::format("effective {}{}", where, key),
         .expected = fmt::format("{}{}={}", where, key, shown(value)),
         .actual = found == kaflint.effective.end() ? "no such key" : shown(found->second)});
  }
}

void compare_client(const Case& test, const std::string& name, const Answer& kafka,
                    const Answer& parent, std::vector<Difference>& differences) {
  if (!is_comparable(kafka)) return;
  const auto found = parent.clients.find(name);
  if (found == parent.clients.end() || found->second.outcome != kafka.outcome ||
      (kafka.outcome == "refuses" && !keys_agree(test, kafka, found->second))) {
    differences.push_back(
        {.kind = Difference::Kind::outcome,
         .reason = fmt::format("client {}: {}", name, pattern_of(kafka)),
         .expected = fmt::format("{} {}", name, describe(kafka)),
         .actual = found == parent.clients.end() ? "no such client" : describe(found->second)});
    return;
  }
  compare_effective(name + " ", kafka, found->second, differences);
}

}  // namespace

bool is_comparable(const Answer& kafka) {
  return kafka.outcome == "starts" || kafka.outcome == "refuses";
}

std::vector<Difference> compare(const Case& test, const Answer& kafka, const Answer& kaflint) {
  std::vector<Difference> differences;
  if (!is_comparable(kafka)) return differences;
  if (kaflint.outcome == "undetermined" && !has_mirror(test.role)) return differences;
  if (kafka.outcome != kaflint.outcome) {
    differences.push_back(
        {.kind = Difference::Kind::outcome,
         .reason =
             kafka.outcome == "refuses"
                 ? fmt::format("Kafka refuses {}, kaflint {}", pattern_of(kafka), kaflint.outcome)
                 : fmt::format("Kafka starts, kaflint refuses {} {}", kaflint.key.value_or("-"),
                               kaflint.named.empty() ? "" : kaflint.named.front()),
         .expected = describe(kafka),
         .actual = describe(kaflint)});
  } else if (kafka.outcome == "refuses") {
    if (!keys_agree(test, kafka, kaflint))
      differences.push_back(
          {.kind = Difference::Kind::key,
           .reason = fmt::format("Kafka names {} ({}), kaflint {}", kafka.key.value_or("-"),
                                 pattern_of(kafka), kaflint.key.value_or("-")),
           .expected = describe(kafka),
           .actual = describe(kaflint)});
  } else {
    compare_effective("", kafka, kaflint, differences);
    for (const auto& [name, client] : kafka.clients)
      compare_client(test, name, client, kaflint, differences);
  }
  return differences;
}

}  // namespace kaflint::referee
