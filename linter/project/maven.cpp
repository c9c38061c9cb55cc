#include "linter/project/maven.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/project/xml.h"

namespace kaflint::project {
namespace {

constexpr std::size_t kMaxParents = 16;
constexpr int kMaxReferences = 16;  // that lead from one property to the next
constexpr std::size_t kMaxVersionText = 200;
constexpr XmlId kRoot = 0;

struct Pom {
  Pom(std::shared_ptr<const SourceFile> file, XmlFile tree)
      : source(std::move(file)), xml(std::move(tree)) {
    const XmlId list = find("properties");
    if (list == kNoXml) return;
    for (XmlId id = xml.elements[list].first_child; id != kNoXml;
         id = xml.elements[id].next_sibling)
      properties[xml.elements[id].name] = id;
  }

  XmlId find(std::string_view path) const { return project::find(xml, kRoot, path); }
  std::string_view text(std::string_view path) const { return text_at(xml, kRoot, path); }

  std::shared_ptr<const SourceFile> source;
  XmlFile xml;
  std::unordered_map<std::string, XmlId> properties;  // the last one of a name counts
};

class Maven {
 public:
  Maven(const ProjectFiles& files, std::string_view from, std::string_view relative) {
    load(files, from, relative);
    while (!chain_.empty() && chain_.size() < kMaxParents && load_parent(files)) {
    }
  }

  BuildFacts facts() const {
    BuildFacts facts;
    for (const Pom& pom : chain_) {
      add_dependencies(pom, "dependencies", facts);
      add_dependencies(pom, "dependencyManagement.dependencies", facts);
      add_parent(pom, facts);
    }
    return facts;
  }

 private:
  bool load(const ProjectFiles& files, std::string_view from, std::string_view relative) {
    std::shared_ptr<const SourceFile> source = files.read(from, relative);
    if (!source) return false;
    XmlFile xml = parse_xml(source->bytes());
    if (xml.elements.empty() || xml.elements[kRoot].name != "project") return false;
    const bool seen = std::ranges::any_of(
        chain_, [&](const Pom& pom) { return pom.source->path() == source->path(); });
    if (seen) return false;
    chain_.emplace_back(std::move(source), std::move(xml));
    return true;
  }

  /// Maven takes the file at relativePath only if it is the parent that is named.
  bool load_parent(const ProjectFiles& files) {
    const Pom& child = chain_.back();
    const XmlId parent = child.find("parent");
    if (parent == kNoXml) return false;
    const XmlId place = child.find("parent.relativePath");
    std::string relative(place == kNoXml ? "../pom.xml" : child.text("parent.relativePath"));
    if (relative.empty()) return false;
    const std::string artifact(child.text("parent.artifactId"));
    const std::string from = child.source->path();
    if (!load(files, from, relative) && !load(files, from, relative + "/pom.xml")) return false;
    if (chain_.back().text("artifactId") == artifact) return true;
    chain_.pop_back();
    return false;
  }

  struct Place {
    const Pom* pom;
    XmlId id;

    const XmlElement& element() const { return pom->xml.elements[id]; }
  };

  std::optional<Place> property(std::string_view name) const {
    for (const Pom& pom : chain_)
      if (const auto found = pom.properties.find(std::string(name)); found != pom.properties.end())
        return Place{&pom, found->second};
    return model_value(name);
  }

  std::optional<Place> model_value(std::string_view name) const {
    if (name.starts_with("project.")) name.remove_prefix(8);
    if (name != "version" && name != "groupId" && name != "parent.version") return std::nullopt;
    const Pom& pom = chain_.front();
    XmlId id = pom.find(name);
    if (id == kNoXml) id = pom.find(name == "groupId" ? "parent.groupId" : "parent.version");
    if (id == kNoXml) return std::nullopt;
    return Place{&pom, id};
  }

  struct Resolved {
    std::string text;
    Place place;  // where the last piece of the text stands
  };

  /// With every ${...} replaced; nothing where one is not known within the project.
  std::optional<Resolved> resolve(Place place) const {
    Resolved value{place.element().text, place};
    for (int left = kMaxReferences; left > 0; --left) {
      const std::size_t begin = value.text.find("${");
      if (begin == std::string::npos) return value;
      const std::size_t end = value.text.find('}', begin);
      if (end == std::string::npos) return std::nullopt;
      const auto found = property(std::string_view(value.text).substr(begin + 2, end - begin - 2));
      if (!found) return std::nullopt;
      value.text.replace(begin, end + 1 - begin, found->element().text);
      value.place = *found;
      if (value.text.size() > kMaxVersionText) return std::nullopt;
    }
    return std::nullopt;
  }

  std::string resolved_text(const Pom& pom, XmlId from, std::string_view name) const {
    const XmlId id = project::find(pom.xml, from, name);
    if (id == kNoXml) return {};
    std::optional<Resolved> value = resolve({&pom, id});
    return value ? std::move(value->text) : std::string();
  }

  Fact fact_of(Place version) const {
    const std::optional<Resolved> value = resolve(version);
    const Place place = value ? value->place : version;
    return {value ? value->text : "", place.pom->source->path(), place.element().line};
  }

  void add_dependencies(const Pom& pom, std::string_view path, BuildFacts& facts) const {
    const XmlId list = pom.find(path);
    if (list == kNoXml) return;
    for (XmlId id = pom.xml.elements[list].first_child; id != kNoXml;
         id = pom.xml.elements[id].next_sibling) {
      const XmlId version = project::find(pom.xml, id, "version");
      if (version == kNoXml || text_at(pom.xml, id, "scope") == "test" ||
          text_at(pom.xml, id, "classifier") == "test")
        continue;
      std::optional<Fact>* slot = slot_of_library(facts, resolved_text(pom, id, "groupId"),
                                                  resolved_text(pom, id, "artifactId"));
      if (slot != nullptr) put(*slot, fact_of({&pom, version}));
    }
  }

  void add_parent(const Pom& pom, BuildFacts& facts) const {
    const XmlId version = pom.find("parent.version");
    if (version == kNoXml) return;
    std::optional<Fact>* slot =
        slot_of_library(facts, pom.text("parent.groupId"), pom.text("parent.artifactId"));
    if (slot == nullptr) return;
    const bool boot = slot == &facts.spring_boot && !*slot;
    put(*slot, fact_of({&pom, version}));
    // Only what is inherited can be overridden; an imported bill of materials cannot.
    if (const auto override = property("kafka.version"); boot && override)
      put(facts.boot_kafka_version, fact_of(*override));
  }

  std::vector<Pom> chain_;  // the nearest first, each one's parent next
};

}  // namespace

BuildFacts read_maven(const ProjectFiles& files, std::string_view from, std::string_view relative) {
  return Maven(files, from, relative).facts();
}

}  // namespace kaflint::project
