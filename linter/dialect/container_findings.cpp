#include "linter/dialect/container_findings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

bool is_key_of(kafka::Role role, std::string_view key) {
  if (role == kafka::Role::connect_distributed)
    for (const auto& [prefix, client] :
         {std::pair{"producer.", kafka::Role::producer},
          std::pair{"consumer.", kafka::Role::consumer}, std::pair{"admin.", kafka::Role::admin}})
      if (key.starts_with(prefix))
        return !kafka::catalog(client).history(key.substr(std::string_view(prefix).size())).empty();
  return key.starts_with("listener.name.") || !kafka::catalog(role).history(key).empty();
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
  return result;
}

/// The place of the variable's name, or of what brings it into this file.
Span place_of(const Setting& variable) {
  return variable.key_span.empty() ? variable.entry_span : variable.key_span;
}

Diagnostic finding(RuleId rule, const Setting& variable, std::string_view key,
                   kafka::Arguments arguments) {
  arguments.emplace("name", variable.written_key);
  return {.rule = rule,
          .span = place_of(variable),
          .key = std::string(key),
          .arguments = std::move(arguments),
          .related = {},
          .fixes = {}};
}

/// Only where the name stands in this file as it is, and no other variable has the new name.
void offer_name(const Environment& environment, const Setting& variable, const std::string& name,
                Diagnostic& found) {
  if (variable.key_span.size() != variable.written_key.size()) return;
  if (find_variable(environment, name)) return;
  found.fixes.push_back({.title = fmt::format("rename it to `{}`", name),
                         .applicability = Applicability::safe,
                         .edits = {{variable.key_span, name}}});
}

/// Names of listeners that the container's own variables give.
std::set<std::string> listener_names(const Container& container, const ContainerFamily& family) {
  std::set<std::string> names;
  for (const std::string_view variable :
       {"LISTENERS", "ADVERTISED_LISTENERS", "LISTENER_SECURITY_PROTOCOL_MAP"}) {
    const Setting* found =
        find_variable(container.environment, fmt::format("{}{}", family.prefix, variable));
    if (!found || !found->value) continue;
    for (const std::string_view entry : split(*found->value, ','))
      names.insert(ascii_lower(trim_java(entry.substr(0, entry.find(':')))));
  }
  return names;
}

/// The key that was meant where a listener's or a mechanism's name lost its `_` or `-`.
std::string meant_key(std::string_view key, const std::set<std::string>& listeners) {
  constexpr std::string_view kPrefix = "listener.name.";
  std::string meant(key);
  if (!key.starts_with(kPrefix)) return meant;
  const std::string_view rest = key.substr(kPrefix.size());
  for (const std::string& listener : listeners) {
    std::string dotted = listener;
    std::ranges::replace(dotted, '_', '.');
    std::ranges::replace(dotted, '-', '.');
    const bool lost = dotted != listener && rest.starts_with(dotted + ".");
    const bool kept = listener.size() == 1 && rest.starts_with(listener + "_");
    if (lost || kept)
      meant = fmt::format("{}{}.{}", kPrefix, listener, rest.substr(listener.size() + 1));
  }
  for (const std::string_view size : {"256", "512"}) {
    const std::string dots = fmt::format(".scram.sha.{}.", size);
    if (const std::size_t at = meant.find(dots); at != std::string::npos)
      meant.replace(at, dots.size(), fmt::format(".scram-sha-{}.", size));
  }
  return meant;
}

class NameReport {
 public:
  NameReport(const Container& container, const FamilyUse& use, std::vector<Diagnostic>& out)
      : container_(container),
        environment_(container.environment),
        family_(use.family),
        form_(use.forms.front()),
        certain_(use.forms.size() == 1),
        out_(out),
        listeners_(listener_names(container, family_)) {}

  void run() {
    for (const Setting& variable : environment_.variables) {
      if (variable.value == "ignored") continue;
      if (report_bitnamis(variable) || report_not_bitnamis(variable) || report_case(variable))
        continue;
      report_underscores(variable);
      report_topics(variable);
      report_overwritten(variable);
    }
  }

 private:
  bool broker() const { return family_.role == kafka::Role::broker; }

  /// KAFKA_CFG_... on another image.
  bool report_bitnamis(const Setting& variable) {
    const ContainerFamily& bitnami = container_family("bitnami");
    if (&family_ == &bitnami || !broker() || !variable.key.starts_with(bitnami.prefix))
      return false;
    const auto key = key_of_variable(bitnami, NameForm::dots, variable.key);
    if (!key || !is_key_of(family_.role, *key)) return false;
    const auto name = variable_of_key(family_, form_, *key);
    if (!name) return false;
    Diagnostic found =
        finding("docker/name-of-another-image", variable, *key,
                {{"whose", "only Bitnami's images read `KAFKA_CFG_`"}, {"suggestion", *name}});
    offer_name(environment_, variable, *name, found);
    out_.push_back(std::move(found));
    return true;
  }

