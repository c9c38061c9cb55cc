// Reads rules/catalog/*.yaml. A problem anywhere inside is thrown and becomes the one error of
// read_catalog.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "linter/kafka/compiler/model.h"
#include "linter/kafka/role.h"

namespace kaflint::kafka::compiler {
namespace {

using tables::ReleaseMask;

[[noreturn]] void fail(const YAML::Node& node, std::string_view what) {
  throw std::runtime_error(fmt::format("line {}: {}", node.Mark().line + 1, what));
}

Version read_version(const YAML::Node& node, const std::string& text) {
  std::array<std::uint8_t, 4> parts{};
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size() && count < 4; ++count) {
    const std::size_t dot = std::min(text.find('.', at), text.size());
    parts[count] = static_cast<std::uint8_t>(std::stoul(text.substr(at, dot - at)));
    at = dot + 1;
  }
  if (count < 3) fail(node, fmt::format("{} is no release", text));
  return Version(parts[0], parts[1], parts[2], parts[3]);
}

class Reader {
 public:
  explicit Reader(std::vector<Version> releases) : releases_(std::move(releases)) {}

  RoleEntry role(const YAML::Node& root) const {
    RoleEntry role;
    role.releases = mask(root["releases"]);
    for (const auto& key : root["keys"]) {
      std::vector<DefinitionEntry>& definitions = role.keys[key.first.as<std::string>()];
      for (const auto& entry : key.second) definitions.push_back(definition(entry));
      check_disjoint(key.second, definitions);
    }
    for (const auto& entry : root["order"])
      role.orders.push_back({mask(entry["in"]), entry["keys"].as<std::vector<std::string>>()});
    check_order(root, role);
    for (const auto& entry : root["dynamic-only"])
      role.dynamic_only.push_back(
          {mask(entry["in"]), entry["keys"].as<std::vector<std::string>>()});
    return role;
  }

 private:
  std::size_t index(const YAML::Node& node, const std::string& text) const {
    const auto found = std::ranges::find(releases_, read_version(node, text));
    if (found == releases_.end()) fail(node, fmt::format("{} is not in releases.yaml", text));
    return static_cast<std::size_t>(found - releases_.begin());
  }

  // `0.11.0.0..1.0.2,2.0.0..2.0.1`
  ReleaseMask mask(const YAML::Node& node) const {
    const auto text = node.as<std::string>();
    ReleaseMask result;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t comma = std::min(text.find(',', at), text.size());
      const std::string interval = text.substr(at, comma - at);
      const std::size_t dots = interval.find("..");
      const std::size_t first = index(node, interval.substr(0, dots));
      const std::size_t last =
          dots == std::string::npos ? first : index(node, interval.substr(dots + 2));
      for (std::size_t i = first; i <= last; ++i)
        (i < 64 ? result.low : result.high) |= std::uint64_t{1} << (i % 64);
      at = comma + 1;
    }
    return result;
  }

  static std::vector<std::string> items(const YAML::Node& node, ValidatorEntry& entry) {
    std::vector<std::string> result;
    for (const auto& item : node) {
      if (item.IsNull())
        entry.nullable = true;
      else
        result.push_back(item.as<std::string>());
    }
    return result;
  }

  static void condition(const YAML::Node& node, std::vector<ValidatorEntry>& out) {
    ValidatorEntry entry;
    const auto flag = [&node](const char* name, bool otherwise) {
      return node[name] ? node[name].as<bool>() : otherwise;
    };
    for (const char* bound : {"min", "max"}) {
      if (!node[bound]) continue;
      entry.kind = bound;
      entry.number = node[bound].as<double>();
      out.push_back(entry);
    }
    if (!entry.kind.empty()) return;
    const auto name = node.begin()->first.as<std::string>();
    const YAML::Node value = node.begin()->second;
    entry.kind = name;
    std::ranges::replace(entry.kind, '-', '_');
    if (name == "one-of" || name == "one-of-ignoring-case" || name == "list-of" ||
        name == "version-in")
      entry.items = items(value, entry);
    else if (name == "list-size")
      entry.number = value.as<double>();
    else if (name == "named")
      entry.name = value.as<std::string>();
    else if (name != "not-null" && name != "not-empty" && name != "not-empty-no-control")
      fail(node, fmt::format("unknown condition {}", name));
    entry.empty_list_allowed = flag("empty", true);
    entry.duplicates_allowed = flag("duplicates", true);
    entry.drops_duplicates = flag("drop-duplicates", false);
    entry.nullable = entry.nullable || flag("nullable", false);
    entry.trailing_dots = flag("trailing-dots", false);
    out.push_back(std::move(entry));
  }

  static std::string dynamic_scope(const YAML::Node& node) {
    const auto text = node.as<std::string>();
    if (text == "per-broker") return "per_broker";
    if (text != "cluster-wide") fail(node, fmt::format("unknown scope {}", text));
    return "cluster_wide";
  }

