// Values files of Helm charts: the places of well-known Kafka charts, and any block of properties
// or map of dotted keys that is clearly one component's.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/embedded.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

constexpr std::string_view kDialect = "helm-values";
constexpr std::size_t kMaxDepth = 12;

/// How a chart's templates turn a value into text.
enum class Printing : std::uint8_t {
  yaml,     // toYaml: whole numbers stay as they are
  printed,  // {{ $value }}: numbers from a million on get an exponent
  unknown,
};

/// One value on the way through the file.
struct Place {
  syntax::YamlId node = syntax::kNoYaml;
  std::string path;         // `kafka.broker.config`
  std::string_view key;     // its last component
  std::string_view parent;  // the one before; empty at the top
  std::size_t depth = 0;
  Span key_span;
};

bool is_values_file(std::string_view path) {
  return ascii_lower(file_name(path)).find("values") != std::string::npos;
}

/// bitnami/kafka (24 to 31: text and extraConfigYaml; 32: maps): the whole of a broker's
/// configuration or what is added to it, for all nodes or those of one role.
bool is_bitnami_map(const Place& place) {
  return place.key == "overrideConfiguration" || place.key == "extraConfigYaml" ||
         (place.key == "config" && (place.parent == "controller" || place.parent == "broker" ||
                                    place.parent == "kafka" || place.parent.empty()));
}

bool is_bitnami_text(const Place& place) {
  const bool node = place.parent == "controller" || place.parent == "broker" ||
                    place.parent == "kafka" || place.parent.empty();
  return node && (place.key == "config" || place.key == "extraConfig");
}

bool is_brokers(std::string_view key) {
  if (!kafka::catalog(Role::broker).history(key).empty()) return true;
  return key.starts_with("listener.name.");
}

std::size_t count_known(Role role, const std::vector<KeyAndValue>& pairs) {
  return static_cast<std::size_t>(std::ranges::count_if(pairs, [role](const KeyAndValue& pair) {
    return !kafka::catalog(role).history(pair.key).empty();
  }));
}

/// Brokers, topics and workers share too many keys with others to be guessed from any file; here
/// the keys decide if three of four are that role's, and more than are another's.
std::optional<RoleGuess> guess_server_side(const std::vector<KeyAndValue>& pairs) {
  Role best = Role::broker;
  std::size_t known = 0;
  std::size_t second = 0;
  for (Role role :
       {Role::broker, Role::topic, Role::connect_distributed, Role::producer, Role::consumer}) {
    const std::size_t count = count_known(role, pairs);
    if (count > known) {
      best = role;
      second = std::exchange(known, count);
    } else {
      second = std::max(second, count);
    }
  }
  if (known < 2 || known == second || known * 4 < pairs.size() * 3) return std::nullopt;
  if (best == Role::producer || best == Role::consumer) return std::nullopt;  // guess_role's matter
  return RoleGuess{
      best, false,
      fmt::format("{} of {} keys are those of a {}", known, pairs.size(), to_string(best))};
}

std::optional<RoleGuess> guess_of(std::string_view name, const std::vector<KeyAndValue>& pairs) {
  if (std::optional<RoleGuess> guess = guess_role(name, pairs)) return guess;
  return guess_server_side(pairs);
}

class ValuesReader {
 public:
  ValuesReader(const ParsedFile& file, std::size_t document, FileUnits& out)
      : file_(file), yaml_(*file.yaml), document_(document), out_(out) {}

  void read(syntax::YamlId root) {
    push_entries({.node = root, .path = {}, .key = {}, .parent = {}, .depth = 0, .key_span = {}});
    while (!open_.empty()) {
      const Place place = std::move(open_.back());
      open_.pop_back();
      if (yaml_.is_mapping(place.node))
        read_map(place);
      else if (yaml_.is_sequence(place.node))
        push_items(place);
      else if (yaml_.is_scalar(place.node))
        read_text(place);
    }
  }

 private:
  /// Pushes in reverse, so that the file's order is kept.
  void push_reversed(std::vector<Place> places) {
    for (Place& place : std::views::reverse(places)) open_.push_back(std::move(place));
  }

