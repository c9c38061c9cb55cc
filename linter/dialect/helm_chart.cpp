// See helm_chart.h.
#include "linter/dialect/helm_chart.h"

#include <charconv>
#include <memory>
#include <utility>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/syntax/yaml.h"

namespace kaflint::dialect {
namespace {

/// A small YAML file of a chart; empty when it is not there.
class ChartFile {
 public:
  ChartFile(const ProjectFiles& files, std::string_view from, const std::string& relative)
      : source_(files.read(from, relative)) {
    if (!source_) return;
    tree_ = syntax::parse_yaml(source_->bytes());
    if (!tree_.documents.empty()) root_ = tree_.documents.front().root;
  }

  explicit operator bool() const { return root_ != syntax::kNoYaml && tree_.is_mapping(root_); }
  std::string text(std::string_view key) const { return text(root_, key); }
  std::string text(syntax::YamlId map, std::string_view key) const {
    return std::string(known_text(tree_, syntax::find(tree_, map, key)));
  }
  bool mentions(std::string_view word) const {
    return source_->bytes().find(word) != std::string_view::npos;
  }
  std::vector<syntax::YamlId> items(std::string_view key) const {
    std::vector<syntax::YamlId> found;
    if (!*this) return found;
    for (const syntax::YamlId item : syntax::items(tree_, syntax::find(tree_, root_, key)))
      if (tree_.is_mapping(item)) found.push_back(item);
    return found;
  }

 private:
  std::shared_ptr<const SourceFile> source_;
  syntax::YamlFile tree_;
  syntax::YamlId root_ = syntax::kNoYaml;
};

void add_dependencies(const ChartFile& file, std::vector<ChartDependency>& out) {
  for (const syntax::YamlId item : file.items("dependencies")) {
    ChartDependency found;
    found.name = file.text(item, "name");
    found.version = file.text(item, "version");
    found.key = file.text(item, "alias");
    if (found.key.empty()) found.key = found.name;
    found.of_bitnami = file.text(item, "repository").find("bitnami") != std::string::npos;
    if (!found.name.empty()) out.push_back(std::move(found));
  }
}

/// What a lock file and the chart itself, where it is unpacked, say more exactly than the range.
void make_exact(const ProjectFiles& files, std::string_view from, const std::string& folder,
                std::vector<ChartDependency>& dependencies) {
  if (dependencies.empty()) return;
  for (const char* name : {"Chart.lock", "requirements.lock"}) {
    const ChartFile lock(files, from, folder + name);
    for (const syntax::YamlId item : lock.items("dependencies"))
      for (ChartDependency& dependency : dependencies)
        if (dependency.name == lock.text(item, "name"))
          dependency.version = lock.text(item, "version");
  }
  for (ChartDependency& dependency : dependencies) {
    if (dependency.name.find('/') != std::string::npos) continue;
    const ChartFile chart(files, from, folder + "charts/" + dependency.name + "/Chart.yaml");
    if (!chart || chart.text("name") != dependency.name) continue;
    dependency.version = chart.text("version");
    dependency.app_version = chart.text("appVersion");
    dependency.of_bitnami = dependency.of_bitnami || chart.mentions("bitnami");
  }
}

}  // namespace

std::optional<Chart> chart_of(const ProjectFiles* files, std::string_view path) {
  if (!files) return std::nullopt;
  for (const std::string& folder : files->upwards(path)) {
    const ChartFile file(*files, path, folder + "Chart.yaml");
    if (!file) continue;
    Chart chart;
    chart.name = file.text("name");
    if (chart.name.empty()) continue;
    chart.version = file.text("version");
    chart.app_version = file.text("appVersion");
    chart.of_bitnami = file.mentions("bitnami");
    add_dependencies(file, chart.dependencies);
    add_dependencies(ChartFile(*files, path, folder + "requirements.yaml"), chart.dependencies);
    make_exact(*files, path, folder, chart.dependencies);
    return chart;
  }
  return std::nullopt;
}

std::optional<unsigned> major_version(std::string_view range) {
  range = trim_java(range);
  const bool prefixed = range.starts_with('^') || range.starts_with('~') || range.starts_with('=');
  if (prefixed) range = trim_java(range.substr(1));
  if (range.starts_with('v')) range.remove_prefix(1);
  unsigned major = 0;
  const char* end = range.data() + range.size();
  const auto read = std::from_chars(range.data(), end, major);
  if (read.ec != std::errc() || range.empty() || !is_digit(range.front())) return std::nullopt;
  // `26 || 32` and `24 - 32` have a blank; `26`, `26.8.1-rc+x` and `26.x.x` have none.
  const std::string_view rest(read.ptr, static_cast<std::size_t>(end - read.ptr));
  if (rest.find_first_of(" ,|<>") != std::string_view::npos) return std::nullopt;
  if (!rest.empty() && rest.front() != '.' && rest.front() != '-' && rest.front() != '+')
    return std::nullopt;
  return major;
}

}  // namespace kaflint::dialect
