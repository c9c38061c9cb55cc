// Renderers work file by file, since that is what threads can share.
#pragma once

#include <utility>
#include <vector>

#include "linter/report/report.h"

namespace kaflint::report {

/// What `make(file, index)` gives for each file of the report, in the report's order.
template <class Make>
auto per_file(const Report& report, const ForEach& for_each, const Make& make) {
  std::vector<decltype(make(std::declval<const policy::FileResult&>(), std::size_t{}))> parts(
      report.files.size());
  for_each(parts.size(), [&](std::size_t i) { parts[i] = make(report.files[i], i); });
  return parts;
}

}  // namespace kaflint::report
