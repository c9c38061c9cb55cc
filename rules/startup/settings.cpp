#include "rules/startup/settings.h"

namespace kaflint::startup {

using kafka::ConfigValue;

bool Settings::defined(std::string_view key) const { return config_.definition(key).has_value(); }

const ConfigValue* Settings::value(std::string_view key) const {
  const auto definition = config_.definition(key);
  if (!definition) return nullptr;
  if (!written(key)) return &definition->default_value();
  const ConfigValue* known = config_.find(key);
  if (known == nullptr) report_.needs(key);
  return known;
}

std::optional<std::int64_t> Settings::number(std::string_view key) const {
  return kafka::copy_as<std::int64_t>(value(key));
}

std::optional<bool> Settings::boolean(std::string_view key) const {
  return kafka::copy_as<bool>(value(key));
}

std::optional<std::string> Settings::string(std::string_view key) const {
  return kafka::copy_as<std::string>(value(key));
}

std::string Settings::text(std::string_view key) const {
  const ConfigValue* known = value(key);
  return known == nullptr || std::holds_alternative<kafka::Null>(*known)
             ? ""
             : kafka::convert_to_string(*known);
}

bool Settings::is_null(std::string_view key) const {
  const ConfigValue* known = value(key);
  return known != nullptr && std::holds_alternative<kafka::Null>(*known);
}

bool Settings::certain(std::initializer_list<std::string_view> keys) const {
  bool all = true;
  for (std::string_view key : keys) {
    if (written(key) ? config_.find(key) != nullptr : complete()) continue;
    report_.needs(key);
    all = false;
  }
  return all;
}

}  // namespace kaflint::startup
