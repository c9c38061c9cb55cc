// Settings that stand in a container's command.
#pragma once

#include <optional>

#include "linter/dialect/container.h"

namespace kaflint::dialect {

/// The unit of a container whose command runs kafka-server-start.sh with `--override key=value`;
/// nothing for any other command. Variables of the shell are those of the container.
std::optional<Unit> read_overrides(const ParsedFile& file, const Container& container);

}  // namespace kaflint::dialect
