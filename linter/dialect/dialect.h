// From a file to its units. Each dialect is one .cpp beside this header with one function of the
// type ReadUnits; dialects.cpp lists them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/unit.h"
#include "linter/source/project_files.h"
#include "linter/source/source_file.h"
#include "linter/syntax/json.h"
#include "linter/syntax/properties.h"
#include "linter/syntax/yaml.h"

namespace kaflint::dialect {

/// What was asked for on the command line, or by the configuration for this path.
struct ReadOptions {
  std::optional<kafka::Role> role;
  /// The files around this one; null when it stands alone, such as standard input.
  const ProjectFiles* files = nullptr;
  /// The Spring Boot that the file's project is built with. Without it, a setting of any line
  /// counts.
  std::optional<SpringBootVersion> spring_boot = std::nullopt;
  /// The release train of Spring Cloud (`2025.1.1`) and the release of Spring Cloud Stream's Kafka
  /// binder, as the project's build says them; empty where it does not.
  std::string spring_cloud = {};
  std::string spring_cloud_binder = {};
  /// For each way that the project's configuration says a chart is installed in, the files of
  /// values, the strongest last, seen from the folder of this file.
  std::vector<std::vector<std::string>> installations = {};
};

/// Everything known about one file before its dialect is. Trees are parsed at most once.
struct ParsedFile {
  const SourceFile& source;
  ReadOptions options;
  /// Exactly one of these is set, by the file's name and content.
  const syntax::PropertiesFile* properties = nullptr;
  const syntax::YamlFile* yaml = nullptr;
  const syntax::JsonFile* json = nullptr;
  /// A template whose conditions the chart's own values decided: with others there may be more.
  /// Also a file within a file, which does not see what stands beside it.
  bool decided = false;
};

/// Result of reading one file.
struct FileUnits {
  std::vector<Unit> units;
  std::vector<Diagnostic> diagnostics;  // of no unit: syntax errors, limits
};

/// Appends the units of this dialect in the file. A document or section that an earlier dialect has
/// claimed must be left alone: `claimed[i]` for the i-th document of a YAML file, one entry for a
/// properties or JSON file. Sets the entries that it claims.
using ReadUnits = void (*)(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);

/// Whether any dialect reads files of that name at all; others need not be opened.
bool has_known_extension(std::string_view path);

/// Whether reading the file can give anything at all, by name and a byte search only.
bool may_hold_settings(std::string_view path, std::string_view bytes);

/// Parses and asks every dialect. Never fails: what is wrong is in the diagnostics.
FileUnits read_units(const SourceFile& source, const ReadOptions& options);

}  // namespace kaflint::dialect
