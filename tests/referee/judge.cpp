#include "tests/referee/judge.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "linter/kafka/verdict.h"
#include "rules/startup/startup.h"

namespace kaflint::referee {

namespace {

Answer answer_of(const kafka::Verdict& verdict) {
  Answer answer;
  answer.outcome = kafka::to_string(verdict.outcome);
  if (verdict.outcome == kafka::Outcome::refuses) {
    answer.key = verdict.refusals.front().key;
    answer.named.emplace_back(verdict.refusals.front().rule.text());
  } else if (verdict.outcome == kafka::Outcome::undetermined) {
    answer.message = fmt::format("needs {}", fmt::join(verdict.unknown, ", "));
  }
  return answer;
}

void add_values(Answer& answer, const std::map<std::string, kafka::EffectiveValue>& values) {
  if (answer.outcome != "starts") return;
  for (const auto& [key, value] : values) answer.effective[key] = value.value;
}

}  // namespace

bool has_mirror(kafka::Role role) { return startup::mirror(role) != nullptr; }

Answer judge(const Case& test) {
  kafka::WrittenConfig written;
  for (const auto& [key, value] : test.config) written.set(key, value);
  const kafka::ParsedConfig config(kafka::catalog(test.role), test.release, written,
                                   kafka::Completeness::complete);
  const kafka::Verdict verdict = kafka::judge(config, startup::mirror(test.role));
  Answer answer = answer_of(verdict);
  add_values(answer, kafka::effective_values(config, verdict, {}));
  for (const kafka::ClientVerdict& client : verdict.clients) {
    Answer inside = answer_of(client.verdict);
    add_values(inside, kafka::effective_values(client));
    answer.clients[client.name] = std::move(inside);
  }
  return answer;
}

}  // namespace kaflint::referee