  /// KAFKA_... on Bitnami's.
  bool report_not_bitnamis(const Setting& variable) {
    constexpr std::string_view kOthers = "KAFKA_";
    if (family_.name != "bitnami" || !variable.key.starts_with(kOthers) ||
        variable.key.starts_with(family_.prefix) ||
        find_row(family_, VariableUse::alias, variable.key))
      return false;
    const std::string rest = variable.key.substr(kOthers.size());
    const std::string name = std::string(family_.prefix) + rest;
    const auto key = key_of_variable(family_, form_, name);
    if (!key || !is_key_of(family_.role, *key)) return false;
    Diagnostic found =
        finding("docker/name-of-another-image", variable, *key,
                {{"whose", "Bitnami's images read `KAFKA_CFG_` and a few names without it"},
                 {"suggestion", name}});
    offer_name(environment_, variable, name, found);
    out_.push_back(std::move(found));
    return true;
  }

  bool report_case(const Setting& variable) {
    const std::string name = upper(variable.key);
    if (variable.key.starts_with(family_.prefix) || !name.starts_with(family_.prefix)) return false;
    const auto key = key_of_variable(family_, form_, name);
    if (!key || !is_key_of(family_.role, *key)) return false;
    Diagnostic found = finding("docker/lower-case-name", variable, *key,
                               {{"prefix", std::string(family_.prefix)}, {"suggestion", name}});
    offer_name(environment_, variable, name, found);
    out_.push_back(std::move(found));
    return true;
  }

  void report_underscores(const Setting& variable) {
    if (!broker() || !certain_) return;
    const auto key = key_of_variable(family_, form_, variable.key);
    if (!key) return;
    const std::string meant = meant_key(*key, listeners_);
    if (meant == *key) return;
    const auto name = variable_of_key(family_, form_, meant);
    Diagnostic found = finding(
        "docker/underscores-lost", variable, meant,
        {{"becomes", *key},
         {"meant", meant},
         {"advice", name ? fmt::format("write `{}`", *name)
                         : std::string("no name gives that key on this image: mount a file with "
                                       "it, or choose another name for the listener")}});
    if (name) offer_name(environment_, variable, *name, found);
    out_.push_back(std::move(found));
  }

  void report_topics(const Setting& variable) {
    if (variable.key != "KAFKA_CREATE_TOPICS" || !broker()) return;
    if (family_.name == "wurstmeister" || family_.name == "some-broker") return;
    out_.push_back(finding("docker/topics-not-created", variable, "", {}));
  }

  void report_overwritten(const Setting& variable) {
    for_each_row(family_, VariableUse::always, [&](const ContainerRow& row) {
      if (row.of != variable.key) return;
      Diagnostic found = finding("docker/overwritten-by-image", variable,
                                 key_of_variable(family_, form_, variable.key).value_or(""),
                                 {{"source", fmt::format("`{}`", row.name)},
                                  {"suggestion", fmt::format("write `{}`", row.name)}});
      offer_name(environment_, variable, std::string(row.name), found);
      out_.push_back(std::move(found));
    });
    for_each_row(family_, VariableUse::alias, [&](const ContainerRow& row) {
      const Setting* alias = find_variable(environment_, row.name);
      if (row.of != variable.key || !alias) return;
      out_.push_back(two_names(variable, *alias,
                               key_of_variable(family_, form_, variable.key).value_or(""), false));
    });
  }

  const Container& container_;
  const Environment& environment_;
  const ContainerFamily& family_;
  NameForm form_;
  bool certain_;
  std::vector<Diagnostic>& out_;
  std::set<std::string> listeners_;
};

bool is_given(const Environment& environment, std::string_view name) {
  const Setting* variable = find_variable(environment, name);
  return variable && variable->value != "";
}

