#include "linter/project/gradle.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/project/gradle_script.h"
#include "linter/project/version_catalog.h"
#include "linter/source/position.h"
#include "linter/syntax/properties.h"

namespace kaflint::project {
namespace {

constexpr int kMaxReferences = 16;
constexpr std::size_t kMaxVersionText = 200;
constexpr char kUnknown = '?';  // for what a reference stands for

bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-'; }

/// The name behind `rootProject.ext.kafkaVersion` or `property("kafkaVersion")`.
std::string referenced_name(std::string_view expression) {
  for (const char quote : {'"', '\''}) {
    const std::size_t begin = expression.find(quote);
    if (begin == std::string_view::npos) continue;
    const std::size_t end = expression.find(quote, begin + 1);
    if (end != std::string_view::npos)
      return std::string(expression.substr(begin + 1, end - begin - 1));
  }
  expression = trim_java(expression);
  expression = expression.substr(
      0,
      static_cast<std::size_t>(std::ranges::find_if_not(expression, is_name) - expression.begin()));
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view prefix :
         {"rootProject.", "project.", "ext.", "extra.", "properties."})
      if (expression.starts_with(prefix)) {
        expression.remove_prefix(prefix.size());
        again = true;
      }
  }
  if (expression.ends_with(".get")) expression.remove_suffix(4);
  return std::string(expression);
}

class Gradle {
 public:
  Gradle(const ProjectFiles& files, std::string_view from, std::span<const std::string> folders)
      : files_(files), from_(from) {
    for (const std::string& folder : folders) {
      read_properties(folder);
      for (const char* name : {"build.gradle", "build.gradle.kts"}) read_script(folder + name);
      catalog_.push_back(read_catalog(folder));
      bool is_root = false;
      for (const char* name : {"settings.gradle", "settings.gradle.kts"})
        is_root |= read_script(folder + name);
      if (is_root) return;
    }
    // Without a settings script, each folder is a build of its own.
    scripts_.resize(first_folder_scripts_);
    variables_.resize(first_folder_variables_);
    catalog_.resize(1);
  }

  BuildFacts facts() const {
    BuildFacts facts;
    for (const GradleScript& script : scripts_) add_script(script, facts);
    for (const std::vector<CatalogEntry>& entries : catalog_) add_catalog(entries, facts);
    if (facts.spring_boot)
      if (const std::optional<GradleText> text = variable("kafka.version"))
        put(facts.boot_kafka_version, to_fact(expand(*text)));
    if (const std::optional<GradleText> text = variable("micronautVersion"))
      put(facts.micronaut, to_fact(expand(*text)));
    return facts;
  }

 private:
  bool read_script(const std::string& relative) {
    const std::shared_ptr<const SourceFile> source = files_.read(from_, relative);
    if (!source) return false;
    GradleScript script = read_gradle_script(*source);
    variables_.push_back(std::move(script.variables));
    scripts_.push_back(std::move(script));
    note_first_folder();
    return true;
  }

  void read_properties(const std::string& folder) {
    const std::shared_ptr<const SourceFile> source =
        files_.read(from_, folder + "gradle.properties");
    if (!source) return;
    const LineTable lines(source->bytes());
    GradleVariables variables;
    const syntax::PropertiesFile file =
        syntax::parse_properties(source->bytes(), syntax::Charset::latin1);
    for (const syntax::PropertiesPair& pair : file.pairs)
      variables[pair.key] =
          GradleText{pair.value, false, source->path(),
                     lines.position(pair.key_span.begin, ColumnUnit::utf8).line + 1};
    variables_.push_back(std::move(variables));
    note_first_folder();
  }

  std::vector<CatalogEntry> read_catalog(const std::string& folder) {
    const std::shared_ptr<const SourceFile> source =
        files_.read(from_, folder + "gradle/libs.versions.toml");
    if (!source) return {};
    std::vector<CatalogEntry> entries = parse_version_catalog(source->bytes());
    GradleVariables variables;
    for (const CatalogEntry& entry : entries)
      if (entry.kind == CatalogEntry::Kind::version && !entry.version.empty())
        define(variables, "libs.versions." + entry.accessor,
               {entry.version, false, source->path(), entry.line});
    catalog_path_ = source->path();
    variables_.push_back(std::move(variables));
    note_first_folder();
    return entries;
  }

  void note_first_folder() {
    if (!catalog_.empty()) return;
    first_folder_scripts_ = scripts_.size();
    first_folder_variables_ = variables_.size();
  }

