#include "linter/dialect/compose_project.h"

#include <utility>

#include <fmt/format.h>

#include "linter/dialect/common.h"

namespace kaflint::dialect {

ComposeProject::ComposeProject(const ParsedFile& file) : file_(file) {
  if (!file.options.files) return;
  const auto source = file.options.files->read(file.source.path(), ".env");
  if (!source) return;
  for (DotenvEntry& entry : parse_dotenv(source->bytes())) {
    if (!entry.value) continue;
    std::optional<std::string> value = entry.literal ? entry.value : interpolate(*entry.value).text;
    if (value) variables_[entry.name] = {std::move(*value), entry.line};
  }
}

Interpolated ComposeProject::interpolate(std::string_view text) const {
  return dialect::interpolate(text, [this](std::string_view name) -> std::optional<std::string> {
    const auto known = variables_.find(std::string(name));
    if (known == variables_.end()) return std::nullopt;
    return known->second.value;
  });
}

std::vector<std::string> ComposeProject::sources(std::string_view text) const {
  std::vector<std::string> found;
  dialect::interpolate(text, [&](std::string_view name) -> std::optional<std::string> {
    const auto known = variables_.find(std::string(name));
    if (known == variables_.end()) return std::nullopt;
    found.push_back(fmt::format("{} of .env line {}", name, known->second.line));
    return known->second.value;
  });
  return found;
}

bool ComposeProject::add_file(std::string_view path, Span entry, Environment& environment) const {
  if (!file_.options.files || path.starts_with('/')) return false;
  const auto source = file_.options.files->read(file_.source.path(), path);
  if (!source) return false;
  const std::size_t first = environment.variables.size();
  for (const DotenvEntry& pair : parse_dotenv(source->bytes())) {
    Setting variable;
    variable.key = pair.name;
    variable.written_key = pair.name;
    variable.unknown = UnknownReason::placeholder;
    if (pair.value) variable.value = pair.literal ? pair.value : interpolate(*pair.value).text;
    variable.entry_span = entry;
    variable.chain = {{fmt::format("{} line {}", source->path(), pair.line), entry}};
    environment.variables.push_back(std::move(variable));
  }
  end_layer(environment, first);
  return true;
}

}  // namespace kaflint::dialect
