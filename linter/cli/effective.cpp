// kaflint effective
#include "linter/cli/commands.h"
#include "linter/cli/run.h"

namespace kaflint::cli {

int effective(const Options& options) {
  const Render render = [&](const report::Report& report) {
    return options.format == Format::json
               ? report::effective_to_json(report)
               : report::effective_to_text(report, text_options(options));
  };
  return deliver(options, run(options), render, 0);
}

}  // namespace kaflint::cli
