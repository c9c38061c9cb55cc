#include "linter/dialect/compose_clusters.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/text.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kDialect = "docker-compose";
constexpr std::string_view kServices = "services.";

std::string_view known_value(const Unit& unit, std::string_view key) {
  const Setting* const setting = setting_of(unit, key);
  return setting == nullptr || !setting->value ? std::string_view() : *setting->value;
}

bool is_written(const Unit& unit, std::string_view key) { return setting_of(unit, key) != nullptr; }

bool has_process_role(const Unit& unit, std::string_view role) {
  return known_value(unit, "process.roles").find(role) != std::string_view::npos;
}

/// `kafka` of `services.kafka` and of `services.kafka server.properties`.
std::string_view service_of(const Unit& unit) {
  std::string_view name = unit.name;
  if (!name.starts_with(kServices)) return {};
  name.remove_prefix(kServices.size());
  return name.substr(0, name.find(' '));
}

/// Each host of `1@kafka1:9093,2@kafka2:9093`, `zookeeper:2181/chroot`.
std::vector<std::string_view> hosts_of(std::string_view addresses) {
  std::vector<std::string_view> hosts;
  for (std::string_view address : split(addresses, ',')) {
    address = trim_java(address);
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
      address.remove_prefix(scheme + 3);
    if (const std::size_t at = address.find('@'); at != std::string_view::npos)
      address.remove_prefix(at + 1);
    hosts.push_back(address.substr(0, address.find_first_of(":/")));
  }
  return hosts;
}

class Compose {
 public:
  explicit Compose(std::span<Unit> units) {
    for (Unit& unit : units)
      if (unit.dialect == kDialect) units_.push_back(&unit);
  }

  void run() {
    for (Unit* unit : units_)
      if (unit->role == kafka::Role::broker) unit->cluster = coordinator_of(*unit);
    for (Unit* unit : units_)
      if (unit->role == kafka::Role::broker && is_whole(unit->cluster)) unit->brokers = 1;
    for (Unit* unit : units_)
      if (!unit->brokers) unit->cluster.clear();
    for (Unit* unit : units_)
      if (unit->role != kafka::Role::broker) unit->cluster = cluster_of_client(*unit);
  }

 private:
  /// What the servers of one cluster have in common; empty when it is not known.
  static std::string coordinator_of(const Unit& unit) {
    for (std::string_view key :
         {"controller.quorum.voters", "controller.quorum.bootstrap.servers", "zookeeper.connect"})
      if (is_written(unit, key)) return std::string(known_value(unit, key));
    return {};
  }

  const Unit* service(std::string_view name) const {
    const auto found =
        std::ranges::find_if(units_, [&](const Unit* unit) { return service_of(*unit) == name; });
    return found == units_.end() ? nullptr : *found;
  }

  /// Whether every controller is a server of this file, or ZooKeeper a service beside it. What
  /// runs elsewhere could have brokers elsewhere as well.
  bool is_whole(const std::string& cluster) const {
    if (cluster.empty()) return false;
    bool zookeeper = false;
    for (const Unit* unit : units_)
      if (unit->cluster == cluster) zookeeper = zookeeper || is_written(*unit, "zookeeper.connect");
    return std::ranges::all_of(hosts_of(cluster), [&](std::string_view host) {
      if (zookeeper) return host.find('.') == std::string_view::npos && host != "localhost";
      if (host == "localhost") return count_of(cluster) == 1;
      const Unit* const controller = service(host);
      return controller != nullptr && has_process_role(*controller, "controller");
    });
  }

  std::size_t count_of(const std::string& cluster) const {
    return static_cast<std::size_t>(std::ranges::count(units_, cluster, &Unit::cluster));
  }

  std::string cluster_of_client(const Unit& unit) const {
    std::string cluster;
    for (const std::string_view host : hosts_of(known_value(unit, "bootstrap.servers"))) {
      const Unit* const broker = service(host);
      if (broker == nullptr || broker->role != kafka::Role::broker) return {};
      if (!cluster.empty() && cluster != broker->cluster) return {};
      cluster = broker->cluster;
    }
    return cluster;
  }

  std::vector<Unit*> units_;
};

}  // namespace

void set_compose_clusters(std::span<Unit> units) { Compose(units).run(); }

}  // namespace kaflint::dialect
