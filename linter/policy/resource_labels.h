// The labels of the Kubernetes resources of a file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "linter/source/source_file.h"
#include "linter/source/span.h"

namespace kaflint::policy {

using Labels = std::map<std::string, std::string>;

/// Reads the file when it is asked for the first time. Not for several threads.
class ResourceLabels {
 public:
  /// The file has to live as long.
  explicit ResourceLabels(const SourceFile& source) : source_(source) {}

  /// metadata.labels of the innermost resource around that byte, items of a List included; empty
  /// where there is none. A value that is a placeholder is left out.
  const Labels& at(std::uint32_t offset) const;

 private:
  struct Resource {
    Span span;
    Labels labels;
  };
  std::vector<Resource> read() const;

  const SourceFile& source_;
  mutable std::optional<std::vector<Resource>> resources_;  // outer ones first
};

}  // namespace kaflint::policy
