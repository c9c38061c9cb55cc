// See spring_siblings.h.
#include "linter/dialect/spring_siblings.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/spring_sections.h"
#include "linter/source/position.h"

namespace kaflint::dialect {
namespace {

struct FileName {
  std::string base;  // `application`, `bootstrap`; empty for another file
  std::string profile;
  std::string extension;
};

FileName parse_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view stem = name.substr(0, dot);
  for (std::string_view base : {"application", "bootstrap"}) {
    if (!stem.starts_with(base)) continue;
    const std::string_view rest = stem.substr(base.size());
    if (rest.empty()) return {std::string(base), "", std::string(name.substr(dot))};
    if (rest[0] == '-' && rest.size() > 1)
      return {std::string(base), std::string(rest.substr(1)), std::string(name.substr(dot))};
  }
  return {};
}

/// The documents of another file, whose entries then say where they stand instead of spans.
std::vector<SpringDocument> documents_of(const SourceFile& source, const ReadOptions& options) {
  std::vector<SpringDocument> documents;
  if (ascii_lower(source.path()).ends_with(".properties")) {
    const auto tree = syntax::parse_properties(source.bytes(), syntax::Charset::latin1);
    documents = read_spring_documents({.source = source, .options = options, .properties = &tree});
  } else {
    const bool templated = source.bytes().find("{{") != std::string_view::npos;
    const auto tree = syntax::parse_yaml(source.bytes(), {.template_actions = templated});
    documents = read_spring_documents({.source = source, .options = options, .yaml = &tree});
  }
  const LineTable lines(source.bytes());
  for (SpringDocument& document : documents)
    for (auto* entries : {&document.entries, &document.stream})
      for (SpringEntry& entry : *entries) leave_file(entry, source, lines);
  return documents;
}

bool has_empty_section(const SpringDocument& document) {
  return std::ranges::any_of(document.entries, is_empty_section);
}

void append(std::vector<SpringDocument>& all, std::vector<SpringDocument> more) {
  std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

SpringSiblings read_spring_siblings(const ParsedFile& file,
                                    std::span<const SpringDocument> documents) {
  SpringSiblings siblings;
  const std::string& path = file.source.path();
  const FileName own = parse_name(file_name(path));
  if (!file.options.files || own.base.empty()) return siblings;
  siblings.profile = own.profile;
  if (!own.profile.empty()) {
    for (std::string_view extension : {".yaml", ".yml", ".properties"}) {
      const std::string name = own.base + std::string(extension);
      const auto source = file.options.files->read(path, name);
      if (!source) continue;
      append(siblings.below, documents_of(*source, file.options));
      siblings.below_name = name;
    }
    return siblings;
  }
  const bool placeholders = file.source.bytes().find("${") != std::string_view::npos;
  if (!placeholders && std::ranges::none_of(documents, has_empty_section)) return siblings;
  for (const std::string& name : file.options.files->names_beside(path)) {
    const FileName other = parse_name(name);
    const bool known =
        other.extension == ".yml" || other.extension == ".yaml" || other.extension == ".properties";
    if (other.base != own.base || other.profile.empty() || !known) continue;
    if (const auto source = file.options.files->read(path, name))
      append(siblings.with_profiles, documents_of(*source, file.options));
  }
  return siblings;
}

}  // namespace kaflint::dialect
