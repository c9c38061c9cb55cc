#include "linter/project/project_versions.h"

#include <fmt/format.h>

#include <span>
#include <utility>
#include <vector>

#include "linter/project/gradle.h"
#include "linter/project/image_files.h"
#include "linter/project/image_tag.h"
#include "linter/project/maven.h"
#include "linter/project/release_text.h"

namespace kaflint::project {
namespace {

std::optional<kafka::VersionSet> releases_of_library(std::string_view text) {
  const std::string_view suffix = text.substr(leading_number(text).size());
  const bool platform = suffix.starts_with("-ccs") || suffix.starts_with("-ce");
  return platform ? releases_of_platform(text) : releases_of(text);
}

BuildFacts nearest_build(const ProjectFiles& files, std::string_view path,
                         std::span<const std::string> folders) {
  for (std::size_t i = 0; i < folders.size(); ++i) {
    BuildFacts facts = read_maven(files, path, folders[i] + "pom.xml");
    const bool gradle = files.read(path, folders[i] + "build.gradle") ||
                        files.read(path, folders[i] + "build.gradle.kts");
    if (gradle) facts.merge(read_gradle(files, path, folders.subspan(i)));
    if (!facts.empty()) return facts;
  }
  return {};
}

bool is_worker(std::string_view image) {
  return parse_image(image).image.find("connect") != std::string_view::npos;
}

/// The versions of the images, if all are known and agree.
std::optional<KafkaVersions> agreed(const std::vector<const Fact*>& images) {
  std::optional<KafkaVersions> versions;
  for (const Fact* image : images) {
    std::optional<kafka::VersionSet> releases = kafka_of_image(image->text);
    if (!releases || (versions && versions->releases != *releases)) return std::nullopt;
    if (!versions) versions = KafkaVersions{*std::move(releases), said("image", *image)};
  }
  return versions;
}

void add_images(const ProjectFiles& files, std::string_view path,
                std::span<const std::string> folders, ProjectVersions& versions) {
  for (const std::string& folder : folders) {
    const std::vector<Fact> images = images_beside(files, path, folder);
    std::vector<const Fact*> brokers;
    std::vector<const Fact*> workers;
    for (const Fact& image : images)
      if (tells_kafka(image.text)) (is_worker(image.text) ? workers : brokers).push_back(&image);
    if (brokers.empty() && workers.empty()) continue;
    versions.brokers = agreed(brokers);
    // Images of brokers hold Connect too.
    versions.workers = agreed(workers.empty() ? brokers : workers);
    return;
  }
}

}  // namespace

std::string said(std::string_view what, const Fact& fact) {
  return fmt::format("{} {} in {}:{}", what, fact.text, fact.path, fact.line);
}

std::optional<KafkaVersions> of_library(std::string_view what, const Fact& fact) {
  std::optional<kafka::VersionSet> releases = releases_of_library(fact.text);
  if (!releases) return std::nullopt;
  return KafkaVersions{*std::move(releases), said(what, fact)};
}

ProjectVersions read_project_versions(const ProjectFiles& files, std::string_view path) {
  const std::vector<std::string> folders = files.upwards(path);
  ProjectVersions versions;
  versions.build = nearest_build(files, path, folders);
  add_images(files, path, folders, versions);
  return versions;
}

std::shared_ptr<const ProjectVersions> VersionFinder::around(std::string_view path) const {
  const std::string folder(path.substr(0, path.rfind('/') + 1));
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = folders_.find(folder); known != folders_.end()) return known->second;
  }
  auto found = std::make_shared<const ProjectVersions>(read_project_versions(*files_, path));
  const std::scoped_lock lock(mutex_);
  return folders_.emplace(folder, std::move(found)).first->second;
}

}  // namespace kaflint::project