  void push_entries(const Place& place) {
    if (place.depth >= kMaxDepth) return;
    std::vector<Place> places;
    for (const syntax::YamlEntry& entry : syntax::entries(yaml_, place.node)) {
      const std::string_view key = known_text(yaml_, entry.key);
      // An alias is read where its anchor stands; reading it at each use would multiply.
      if (key.empty() || !entry.through.empty()) continue;
      if (yaml_.node(entry.value).kind == syntax::YamlKind::alias) continue;
      places.push_back(
          {.node = entry.value,
           .path = place.path.empty() ? std::string(key) : fmt::format("{}.{}", place.path, key),
           .key = key,
           .parent = place.key,
           .depth = place.depth + 1,
           .key_span = yaml_.node(entry.key).span});
    }
    push_reversed(std::move(places));
  }

  void push_items(const Place& place) {
    if (place.depth >= kMaxDepth) return;
    std::vector<Place> places;
    std::size_t index = 0;
    for (syntax::YamlId item = yaml_.node(place.node).first_child; item != syntax::kNoYaml;
         item = yaml_.node(item).next_sibling) {
      Place inner = place;
      inner.node = item;
      inner.path = fmt::format("{}[{}]", place.path, index++);
      inner.depth = place.depth + 1;
      if (yaml_.is_mapping(item) && yaml_.node(item).kind == syntax::YamlKind::mapping)
        places.push_back(std::move(inner));
    }
    push_reversed(std::move(places));
  }

  /// Which component a map of settings is for; nothing for any other map.
  std::optional<RoleGuess> role_of(const Place& place,
                                   const std::vector<KeyAndValue>& pairs) const {
    if (place.depth == 0 || pairs.empty()) return std::nullopt;
    if (place.key == "config" && place.path.find("provisioning.topics[") != std::string::npos)
      return RoleGuess{Role::topic, false, "a topic that the chart creates"};
    const bool any_dotted = std::ranges::any_of(pairs, [](const KeyAndValue& pair) {
      return pair.key.find('.') != std::string_view::npos && is_brokers(pair.key);
    });
    if (is_bitnami_map(place) && any_dotted)
      return RoleGuess{Role::broker, false, "the chart's broker configuration"};
    const auto dotted = std::ranges::count_if(pairs, [](const KeyAndValue& pair) {
      return pair.key.find('.') != std::string_view::npos;
    });
    if (dotted < 2) return std::nullopt;
    std::vector<KeyAndValue> with_dots;
    std::ranges::copy_if(pairs, std::back_inserter(with_dots), [](const KeyAndValue& pair) {
      return pair.key.find('.') != std::string_view::npos;
    });
    std::optional<RoleGuess> guess = guess_of(place.key, pairs);
    if (guess && count_known(guess->role, with_dots) < 2) guess = std::nullopt;
    return asked_or_guessed(file_.options.role, std::move(guess), with_dots, 2);
  }

  static Printing printing_of(const Place& place, Role role) {
    if (place.key == "configurationOverrides" || role == Role::topic) return Printing::printed;
    return role == Role::broker && is_bitnami_map(place) ? Printing::yaml : Printing::unknown;
  }

  void read_map(const Place& place) {
    const std::vector<syntax::YamlEntry> entries = syntax::entries(yaml_, place.node);
    std::vector<KeyAndValue> pairs;
    for (const syntax::YamlEntry& entry : entries) {
      const std::string_view key = known_text(yaml_, entry.key);
      if (!key.empty() && yaml_.is_scalar(entry.value))
        pairs.push_back({key, yaml_.text(entry.value)});
    }
    const std::optional<RoleGuess> guess = role_of(place, pairs);
    if (!guess) return push_entries(place);
    UnitBuilder builder(new_unit(place, *guess));
    for (const syntax::YamlEntry& entry : entries)
      add_setting(place, entry, printing_of(place, guess->role), builder);
    out_.units.push_back(std::move(builder).take());
  }

  Unit new_unit(const Place& place, const RoleGuess& guess) const {
    Unit unit;
    unit.name = unique_unit_name(out_.units, place.path, document_);
    unit.role = guess.role;
    unit.dialect = kDialect;
    unit.why = guess.why;
    unit.span = yaml_.node(place.node).span;
    unit.foreign_prefixes = client_foreign_prefixes();
    return unit;
  }

