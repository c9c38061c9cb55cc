// metadata.annotations of Kubernetes resources, whoever reads what else stands in them.
#include <algorithm>
#include <string_view>

#include "linter/base/text.h"
#include "linter/policy/directive.h"
#include "linter/syntax/yaml.h"

namespace kaflint::policy {
namespace {

using syntax::YamlFile;
using syntax::YamlId;

constexpr std::string_view kSeparators = ", \t\r\n";

class AnnotationReader {
 public:
  AnnotationReader(const YamlFile& yaml, std::string_view bytes) : yaml_(yaml), bytes_(bytes) {}

  std::vector<Directive> read() {
    for (const syntax::YamlDocument& document : yaml_.documents) {
      add(document.root);
      for (const YamlId item : syntax::items(yaml_, syntax::find(yaml_, document.root, "items")))
        add(item);
    }
    return std::move(directives_);
  }

 private:
  void add(YamlId resource) {
    if (resource == syntax::kNoYaml || !yaml_.is_mapping(resource)) return;
    const YamlId annotations = syntax::find_path(yaml_, resource, {"metadata", "annotations"});
    const YamlId value = syntax::find(yaml_, annotations, kIgnoreAnnotation);
    if (value == syntax::kNoYaml) return;
    Directive directive;
    directive.span = yaml_.node(value).span;
    directive.covers = {yaml_.node(resource).span};
    directive.reason = trim_java(yaml_.text(syntax::find(yaml_, annotations, kReasonAnnotation)));
    if (yaml_.is_scalar(value)) read_names(yaml_.resolve(value), directive);
    if (directive.names.empty()) directive.problem = "the annotation names no rule";
    directives_.push_back(std::move(directive));
  }

  void read_names(YamlId scalar, Directive& directive) const {
    const MappedText mapped = syntax::map_scalar(yaml_, bytes_, scalar);
    const std::string_view text = mapped.text();
    for (std::size_t begin = text.find_first_not_of(kSeparators); begin != std::string_view::npos;
         begin = text.find_first_not_of(kSeparators, begin)) {
      const std::size_t end = std::min(text.find_first_of(kSeparators, begin), text.size());
      directive.names.push_back(
          {std::string(text.substr(begin, end - begin)),
           mapped.source_span(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)),
           {}});
      begin = end;
    }
  }

  const YamlFile& yaml_;
  std::string_view bytes_;
  std::vector<Directive> directives_;
};

}  // namespace

std::vector<Directive> annotation_directives(const SourceFile& source) {
  const std::string_view bytes = source.bytes();
  const bool yaml = source.path().ends_with(".yaml") || source.path().ends_with(".yml");
  if (!yaml || !bytes.contains(kIgnoreAnnotation)) return {};
  const YamlFile file = syntax::parse_yaml(bytes, {.template_actions = bytes.contains("{{")});
  return AnnotationReader(file, bytes).read();
}

}  // namespace kaflint::policy
