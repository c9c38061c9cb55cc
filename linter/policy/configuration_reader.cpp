#include "linter/policy/configuration_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "linter/policy/configuration_check.h"
#include "linter/policy/configuration_keys.h"
#include "linter/policy/profile.h"
#include "linter/source/position.h"

namespace kaflint::policy {
namespace {

/// What is wrong has been said by check_configuration, and is left out here.
class Reader {
 public:
  explicit Reader(const SourceFile& file) : file_(file), lines_(file.bytes()), out_{} {
    out_.configuration.path = file.path();
  }

  ConfigurationRead read() {
    try {
      const std::vector<YAML::Node> documents = YAML::LoadAll(std::string(file_.bytes()));
      if (documents.size() > 1) report(documents[1].Mark(), "is a second document; write one");
      if (!documents.empty()) read_file(documents.front());
    } catch (const YAML::Exception& error) {
      report(error.mark, fmt::format("is no YAML: {}", error.msg));
    }
    return std::move(out_);
  }

 private:
  ConfigurationPlace place(const YAML::Mark& mark) const {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    const auto offset = static_cast<std::uint32_t>(std::min(at, file_.bytes().size()));
    const Position position = lines_.position(offset, ColumnUnit::code_points);
    return {file_.path(), position.line + 1, position.column + 1};
  }

  void report(const YAML::Mark& mark, std::string text) {
    out_.problems.push_back({place(mark), std::move(text)});
  }

  void read_file(const YAML::Node& root) {
    const std::size_t before = out_.problems.size();
    check_configuration(
        root, [this](const YAML::Mark& mark, std::string text) { report(mark, std::move(text)); });
    const auto too_large = [](const ConfigurationProblem& problem) {
      return problem.text == "is too large to be read";
    };
    if (std::any_of(out_.problems.begin() + static_cast<std::ptrdiff_t>(before),
                    out_.problems.end(), too_large) ||
        !root.IsMap())
      return;
    Configuration& to = out_.configuration;
    to.extends = files(root["extends"]);
    read_kafka(root["kafka"]);
    for (const YAML::Node& entry : list(root["roles"])) read_role(entry);
    for (const YAML::Node& name : scalars(root["profiles"]))
      if (find_profile(name.Scalar()) != nullptr) to.profiles.push_back(name.Scalar());
    to.exclude = patterns(root["exclude"]);
    to.rules = rules(root["rules"]);
    for (const YAML::Node& entry : list(root["overrides"]))
      if (PathPatterns paths = patterns(entry["paths"]); !paths.empty())
        to.overrides.push_back({std::move(paths), rules(entry["rules"])});
    read_systems(root["systems"]);
    read_installations(root["values"]);
    for (const YAML::Node& entry : list(root["suppressions"])) read_suppression(entry);
    if (std::vector<NamedFile> baseline = files(root["baseline"]); !baseline.empty())
      to.baseline = std::move(baseline.front());
    to.policies = files(root["policies"]);
    if (const std::string flag = text(root["require-reason"]); flag == "true" || flag == "false")
      to.require_reason = flag == "true";
    std::ranges::move(unknown_rules(to, {}), std::back_inserter(out_.problems));
    std::ranges::sort(out_.problems);
  }

  // --- parts of the tree ----------------------------------------------------------------------

  static std::string text(const YAML::Node& node) {
    return node.IsDefined() && node.IsScalar() ? node.Scalar() : std::string();
  }

  /// The mappings of a list.
  static std::vector<YAML::Node> list(const YAML::Node& node) {
    std::vector<YAML::Node> items;
    if (node.IsDefined() && node.IsSequence())
      for (const YAML::Node& item : node)
        if (item.IsMap()) items.push_back(item);
    return items;
  }

  /// One value, or those of a list.
  static std::vector<YAML::Node> scalars(const YAML::Node& node) {
    std::vector<YAML::Node> items;
    if (!node.IsDefined()) return items;
    if (node.IsScalar() && !node.Scalar().empty()) items.push_back(node);
    if (node.IsSequence())
      for (const YAML::Node& item : node)
        if (item.IsScalar() && !item.Scalar().empty()) items.push_back(item);
    return items;
  }

