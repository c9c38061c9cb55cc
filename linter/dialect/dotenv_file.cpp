#include "linter/dialect/dotenv_file.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "linter/dialect/common.h"
#include "linter/dialect/container.h"
#include "linter/dialect/dotenv.h"

namespace kaflint::dialect {
namespace {

constexpr std::array<std::string_view, 4> kComposeNames = {
    "docker-compose.yml", "docker-compose.yaml", "compose.yaml", "compose.yml"};

/// `.env` beside a compose file fills its placeholders; others are named in it.
bool belongs_to_compose(const ParsedFile& file) {
  if (!file.options.files) return false;
  const std::string_view name = file_name(file.source.path());
  for (const std::string_view folder : {"", "../"})
    for (const std::string_view compose : kComposeNames) {
      const auto source =
          file.options.files->read(file.source.path(), std::string(folder) + std::string(compose));
      if (!source) continue;
      const bool beside = folder.empty() && name == ".env";
      if (beside || source->bytes().find(name) != std::string_view::npos) return true;
    }
  return false;
}

}  // namespace

void read_dotenv_file(const ParsedFile& file, FileUnits& out) {
  if (belongs_to_compose(file)) return;
  Container container;
  container.dialect = "dotenv";
  container.span = span_of(0, file.source.bytes().size());
  container.image_span = container.span;
  container.environment.open = true;
  const VariableLookup none = [](std::string_view) { return std::optional<std::string>(); };
  for (DotenvEntry& entry : parse_dotenv(file.source.bytes())) {
    Setting variable;
    variable.key = entry.name;
    variable.written_key = std::move(entry.name);
    variable.unknown = UnknownReason::placeholder;
    if (entry.value)
      variable.value = entry.literal ? entry.value : interpolate(*entry.value, none).text;
    variable.key_span = entry.name_span;
    variable.value_span = entry.value_span;
    if (!entry.value_span.empty()) variable.value_pieces = {entry.value_span};
    variable.entry_span = entry.entry_span;
    container.environment.variables.push_back(std::move(variable));
  }
  read_container(file, std::move(container), 0, out);
}

}  // namespace kaflint::dialect
