// See helm_bitnami_listeners.h.
#include "linter/dialect/helm_bitnami_listeners.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/helm_bitnami_table.h"
#include "linter/dialect/helm_bitnami_values.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/yaml_settings.h"

namespace kaflint::dialect {
namespace {

using syntax::kNoYaml;
using syntax::YamlId;
using Kind = KubernetesScalar::Kind;
using Text = std::optional<std::string>;  // nothing when it is not known

constexpr std::string_view kChart = "Bitnami's chart";
/// From here on there is no ZooKeeper, and additional listeners are everywhere.
constexpr unsigned kKraftOnlySince = 32;

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

struct Listener {
  Text name;
  Text port;
  Text protocol;
  Text client_auth;

  bool may(std::string_view part) const {
    return !protocol || protocol->find(part) != std::string::npos;
  }
  bool must(std::string_view part) const {
    return protocol && protocol->find(part) != std::string::npos;
  }
};

class ListenerValues {
 public:
  ListenerValues(const ParsedFile& file, const BitnamiSection& section, UnitBuilder& builder)
      : file_(file), yaml_(*file.yaml), section_(section), builder_(builder) {}

  void add(std::string_view nodes) {
    const std::optional<bool> kraft =
        section_.major && *section_.major >= kKraftOnlySince ? true : flag("kraft.enabled", true);
    const std::optional<bool> external = flag("externalAccess.enabled", false);
    if (!kraft || !external) return;
    const std::optional<std::vector<Listener>> extra = extra_listeners();
    const Listener client = listener("client");
    const Listener interbroker = listener("interbroker");
    const Listener controller = listener("controller");
    std::vector<Listener> outer;
    if (*external) outer.push_back(listener("external"));
    add_listeners(nodes, *kraft, {client, interbroker}, outer, controller, extra);
    add_map(*kraft, {client, interbroker}, outer, controller, extra);
    std::vector<Listener> all = {client, interbroker};
    std::ranges::copy(outer, std::back_inserter(all));
    if (*kraft) all.push_back(controller);
    if (extra) std::ranges::copy(*extra, std::back_inserter(all));
    kraft_ = *kraft;
    sasl_ = any(all, "SASL", extra.has_value());
    ssl_ = any(all, "SSL", extra.has_value());
    interbroker_sasl_ = any({interbroker}, "SASL", true);
    controller_sasl_ = *kraft ? any({controller}, "SASL", true) : false;
    for (const BitnamiComputed& computed : bitnami_computed())
      if (is_set(computed.when) == true) add_computed(computed);
    add_of_each(all, controller);
    add_made_at_start(*kraft);
  }

 private:
  Text text(YamlId map, std::string_view path, std::string_view by_itself) const {
    YamlId node = map;
    for (const std::string_view key : split(path, '.'))
      node = node == kNoYaml || !yaml_.is_mapping(node) ? kNoYaml : syntax::find(yaml_, node, key);
    if (node == kNoYaml) return section_.whole ? Text(by_itself) : std::nullopt;
    if (!yaml_.is_scalar(node) || yaml_.node(yaml_.resolve(node)).masked) return std::nullopt;
    const KubernetesScalar scalar = kubernetes_scalar(yaml_, node);
    if (scalar.kind == Kind::null || scalar.kind == Kind::refused || !scalar.exact ||
        scalar.text.find("{{") != std::string::npos)
      return std::nullopt;
    return scalar.text;
  }

  std::optional<bool> flag(std::string_view path, bool by_itself) const {
    const Text value = text(section_.place.node, path, by_itself ? "true" : "false");
    if (value != "true" && value != "false") return std::nullopt;
    return value == "true";
  }

  Listener listener(std::string_view section) const {
    const auto row = std::ranges::find(bitnami_listeners(), section, &BitnamiListener::section);
    const auto value = [&](std::string_view key, std::string_view by_itself) {
      return text(section_.place.node, fmt::format("listeners.{}.{}", section, key), by_itself);
    };
    return with_capitals({.name = value("name", row->name),
                          .port = value("containerPort", row->port),
                          .protocol = value("protocol", row->protocol),
                          .client_auth = value("sslClientAuth", "")});
  }

  static Listener with_capitals(Listener listener) {
    if (listener.name) listener.name = upper(*std::move(listener.name));
    if (listener.protocol) listener.protocol = upper(*std::move(listener.protocol));
    if (listener.port && (listener.port->empty() || !std::ranges::all_of(*listener.port, is_digit)))
      listener.port.reset();
    return listener;
  }

