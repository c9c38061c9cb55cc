#include "rules/startup/broker/decision.h"

#include <algorithm>

namespace kaflint::startup::kafka_server {
namespace {

const kafka::ConfigValue kNull = kafka::Null{};

void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& key : more)
    if (std::ranges::find(all, key) == all.end()) all.push_back(key);
}

}  // namespace

void Evidence::add(const Evidence& other) {
  add_new(unknown_, other.unknown_);
  add_new(assumed_, other.assumed_);
}

bool Decision::written(std::string_view key) {
  if (config_.is_written(key)) return true;
  if (config_.completeness() == kafka::Completeness::incomplete) evidence_.add_assumed(key);
  return false;
}

const kafka::ConfigValue& Decision::value(std::string_view key) {
  if (const kafka::ConfigValue* known = config_.find(key)) return *known;
  const auto definition = config_.definition(key);
  if (!definition) return kNull;
  if (config_.is_written(key) || definition->required())
    evidence_.add_unknown(key);
  else
    evidence_.add_assumed(key);
  return definition->default_value();
}

std::optional<std::int64_t> Decision::optional_number(std::string_view key) {
  return kafka::copy_as<std::int64_t>(&value(key));
}

bool Decision::boolean(std::string_view key) {
  return kafka::copy_as<bool>(&value(key)).value_or(false);
}

std::optional<std::string> Decision::text(std::string_view key) {
  return kafka::copy_as<std::string>(&value(key));
}

std::optional<std::vector<std::string>> Decision::list(std::string_view key) {
  return kafka::copy_as<std::vector<std::string>>(&value(key));
}

std::string Decision::shown(std::string_view key) {
  const kafka::ConfigValue& known = value(key);
  return std::holds_alternative<kafka::Null>(known) ? "" : kafka::convert_to_string(known);
}

void Decision::conclude_that_it_holds() {
  for (const std::string& key : evidence_.unknown()) report_.needs(key);
}

void Decision::refuse(RuleId rule, const Blame& blame, kafka::Arguments arguments) {
  if (!evidence_.unknown().empty() || !evidence_.assumed().empty()) {
    for (const std::string& key : evidence_.unknown()) report_.needs(key);
    for (const std::string& key : evidence_.assumed()) report_.needs(key);
    return;
  }
  report_.refuse(rule, key_of(blame), std::move(arguments), std::string(blame.at));
}

void Decision::require(bool holds, RuleId rule, const Blame& blame, kafka::Arguments arguments) {
  if (holds)
    conclude_that_it_holds();
  else
    refuse(rule, blame, std::move(arguments));
}

std::optional<std::string> Decision::key_of(const Blame& blame) const {
  std::optional<std::string> only;
  for (const std::string_view key : blame.named) {
    if (key.empty() || !config_.definition(key)) continue;
    if (only && *only != key) return blame.begins_with_key ? only : std::nullopt;
    only = key;
  }
  return only;
}

}  // namespace kaflint::startup::kafka_server
