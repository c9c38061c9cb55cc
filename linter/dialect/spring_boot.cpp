// spring.kafka.* of application and bootstrap files: what Boot's KafkaProperties hands to each
// client.
#include <algorithm>

#include "linter/dialect/readers.h"
#include "linter/dialect/spring_documents.h"
#include "linter/dialect/spring_siblings.h"
#include "linter/dialect/spring_units.h"

namespace kaflint::dialect {
namespace {

void add(std::vector<const SpringDocument*>& all, const std::vector<SpringDocument>& documents) {
  for (const SpringDocument& document : documents) all.push_back(&document);
}

}  // namespace

void read_spring_boot(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (file.properties && claimed.at(0)) return;
  const std::vector<SpringDocument> documents = read_spring_documents(file);
  SpringSources sources;
  for (const SpringDocument& document : documents)
    if (file.properties || !claimed.at(document.index)) sources.own.push_back(&document);
  const auto has_entries = [](const SpringDocument* document) {
    return !document->entries.empty() || !document->stream.empty();
  };
  if (std::ranges::none_of(sources.own, has_entries)) return;
  const SpringSiblings siblings = read_spring_siblings(file, documents);
  add(sources.below, siblings.below);
  sources.profile = siblings.profile;
  sources.below_name = siblings.below_name;
  sources.partial = file.decided;
  sources.boot = file.options.spring_boot;
  sources.required_acks = required_acks_of(file.options.spring_cloud_binder,
                                           file.options.spring_cloud, file.options.spring_boot);
  for (const auto* all : {&documents, &siblings.below, &siblings.with_profiles})
    add(sources.all, *all);
  read_spring_units(sources, out);
  for (const SpringDocument* document : sources.own)
    if (has_entries(document)) claimed[file.properties ? 0 : document->index] = true;
}

}  // namespace kaflint::dialect