  DefinitionEntry definition(const YAML::Node& node) const {
    static constexpr std::array kTypes = {"boolean", "string", "int",   "short",   "long",
                                          "double",  "list",   "class", "password"};
    DefinitionEntry entry;
    entry.releases = mask(node["in"]);
    entry.type = node["type"].as<std::string>();
    if (std::ranges::find(kTypes, entry.type) == kTypes.end())
      fail(node, fmt::format("unknown type {}", entry.type));
    for (const char* keyword : {"int", "short", "long", "double", "class"})
      if (entry.type == keyword) {
        entry.type += '_';
        break;
      }
    entry.importance = node["importance"].as<std::string>();
    if (const YAML::Node value = node["default"]) {
      entry.required = false;
      if (!value.IsNull()) entry.default_text = value.as<std::string>();
    }
    entry.deprecated = node["deprecated"] && node["deprecated"].as<bool>();
    entry.internal = node["internal"] && node["internal"].as<bool>();
    for (const auto& value : node["valid"]) condition(value, entry.validators);
    if (node["dynamic"]) entry.dynamic = dynamic_scope(node["dynamic"]);
    if (node["synonyms"]) entry.synonyms = node["synonyms"].as<std::vector<std::string>>();
    return entry;
  }

  static void check_disjoint(const YAML::Node& node,
                             const std::vector<DefinitionEntry>& definitions) {
    ReleaseMask seen;
    for (const DefinitionEntry& definition : definitions) {
      if ((seen.low & definition.releases.low) != 0 || (seen.high & definition.releases.high) != 0)
        fail(node, "two definitions of a key hold in one release");
      seen.low |= definition.releases.low;
      seen.high |= definition.releases.high;
    }
  }

  // In every release of the role, the order is a permutation of the keys that it has.
  void check_order(const YAML::Node& root, const RoleEntry& role) const {
    for (std::size_t release = 0; release < releases_.size(); ++release) {
      if (!role.releases.contains(release)) continue;
      std::vector<std::string> defined;
      for (const auto& [key, definitions] : role.keys)
        if (std::ranges::any_of(definitions, [&](const DefinitionEntry& definition) {
              return definition.releases.contains(release);
            }))
          defined.push_back(key);
      const auto order = std::ranges::find_if(
          role.orders, [&](const OrderEntry& entry) { return entry.releases.contains(release); });
      if (order == role.orders.end()) fail(root, "a release without an order");
      std::vector<std::string> ordered = order->keys;
      std::ranges::sort(ordered);
      if (ordered != defined) fail(root, "an order with other keys than the definitions");
    }
  }

  std::vector<Version> releases_;
};

// Every broker key that a topic key falls back to is one of the broker's in those releases.
void check_synonyms(const CatalogModel& model) {
  const RoleEntry& broker = model.roles.at("broker");
  for (const auto& [key, definitions] : model.roles.at("topic").keys)
    for (const DefinitionEntry& definition : definitions)
      for (const std::string& synonym : definition.synonyms) {
        ReleaseMask left = definition.releases;
        if (const auto found = broker.keys.find(synonym); found != broker.keys.end())
          for (const DefinitionEntry& entry : found->second) {
            left.low &= ~entry.releases.low;
            left.high &= ~entry.releases.high;
          }
        if (left.low != 0 || left.high != 0)
          throw std::runtime_error(fmt::format("{}: no broker key {}", key, synonym));
      }
}

}  // namespace

std::vector<std::string> definition_names() {
  std::vector<std::string> names;
  for (Role role : kAllRoles) names.emplace_back(to_string(role));
  // As MirrorConnector has them.
  for (const char* connector : {"source", "checkpoint", "heartbeat"})
    names.push_back(fmt::format("mirror-{}", connector));
  return names;
}

std::expected<CatalogModel, std::string> read_catalog(const std::filesystem::path& folder) {
  std::filesystem::path file = folder / "releases.yaml";
  try {
    CatalogModel model;
    std::vector<Version> releases;
    const YAML::Node known = YAML::LoadFile(file.string())["releases"];
    for (const auto& release : known) {
      model.releases.push_back(release["version"].as<std::string>());
      releases.push_back(read_version(release, model.releases.back()));
    }
    if (releases.empty() || releases.size() > tables::kMaxReleases ||
        !std::ranges::is_sorted(releases))
      throw std::runtime_error("no releases, too many, or not ascending");
    const Reader reader(std::move(releases));
    for (const std::string& name : definition_names()) {
      file = folder / (name + ".yaml");
      model.roles.emplace(name, reader.role(YAML::LoadFile(file.string())));
    }
    file = folder / "topic.yaml";
    check_synonyms(model);
    return model;
  } catch (const std::exception& error) {
    return std::unexpected(fmt::format("{}: {}", file.string(), error.what()));
  }
}

}  // namespace kaflint::kafka::compiler
