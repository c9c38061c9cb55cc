// The files of values that a chart is installed with, laid over one another as Helm does it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/dialect/dialect.h"
#include "linter/source/mapped_text.h"
#include "linter/source/source_file.h"

namespace kaflint::dialect {

/// What the file says together with those that the first installation which has it lays it over.
struct MergedValues {
  /// YAML. What the file itself says is mapped to it, what the others say to the place in it where
  /// it would stand.
  MappedText text;
  struct Other {
    Span span;           // in `text`
    std::string origin;  // `values.yaml:12`
  };
  std::vector<Other> others;  // what other files say, in their order
  std::shared_ptr<const SourceFile> lowest;
};

/// Nothing for a file that no installation of the project's configuration lays over another one, or
/// where conditions of a template decide what one of them says.
///
/// Maps are merged key by key, anything else counts as a whole (Helm's pkg/chart/common/util,
/// CoalesceTables). Only first documents take part.
std::optional<MergedValues> merge_values(const ParsedFile& file);

/// Moves what was read from the merged text to the file. Settings of the other files become
/// inherited ones; units and findings that are only theirs are left out.
void map_to_values(const MergedValues& merged, std::string_view bytes, FileUnits& units);

}  // namespace kaflint::dialect
