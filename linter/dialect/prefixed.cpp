// Programs that hand what stands behind a prefix to a client: rules/dialects/prefixed.yaml.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "linter/dialect/framework_values.h"
#include "linter/dialect/readers.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

struct Prefixed {
  std::string_view program;
  std::string_view marker;
  kafka::Role role;
  std::string_view prefix;       // `-`: none
  std::string_view common;       // `-`: none
  std::string_view first_kafka;  // of the client that it comes with; both empty when not known
  std::string_view last_kafka;
};

constexpr Prefixed kPrefixed[] = {
#include "prefixed_programs.inc"
};

using Pairs = std::vector<syntax::PropertiesPair>;

bool has_marker(const Pairs& pairs, std::string_view marker) {
  return std::ranges::any_of(
      pairs, [marker](const syntax::PropertiesPair& pair) { return pair.key == marker; });
}

bool stands_behind(const syntax::PropertiesPair& pair, std::string_view prefix) {
  return prefix != "-" && pair.key.size() > prefix.size() && pair.key.starts_with(prefix);
}

/// Whether the pair belongs to another client of the same program.
bool is_of_sibling(const Prefixed& own, const syntax::PropertiesPair& pair) {
  return std::ranges::any_of(kPrefixed, [&](const Prefixed& other) {
    return other.program == own.program && stands_behind(pair, other.prefix);
  });
}

Setting setting_behind(std::string_view prefix, const syntax::PropertiesPair& pair) {
  Setting setting = setting_of(pair);
  setting.key.erase(0, prefix.size());
  if (pair.value.find("${") != std::string::npos) setting.value.reset();
  if (!setting.value) setting.unknown = UnknownReason::placeholder;
  setting.chain = {{std::string(prefix), pair.key_span}};
  return setting;
}

/// What all clients of a program get, the program's own settings among it: only what the client
/// knows counts, and does no harm to one that does not know it.
void add_common(const Prefixed& client, const Pairs& pairs, UnitBuilder& builder) {
  for (const syntax::PropertiesPair& pair : pairs) {
    if (!stands_behind(pair, client.common) || is_of_sibling(client, pair)) continue;
    Setting setting = setting_behind(client.common, pair);
    if (!kafka::catalog(client.role).history(setting.key).empty())
      builder.add(std::move(setting), pair.line_span);
  }
}

Unit begin_unit(const Prefixed& client) {
  const std::string_view prefix = client.prefix == "-" ? client.common : client.prefix;
  Unit unit;
  unit.name = prefix.substr(0, prefix.size() - 1);
  unit.role = client.role;
  unit.dialect = "prefixed-properties";
  unit.why = fmt::format("what {} hands to its {}", client.program, to_string(client.role));
  unit.foreign_prefixes = client_foreign_prefixes();
  const auto first = kafka::Version::parse(client.first_kafka);
  const auto last = kafka::Version::parse(client.last_kafka);
  if (first && last) {
    unit.project_version = kafka::VersionSet::between(*first, *last);
    unit.version_from = fmt::format("the client of {}", client.program);
  }
  return unit;
}

void read_client(const Prefixed& client, const Pairs& pairs, FileUnits& out) {
  UnitBuilder builder(begin_unit(client));
  add_common(client, pairs, builder);
  bool own = client.prefix == "-" && !builder.empty();
  for (const syntax::PropertiesPair& pair : pairs) {
    if (!stands_behind(pair, client.prefix)) continue;
    Setting setting = setting_behind(client.prefix, pair);
    const Setting* earlier = builder.find(setting.key);
    if (earlier && earlier->written_key != setting.written_key)
      builder.override_with(std::move(setting), pair.line_span);
    else
      builder.add(std::move(setting), pair.line_span);
    own = true;
  }
  if (!own) return;
  Unit unit = in_written_order(std::move(builder));
  unit.span = {unit.settings.front().entry_span.begin, unit.settings.back().entry_span.end};
  out.units.push_back(std::move(unit));
}

}  // namespace

void read_prefixed(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.properties || claimed.at(0)) return;
  const std::size_t before = out.units.size();
  for (const Prefixed& client : kPrefixed)
    if (has_marker(file.properties->pairs, client.marker))
      read_client(client, file.properties->pairs, out);
  claimed[0] = claimed[0] || out.units.size() > before;
}

}  // namespace kaflint::dialect
