// The rules of Connect's response.http.headers.config.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "linter/base/text.h"
#include "linter/kafka/java_text.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::kafka {
namespace {

// java.lang.Character.isWhitespace, within ASCII
bool is_white(char c) { return is_java_blank(c) || (c >= '\x1C' && c <= '\x1F'); }

/// org.eclipse.jetty.util.StringUtil.csvSplit, which takes the quotes away.
class RuleSplitter {
 public:
  static std::vector<std::string> split_rules(std::string_view text) {
    RuleSplitter splitter;
    for (char c : text) splitter.take(c);
    if (splitter.state_ != State::before && splitter.state_ != State::after) splitter.finish();
    return std::move(splitter.rules_);
  }

 private:
  enum class State { before, plain, quoted, escaped, after };

  void take(char c) {
    switch (state_) {
      case State::before:
        if (c == ',')
          rules_.emplace_back();
        else if (c == '"')
          state_ = State::quoted;
        else if (!is_white(c)) {
          state_ = State::plain;
          rule_ += c;
        }
        return;
      case State::plain:
        if (c != ',') {
          rule_ += c;
          return;
        }
        finish();
        state_ = State::before;
        return;
      case State::quoted:
        if (c == '\\') {
          state_ = State::escaped;
        } else if (c == '"') {
          finish();
          state_ = State::after;
        } else {
          rule_ += c;
        }
        return;
      case State::escaped:
        rule_ += c;
        state_ = State::quoted;
        return;
      case State::after:
        if (c == ',') state_ = State::before;
        return;
    }
  }

  void finish() {
    rules_.push_back(std::move(rule_));
    rule_.clear();
  }

  State state_ = State::before;
  std::string rule_;
  std::vector<std::string> rules_;
};

// org.apache.kafka.connect.runtime.WorkerConfig.validateHttpResponseHeaderConfig
bool is_header_rule(std::string_view rule) {
  rule = trim_java(rule);
  const auto* blank = std::ranges::find_if(rule, is_java_blank);
  if (blank == rule.end()) return false;
  const auto action_size = static_cast<std::size_t>(blank - rule.begin());
  const std::string_view action = rule.substr(0, action_size);
  if (std::ranges::none_of(
          std::to_array<std::string_view>({"set", "add", "setdate", "adddate"}),
          [&](std::string_view known) { return equals_ignoring_java_case(action, known); }))
    return false;
  std::string_view header = trim_java(rule.substr(action_size));
  while (header.ends_with(':')) header.remove_suffix(1);
  if (std::ranges::count(header, ':') != 1) return false;
  const std::string_view name = trim_java(header.substr(0, header.find(':')));
  return !name.empty() && std::ranges::none_of(name, is_java_blank);
}

}  // namespace

bool are_response_headers(std::string_view text) {
  return trim_java(text).empty() ||
         std::ranges::all_of(RuleSplitter::split_rules(text), is_header_rule);
}

}  // namespace kaflint::kafka
