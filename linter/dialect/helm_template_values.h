// The values that a chart's templates are rendered with, as far as its files say.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/helm_template_value.h"
#include "linter/source/project_files.h"
#include "linter/source/source_file.h"

namespace kaflint::dialect {

/// The values.yaml of the chart that a template belongs to, below `charts/` under what the charts
/// above say to it, and what Chart.yaml says. An installation may override them with values of its
/// own, so what is found is true of the chart as it stands.
///
/// A value that is empty there is taken for one that every installation has to give.
class TemplateValues {
 public:
  /// Null when the file is no template of a chart (`templates/` beside Chart.yaml and values.yaml),
  /// or of one that the chart above uses under several names. `further` are more files of values,
  /// seen from the template, as `helm --values` takes them: a later one over an earlier one.
  static std::shared_ptr<const TemplateValues> of(const SourceFile& file, const ProjectFiles* files,
                                                  std::span<const std::string> further = {});

  /// How many ways there are to install the chart: without, and with each of the other files of
  /// values beside values.yaml, such as values-prod.yaml. One when `further` files were given.
  std::size_t ways() const;

  /// The value at a path below .Values, when the chart is installed in the `way` of that number.
  /// Unknown where Helm would fail, for something is missing on the path.
  TemplateValue find(std::span<const std::string> path, std::size_t way) const;

  /// `Name`, `Version` or `AppVersion` of Chart.yaml.
  TemplateValue chart(std::string_view field) const;

 private:
  struct Data;
  explicit TemplateValues(std::unique_ptr<const Data> data);

  std::shared_ptr<const Data> data_;
};

}  // namespace kaflint::dialect
