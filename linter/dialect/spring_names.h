// Names of properties as Spring's ConfigurationPropertyName has them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/spring_documents.h"

namespace kaflint::dialect {

/// The same for all names that Boot takes for one. Outside of brackets, case, dashes and
/// underscores do not count.
std::string uniform_name(std::string_view name);

/// The spelling that Boot looks for first when it has found this one: ConfigurationPropertyName's
/// toString().
std::string canonical_name(std::string_view name);

/// Entries of a map whose keys differ and whose names do not: `METRIC.REPORTERS` and
/// `metric.reporters`. Each key is in the map, with the value that Boot finds for its name in the
/// strongest document that has any of them.
class SpringNamesakes {
 public:
  /// An entry that counts for its key. Weaker documents come first.
  void add(const SpringDocument& document, const SpringEntry& entry, const Setting& setting);
  /// The settings of keys that have namesakes.
  std::vector<Setting> settle() const;

 private:
  struct Group {
    const SpringDocument* document = nullptr;    // the strongest so far
    std::map<std::string, Setting> in_document;  // by name
    std::map<std::string, std::string> names;    // by key
  };
  std::map<std::string, Group> groups_;  // by uniform name
};

}  // namespace kaflint::dialect
