// Front matter: a YAML mapping with a fixed set of keys.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "linter/base/suggest.h"
#include "linter/base/text.h"
#include "linter/kafka/role.h"
#include "linter/policy/front_matter_keys.h"
#include "linter/policy/path_patterns.h"
#include "linter/policy/rule.h"
#include "linter/policy/rule_source.h"

namespace kaflint::policy {
namespace {

std::vector<std::string_view> names_of(RuleKind kind) {
  std::vector<std::string_view> names;
  for (const FrontMatterKey& key : front_matter_keys(kind)) names.push_back(key.name);
  return names;
}

std::string known_or_near(std::string_view word, std::span<const std::string_view> known) {
  const std::string near = did_you_mean(nearest(word, {known.begin(), known.end()}));
  return near.empty() ? fmt::format("; known are {}", fmt::join(known, ", ")) : near;
}

std::string unknown_role(std::string_view name) {
  std::vector<std::string_view> known;
  for (kafka::Role role : kafka::kAllRoles) known.push_back(to_string(role));
  return fmt::format("no role `{}`{}", name, known_or_near(name, known));
}

class FrontMatter {
 public:
  FrontMatter(std::uint32_t begin, std::string_view text, RuleSource& rule)
      : begin_(begin), text_(text), rule_(rule) {}

  void problem(const YAML::Mark& mark, std::string what) {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    rule_.problems.push_back(
        {begin_ + static_cast<std::uint32_t>(std::min(at, text_.size())), std::move(what)});
  }

  void read(const YAML::Node& root) {
    if (!root.IsMap()) return problem(root.Mark(), "the front matter is a mapping");
    const std::vector<std::string_view> known = names_of(rule_.kind);
    for (const auto& entry : root) {
      const std::string key = entry.first.as<std::string>("");
      if (std::ranges::find(known, key) == known.end())
        problem(entry.first.Mark(),
                fmt::format("unknown key `{}`{}", key, known_or_near(key, known)));
      else if (!seen_.insert(key).second)
        problem(entry.first.Mark(), fmt::format("`{}` is given twice", key));
      else
        read_entry(key, entry.second);
    }
    for (const FrontMatterKey& key : front_matter_keys(rule_.kind))
      if (key.use(rule_.kind) == Use::required && !seen_.contains(key.name))
        problem(root.Mark(), fmt::format("the front matter has no `{}`", key.name));
    if (topic_ && rule_.roles != std::vector<std::string>{"topic"})
      problem(*topic_, "`topic` selects topics, so `role` is `topic`");
    if (rule_.kind == RuleKind::policy && rule_.consequences.empty())
      rule_.consequences = {Consequence::risk};
  }

 private:
  void read_entry(std::string_view key, const YAML::Node& value) {
    if (key == "references") return read_references(value);
    if (key == "paths") return read_paths(value);
    if (key == "labels") return read_labels(value);
    if (!value.IsScalar() || value.Scalar().empty())
      return problem(value.Mark(), fmt::format("`{}` is a text that is not empty", key));
    const std::string& text = value.Scalar();
    if (key == "summary") rule_.summary = text;
    if (key == "message") rule_.message = text;
    if (key == "kafka") read_versions(text, value.Mark());
    if (key == "level") read_level(text, value.Mark());
    if (key == "consequence") read_consequences(text, value.Mark());
    if (key == "role") read_roles(text, value.Mark());
    if (key == "profiles")
      for (std::string_view name : split(text, ',')) rule_.profiles.emplace_back(trim_java(name));
    if (key == "topic") read_topic(text, value.Mark());
    if (key == "key") rule_.key = text;
    if (key == "when") rule_.when = condition(value);
    if (key == "require") rule_.require = condition(value);
    if (key == "fix") read_fix(text, value.Mark());
  }