void report_missing(const Container& container, const Environment& environment,
                    const FamilyUse& use, std::vector<Diagnostic>& out) {
  if (environment.open) return;
  std::vector<std::string> missing;
  const auto need = [&](std::string_view name) {
    if (!is_given(environment, name)) missing.push_back(fmt::format("`{}`", name));
  };
  for_each_row(use.family, VariableUse::needed, [&](const ContainerRow& row) { need(row.name); });
  if (use.family.name == "confluent-broker") {
    const bool kraft_only = use.tag.starts_with("8.");
    if (kraft_only) need("KAFKA_PROCESS_ROLES");
    if (kraft_only) need("CLUSTER_ID");
    const Setting* roles = find_variable(environment, "KAFKA_PROCESS_ROLES");
    if (!roles || (roles->value && *roles->value != "controller"))
      need("KAFKA_ADVERTISED_LISTENERS");
  }
  if (missing.empty()) return;
  out.push_back({.rule = "docker/missing-variable",
                 .span = container.image_span,
                 .key = {},
                 .arguments = {{"missing", fmt::format("{}", fmt::join(missing, ", "))}},
                 .related = {},
                 .fixes = {}});
}

/// Written locations and passwords that the script replaces by those of its own variables.
void report_stores(const Environment& environment, const FamilyUse& use,
                   std::vector<Diagnostic>& out) {
  if (use.family.name != "confluent-broker" && use.family.name != "apache") return;
  const Setting* advertised = find_variable(environment, "KAFKA_ADVERTISED_LISTENERS");
  if (!advertised || !advertised->value || advertised->value->find("SSL://") == std::string::npos)
    return;
  constexpr std::array kStores = {
      std::pair{"KAFKA_SSL_KEYSTORE_LOCATION", "KAFKA_SSL_KEYSTORE_FILENAME"},
      std::pair{"KAFKA_SSL_KEYSTORE_PASSWORD", "KAFKA_SSL_KEYSTORE_CREDENTIALS"},
      std::pair{"KAFKA_SSL_KEY_PASSWORD", "KAFKA_SSL_KEY_CREDENTIALS"}};
  for (const auto& [name, instead] : kStores)
    if (const Setting* variable = find_variable(environment, name))
      out.push_back(finding("docker/overwritten-by-image", *variable, "",
                            {{"source", fmt::format("the file that `{}` names", instead)},
                             {"suggestion", fmt::format("put the file into /etc/kafka/secrets and "
                                                        "name it in `{}`",
                                                        instead)}}));
}

}  // namespace

void report_names(const Container& container, const FamilyUse& use, std::vector<Diagnostic>& out) {
  NameReport(container, use, out).run();
}

void report_start(const Container& container, const Environment& effective, const FamilyUse& use,
                  std::vector<Diagnostic>& out) {
  for_each_row(use.family, VariableUse::refused, [&](const ContainerRow& row) {
    const Setting* variable = find_variable(effective, row.name);
    if (variable && variable->value && !variable->value->empty())
      out.push_back(finding("docker/refused-variable", *variable, "", {}));
  });
  const bool reads_port =
      use.family.name == "confluent-broker" || use.family.name == "wurstmeister";
  if (container.service_link && reads_port && !effective.open &&
      !find_variable(effective, "KAFKA_PORT"))
    out.push_back({.rule = "docker/service-link-collision",
                   .span = container.service_link->span,
                   .key = "port",
                   .arguments = {{"service", container.service_link->service}},
                   .related = {{container.image_span, "the container that gets the variable"}},
                   .fixes = {}});
  const Setting* roles = find_variable(effective, "KAFKA_PROCESS_ROLES");
  const Setting* advertised = find_variable(effective, "KAFKA_ADVERTISED_LISTENERS");
  const bool checks_roles = use.family.name == "confluent-broker" || use.family.name == "apache";
  if (checks_roles && roles && roles->value == "controller" && advertised && advertised->value &&
      !advertised->value->empty())
    out.push_back(
        finding("docker/advertised-on-controller", *advertised, "advertised.listeners", {}));
  report_missing(container, effective, use, out);
  report_stores(effective, use, out);
}

void report_mounted_file(const Container& container, const ContainerMount& mount,
                         std::vector<Diagnostic>& out) {
  const auto reads = [](const Setting& variable) {
    return variable.key.starts_with("KAFKA_CFG_") && !variable.key_span.empty();
  };
  const auto found = std::ranges::find_if(container.environment.variables, reads);
  if (found == container.environment.variables.end()) return;
  Diagnostic diagnostic = finding("docker/mounted-file-wins", *found, "", {});
  diagnostic.related.push_back({mount.span, "the file that is used instead"});
  out.push_back(std::move(diagnostic));
}

Diagnostic two_names(const Setting& earlier, const Setting& later, const std::string& key,
                     bool random) {
  Diagnostic found = finding(
      "docker/two-names-for-one-key", earlier, key,
      {{"other", later.written_key},
       {"effect", random ? std::string("which one Kafka gets is left to chance")
                         : fmt::format("Kafka gets the value of `{}`", later.written_key)}});
  found.related.push_back({place_of(later), "the other name"});
  return found;
}

}  // namespace kaflint::dialect