  /// Nothing when there are some that cannot be told.
  std::optional<std::vector<Listener>> extra_listeners() const {
    const YamlId node = place_at(yaml_, section_.place, "listeners.extraListeners").node;
    std::vector<Listener> found;
    if (node == kNoYaml || is_empty_value(yaml_, node)) return found;
    for (const YamlId item : syntax::items(yaml_, node)) {
      const auto value = [&](std::string_view key) -> Text {
        return syntax::find(yaml_, item, key) == kNoYaml ? Text("") : text(item, key, "");
      };
      if (!yaml_.is_mapping(item)) return std::nullopt;
      found.push_back(with_capitals({.name = value("name"),
                                     .port = value("containerPort"),
                                     .protocol = value("protocol"),
                                     .client_auth = value("sslClientAuth")}));
    }
    return found;
  }

  /// The nodes that the values at the top are for: nothing when they are for both kinds.
  std::optional<std::string_view> kind_of(std::string_view nodes, bool kraft) const {
    if (!nodes.empty()) return nodes;
    const Text replicas = text(section_.place.node, "broker.replicaCount", "0");
    if (!kraft) return "broker";
    if (replicas == "0") return "controller";
    return std::nullopt;
  }

  void add_listeners(std::string_view nodes, bool kraft, std::vector<Listener> list,
                     const std::vector<Listener>& outer, const Listener& controller,
                     const std::optional<std::vector<Listener>>& extra) {
    const std::optional<std::string_view> kind = kind_of(nodes, kraft);
    const std::optional<bool> only = flag("controller.controllerOnly", false);
    if (!kind || !only) return;
    const bool controls = kraft && *kind == "controller";
    if (kraft)
      builder_.add_framework("process.roles",
                             *kind == "broker" ? "broker"
                             : *only           ? "controller"
                                               : "controller,broker",
                             kChart);
    std::ranges::copy(outer, std::back_inserter(list));
    if (controls && *only)
      list = {controller};
    else if (controls)
      list.push_back(controller);
    const bool appended = section_.major && *section_.major >= kKraftOnlySince;
    if (!extra || (!extra->empty() && !appended)) return;  // charts differ from 24 to 31
    std::ranges::copy(*extra, std::back_inserter(list));
    std::string joined;
    for (const Listener& one : list) {
      if (!one.name || !one.port) return;
      joined += fmt::format("{}{}://:{}", joined.empty() ? "" : ",", *one.name, *one.port);
    }
    add_of_listeners("listeners", std::move(joined));
  }

  void add_map(bool kraft, std::vector<Listener> list, const std::vector<Listener>& outer,
               const Listener& controller, const std::optional<std::vector<Listener>>& extra) {
    if (!extra) return;
    // The order of the map is of no importance to Kafka, but it is the chart's.
    const bool extra_last = section_.major && *section_.major >= kKraftOnlySince;
    if (!extra_last) std::ranges::copy(*extra, std::back_inserter(list));
    if (kraft) list.push_back(controller);
    if (extra_last) std::ranges::copy(*extra, std::back_inserter(list));
    std::ranges::copy(outer, std::back_inserter(list));
    std::string joined;
    for (const Listener& one : list) {
      if (!one.name || !one.protocol) return;
      joined += fmt::format("{}{}:{}", joined.empty() ? "" : ",", *one.name, *one.protocol);
    }
    add_of_listeners("listener.security.protocol.map", std::move(joined));
  }

  /// What several values below `listeners` take part in; findings about it point there.
  void add_of_listeners(std::string key, std::string value) {
    if (builder_.find(key)) return;
    const ValuesPlace place = place_at(yaml_, section_.place, "listeners");
    Setting setting;
    setting.key = std::move(key);
    setting.value = std::move(value);
    setting.origin = SettingOrigin::framework;
    setting.set_by = kChart;
    if (place.node != kNoYaml) setting.chain = values_chain(place);
    builder_.override_with(std::move(setting));
  }

  static std::optional<bool> any(const std::vector<Listener>& list, std::string_view part,
                                 bool is_all) {
    if (std::ranges::any_of(list, [&](const Listener& one) { return one.must(part); })) return true;
    if (!is_all || std::ranges::any_of(list, [&](const Listener& one) { return one.may(part); }))
      return std::nullopt;
    return false;
  }

