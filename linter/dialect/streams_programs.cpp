// Servers built on Kafka Streams whose properties hold its settings behind a prefix of their own:
// ksqlDB (KsqlConfig) and Confluent Control Center.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/dialect/common.h"
#include "linter/dialect/readers.h"
#include "linter/kafka/catalog.h"

namespace kaflint::dialect {
namespace {

using kafka::Role;

struct Program {
  std::string_view dialect;
  std::string_view name;
  std::string_view own;      // before every setting of the program's own
  std::string_view streams;  // before those of Streams
  /// Settings of Streams count without the prefix as well.
  bool bare;
};

constexpr auto kPrograms =
    std::to_array<Program>({{"ksqldb", "ksqlDB", "ksql.", "ksql.streams.", true},
                            {"control-center", "Control Center", "confluent.controlcenter.",
                             "confluent.controlcenter.streams.", false}});

bool is_streams_key(std::string_view key) {
  for (Role role : {Role::streams, Role::producer, Role::consumer})
    if (!kafka::catalog(role).history(key).empty()) return true;
  return std::ranges::any_of(
      std::to_array<std::string_view>({"producer.", "consumer.", "topic.", "admin."}),
      [key](std::string_view prefix) { return key.starts_with(prefix); });
}

/// The name under which Streams gets the key; empty when it does not.
std::string_view streams_key(const Program& program, std::string_view key) {
  if (key.starts_with(program.streams)) return key.substr(program.streams.size());
  const bool bare = program.bare || key == "bootstrap.servers";
  return bare && is_streams_key(key) ? key : std::string_view{};
}

const Program* program_of(const syntax::PropertiesFile& file) {
  const auto holds = [&file](auto&& fits) { return std::ranges::any_of(file.pairs, fits); };
  for (const Program& program : kPrograms) {
    const bool own = holds([&](const syntax::PropertiesPair& pair) {
      return std::string_view(pair.key).starts_with(program.own);
    });
    const bool streams = holds([&](const syntax::PropertiesPair& pair) {
      return pair.key == "bootstrap.servers" ||
             std::string_view(pair.key).starts_with(program.streams);
    });
    if (own && streams) return &program;
  }
  return nullptr;
}

}  // namespace

void read_streams_programs(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.properties || claimed.at(0)) return;
  const Program* program = program_of(*file.properties);
  if (!program) return;
  claimed[0] = true;
  Unit unit;
  unit.role = Role::streams;
  unit.dialect = program->dialect;
  unit.why = fmt::format("settings of {}", program->name);
  unit.span = span_of(0, file.source.bytes().size());
  unit.foreign_prefixes = plain_file_foreign_prefixes(file.source.bytes());
  UnitBuilder read(std::move(unit));
  read.add_pairs(file.properties->pairs, nullptr, {});
  Unit result = std::move(read).take();
  std::erase_if(result.settings, [&](Setting& setting) {
    const std::string_view key = streams_key(*program, setting.key);
    if (key.empty()) return true;
    setting.key = std::string(key);
    return false;
  });
  UnitBuilder builder(std::move(result));
  for (Setting& setting : std::exchange(builder.unit().settings, {}))
    builder.override_with(std::move(setting));
  builder.set_by_framework("application.id", program->name);
  out.units.push_back(std::move(builder).take());
}

}  // namespace kaflint::dialect
