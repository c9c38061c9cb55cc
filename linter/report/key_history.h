// What the catalog knows about one key, merged over releases: the pages of `kaflint explain KEY`.
#pragma once

#include <algorithm>
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

/// What is asked about.
struct KeyQuery {
  std::string key;
  kafka::VersionSet releases;
  /// Whose key; every role's when empty. MirrorMaker's connectors belong to its role.
  std::vector<kafka::Role> roles = {};
  /// What stands before the key in the files of `holders`, such as `producer.` in those of Streams.
  std::string prefix = {};
  std::vector<kafka::Role> holders = {};

  bool asks(kafka::Role role) const {
    return roles.empty() || std::ranges::find(roles, role) != roles.end();
  }
};

/// One for each different history among those asked for that ever had the key, in the roles'
/// order; none for a key that nothing ever had. Fields are about the query's releases.
std::vector<KeyHistory> key_histories(const KeyQuery& query);

/// Every key of every role, sorted.
std::vector<std::string_view> every_key();

/// The table for a terminal of so many columns. A key without history gives nothing.
std::string key_text(const KeyQuery& query, std::size_t width, bool colour);
/// `kaflint-key/1`: the entries of the catalog, unmerged.
std::string key_json(const KeyQuery& query);

}  // namespace kaflint::report
