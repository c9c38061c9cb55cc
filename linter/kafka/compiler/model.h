// The catalog as its YAML files say it, checked.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/kafka/tables.h"

namespace kaflint::kafka::compiler {

struct ValidatorEntry {
  std::string kind;  // an enumerator of Validator::Kind
  bool empty_list_allowed = true;
  bool duplicates_allowed = true;
  bool drops_duplicates = false;
  bool nullable = false;
  bool trailing_dots = false;
  double number = 0;
  std::vector<std::string> items;
  std::string name;
};

struct DefinitionEntry {
  tables::ReleaseMask releases;
  std::string type;  // an enumerator of Type
  std::string importance;
  bool required = true;
  std::optional<std::string> default_text;
  bool deprecated = false;
  bool internal = false;
  std::string dynamic = "read_only";  // an enumerator of DynamicScope
  std::vector<std::string> synonyms;
  std::vector<ValidatorEntry> validators;
};

struct OrderEntry {
  tables::ReleaseMask releases;
  std::vector<std::string> keys;
};

struct RoleEntry {
  tables::ReleaseMask releases;
  std::map<std::string, std::vector<DefinitionEntry>> keys;
  std::vector<OrderEntry> orders;
  std::vector<OrderEntry> dynamic_only;
};

/// The data files, in the order of their tables: the roles, then MirrorMaker's connectors.
std::vector<std::string> definition_names();

struct CatalogModel {
  std::vector<std::string> releases;                    // ascending
  std::map<std::string, RoleEntry, std::less<>> roles;  // by definition_names()
};

/// Reads releases.yaml and one file per role. The error names the file.
std::expected<CatalogModel, std::string> read_catalog(const std::filesystem::path& folder);

/// The C++ source of the tables.
std::string write_tables(const CatalogModel& model);

}  // namespace kaflint::kafka::compiler