  std::optional<bool> is_set(BitnamiWhen when) const {
    switch (when) {
      case BitnamiWhen::always:
        return true;
      case BitnamiWhen::kraft:
        return kraft_;
      case BitnamiWhen::sasl:
        return sasl_;
      case BitnamiWhen::ssl:
        return ssl_;
      case BitnamiWhen::interbroker_sasl:
        return interbroker_sasl_;
      case BitnamiWhen::controller_sasl:
        return controller_sasl_;
    }
    return std::nullopt;
  }

  void add_computed(const BitnamiComputed& computed) {
    const ValuesPlace place =
        computed.path == "-" ? ValuesPlace{} : place_at(yaml_, section_.place, computed.path);
    if (place.node == kNoYaml) {
      if (section_.whole || computed.path == "-")
        builder_.add_framework(computed.kafka, computed.by_itself, kChart);
      return;
    }
    if (builder_.find(computed.kafka)) return;
    Setting setting = named_setting(file_, place, computed.kafka);
    setting.value = text(section_.place.node, computed.path, "");
    if (!setting.value && setting.unknown == UnknownReason::placeholder)
      setting.unknown = UnknownReason::unsupported;
    if (setting.value && computed.kafka.starts_with("sasl."))
      setting.value = upper(*std::move(setting.value));
    builder_.add(std::move(setting));
  }

  /// Settings of one listener: what it asks of clients, and the passwords that a script fills in.
  void add_of_each(const std::vector<Listener>& all, const Listener& controller) {
    const Text enabled =
        text(section_.place.node, "sasl.enabledMechanisms", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512");
    const bool newest = section_.major && *section_.major >= kKraftOnlySince;
    for (const Listener& one : all) {
      if (!one.name) continue;
      const std::string prefix = fmt::format("listener.name.{}.", ascii_lower(*one.name));
      if (one.client_auth && !one.client_auth->empty() && one.must("SSL"))
        add_of_listeners(prefix + "ssl.client.auth", *one.client_auth);
      if (!one.must("SASL")) continue;
      const bool has_its_own = !newest && one.name == controller.name;
      if (has_its_own && !section_.major) continue;
      const Text mechanisms =
          has_its_own ? text(section_.place.node, "sasl.controllerMechanism", "PLAIN") : enabled;
      if (!mechanisms) continue;
      if (has_its_own)
        builder_.add_framework(prefix + "sasl.enabled.mechanisms", upper(*mechanisms), kChart);
      for (const std::string_view mechanism : split(*mechanisms, ','))
        add_unknown(fmt::format("{}{}.sasl.jaas.config", prefix, ascii_lower(mechanism)));
    }
  }

  /// Scripts of the chart put addresses, numbers and passwords in when the pod starts.
  void add_made_at_start(bool kraft) {
    const bool newest = section_.major && *section_.major >= kKraftOnlySince;
    if (!section_.major) return;
    add_unknown("advertised.listeners");
    if (!kraft) return;
    add_unknown("node.id");
    add_unknown(newest ? "controller.quorum.bootstrap.servers" : "controller.quorum.voters");
  }

  void add_unknown(const std::string& key) {
    if (!builder_.find(key)) builder_.set_by_framework(key, kChart);
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const BitnamiSection& section_;
  UnitBuilder& builder_;
  bool kraft_ = true;
  std::optional<bool> sasl_;
  std::optional<bool> ssl_;
  std::optional<bool> interbroker_sasl_;
  std::optional<bool> controller_sasl_;
};

}  // namespace

bool has_bitnami_listeners(const ParsedFile& file, const BitnamiSection& section) {
  if (section.major && *section.major < 24) return false;
  const syntax::YamlFile& yaml = *file.yaml;
  constexpr std::string_view kSections[] = {
      "listeners.client",         "listeners.interbroker",  "listeners.controller",
      "listeners.external",       "sasl.enabledMechanisms", "sasl.interBrokerMechanism",
      "sasl.controllerMechanism", "tls.sslClientAuth",      "tls.endpointIdentificationAlgorithm"};
  return std::ranges::any_of(kSections, [&](std::string_view path) {
    return !is_empty_value(yaml, place_at(yaml, section.place, path).node);
  });
}

void add_bitnami_listeners(const ParsedFile& file, const BitnamiSection& section,
                           std::string_view nodes, UnitBuilder& builder) {
  const bool known = section.major ? *section.major >= 24 : has_bitnami_listeners(file, section);
  if (known) ListenerValues(file, section, builder).add(nodes);
}

}  // namespace kaflint::dialect
