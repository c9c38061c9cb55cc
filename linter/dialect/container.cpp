// See container.h. The order is the images' own: variables are copied to others, defaults are set,
// then the file is written and java.util.Properties reads it.
#include "linter/dialect/container.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/common.h"
#include "linter/dialect/container_command.h"
#include "linter/dialect/container_defaults.h"
#include "linter/dialect/container_findings.h"
#include "linter/dialect/container_value.h"
#include "linter/dialect/spring_environment.h"
#include "linter/kafka/catalog.h"
#include "linter/kafka/version.h"
#include "linter/project/image_tag.h"
#include "linter/project/release_text.h"

namespace kaflint::dialect {
namespace {

/// Who starts Kafka in the container.
enum class Start : std::uint8_t {
  own,      // the image's program
  wrapped,  // something that calls it, and may set variables before
  none,     // something else runs
};

Start start_of(const Container& container, const ContainerFamily& family) {
  const std::string_view command = container.command;
  if (command.empty()) return Start::own;
  bool starts = false;
  for_each_row(family, VariableUse::start, [&](const ContainerRow& row) {
    starts = starts || command.find(row.name) != std::string_view::npos;
  });
  if (starts) return Start::wrapped;
  for (const std::string_view other : {"kafka-", "cub ", "zookeeper-", "sleep ", "connect-"})
    if (command.find(other) != std::string_view::npos) return Start::none;
  // Nobody knows what it does; without what every broker or worker needs it is some tool.
  const bool worker = family.role == kafka::Role::connect_distributed;
  for (const std::string_view name : {"LISTENERS", "ADVERTISED_LISTENERS", "PROCESS_ROLES"}) {
    const Setting* variable =
        find_variable(container.environment, worker ? "CONNECT_BOOTSTRAP_SERVERS"
                                                    : fmt::format("{}{}", family.prefix, name));
    if (variable && variable->value != "ignored") return Start::wrapped;
  }
  return Start::none;
}

/// The family that the names alone tell, for an image that nobody knows: names that every image
/// with them reads alike. What a command sets by itself, such as the listeners, is not among them.
const ContainerFamily* family_of_names(const Container& container) {
  const Environment& environment = container.environment;
  const auto has = [&](std::string_view name) { return find_variable(environment, name); };
  constexpr std::array kBeside = {"KAFKA_LISTENERS", "KAFKA_ZOOKEEPER_CONNECT",
                                  "KAFKA_PROCESS_ROLES", "KAFKA_INTER_BROKER_LISTENER_NAME",
                                  "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"};
  const bool kraft = has("KAFKA_PROCESS_ROLES") && has("KAFKA_NODE_ID");
  const bool advertised =
      has("KAFKA_ADVERTISED_LISTENERS") ||
      container.command.find("export KAFKA_ADVERTISED_LISTENERS=") != std::string::npos;
  if (kraft || (advertised && std::ranges::any_of(kBeside, has)))
    return &container_family("some-broker");
  const auto bitnamis = [](const Setting& variable) {
    return variable.key.starts_with("KAFKA_CFG_");
  };
  if (std::ranges::any_of(environment.variables, bitnamis)) return &container_family("bitnami");
  if (has("CONNECT_BOOTSTRAP_SERVERS") && has("CONNECT_GROUP_ID"))
    return &container_family("some-connect");
  return nullptr;
}

bool in_catalog(kafka::Role role, std::string_view key) {
  for (const std::string_view prefix : {"producer.", "consumer.", "admin."})
    if (role == kafka::Role::connect_distributed && key.starts_with(prefix)) return true;
  return key.starts_with("listener.name.") || !kafka::catalog(role).history(key).empty();
}

class ContainerReader {
 public:
  ContainerReader(const ParsedFile& file, Container container, const ContainerFamily& family,
                  bool guessed)
      : file_(file),
        container_(std::move(container)),
        family_(family),
        guessed_(guessed),
        start_(start_of(container_, family)),
        tag_(project::parse_image(container_.image).tag),
        forms_(name_forms(family, tag_)) {}

  bool starts_kafka() const { return start_ != Start::none; }

