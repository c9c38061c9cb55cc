#include "tests/differential/cel/compare.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "linter/constraint/checker.h"
#include "linter/constraint/evaluator.h"
#include "linter/constraint/literals.h"

namespace kaflint::constraint {
namespace {

using Json = nlohmann::json;

class Scope : public constraint::Scope {
 public:
  std::expected<std::string, std::string> config_type(std::string_view key) const override {
    for (const auto& [name, type] : {std::pair("acks", "nullable(string)"),
                                     {"client.id", "nullable(string)"},
                                     {"linger.ms", "nullable(int)"},
                                     {"retries", "nullable(int)"},
                                     {"enable.idempotence", "nullable(bool)"},
                                     {"ratio", "nullable(double)"},
                                     {"bootstrap.servers", "list(string)"},
                                     {"any", "dyn"}})
      if (key == name) return type;
    return std::unexpected("unknown");
  }
};

/// A map of which single values, but never the keys, may be unknown.
class RecordedMap : public Map {
 public:
  void set(const std::string& key, Value value) { values_.emplace_back(key, value); }
  Ternary contains(std::string_view key) const override {
    return ternary(std::ranges::find(values_, key, &Entry::first) != values_.end());
  }
  Value find(std::string_view key) const override {
    const auto found = std::ranges::find(values_, key, &Entry::first);
    return found == values_.end() ? Value::error("no such key") : found->second;
  }
  std::size_t size() const override { return values_.size(); }
  std::string_view key(std::size_t place) const override { return values_[place].first; }
  bool open() const override { return false; }

 private:
  using Entry = std::pair<std::string, Value>;
  std::vector<Entry> values_;
};

class RecordedBindings : public Bindings {
 public:
  explicit RecordedBindings(Json json) : json_(std::move(json)) {
    for (const auto& [key, value] : json_["config"].items())
      config_.set(key, key == "ratio" ? Value::number(value) : value_of(value));
    for (const auto& [key, value] : json_["written"].items()) written_.set(key, value_of(value));
    for (const Json& name : json_["unknown"]) {
      unknown_.push_back(name);
      config_.set(name, Value::unknown());
    }
  }

  Value variable(Variable variable) const override {
    const auto known = [&](std::string_view name) {
      return std::ranges::find(unknown_, name) == unknown_.end();
    };
    switch (variable) {
      case Variable::config:
        return Value::map(config_);
      case Variable::written:
        return known("written") ? Value::map(written_) : Value::unknown();
      case Variable::kafka:
        return Value::version(*parse_version(text("kafka")));
      case Variable::role:
        return known("role") ? Value::text(text("role")) : Value::unknown();
      case Variable::partitions:
        return known("partitions") ? Value::integer(json_["partitions"]) : Value::unknown();
      default:
        return Value::unknown();
    }
  }

 private:
  std::string_view text(const char* name) const {
    return json_.at(name).get_ref<const std::string&>();
  }

  Value value_of(const Json& json) {
    if (json.is_null()) return Value::null();
    if (json.is_boolean()) return Value::boolean(json);
    if (json.is_string()) return Value::text(json.get_ref<const std::string&>());
    if (json.is_array()) {
      std::vector<Value>& items = lists_.emplace_back();
      for (const Json& item : json) items.push_back(value_of(item));
      return Value::list(items);
    }
    return json.is_number_integer() ? Value::integer(json) : Value::number(json);
  }

  Json json_;
  RecordedMap config_;
  RecordedMap written_;
  std::vector<std::string> unknown_;
  std::deque<std::vector<Value>> lists_;
};

Json shown(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return value.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return fmt::format("{}", value.as_integer());
    case ValueKind::number:
      if (std::isnan(value.as_number())) return "double nan";
      return fmt::format("double {:x}", std::bit_cast<std::uint64_t>(value.as_number()));
    case ValueKind::text:
      return fmt::format("text {}", value.as_text());
    case ValueKind::duration:
      return fmt::format("{}ns", value.as_integer());
    case ValueKind::map:
      return "map";
    case ValueKind::version: {
      const std::string text = value.as_version().to_string();
      const auto dots = std::ranges::count(text, '.');
      return fmt::format("version {}{}", text, dots == 2 ? ".0" : "");
    }
    default:
      break;
  }
  Json items = Json::array();
  for (const Value& item : value.items()) items.push_back(shown(item));
  return items;
}

/// `refused`, `error`, `unknown` or the value.
Json outcome(const std::string& text, const Bindings& bindings, Evaluator& evaluator,
             std::string& why) {
  const auto checked = compile(text, Scope());
  if (!checked) {
    why = fmt::format("{}: {}", checked.error().offset, checked.error().text);
    return {{"outcome", "refused"}};
  }
  const Value value = evaluator.evaluate(checked->program.view(), bindings);
  if (value.is(ValueKind::error)) {
    why = value.as_text();
    return {{"outcome", "error"}};
  }
  if (value.is(ValueKind::unknown)) return {{"outcome", "unknown"}};
  return {{"outcome", "value"}, {"value", shown(value)}};
}

/// Calls `take` for every line.
template <typename Take>
void read_lines(const std::string& path, const Take& take) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::string line;
  std::array<char, 65536> buffer;
  while (gzgets(file.get(), buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    line += buffer.data();
    if (!line.ends_with('\n')) continue;
    take(Json::parse(line));
    line.clear();
  }
}

}  // namespace

Comparison compare_with_recording(const std::string& path) {
  constexpr std::size_t kMostDifferences = 50;
  Comparison comparison;
  std::deque<RecordedBindings> bindings;
  Evaluator evaluator;
  read_lines(path, [&](const Json& line) {
    if (line.contains("bindings")) {
      for (const Json& each : line["bindings"]) bindings.emplace_back(each);
      return;
    }
    ++comparison.cases;
    const std::string kind = line["outcome"];
    if (kind == "refused") ++comparison.refused;
    if (kind == "error") ++comparison.errors;
    if (kind == "unknown") ++comparison.unknown;
    Json expected = {{"outcome", kind}};
    if (line.contains("value")) expected["value"] = line["value"];
    std::string why;
    const Json actual =
        outcome(line["text"], bindings.at(line["binding"].get<std::size_t>()), evaluator, why);
    if (actual != expected && comparison.differences.size() < kMostDifferences)
      comparison.differences.push_back(fmt::format("{} (bindings {}): cel-go {}, here {} {}",
                                                   line["text"].dump(), line["binding"].dump(),
                                                   expected.dump(), actual.dump(), why));
  });
  return comparison;
}

}  // namespace kaflint::constraint
