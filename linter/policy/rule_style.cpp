// The form of a rule's texts: messages as design.md wants them, examples on both sides.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "linter/kafka/role.h"
#include "linter/policy/marked_text.h"
#include "linter/policy/rule.h"
#include "linter/policy/rule_source.h"

namespace kaflint::policy {
namespace {

/// Where the front matter's key stands, for a problem with its value.
std::uint32_t offset_of(const RuleSource& rule, std::string_view key) {
  const std::size_t at = rule.text.find(fmt::format("\n{}:", key));
  return at == std::string::npos ? 0 : static_cast<std::uint32_t>(at + 1);
}

constexpr std::array<std::string_view, 9> kNames = {
    "Kafka", "Spring", "Strimzi", "Helm", "Java", "Kubernetes", "Connect", "Streams", "ZooKeeper"};

bool starts_well(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" ,:'"));
  if (word.empty() || word.front() < 'A' || word.front() > 'Z') return true;
  const bool acronym =
      word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
  return (acronym && word.size() > 1) || std::ranges::find(kNames, word) != kNames.end();
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

void check_sentence(RuleSource& rule, std::string_view key, std::string_view text) {
  auto problem = [&](std::string what) {
    rule.problems.push_back({offset_of(rule, key), std::move(what)});
  };
  if (text.empty()) return;
  // How an organisation writes is its own affair.
  const bool own = rule.kind == RuleKind::own;
  if (own && !starts_well(text))
    problem(fmt::format("`{}` starts in lower case, with a backtick or with a name", key));
  if (own && text.ends_with('.')) problem(fmt::format("`{}` has no final period", key));
  if (text.find('\n') != std::string_view::npos)
    problem(fmt::format("`{}` is one line", key));
  else if (std::ranges::any_of(text, is_control))
    problem(fmt::format("`{}` has a control character", key));
  if (std::ranges::count(text, '`') % 2 != 0)
    problem(fmt::format("`{}` has a backtick without a partner", key));
}

/// The name in `{name}` at the beginning of `text`; empty when there is none.
std::string_view placeholder(std::string_view text) {
  const std::size_t close = text.find('}');
  const std::string_view name = close == std::string_view::npos ? "" : text.substr(1, close - 1);
  return name.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") ==
                 std::string_view::npos
             ? name
             : std::string_view();
}

/// What a message can show where no C++ gives it arguments: what every finding has, and the values
/// of the keys that the constraints name.
void check_argument(RuleSource& rule, std::string_view name) {
  if (!rule.require || !rule.problems.empty()) return;
  const std::vector<std::string> keys = keys_of(rule);
  if (std::ranges::find(kFindingArguments, name) != kFindingArguments.end() ||
      std::ranges::find(keys, name) != keys.end())
    return;
  rule.problems.push_back(
      {offset_of(rule, "message"),
       fmt::format("the message shows {{{}}}, but only {} and the keys {} are known", name,
                   fmt::join(kFindingArguments, ", "), fmt::join(keys, ", "))});
}

void check_placeholders(RuleSource& rule) {
  const std::string_view message = rule.message;
  for (std::size_t i = 0; i < message.size(); ++i) {
    if (message[i] != '{' && message[i] != '}') continue;
    if (message.substr(i, 2) == "{{" || message.substr(i, 2) == "}}") {
      ++i;
    } else if (message[i] == '{' && !placeholder(message.substr(i)).empty()) {
      check_argument(rule, placeholder(message.substr(i)));
      i = message.find('}', i);
    } else {
      rule.problems.push_back(
          {offset_of(rule, "message"), fmt::format("stray `{}` in the message at character {}; a "
                                                   "placeholder is {{name}}, a brace is doubled",
                                                   message[i], i + 1)});
    }
  }
}

/// The options of an example that name something of Kafka's.
void check_options(RuleSource& rule, const Example& example) {
  if (!example.role.empty() && !kafka::parse_role(example.role))
    rule.problems.push_back({example.info.begin, fmt::format("no role `{}`", example.role)});
  for (const std::string& text : {example.from, example.kafka}) {
    if (text.empty()) continue;
    if (const auto versions = kafka::parse_version_request(text); !versions)
      rule.problems.push_back({example.info.begin, versions.error()});
  }
}

void check_examples(RuleSource& rule) {
  for (const bool bad : {true, false})
    if (rule.kind == RuleKind::own &&
        std::ranges::find(rule.examples, bad, &Example::bad) == rule.examples.end())
      rule.problems.push_back({static_cast<std::uint32_t>(rule.text.size()),
                               fmt::format("no example below `## {}`", bad ? "Bad" : "Good")});
  for (const Example& example : rule.examples) {
    check_options(rule, example);
    const std::string_view content =
        std::string_view(rule.text).substr(example.content.begin, example.content.size());
    std::vector<RuleFileProblem> problems;
    read_marked_text(content, rule.id, problems);
    for (RuleFileProblem& problem : problems) {
      problem.offset += example.content.begin;
      rule.problems.push_back(std::move(problem));
    }
  }
}

bool is_id(std::string_view id) {
  return std::ranges::count(id, '/') == 1 && !id.starts_with('/') && !id.ends_with('/') &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string_view::npos;
}

}  // namespace

void check_style(RuleSource& rule) {
  if (!is_id(rule.id))
    rule.problems.push_back(
        {0, rule.kind == RuleKind::own
                ? "a rule file is FOLDER/NAME.md in lower case, digits and hyphens"
                : "a policy's file is called NAME.md, in lower case, digits and hyphens"});
  check_sentence(rule, "summary", rule.summary);
  check_sentence(rule, "message", rule.message);
  check_placeholders(rule);
  check_examples(rule);
}

}  // namespace kaflint::policy
