// Templates of a Helm chart, read with the values of the chart at hand.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "linter/dialect/kubernetes_scalar.h"
#include "linter/source/project_files.h"
#include "linter/source/source_file.h"
#include "linter/source/span.h"

namespace kaflint::dialect {

/// The values.yaml of the chart that a template belongs to: its defaults, which an installation may
/// override with values of its own. What is found with them is true of the chart as it stands.
///
/// A value that is empty there is taken for one that every installation has to give, so it is never
/// used; nor are the values of a chart below `charts/`, which the one above may set.
class TemplateValues {
 public:
  struct Rendered {
    std::string text;
    std::string origin;  // `the default in line 12 of values.yaml`
    /// A number that is printed with an exponent: its digits, and where ` | int64` keeps them; 0
    /// for nowhere.
    std::string digits;
    std::uint32_t repair_at = 0;
  };

  /// Null when the file is no template of a chart (`templates/` beside Chart.yaml and values.yaml).
  static std::shared_ptr<const TemplateValues> of(const SourceFile& file,
                                                  const ProjectFiles* files);

  /// The part of a template with its actions carried out as Go's text/template and Sprig do.
  /// Nothing when one of them is more than .Values.a.b with simple functions, or the text would
  /// reach over the line's end.
  std::optional<Rendered> render(std::string_view part, std::uint32_t offset) const;

 private:
  struct Data;
  explicit TemplateValues(std::unique_ptr<Data> data);

  std::shared_ptr<const Data> data_;
};

}  // namespace kaflint::dialect