  void add_setting(const Place& place, const syntax::YamlEntry& entry, Printing printing,
                   UnitBuilder& builder) {
    std::optional<Setting> setting =
        setting_of(file_, entry, {{fmt::format("values {}", place.path), place.key_span}});
    if (!setting) return;
    const bool scalar = yaml_.is_scalar(entry.value);
    if (!scalar) {
      setting->unknown = UnknownReason::unsupported;
    } else if (!yaml_.node(yaml_.resolve(entry.value)).masked) {
      const KubernetesScalar value = kubernetes_scalar(yaml_, entry.value);
      // A null takes the key away from the chart's own values.
      if (value.kind == KubernetesScalar::Kind::null) return;
      setting->unknown = UnknownReason::unsupported;
      setting->value = text_of(value, printing);
      if (setting->value && setting->value->find("{{") != std::string::npos) {
        setting->value.reset();  // charts often pass values through `tpl`
        setting->unknown = UnknownReason::template_action;
      }
    }
    builder.override_with(std::move(*setting));
  }

  static std::optional<std::string> text_of(const KubernetesScalar& value, Printing printing) {
    using Kind = KubernetesScalar::Kind;
    if (value.kind == Kind::refused || !value.exact) return std::nullopt;
    if (value.kind == Kind::string || value.kind == Kind::boolean) return value.text;
    const double size = std::fabs(value.number);
    // Helm holds doubles: beyond 2^53 the digits are not those that were written.
    if (size > 9007199254740992.0) return std::nullopt;
    if (size == 0 || (size >= 1e-4 && size < 1e6)) return value.text;
    switch (printing) {
      case Printing::yaml:
        return value.kind == Kind::integer ? std::optional(value.text) : std::nullopt;
      case Printing::printed:
        return helm_printed(value);
      case Printing::unknown:
        break;
    }
    return std::nullopt;
  }

  /// A text of several lines: properties, or an application file of Spring Boot.
  void read_text(const Place& place) {
    const std::string_view text = yaml_.text(place.node);
    if (text.find('\n') == std::string_view::npos) return;
    EmbeddedFile inner{.outer = file_,
                       .scalar = place.node,
                       .file_name = place.key,
                       .unit_name = place.path,
                       .dialect = kDialect,
                       .chain = {{fmt::format("values {}", place.path), place.key_span}}};
    const std::string lower = ascii_lower(place.key);
    if (lower.starts_with("application") && (lower.ends_with(".yml") || lower.ends_with(".yaml"))) {
      for (Unit& unit : read_embedded(inner, read_spring_boot).units) add_unit(std::move(unit));
      return;
    }
    std::vector<KeyAndValue> pairs;
    const syntax::PropertiesFile file = syntax::parse_properties(text, syntax::Charset::latin1);
    for (const syntax::PropertiesPair& pair : file.pairs) pairs.push_back({pair.key, pair.value});
    const std::size_t brokers = count_known(Role::broker, pairs);
    if (is_bitnami_text(place) && brokers > 0 && brokers * 2 >= pairs.size()) {
      const RoleGuess role{Role::broker, false, "the chart's broker configuration"};
      if (std::optional<Unit> unit = read_properties_text(inner, role)) add_unit(std::move(*unit));
      return;
    }
    std::optional<RoleGuess> guess = guess_of(place.key, pairs);
    if (guess && count_known(guess->role, pairs) < 2) guess = std::nullopt;
    guess = asked_or_guessed(file_.options.role, std::move(guess), pairs, 2);
    if (!guess) return;
    if (std::optional<Unit> unit = read_properties_text(inner, guess)) add_unit(std::move(*unit));
  }

  /// A chart adds settings of its own, so none of these is complete.
  void add_unit(Unit unit) {
    unit.complete = false;
    unit.name = unique_unit_name(out_.units, std::move(unit.name), document_);
    out_.units.push_back(std::move(unit));
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  std::size_t document_;
  FileUnits& out_;
  std::vector<Place> open_;
};

}  // namespace

void read_helm_values(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml || !is_values_file(file.source.path())) return;
  for (std::size_t i = 0; i < file.yaml->documents.size(); ++i) {
    const syntax::YamlId root = file.yaml->documents[i].root;
    if (claimed[i] || root == syntax::kNoYaml || !file.yaml->is_mapping(root)) continue;
    if (syntax::find(*file.yaml, root, "apiVersion") != syntax::kNoYaml &&
        syntax::find(*file.yaml, root, "kind") != syntax::kNoYaml)
      continue;
    const std::size_t before = out.units.size();
    ValuesReader(file, i, out).read(root);
    claimed[i] = out.units.size() > before;
  }
}

}  // namespace kaflint::dialect
