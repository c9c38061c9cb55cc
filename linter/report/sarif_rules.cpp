// Rule descriptors with everything that code-scanning services show or sort by.
#include "linter/report/sarif_rules.h"

#include <fmt/format.h>
#include <algorithm>

namespace kaflint::report {
namespace {

constexpr std::string_view kHeadingMark = "# ";

/// `IdempotenceNeedsAcksAll` for producer/idempotence-needs-acks-all
std::string name_of(std::string_view id) {
  std::string name;
  bool upper = true;
  for (const char c : id.substr(id.rfind('/') + 1)) {
    const bool lower_letter = c >= 'a' && c <= 'z';
    if (c == '-' || c == '.')
      upper = true;
    else {
      name += upper && lower_letter ? static_cast<char>(c - 32) : c;
      upper = false;
    }
  }
  return name;
}

/// The page's prose, up to its first heading.
std::string_view description(std::string_view page) {
  std::size_t end = page.starts_with('#') ? 0 : page.find("\n#");
  if (end == std::string_view::npos) end = page.size();
  std::string_view text = page.substr(0, end);
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n") + 1 - begin);
}

std::string help_text(const policy::Rule& rule) {
  const std::string_view text = description(rule.page);
  return std::string(text.empty() ? rule.summary : text);
}

/// The page as it is written, under a title, with where it comes from.
std::string help_markdown(const policy::Rule& rule) {
  std::string text = fmt::format("{}{}\n\n{}", kHeadingMark, rule.id, rule.page);
  if (rule.references.empty()) return text;
  text += "\n\nReferences:\n";
  for (const std::string_view reference : rule.references) text += fmt::format("- {}\n", reference);
  return text;
}

Json tags(const policy::Rule& rule) {
  Json json = {"kafka", "configuration", rule.id.substr(0, rule.id.find('/'))};
  for (const Consequence consequence : rule.consequences) json.push_back(to_string(consequence));
  return json;
}

/// What Kafka does is certain, and tested against it; what is dangerous is judged.
std::string_view precision(const policy::Rule& rule) {
  const bool opinion = !rule.consequences.empty() && rule.consequences.front() == Consequence::risk;
  return opinion ? "high" : "very-high";
}

std::string_view problem_severity(Level level) {
  return level == Level::note ? "recommendation" : to_string(level);
}

}  // namespace

std::string sentence(std::string_view text) {
  std::string result(text);
  // `acks=1` and other names keep their case.
  const std::size_t word = result.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  const bool plain = word != std::string::npos && word > 0 && result[word] == ' ';
  if (plain) result[0] = static_cast<char>(result[0] - 32);
  if (!result.empty() && result.find_last_of(".!?") != result.size() - 1) result += '.';
  return result;
}

SarifRules::SarifRules(const Report& report) {
  for (const policy::Rule& rule : policy::rules()) add(rule);
  const policy::RuleChoice* known = nullptr;
  for (const policy::FileResult& file : report.files) {
    if (!file.rules || file.rules.get() == known) continue;
    known = file.rules.get();
    for (const policy::Rule* policy : known->policies().rules())
      if (!index_.contains(policy->id)) add(*policy);
  }
  const auto add_missing = [this](const Finding& finding) {
    if (!index_.contains(finding.rule)) add(finding);
  };
  for (const policy::FileResult& file : report.files) {
    std::ranges::for_each(file.findings, add_missing);
    std::ranges::for_each(file.suppressed, add_missing, &Suppressed::finding);
  }
}

void SarifRules::add(const policy::Rule& rule) {
  Json json = {{"id", rule.id},
               {"name", name_of(rule.id)},
               {"shortDescription", {{"text", sentence(rule.summary)}}},
               {"fullDescription", {{"text", sentence(help_text(rule))}}},
               {"help", {{"text", sentence(help_text(rule))}, {"markdown", help_markdown(rule)}}},
               {"defaultConfiguration", {{"level", to_string(rule.level)}}}};
  for (const std::string_view reference : rule.references)
    if (reference.starts_with("https://") && !json.contains("helpUri")) json["helpUri"] = reference;
  json["properties"] = {{"tags", tags(rule)},
                        {"precision", precision(rule)},
                        {"problem.severity", problem_severity(rule.level)}};
  index_.emplace(rule.id, descriptors_.size());
  descriptors_.push_back(std::move(json));
}

void SarifRules::add(const Finding& finding) {
  const std::string text = fmt::format("The rule {} of a policy.", finding.rule);
  index_.emplace(finding.rule, descriptors_.size());
  descriptors_.push_back({{"id", finding.rule},
                          {"name", name_of(finding.rule)},
                          {"shortDescription", {{"text", text}}},
                          {"fullDescription", {{"text", text}}},
                          {"help", {{"text", text}}},
                          {"defaultConfiguration", {{"level", to_string(finding.level)}}}});
}

}  // namespace kaflint::report
