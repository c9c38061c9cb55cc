#include "linter/policy/secret_checks.h"

#include <array>
#include <optional>
#include <utility>

#include "linter/policy/value_places.h"

namespace kaflint::policy {
namespace {

using dialect::Setting;
using dialect::Unit;
using dialect::UnknownReason;

/// What else to write, where a dialect has a way of its own.
struct Instead {
  std::string_view dialect;
  std::string_view words;
};
constexpr std::array<Instead, 13> kInstead = {{
    {"spring-boot", "a placeholder such as `${KAFKA_PASSWORD}`"},
    {"spring-cloud-stream", "a placeholder such as `${KAFKA_PASSWORD}`"},
    {"quarkus", "an expression such as `${KAFKA_PASSWORD}`"},
    {"micronaut", "a placeholder such as `${KAFKA_PASSWORD}`"},
    {"akhq", "a placeholder such as `${KAFKA_PASSWORD}`"},
    {"kafka-ui", "a placeholder such as `${KAFKA_PASSWORD}`"},
    {"docker-compose", "a variable such as `${KAFKA_PASSWORD}`"},
    {"dotenv", "it where this file is not copied along, such as in a secret of Docker"},
    {"kubernetes-env", "`valueFrom.secretKeyRef`"},
    {"kubernetes-configmap", "it into a Secret"},
    {"helm-values", "a reference to a Secret"},
    {"strimzi",
     "a reference such as `${secrets:kafka/credentials:password}` that a config provider "
     "resolves"},
    {"confluent-operator", "a reference to a Secret"},
}};
constexpr std::string_view kUsual =
    "a reference such as `${file:/etc/kafka/secrets.properties:password}` that a config provider "
    "resolves";

std::string_view instead_of(std::string_view dialect) {
  for (const Instead& entry : kInstead)
    if (entry.dialect == dialect) return entry.words;
  return kUsual;
}

/// That is where they belong, as when a chart is rendered.
bool stands_in_kubernetes_secret(const Unit& unit) { return unit.name.contains("stringData."); }

bool is_scanned(const Setting& setting) {
  if (setting.inherited || setting.value_span.empty() ||
      setting.origin != dialect::SettingOrigin::written)
    return false;
  return setting.value || (setting.unknown != UnknownReason::reference &&
                           setting.unknown != UnknownReason::unsupported);
}

}  // namespace

std::vector<WrittenSecret> written_secrets(std::string_view bytes, const Unit& unit,
                                           const Setting& setting) {
  std::vector<WrittenSecret> written;
  if (!is_scanned(setting)) return written;
  // An unknown value has known parts: `https://user:hunter2@${HOST}`.
  const std::string raw = setting.value ? std::string() : raw_value(bytes, setting);
  const std::string_view value = setting.value ? *setting.value : raw;
  const std::vector<FoundSecret> found = find_secrets(unit.role, setting.key, value);
  if (found.empty()) return written;
  const ValuePlaces places(bytes, setting, value);
  for (const FoundSecret& secret : found) {
    if (places.are_of_reference() && secret.kind != SecretKind::generated) continue;
    const auto begin = static_cast<std::size_t>(secret.text.data() - value.data());
    written.push_back({secret.rule, secret.kind, secret.what, std::string(secret.text),
                       places.of(begin, begin + secret.text.size())});
  }
  return written;
}

std::vector<Diagnostic> check_secrets(std::string_view bytes, const Unit& unit) {
  std::vector<Diagnostic> out;
  if (stands_in_kubernetes_secret(unit)) return out;
  for (const Setting& setting : unit.settings)
    for (WrittenSecret& secret : written_secrets(bytes, unit, setting)) {
      Diagnostic made{secret.rule, secret.span, setting.key, {}, {}, {}};
      made.arguments.emplace("what", std::move(secret.what));
      made.arguments.emplace("instead", instead_of(unit.dialect));
      out.push_back(std::move(made));
    }
  return out;
}

}  // namespace kaflint::policy