  Unit read() {
    UnitBuilder builder(new_unit());
    const FamilyUse use{.family = family_, .forms = forms_, .tag = tag_};
    if (!guessed_) report_names(container_, use, builder.unit().diagnostics);
    const Environment effective = with_copies(container_.environment, family_);
    for (const Setting& variable : effective.variables) add(variable, builder);
    if (start_ == Start::own) {
      add_defaults(effective, family_, builder);
      report_start(container_, effective, use, builder.unit().diagnostics);
    }
    for_each_row(family_, VariableUse::refused, [&](const ContainerRow& row) {
      if (find_variable(effective, row.name))  // has a finding of its own
        builder.unit().foreign_prefixes.push_back(
            key_of_variable(family_, forms_.front(), row.name).value_or(""));
    });
    // Written out or not, the image sets it, and says no more than Kafka's own default.
    const Setting* rest_port = builder.find("rest.port");
    if (rest_port && (!rest_port->value || *rest_port->value == "8083"))
      builder.unit().foreign_prefixes.emplace_back("rest.port");
    // What the container's own findings say would only be told a second time.
    const bool misread = std::ranges::any_of(builder.unit().diagnostics, [](const Diagnostic& d) {
      return d.rule == RuleId("docker/missing-variable") ||
             d.rule == RuleId("docker/name-of-another-image") ||
             d.rule == RuleId("docker/lower-case-name");
    });
    if (!placed_ || misread) builder.unit().complete = false;
    return std::move(builder).take();
  }

 private:
  Unit new_unit() const {
    Unit unit;
    unit.name = container_.unit_name;
    unit.role = family_.role;
    unit.dialect = container_.dialect;
    unit.why =
        guessed_ ? "the names of its variables" : fmt::format("the image {}", container_.image);
    unit.span = container_.span;
    unit.complete = family_.base == ConfigBase::nothing && start_ == Start::own &&
                    !container_.environment.open && !mounts_configuration();
    set_version(unit);
    unit.foreign_prefixes = client_foreign_prefixes();
    for (const std::string_view prefix : {"kafka.rest.", "ldap.", "oauthbearer.", "public.key.path",
                                          "telemetry.", "cfg.", "create.topics", "log4j."})
      unit.foreign_prefixes.emplace_back(prefix);
    for_each_row(family_, VariableUse::script, [&](const ContainerRow& row) {
      if (const auto key = key_of_variable(family_, forms_.front(), row.name))
        unit.foreign_prefixes.push_back(*key);
    });
    return unit;
  }

  /// By the image's tag; where the tag says nothing, an image is the last one that was made of its
  /// family, or what still runs with ZooKeeper.
  void set_version(Unit& unit) const {
    const auto set = [&](std::optional<kafka::VersionSet> version, std::string from) {
      unit.project_version = std::move(version);
      if (unit.project_version) unit.version_from = std::move(from);
    };
    if (!guessed_)
      if (auto known = project::kafka_of_image(container_.image))
        return set(std::move(known), fmt::format("image {}", container_.image));
    const bool newest = tag_.empty() || tag_.starts_with("latest");
    if (const ContainerRow* last = find_row(family_, VariableUse::last, "Kafka"))
      if (newest)
        return set(project::releases_of(last->of),
                   fmt::format("the last image of {}", family_.name));
    if (newest && !guessed_) return;
    const bool zookeeper = find_variable(container_.environment, "KAFKA_ZOOKEEPER_CONNECT") &&
                           !find_variable(container_.environment, "KAFKA_PROCESS_ROLES");
    if (!zookeeper) return;
    const auto first_without =
        std::ranges::lower_bound(kafka::known_releases(), kafka::Version(4, 0, 0));
    set(kafka::VersionSet::of(*std::prev(first_without)), "KAFKA_ZOOKEEPER_CONNECT");
  }

  bool mounts_configuration() const {
    return std::ranges::any_of(container_.mounts, [&](const ContainerMount& mount) {
      bool inside = false;
      for_each_row(family_, VariableUse::mount, [&](const ContainerRow& row) {
        inside = inside || mount.target.starts_with(row.name) ||
                 row.name.starts_with(mount.target + "/");
      });
      return inside;
    });
  }

