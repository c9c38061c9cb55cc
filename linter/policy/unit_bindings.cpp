#include "linter/policy/unit_bindings.h"

#include <algorithm>
#include <utility>

#include "linter/constraint/literals.h"
#include "linter/kafka/config_def.h"

namespace kaflint::policy {
namespace {

using constraint::Value;
using constraint::Variable;

Value to_value(const kafka::ConfigValue& value, std::deque<std::vector<Value>>& lists) {
  struct Convert {
    std::deque<std::vector<Value>>& lists;
    Value operator()(kafka::Null) const { return Value::null(); }
    Value operator()(bool value) const { return Value::boolean(value); }
    Value operator()(std::int64_t value) const { return Value::integer(value); }
    Value operator()(double value) const { return Value::number(value); }
    Value operator()(const std::string& value) const { return Value::text(value); }
    Value operator()(const std::vector<std::string>& items) const {
      std::vector<Value>& list = lists.emplace_back();
      for (const std::string& item : items) list.push_back(Value::text(item));
      return Value::list(list);
    }
  };
  return std::visit(Convert{lists}, value);
}

/// A number of a topic's layout; a negative one leaves the choice to the brokers.
Value count(const std::optional<dialect::Setting>& setting) {
  if (!setting || !setting->value) return Value::unknown();
  const auto number = constraint::parse_integer(*setting->value);
  return number && *number > 0 ? Value::integer(*number) : Value::unknown();
}

/// Of a name that is no key.
std::string shown(const Value& value) {
  if (value.is(constraint::ValueKind::text)) return std::string(value.as_text());
  if (value.is(constraint::ValueKind::integer)) return std::to_string(value.as_integer());
  return "(not known)";
}

}  // namespace

UnitBindings::UnitBindings(const dialect::Unit& unit, const kafka::ParsedConfig& config,
                           const kafka::Verdict& verdict)
    : unit_(unit), config_(config), effective_(config, verdict), written_(config) {}

Value UnitBindings::variable(Variable variable) const {
  switch (variable) {
    case Variable::config:
      return Value::map(effective_);
    case Variable::written:
      return Value::map(written_);
    case Variable::kafka:
      return Value::version(config_.version());
    case Variable::role:
      return Value::text(to_string(unit_.role));
    case Variable::topic:
      return unit_.topic && !unit_.topic->name.empty() ? Value::text(unit_.topic->name)
                                                       : Value::unknown();
    case Variable::partitions:
      return unit_.topic ? count(unit_.topic->partitions) : Value::unknown();
    case Variable::replication_factor:
      return unit_.topic ? count(unit_.topic->replication_factor) : Value::unknown();
    case Variable::brokers:
      return unit_.brokers ? Value::integer(*unit_.brokers) : Value::unknown();
  }
  return Value::unknown();
}

std::string UnitBindings::shown(std::string_view key) const {
  for (const constraint::VariableInfo& each : constraint::variables())
    if (each.name == key) return policy::shown(variable(each.variable));
  const auto definition = config_.definition(key);
  // What Kafka does not define may be a plug-in's password.
  if (!definition || definition->type() == kafka::Type::password) return "[hidden]";
  const kafka::ConfigValue* value = effective_.value(key);
  if (value == nullptr) return "(not known)";
  if (std::holds_alternative<kafka::Null>(*value)) return "null";
  return kafka::convert_to_string(*value);
}

Ternary UnitBindings::Effective::contains(std::string_view key) const {
  return ternary(config_.definition(key).has_value());
}

const kafka::ConfigValue* UnitBindings::Effective::value(std::string_view key) const {
  const auto found = verdict_.overrides.find(key);
  const auto definition = config_.definition(key);
  if (found == verdict_.overrides.end() || !definition) return config_.find(key);
  for (const auto& [known, value] : overrides_)
    if (known == key) return &value;
  auto parsed = kafka::parse_type(definition->type(), found->second.value, config_.version());
  if (!parsed) return nullptr;
  return &overrides_.emplace_back(std::string(key), *std::move(parsed)).second;
}

Value UnitBindings::Effective::find(std::string_view key) const {
  const kafka::ConfigValue* known = value(key);
  return known == nullptr ? Value::unknown() : to_value(*known, lists_);
}

Ternary UnitBindings::Written::contains(std::string_view key) const {
  if (config_.written().contains(key)) return Ternary::yes;
  return open() ? Ternary::unknown : Ternary::no;
}

Value UnitBindings::Written::find(std::string_view key) const {
  const std::optional<std::string>* text = config_.written().find(key);
  if (text == nullptr) return open() ? Value::unknown() : Value::error("no such key");
  return *text ? Value::text(**text) : Value::unknown();
}

std::string_view UnitBindings::Written::key(std::size_t place) const {
  if (keys_.empty())
    for (const auto& [key, text] : config_.written().values()) keys_.push_back(key);
  return keys_[place];
}

}  // namespace kaflint::policy
