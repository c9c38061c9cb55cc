// From Spring's documents to the units of the clients that they configure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_cloud_version.h"
#include "linter/dialect/spring_documents.h"

namespace kaflint::dialect {

struct SpringSources {
  /// What the units are about, in order: later ones win.
  std::vector<const SpringDocument*> own;
  /// Weaker ones, of other files. Active when always or with `profile`.
  std::vector<const SpringDocument*> below;
  std::string profile;
  std::string below_name;  // `application.yml`
  /// Everything that may define a property, `own` and `below` included.
  std::vector<const SpringDocument*> all;
  /// There may be more in the documents than was read.
  bool partial = false;
  std::optional<SpringBootVersion> boot;
  RequiredAcks required_acks = RequiredAcks::unknown;
};

/// One unit for each role that documents which are active together are about.
void read_spring_units(const SpringSources& sources, FileUnits& out);

}  // namespace kaflint::dialect