  void add(const Setting& variable, UnitBuilder& builder) {
    std::set<std::string> keys;
    for (const NameForm form : forms_)
      if (const auto key = key_of_variable(family_, form, variable.key)) keys.insert(*key);
    if (keys.empty() || keys.contains("")) return;
    if (keys.size() > 1) {  // which of them depends on the version, which is not known
      placed_ = false;
      return;
    }
    const std::string& key = *keys.begin();
    if (guessed_ && !in_catalog(family_.role, key)) return;
    if (variable.value == "ignored") {  // as in containers that only run a tool
      placed_ = false;
      return;
    }
    std::vector<Setting> settings = settings_of_variable(variable, key, family_);
    const Setting* earlier = builder.find(key);
    const bool other_name = earlier && earlier->written_key != variable.key &&
                            earlier->origin == SettingOrigin::written;
    if (other_name) {
      const bool random = forms_ == std::vector{NameForm::ub} && family_.name != "confluent-local";
      builder.unit().diagnostics.push_back(two_names(*earlier, variable, key, random));
      if (random) {
        settings.front().value.reset();
        settings.front().unknown = UnknownReason::unsupported;
      }
    }
    for (Setting& setting : settings)
      if (other_name)
        builder.override_with(std::move(setting));
      else
        builder.add(std::move(setting));
  }

  const ParsedFile& file_;
  Container container_;
  const ContainerFamily& family_;
  bool guessed_;
  Start start_;
  std::string tag_;
  std::vector<NameForm> forms_;
  bool placed_ = true;  // every variable's key is known
};

/// Applications of Spring Boot, whatever their image.
void read_spring_variables(const ParsedFile& file, const Container& container, std::size_t document,
                           FileUnits& out) {
  FileUnits units = read_spring_environment(container.environment.variables, file.options);
  for (Unit& unit : units.units) {
    unit.name =
        unique_unit_name(out.units, fmt::format("{} {}", container.unit_name, unit.name), document);
    unit.span = container.span;
    out.units.push_back(std::move(unit));
  }
  for (Diagnostic& found : units.diagnostics) out.diagnostics.push_back(std::move(found));
}

/// Bitnami's image leaves the file alone when one is mounted.
const ContainerMount* file_in_place_of_variables(const Container& container,
                                                 const ContainerFamily& family) {
  if (family.name != "bitnami") return nullptr;
  const auto found = std::ranges::find_if(container.mounts, [](const ContainerMount& mount) {
    return mount.target == "/bitnami/kafka/config/server.properties";
  });
  return found == container.mounts.end() ? nullptr : &*found;
}

}  // namespace

const Setting* find_variable(const Environment& environment, std::string_view name) {
  const auto found = std::find_if(environment.variables.rbegin(), environment.variables.rend(),
                                  [name](const Setting& variable) { return variable.key == name; });
  return found == environment.variables.rend() ? nullptr : &*found;
}

void end_layer(Environment& environment, std::size_t first) {
  std::vector<Setting>& all = environment.variables;
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  std::set<std::string, std::less<>> names;
  for (auto variable = begin; variable != all.end(); ++variable) names.insert(variable->key);
  all.erase(std::remove_if(all.begin(), begin,
                           [&](const Setting& earlier) { return names.contains(earlier.key); }),
            begin);
}

void read_container(const ParsedFile& file, Container container, std::size_t document,
                    FileUnits& out) {
  read_spring_variables(file, container, document, out);
  if (std::optional<Unit> unit = read_overrides(file, container)) {
    unit->name = unique_unit_name(out.units, std::move(unit->name), document);
    return out.units.push_back(std::move(*unit));
  }
  if (container.environment.variables.empty()) return;
  const ImageFamily image = family_of_image(container.image);
  if (image.known && !image.family) return;
  const ContainerFamily* family = image.family ? image.family : family_of_names(container);
  if (!family) return;
  if (const ContainerMount* mount = file_in_place_of_variables(container, *family))
    return report_mounted_file(container, *mount, out.diagnostics);
  container.unit_name = unique_unit_name(out.units, std::move(container.unit_name), document);
  ContainerReader reader(file, std::move(container), *family, !image.family);
  if (!reader.starts_kafka()) return;
  Unit unit = reader.read();
  if (unit.settings.empty() && unit.diagnostics.empty()) return;
  out.units.push_back(std::move(unit));
}

}  // namespace kaflint::dialect
