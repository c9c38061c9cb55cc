// One build script of Gradle: what it defines, and what it says about versions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linter/project/gradle_tokens.h"
#include "linter/source/source_file.h"

namespace kaflint::project {

/// A string as it stands in a file.
struct GradleText {
  std::string text;
  bool interpolated = false;
  std::string path;
  std::uint32_t line = 0;
};

/// Names with their strings; nothing for a name with several that differ.
using GradleVariables = std::unordered_map<std::string, std::optional<GradleText>>;

void define(GradleVariables& variables, std::string name, GradleText text);

/// `group:artifact:version` of a library, or a plugin's id with its version.
struct GradleMention {
  GradleText library;  // empty for a plugin
  std::string plugin;
  GradleText version;  // of a plugin
  bool for_tests = false;
};

struct GradleScript {
  GradleVariables variables;
  std::vector<GradleMention> mentions;
  /// Entries of version catalogs that are used, such as `libs.kafka.clients`.
  std::unordered_set<std::string> accessors;
  bool uses_bundles = false;  // of them
  /// micronaut { version = ... }
  std::optional<GradleText> micronaut;
};

GradleScript read_gradle_script(const SourceFile& source);

}  // namespace kaflint::project