  std::optional<GradleText> variable(const std::string& name) const {
    for (const GradleVariables& variables : variables_)
      if (const auto found = variables.find(name); found != variables.end()) return found->second;
    // Versions.KAFKA, where the object stands in the same script
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos || name.front() < 'A' || name.front() > 'Z') return std::nullopt;
    return variable(name.substr(dot + 1));
  }

  /// The reference that begins at the `$`: its bytes and its name.
  struct Reference {
    std::size_t size = 0;
    std::string name;
  };
  static Reference reference_at(std::string_view text, std::size_t dollar) {
    if (text.substr(dollar).starts_with("${")) {
      const std::size_t end = text.find('}', dollar);
      if (end == std::string_view::npos) return {};
      return {end + 1 - dollar, referenced_name(text.substr(dollar + 2, end - dollar - 2))};
    }
    std::size_t end = dollar + 1;
    while (end < text.size() && is_name(text[end]) && text[end] != '-') ++end;
    while (end > dollar && text[end - 1] == '.') --end;
    if (end == dollar + 1) return {};
    return {end - dollar, referenced_name(text.substr(dollar + 1, end - dollar - 1))};
  }

  /// References replaced by what they stand for, by kUnknown where that is not known.
  GradleText expand(GradleText text) const {
    for (int left = kMaxReferences; text.interpolated && left > 0; --left) {
      const std::size_t dollar = text.text.find('$');
      if (dollar == std::string::npos) return text;
      const Reference reference = reference_at(text.text, dollar);
      if (reference.size == 0) break;
      const std::optional<GradleText> found = variable(reference.name);
      const bool known = found && found->text.size() <= kMaxVersionText;
      text.text.replace(dollar, reference.size, known ? found->text : std::string(1, kUnknown));
      if (!known) continue;
      text.path = found->path;
      text.line = found->line;
    }
    if (text.interpolated) std::ranges::replace(text.text, '$', kUnknown);
    return text;
  }

  static Fact to_fact(const GradleText& text) {
    const bool known = text.text.find(kUnknown) == std::string::npos;
    return {known ? text.text : std::string(), text.path, text.line};
  }

  void add_script(const GradleScript& script, BuildFacts& facts) const {
    for (const GradleMention& mention : script.mentions) {
      if (!mention.plugin.empty()) {
        if (std::optional<Fact>* slot = slot_of_plugin(facts, mention.plugin))
          put(*slot, to_fact(expand(mention.version)));
      } else if (!mention.for_tests) {
        add_library(mention.library, facts);
      }
    }
    if (script.micronaut) put(facts.micronaut, to_fact(expand(*script.micronaut)));
  }

  void add_library(const GradleText& library, BuildFacts& facts) const {
    GradleText text = expand(library);
    const std::vector<std::string_view> parts = split(text.text, ':');
    if (parts.size() < 3 || (parts.size() > 3 && parts[3] == "test")) return;
    std::optional<Fact>* slot = slot_of_library(facts, parts[0], parts[1]);
    if (slot == nullptr) return;
    text.text = std::string(parts[2].substr(0, parts[2].find_first_of("@!")));
    put(*slot, to_fact(text));
  }

  bool is_used(const std::string& accessor) const {
    return std::ranges::any_of(scripts_, [&](const GradleScript& script) {
      return script.uses_bundles || script.accessors.contains(accessor);
    });
  }

  void add_catalog(const std::vector<CatalogEntry>& entries, BuildFacts& facts) const {
    for (const CatalogEntry& entry : entries) {
      std::optional<Fact>* slot = nullptr;
      if (entry.kind == CatalogEntry::Kind::plugin) {
        if (is_used("libs.plugins." + entry.accessor)) slot = slot_of_plugin(facts, entry.id);
      } else if (entry.kind == CatalogEntry::Kind::library && is_used("libs." + entry.accessor)) {
        const std::size_t colon = entry.id.find(':');
        if (colon == std::string::npos) continue;
        slot = slot_of_library(facts, std::string_view(entry.id).substr(0, colon),
                               std::string_view(entry.id).substr(colon + 1));
      }
      if (slot == nullptr || (entry.version.empty() && entry.version_ref.empty())) continue;
      GradleText version{entry.version, false, catalog_path_, entry.line};
      if (!entry.version_ref.empty())
        version = expand({"${libs.versions." + catalog_accessor(entry.version_ref) + "}", true,
                          catalog_path_, entry.line});
      put(*slot, to_fact(version));
    }
  }

  const ProjectFiles& files_;
  std::string_view from_;
  std::vector<GradleScript> scripts_;       // the nearest first
  std::vector<GradleVariables> variables_;  // of scripts and gradle.properties, the nearest first
  std::vector<std::vector<CatalogEntry>> catalog_;
  std::string catalog_path_;
  std::size_t first_folder_scripts_ = 0;
  std::size_t first_folder_variables_ = 0;
};

}  // namespace

BuildFacts read_gradle(const ProjectFiles& files, std::string_view from,
                       std::span<const std::string> folders) {
  return Gradle(files, from, folders).facts();
}

}  // namespace kaflint::project
