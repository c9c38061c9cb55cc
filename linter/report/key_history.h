// What the catalog knows about one key, merged over releases: the pages of `kaflint explain KEY`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/kafka/catalog.h"
#include "linter/kafka/version.h"

namespace kaflint::report {

/// A value of one field, and the releases in which the key has it.
struct KeyPeriod {
  kafka::VersionSet versions;
  std::string value;
};

/// One line of the table, or several where the value changed; newest first.
struct KeyField {
  std::string_view name;
  std::vector<KeyPeriod> periods;
};

/// What a ConfigDef made of the key over time.
struct KeyHistory {
  /// `producer`, `mirror-source`: those whose history is this one.
  std::vector<std::string> readers;
  /// `since 2.1.0, deprecated since 3.0.0, removed in 4.0.0`, over all releases.
  std::string life;
  /// Empty where the key is not defined in the releases that were asked for.
  std::vector<KeyField> fields;
};

/// One for each different history among the roles and MirrorMaker's connectors that ever had the
/// key, in the roles' order; none for a key that nothing ever had. Fields are about `releases`.
std::vector<KeyHistory> key_histories(std::string_view key, const kafka::VersionSet& releases);

/// Every key of every role, sorted.
std::vector<std::string_view> every_key();

/// The table for a terminal of so many columns. A key without history gives nothing.
std::string key_text(std::string_view key, const kafka::VersionSet& releases, std::size_t width,
                     bool colour);
/// `kaflint-key/1`: the entries of the catalog, unmerged.
std::string key_json(std::string_view key, const kafka::VersionSet& releases);

}  // namespace kaflint::report
