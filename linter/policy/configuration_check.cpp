#include "linter/policy/configuration_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/suggest.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"
#include "linter/policy/configuration_keys.h"
#include "linter/policy/path_patterns.h"
#include "linter/policy/profile.h"
#include "linter/policy/rule.h"

namespace kaflint::policy {
namespace {

using Keys = std::span<const ConfigurationKey>;
using Names = std::vector<std::string_view>;

/// Aliases make a small file large.
constexpr std::size_t kMostNodes = 100'000;

const ConfigurationKey* find(Keys keys, std::string_view name) {
  const auto found = std::ranges::find(keys, name, &ConfigurationKey::name);
  return found == keys.end() ? nullptr : &*found;
}

std::string known_or_near(std::string_view text, const Names& known) {
  const std::string near = did_you_mean(nearest(text, known));
  return near.empty() ? fmt::format("; known are {}", fmt::join(known, ", ")) : near;
}

std::string_view in_words(ValueForm form) {
  switch (form) {
    case ValueForm::text:
      return "a text";
    case ValueForm::flag:
      return "true or false";
    case ValueForm::count:
      return "a whole number of at least 1";
    case ValueForm::version:
      return "a Kafka version";
    case ValueForm::role:
      return "a role";
    case ValueForm::rule:
      return "a rule";
    case ValueForm::level:
      return "error, warning, note or off";
    case ValueForm::profile:
      return "the name of a profile";
    case ValueForm::pattern:
      return "a pattern";
    case ValueForm::file:
      return "a path";
    case ValueForm::none:
      break;
  }
  return "a mapping";
}

std::string expected(const ConfigurationKey& key) {
  const std::string one(in_words(key.form));
  const bool mapping = !key.keys.empty();
  switch (key.shape) {
    case Shape::one:
      return one;
    case Shape::list:
      return one + " or a list of them";
    case Shape::entries:
      return (key.form == ValueForm::none ? "" : one + " or ") + "a list of mappings";
    case Shape::by_name:
      return fmt::format("a mapping from names to {}{}", one, mapping ? " or a mapping" : "");
    case Shape::list_by_name:
      return fmt::format("a mapping from names to {}{}", one,
                         mapping ? ", a list of them or a mapping" : " or a list of them");
  }
  return one;
}

class Check {
 public:
  explicit Check(const ReportConfiguration& report) : report_(report) {}

  void mapping(const YAML::Node& node, Keys keys) {
    if (!count(node)) return;
    if (!node.IsMap()) return report_(node.Mark(), "is not a mapping from keys to values");
    std::set<std::string, std::less<>> seen;
    for (const auto& entry : node) {
      const std::string name = entry.first.IsScalar() ? entry.first.Scalar() : "";
      const ConfigurationKey* const key = find(keys, name);
      if (key == nullptr)
        unknown_key(entry.first, name, keys);
      else if (!seen.insert(name).second)
        report_(entry.first.Mark(), fmt::format("`{}` is given twice", name));
      else
        value(*key, entry.first, entry.second);
    }
    for (const ConfigurationKey& key : keys)
      if (key.required && !seen.contains(key.name))
        report_(node.Mark(), fmt::format("`{}` is missing", key.name));
  }

 private:
  bool count(const YAML::Node& node) {
    if (++nodes_ == kMostNodes + 1) report_(node.Mark(), "is too large to be read");
    return nodes_ <= kMostNodes;
  }

  void unknown_key(const YAML::Node& node, std::string_view name, Keys keys) {
    Names known;
    for (const ConfigurationKey& key : keys) known.push_back(key.name);
    report_(node.Mark(), fmt::format("unknown key `{}`{}", name, known_or_near(name, known)));
  }

  void wrong_type(const ConfigurationKey& key, const YAML::Node& node) {
    report_(node.Mark(), fmt::format("`{}` must be {}", key.name, expected(key)));
  }

  void value(const ConfigurationKey& key, const YAML::Node& name, const YAML::Node& node) {
    if (!count(node)) return;
    // A list whose items are all commented out.
    if (node.IsNull() && key.shape != Shape::one) return;
    if (node.IsNull()) return report_(name.Mark(), fmt::format("`{}` has no value", key.name));
    switch (key.shape) {
      case Shape::one:
        return one(key, node);
      case Shape::list:
        return one_or_list(key, node);
      case Shape::entries:
        return entries(key, node);
      case Shape::by_name:
      case Shape::list_by_name:
        return by_name(key, node);
    }
  }

