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
  /// or of one that the chart above uses under several names. `installations` are the files of
  /// values, seen from the template, that the chart is installed with, as `helm --values` takes
  /// them: a later one over an earlier one. Those that begin with a file of another folder than the
  /// chart's are another chart's.
  static std::shared_ptr<const TemplateValues> of(
      const SourceFile& file, const ProjectFiles* files,
      std::span<const std::vector<std::string>> installations = {});

  /// How many ways there are to install the chart: the installations, or, without any, with
  /// values.yaml alone and with each of the other files of values beside it, such as
  /// values-prod.yaml.
  std::size_t ways() const;
  /// Whether the ways are installations, so that values.yaml alone is none.
  bool has_installations() const;

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