  static PathPatterns patterns(const YAML::Node& node) {
    PathPatterns out;
    for (const YAML::Node& item : scalars(node))
      if (!PathPatterns::problem_of(item.Scalar())) out.add(item.Scalar());
    return out;
  }

  std::vector<NamedFile> files(const YAML::Node& node) const {
    std::vector<NamedFile> out;
    for (const YAML::Node& item : scalars(node))
      if (item.Scalar().find("://") == std::string::npos)
        out.push_back({item.Scalar(), place(item.Mark())});
    return out;
  }

  // --- the keys -------------------------------------------------------------------------------

  void read_kafka(const YAML::Node& node) {
    if (!node.IsDefined()) return;
    if (node.IsScalar())
      if (const auto versions = kafka::parse_version_request(node.Scalar()))
        out_.configuration.kafka.push_back({{}, {}, *versions, place(node.Mark())});
    for (const YAML::Node& entry : list(node)) {
      const auto versions = kafka::parse_version_request(text(entry["version"]));
      if (!versions) continue;
      KafkaEntry made{patterns(entry["paths"]), {}, *versions, place(entry["version"].Mark())};
      const std::vector<YAML::Node> roles = scalars(entry["roles"]);
      for (const YAML::Node& role : roles)
        if (const auto known = kafka::parse_role(role.Scalar())) made.roles.push_back(*known);
      const bool bad = made.roles.size() < roles.size() || (entry["paths"] && made.paths.empty());
      if (!bad) out_.configuration.kafka.push_back(std::move(made));
    }
  }

  void read_role(const YAML::Node& entry) {
    const auto role = kafka::parse_role(text(entry["role"]));
    PathPatterns paths = patterns(entry["paths"]);
    if (role && !paths.empty()) out_.configuration.roles.push_back({std::move(paths), *role});
  }

  void name_rule(const YAML::Node& node) {
    if (node.Scalar().find_first_of("/*") != std::string::npos)
      out_.configuration.named_rules.push_back({node.Scalar(), place(node.Mark())});
  }

  std::vector<RuleSetting> rules(const YAML::Node& node) {
    std::vector<RuleSetting> out;
    if (!node.IsDefined() || !node.IsMap()) return out;
    for (const auto& entry : node) {
      if (!entry.first.IsScalar()) continue;
      RuleSetting setting{.rule = entry.first.Scalar(), .place = place(entry.first.Mark())};
      const bool mapping = entry.second.IsMap();
      const std::string level = text(mapping ? entry.second["level"] : entry.second);
      setting.off = level == kOff;
      setting.level = parse_level(level);
      name_rule(entry.first);
      out.push_back(std::move(setting));
    }
    return out;
  }

  void read_systems(const YAML::Node& node) {
    if (!node.IsDefined() || !node.IsMap()) return;
    for (const auto& entry : node) {
      const bool mapping = entry.second.IsMap();
      System system{.name = text(entry.first),
                    .paths = patterns(mapping ? entry.second["paths"] : entry.second),
                    .place = place(entry.first.Mark())};
      if (mapping) system.brokers = count(text(entry.second["brokers"]));
      if (!system.paths.empty()) out_.configuration.systems.push_back(std::move(system));
    }
  }

  void read_installations(const YAML::Node& node) {
    if (!node.IsDefined() || !node.IsMap()) return;
    for (const auto& entry : node)
      if (std::vector<NamedFile> values = files(entry.second); !values.empty())
        out_.configuration.installations.push_back({text(entry.first), std::move(values)});
  }

  static std::optional<std::uint32_t> count(const std::string& text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0)
      return std::nullopt;
    return number;
  }

  void read_suppression(const YAML::Node& entry) {
    Suppression made{.paths = patterns(entry["paths"]),
                     .reason = text(entry["reason"]),
                     .place = place(entry.Mark())};
    for (const YAML::Node& rule : scalars(entry["rules"])) {
      name_rule(rule);
      made.rules.push_back(rule.Scalar());
    }
    const bool bad =
        (entry["paths"] && made.paths.empty()) || (entry["rules"] && made.rules.empty());
    if (!bad) out_.configuration.suppressions.push_back(std::move(made));
  }

  const SourceFile& file_;
  LineTable lines_;
  ConfigurationRead out_;
};

}  // namespace

ConfigurationRead read_configuration(const SourceFile& file) { return Reader(file).read(); }

}  // namespace kaflint::policy