  void read_paths(const YAML::Node& value) {
    const auto add = [&](const YAML::Node& item) {
      const std::string pattern = item.IsScalar() ? item.Scalar() : "";
      if (pattern.empty()) return problem(item.Mark(), "`paths` is a pattern or a list of them");
      if (const auto wrong = PathPatterns::problem_of(pattern))
        problem(item.Mark(), fmt::format("the pattern `{}` {}", pattern, *wrong));
      rule_.selectors.paths.push_back(pattern);
    };
    if (!value.IsSequence()) return add(value);
    if (value.size() == 0) problem(value.Mark(), "`paths` is a pattern or a list of them");
    for (const auto& item : value) add(item);
  }

  void read_topic(const std::string& pattern, const YAML::Mark& mark) {
    if (const auto wrong = PathPatterns::problem_of(pattern))
      problem(mark, fmt::format("the pattern `{}` {}", pattern, *wrong));
    if (pattern.find('/') != std::string::npos)
      problem(mark, fmt::format("the pattern `{}` has a `/`, which no topic's name has", pattern));
    rule_.selectors.topic = pattern;
    topic_ = mark;
  }

  void read_labels(const YAML::Node& value) {
    if (!value.IsMap() || value.size() == 0)
      return problem(value.Mark(), "`labels` is a mapping of labels to their values");
    for (const auto& entry : value) {
      const std::string label = entry.first.as<std::string>("");
      if (label.empty())
        problem(entry.first.Mark(), "a label's name is a text that is not empty");
      else if (!entry.second.IsScalar())
        problem(entry.second.Mark(), "a label's value is a text");
      else if (!rule_.selectors.labels.emplace(label, entry.second.Scalar()).second)
        problem(entry.first.Mark(), fmt::format("the label `{}` is given twice", label));
    }
  }

  RuleCondition condition(const YAML::Node& value) {
    return {value.Scalar(), begin_ + static_cast<std::uint32_t>(std::max(value.Mark().pos, 0)), {}};
  }

  void read_fix(const std::string& text, const YAML::Mark& mark) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
      return problem(mark, "`fix` is KEY=VALUE");
    rule_.fix = {text.substr(0, equals), text.substr(equals + 1)};
  }

  void read_references(const YAML::Node& value) {
    if (!value.IsSequence() || value.size() == 0)
      return problem(value.Mark(), "`references` is a list with at least one item");
    for (const auto& item : value) {
      if (!item.IsScalar() || item.Scalar().empty())
        problem(item.Mark(), "a reference is a text that is not empty");
      else
        rule_.references.push_back(item.Scalar());
    }
  }

  void read_versions(const std::string& text, const YAML::Mark& mark) {
    rule_.versions = text;
    if (const auto versions = parse_rule_versions(text); !versions) problem(mark, versions.error());
  }

  void read_level(const std::string& text, const YAML::Mark& mark) {
    rule_.level = parse_level(text);
    if (!rule_.level) problem(mark, fmt::format("no level `{}`: error, warning or note", text));
  }

  void read_consequences(const std::string& text, const YAML::Mark& mark) {
    for (std::string_view name : split(text, ',')) {
      if (auto consequence = parse_consequence(trim_java(name)))
        rule_.consequences.push_back(*consequence);
      else
        problem(mark, fmt::format("no consequence `{}`: refuses-to-start, silently-changed, "
                                  "ignored or risk",
                                  trim_java(name)));
    }
  }

  void read_roles(const std::string& text, const YAML::Mark& mark) {
    for (std::string_view piece : split(text, ',')) {
      const std::string_view name = trim_java(piece);
      if (!kafka::parse_role(name)) problem(mark, unknown_role(name));
      rule_.roles.emplace_back(name);
    }
  }

  std::uint32_t begin_;
  std::string_view text_;
  RuleSource& rule_;
  std::set<std::string, std::less<>> seen_;
  std::optional<YAML::Mark> topic_;
};

}  // namespace

void read_front_matter(std::string_view front_matter, std::uint32_t begin, RuleSource& rule) {
  FrontMatter reader(begin, front_matter, rule);
  try {
    reader.read(YAML::Load(std::string(front_matter)));
  } catch (const YAML::Exception& error) {
    reader.problem(error.mark, error.msg);
  }
}

}  // namespace kaflint::policy
