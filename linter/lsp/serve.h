// The language server on two file descriptors.
#pragma once

#include "linter/lsp/server.h"

namespace kaflint::lsp {

/// Runs until `exit`, the input's end or an output that nobody reads any more. Gives the process's
/// exit code.
int serve(int input, int output, ServerOptions options);

}  // namespace kaflint::lsp
