// The Kafka images that a folder's Dockerfile and compose files name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/project/build_facts.h"
#include "linter/source/project_files.h"
#include "linter/source/source_file.h"

namespace kaflint::project {

/// The images that the stages of a Dockerfile are made from, build arguments replaced by their
/// defaults; as written where one has none.
std::vector<Fact> images_of_dockerfile(const SourceFile& source);

/// The image whose program runs in what a Dockerfile builds: that of the last stage. Nothing when
/// that is one of the stages before, or the file says itself what runs.
std::optional<std::string> image_that_runs(const SourceFile& source);

/// The images of a compose file's services, ${NAME:-default} replaced by the default; as
/// written where a name has none.
std::vector<Fact> images_of_compose(const SourceFile& source);

/// Of all such files in the folder at the prefix, seen from the folder of `from`.
std::vector<Fact> images_beside(const ProjectFiles& files, std::string_view from,
                                const std::string& folder);

}  // namespace kaflint::project