  void one(const ConfigurationKey& key, const YAML::Node& node) {
    if (!node.IsScalar() || key.form == ValueForm::none) return wrong_type(key, node);
    scalar(key, node);
  }

  void one_or_list(const ConfigurationKey& key, const YAML::Node& node) {
    if (!node.IsSequence()) return one(key, node);
    for (const YAML::Node& item : node)
      if (count(item)) one(key, item);
  }

  void entries(const ConfigurationKey& key, const YAML::Node& node) {
    if (!node.IsSequence()) return one(key, node);
    for (const YAML::Node& item : node) {
      if (item.IsMap())
        mapping(item, key.keys);
      else
        wrong_type(key, item);
    }
  }

  void by_name(const ConfigurationKey& key, const YAML::Node& node) {
    if (!node.IsMap()) return wrong_type(key, node);
    std::set<std::string, std::less<>> seen;
    for (const auto& entry : node) {
      if (!count(entry.second)) return;
      if (!entry.first.IsScalar() || entry.first.Scalar().empty())
        return report_(entry.first.Mark(), "is no name");
      const std::string& name = entry.first.Scalar();
      if (!seen.insert(name).second)
        report_(entry.first.Mark(), fmt::format("`{}` is given twice", name));
      if (key.form == ValueForm::level) rule(entry.first);
      if (entry.second.IsMap() && key.keys.empty())
        wrong_type(key, entry.second);
      else if (entry.second.IsMap())
        mapping(entry.second, key.keys);
      else if (key.shape == Shape::list_by_name && !entry.second.IsNull())
        one_or_list(key, entry.second);
      else
        one(key, entry.second);
    }
  }

  void scalar(const ConfigurationKey& key, const YAML::Node& node) {
    const std::string& text = node.Scalar();
    const auto refuse = [&](std::string why) { report_(node.Mark(), std::move(why)); };
    if (text.empty()) return refuse(fmt::format("`{}` is empty", key.name));
    switch (key.form) {
      case ValueForm::none:
      case ValueForm::text:
        return;
      case ValueForm::flag:
        if (text != "true" && text != "false") wrong_type(key, node);
        return;
      case ValueForm::count:
        return whole_number(key, node);
      case ValueForm::version:
        if (const auto versions = kafka::parse_version_request(text); !versions)
          refuse(versions.error());
        return;
      case ValueForm::role:
        return role(node);
      case ValueForm::profile:
        if (const std::string one[] = {text}; find_profile(text) == nullptr)
          refuse(parse_profiles(one).error());
        return;
      case ValueForm::rule:
        return rule(node);
      case ValueForm::level:
        if (!parse_level(text) && text != kOff)
          refuse(fmt::format("no level `{}`{}", text,
                             known_or_near(text, {"error", "warning", "note", kOff})));
        return;
      case ValueForm::pattern:
        if (const auto problem = PathPatterns::problem_of(text))
          refuse(fmt::format("the pattern `{}` {}", text, *problem));
        return;
      case ValueForm::file:
        if (text.find("://") != std::string::npos)
          refuse(fmt::format("`{}` is no local file; kaflint reads nothing from a network", text));
        return;
    }
  }

  void whole_number(const ConfigurationKey& key, const YAML::Node& node) {
    const std::string& text = node.Scalar();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0)
      wrong_type(key, node);
  }

  void role(const YAML::Node& node) {
    if (kafka::parse_role(node.Scalar())) return;
    Names known;
    for (const kafka::Role each : kafka::kAllRoles) known.push_back(to_string(each));
    report_(node.Mark(),
            fmt::format("no role `{}`{}", node.Scalar(), known_or_near(node.Scalar(), known)));
  }

  /// Only its form: unknown_rules says whether it exists.
  void rule(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (text.find('/') == std::string::npos && text.find('*') == std::string::npos)
      report_(node.Mark(), fmt::format("`{}` is no rule's id, such as `any/unknown-key`{}", text,
                                       did_you_mean(similar_rules(text))));
  }

  const ReportConfiguration& report_;
  std::size_t nodes_ = 0;
};

}  // namespace

void check_configuration(const YAML::Node& root, const ReportConfiguration& report) {
  if (!root.IsNull()) Check(report).mapping(root, configuration_keys());
}

}  // namespace kaflint::policy
