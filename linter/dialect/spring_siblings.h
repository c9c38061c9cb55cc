// The other application files of the same folder, as far as one file's settings depend on them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/dialect/spring_documents.h"

namespace kaflint::dialect {

struct SpringSiblings {
  /// The profile in the file's name: `prod` for application-prod.yml.
  std::string profile;
  /// For a file with a profile: what application.yml and application.properties say, weakest first.
  /// Their entries have no spans.
  std::vector<SpringDocument> below;
  std::string below_name;  // `application.yml`; the last when there are several
  /// For a file without one: what the files with profiles say, which may be active or not.
  std::vector<SpringDocument> with_profiles;
};

/// `with_profiles` is only filled where it matters: for placeholders and empty sections in the
/// file's own documents.
SpringSiblings read_spring_siblings(const ParsedFile& file,
                                    std::span<const SpringDocument> documents);

}  // namespace kaflint::dialect
