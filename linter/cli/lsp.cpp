// kaflint lsp
#include <unistd.h>

#include "linter/cli/commands.h"
#include "linter/cli/version.h"
#include "linter/lsp/serve.h"

namespace kaflint::cli {

int lsp(const Options& options) {
  return lsp::serve(STDIN_FILENO, STDOUT_FILENO,
                    {std::string(kToolVersion),
                     {.versions = options.versions, .role = options.role, .files = nullptr}});
}

}  // namespace kaflint::cli
