// The command line, parsed.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/finding/finding.h"
#include "linter/kafka/role.h"
#include "linter/kafka/version.h"
#include "linter/policy/engine.h"
#include "linter/policy/profile.h"

namespace kaflint::cli {

enum class Command : std::uint8_t {
  check,
  effective,
  upgrade,
  units,
  explain,
  rules,
  policy,
  init,
  schema,
  lsp
};
/// What `schema` prints, beside the schema of .kaflint.yaml.
inline constexpr std::string_view kSchemaOfPolicies = "policy";
inline constexpr std::string_view kSchemaOfRules = "rule";

enum class Format : std::uint8_t { text, json, sarif, html, markdown };
enum class Colour : std::uint8_t { automatic, always, never };

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;  // `-` is stdin; never empty for a command that reads files
  std::string topic;               // explain: a rule or a key; schema: of what
  std::optional<kafka::VersionSet> versions;
  std::optional<kafka::Role> role;
  std::optional<policy::Upgrade> upgrade;  // of the command of that name
  Format format = Format::text;
  std::string output;                           // empty for stdout
  std::optional<Level> fail_on = Level::error;  // nothing for never
  unsigned jobs = 0;                            // 0: as many as there are processors
  std::vector<std::string> excludes;
  std::vector<const policy::Profile*> profiles;  // beside `default`
  std::vector<std::string> policies;             // files and folders
  bool use_gitignore = true;
  Colour colour = Colour::automatic;
  bool verbose = false;
  bool quiet = false;
  std::string stdin_filename;
  /// check: which fixes to apply; nothing for none.
  std::optional<Applicability> fix;
  std::string baseline;         // empty: what the configuration says
  bool write_baseline = false;  // make the baseline of what is found
  bool diff = false;            // print what the fixes would change instead of changing it
};

/// What ends the program instead of a command: help, the version, or a mistake.
struct Stop {
  int exit_code = 0;
  std::string text;  // for stdout when the exit code is 0, otherwise for stderr
};

/// `arguments` without the program's name. Without a command it is `check`.
std::expected<Options, Stop> parse_options(std::span<const std::string> arguments);

/// `kaflint: error: ...`, one line.
std::string error_line(std::string_view message);

}  // namespace kaflint::cli
