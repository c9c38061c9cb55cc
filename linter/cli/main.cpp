// The kaflint program.
#include <csignal>
#include <span>
#include <string>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/cli/output.h"

namespace {

int run_command(const kaflint::cli::Options& options) {
  using kaflint::cli::Command;
  switch (options.command) {
    case Command::check:
    case Command::upgrade:  // differs only in what is found
      return kaflint::cli::check(options);
    case Command::effective:
      return kaflint::cli::effective(options);
    case Command::units:
      return kaflint::cli::units(options);
    case Command::explain:
      return kaflint::cli::explain(options);
    case Command::rules:
      return kaflint::cli::rules(options);
    case Command::init:
      return kaflint::cli::init(options);
    case Command::schema:
      return kaflint::cli::schema(options);
    case Command::policy:
      return kaflint::cli::policy(options);
    case Command::lsp:
      return kaflint::cli::lsp(options);
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that goes away is seen by write, which is the place to decide about it.
  (void)std::signal(SIGPIPE, SIG_IGN);
  const std::span<char*> all(argv, static_cast<std::size_t>(argc));
  const std::vector<std::string> arguments(all.begin() + (argc > 0 ? 1 : 0), all.end());
  const auto options = kaflint::cli::parse_options(arguments);
  if (options) return run_command(*options);
  if (options.error().exit_code == 0) return kaflint::cli::deliver_stdout(options.error().text);
  kaflint::cli::write_stderr(options.error().text);
  return options.error().exit_code;
}
