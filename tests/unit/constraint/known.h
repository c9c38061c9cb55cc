// A small configuration for constraints to be tested with.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/constraint/bindings.h"
#include "linter/constraint/checker.h"
#include "linter/constraint/evaluator.h"

namespace kaflint::constraint {

class KnownScope : public Scope {
 public:
  std::expected<std::string, std::string> config_type(std::string_view key) const override {
    if (key == "acks" || key == "client.id") return "nullable(string)";
    if (key == "linger.ms" || key == "retries" || key == "delivery.timeout.ms")
      return "nullable(int)";
    if (key == "enable.idempotence") return "nullable(bool)";
    if (key == "ratio") return "nullable(double)";
    if (key == "bootstrap.servers") return "list(string)";
    return std::unexpected("no such key `" + std::string(key) + "`");
  }
};

class KnownMap : public Map {
 public:
  explicit KnownMap(bool open) : open_(open) {}
  std::map<std::string, Value, std::less<>> values;

  Ternary contains(std::string_view key) const override {
    if (values.contains(key)) return Ternary::yes;
    return open_ ? Ternary::unknown : Ternary::no;
  }
  Value find(std::string_view key) const override {
    const auto found = values.find(key);
    if (found != values.end()) return found->second;
    return open_ ? Value::unknown() : Value::error("no such key");
  }
  std::size_t size() const override { return values.size(); }
  std::string_view key(std::size_t place) const override {
    return std::next(values.begin(), static_cast<std::ptrdiff_t>(place))->first;
  }
  bool open() const override { return open_; }

 private:
  bool open_;
};

/// acks=1, linger.ms=5 and an unknown client.id are written; retries and bootstrap.servers have
/// values too, everything else is unknown.
class KnownBindings : public Bindings {
 public:
  explicit KnownBindings(bool open = false) : written_(open), config_(true) {
    static const std::vector<Value> kServers = {Value::text("a:9092"), Value::text("b:9092")};
    written_.values = {{"acks", Value::text("1")},
                       {"linger.ms", Value::text("5")},
                       {"client.id", Value::unknown()}};
    config_.values = {{"acks", Value::text("1")},
                      {"linger.ms", Value::integer(5)},
                      {"ratio", Value::number(0.5)},
                      {"retries", Value::null()},
                      {"bootstrap.servers", Value::list(kServers)}};
  }
  Value variable(Variable variable) const override {
    switch (variable) {
      case Variable::config:
        return Value::map(config_);
      case Variable::written:
        return Value::map(written_);
      case Variable::kafka:
        return Value::version(kafka::Version(3, 9, 2));
      case Variable::role:
        return Value::text("producer");
      case Variable::partitions:
        return Value::integer(12);
      default:
        return Value::unknown();
    }
  }

 private:
  KnownMap written_;
  KnownMap config_;
};

/// `true`, `42`, `"text"`, `[1, 2]`, `unknown`, `error`: for comparing in tests.
inline std::string shown(const Value& value) {
  switch (value.kind()) {
    case ValueKind::unknown:
      return "unknown";
    case ValueKind::error:
      return "error";
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(value.as_integer());
    case ValueKind::number:
      return std::to_string(value.as_number());
    case ValueKind::text:
      return "\"" + std::string(value.as_text()) + "\"";
    case ValueKind::duration:
      return std::to_string(value.as_integer()) + "ns";
    case ValueKind::version:
      return value.as_version().to_string();
    case ValueKind::map:
      return "map";
    case ValueKind::list:
      break;
  }
  std::string out;
  for (const Value& item : value.items()) out += (out.empty() ? "" : ", ") + shown(item);
  return "[" + out + "]";
}

/// The value, or `OFFSET: what is wrong`.
inline std::string worth(std::string_view text, bool open = false) {
  const auto checked = compile(text, KnownScope());
  if (!checked) return std::to_string(checked.error().offset) + ": " + checked.error().text;
  Evaluator evaluator;
  return shown(evaluator.evaluate(checked->program.view(), KnownBindings(open)));
}

}  // namespace kaflint::constraint
