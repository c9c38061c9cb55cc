// Help pages, written by hand so that they read well; a test keeps them equal to what works.
#include "linter/cli/help.h"

namespace kaflint::cli {
namespace {

constexpr std::string_view kMain =
    R"(kaflint tells what Apache Kafka would do with a configuration, before anything runs.

Usage: kaflint [COMMAND] [OPTIONS] [PATH...]

Commands:
  check      lint files and folders; what happens without a command
  effective  what Kafka would really run with, and where each value comes from
  upgrade    what changes for these files between two versions of Kafka
  units      which configurations were found: file, place, role, version, and why
  explain    the page of a rule, or a key's type, default and versions
  rules      all rules
  policy     test: run the examples inside policy files
  init       write a .kaflint.yaml for a folder
  schema     the JSON Schema of .kaflint.yaml, or of a policy's front matter
  lsp        the language server for editors, on stdin and stdout

Examples:
  kaflint                                        the current folder, for the newest Kafka
  kaflint --kafka-version 3.6 config/            for the newest 3.6 release
  kaflint --kafka-version 2.8..4.0 app.yml       for every release between
  kaflint --format sarif --output k.sarif .      for code scanning
  kaflint --role producer - < my.conf            a file whose name does not tell its role
  kaflint upgrade --from 3.9 --to 4.1 .          what an upgrade will do to these files
  kaflint explain linger.ms

Options:
  -h, --help     this page; `kaflint COMMAND --help` lists a command's options
  --version      the version of kaflint

Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 the run itself failed.
)";

constexpr std::string_view kCheck =
    R"(Lint files and folders for what Kafka would do with them.

Usage: kaflint [check] [OPTIONS] [PATH...]

  PATH  files and folders (default: the current folder); - reads stdin. Folders are searched for
        Kafka configuration; hidden folders, node_modules, target, build and what .gitignore names
        are left out. A file that is named is always read. The nearest .kaflint.yaml above a file
        says more about it: versions, roles, levels of rules, excludes (`kaflint init` writes one).

What to check against:
  --kafka-version V     3.6.1, 3.6 (its newest patch), 2.8..4.0, latest, or several with commas;
                        default: what .kaflint.yaml says, else the project, else the newest release
  --role ROLE           read every file as this role's whole configuration: producer, consumer,
                        share-consumer, admin, streams, broker, topic, connect-distributed,
                        connect-standalone, source-connector, sink-connector, group, mirrormaker;
                        in YAML, blocks and maps whose place does not say their role (in ConfigMaps
                        and Helm values)
  --profile NAME        advice beside that which nobody disputes, and which is always given:
                        durability, security, availability, cost-and-throughput, dev, msk,
                        event-hubs, confluent-cloud, or strict for all; may be repeated
  --policy PATH         rules of an organisation's own: a file or a folder of them; may be repeated

Which files:
  --exclude GLOB        leave out what matches, in .gitignore's syntax, relative to the working
                        directory; may be repeated
  --no-ignore           read what .gitignore names, too
  --stdin-filename NAME what stdin is called: its name decides how it is read

What comes out:
  --format FORMAT       text, json, sarif, html or markdown (default: text)
  --output FILE         write there instead of stdout; the file appears whole or not at all
  --color WHEN          auto, always or never (default: auto; NO_COLOR is respected)
  -v, --verbose         say more
  -q, --quiet           findings only, no summary

Fixing:
  --fix                 apply the safe fixes: those that keep what Kafka does, or repair what has no
                        effect; then report what remains
  --unsafe-fixes        apply the others as well, which change what Kafka does
  --diff                print what would change, as a unified diff, and change nothing; with
                        --unsafe-fixes, the other fixes too. Exits with 1 if anything would change

What is known already:
  --baseline FILE       do not report the findings that FILE holds; default: what .kaflint.yaml says
  --write-baseline      make the baseline of what is found now, and drop from it what is gone;
                        without --baseline it is the one of .kaflint.yaml, else
                        .kaflint-baseline.yaml

How it runs:
  --fail-on LEVEL       exit with 1 from this level on: error, warning, note or never
                        (default: error)
  -j, --jobs N          threads (default: one for each processor)
  -h, --help            this page

Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 the run itself failed.
)";

constexpr std::string_view kEffective =
    R"(Show what Kafka would really run with: each value, and whether it was written, is the default, was
set by a framework or changed by Kafka. Passwords are shown as [hidden].

Usage: kaflint effective [OPTIONS] [PATH...]

  --kafka-version V     3.6.1, 3.6 (its newest patch), 2.8..4.0, latest
  --role ROLE           read every file as this role's whole configuration
  --format FORMAT       text or json (default: text)
  --output FILE         write there instead of stdout
  --exclude GLOB        leave out what matches, in .gitignore's syntax; may be repeated
  --no-ignore           read what .gitignore names, too
  --stdin-filename NAME what stdin is called when PATH is -
  --color WHEN          auto, always or never (default: auto)
  -v, --verbose         say more
  -q, --quiet           say less
  -j, --jobs N          threads (default: one for each processor)
  -h, --help            this page

Example: kaflint effective --kafka-version 3.0 producer.properties

Exit codes: 0 whether Kafka would refuse or not, 2 the run itself failed.
)";

constexpr std::string_view kUpgrade =
    R"(Say what another version of Kafka changes for these files: settings that it refuses, no longer reads or
reads differently, and defaults that the files rely on, each with the version in which it happens.

Usage: kaflint upgrade [OPTIONS] [PATH...]

  --from V              the version that runs today; default: what the project says of each file
  --to V                the version to run (default: the newest release)
  --role ROLE           read every file as this role's whole configuration
  --format FORMAT       text, json, sarif, html, or markdown for a pull request (default: text)
  --output FILE         write there instead of stdout
  --exclude GLOB        leave out what matches, in .gitignore's syntax; may be repeated
  --no-ignore           read what .gitignore names, too
  --stdin-filename NAME what stdin is called when PATH is -
  --fail-on LEVEL       exit with 1 from this level on: error, warning, note or never
                        (default: error)
  --color WHEN          auto, always or never (default: auto)
  -v, --verbose         say more
  -q, --quiet           findings only, no summary
  -j, --jobs N          threads (default: one for each processor)
  -h, --help            this page

Example: kaflint upgrade --from 3.9 --to 4.1 --format markdown deploy/

Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 the run itself failed.
)";

constexpr std::string_view kUnits =
    R"(List the configurations that were found: file, place in it, role, dialect, version, and why.

Usage: kaflint units [OPTIONS] [PATH...]

  --kafka-version V     3.6.1, 3.6 (its newest patch), 2.8..4.0, latest
  --role ROLE           read every file as this role's whole configuration
  --format FORMAT       text or json (default: text)
  --output FILE         write there instead of stdout
  --exclude GLOB        leave out what matches, in .gitignore's syntax; may be repeated
  --no-ignore           read what .gitignore names, too
  --stdin-filename NAME what stdin is called when PATH is -
  --color WHEN          auto, always or never (default: auto)
  -v, --verbose         say more
  -q, --quiet           say less
  -j, --jobs N          threads (default: one for each processor)
  -h, --help            this page

Exit codes: 0 done, 2 the run itself failed.
)";

constexpr std::string_view kExplain =
    R"(Explain a rule, or a key of Kafka's configuration.

Usage: kaflint explain [OPTIONS] RULE | KEY

  --kafka-version V     about a key, what holds in 3.6.1, 3.6 (its newest patch), 2.8..4.0, latest;
                        default: every release
  --policy PATH         know the policies in this file or folder, too; may be repeated. Those that
                        .kaflint.yaml names in the working directory or above it are known anyway
  --format FORMAT       text or json (default: text)
  --color WHEN          auto, always or never (default: auto)
  -h, --help            this page

Examples:
  kaflint explain any/unknown-key
  kaflint explain linger.ms
  kaflint explain --kafka-version 3.9 log.retention.hours

Exit codes: 0 done, 2 there is no such rule or key.
)";

constexpr std::string_view kRules =
    R"(List all rules: id, level, consequence, what each is about.

Usage: kaflint rules [OPTIONS]

  --policy PATH         the policies in this file or folder, too; may be repeated. Those that
                        .kaflint.yaml names in the working directory or above it are listed anyway
  --format FORMAT       text or json (default: text)
  -h, --help            this page
)";

constexpr std::string_view kPolicy =
    R"(Run the examples inside policy files, so that policies are tested like code.

Usage: kaflint policy test PATH...

  PATH                  policy files, and folders of them

A policy is a rule of an organisation's own, a Markdown file in the format of kaflint's rules: what
it demands, a page, and examples below `## Bad` and `## Good`, in which lines of carets mark what is
found. `check --policy PATH` checks with it, and so does `policies: PATH` in .kaflint.yaml.

  -h, --help            this page

Exit codes: 0 every example finds exactly what it marks, 1 one does not, 2 a policy is wrong.
)";

constexpr std::string_view kInit =
    R"(Write a .kaflint.yaml with every key explained, beside what was found in the folder. An existing
one is never replaced.

Usage: kaflint init [FOLDER]

  -h, --help            this page

Exit codes: 0 written, 2 it exists already or cannot be written.
)";

constexpr std::string_view kSchema =
    R"(Print the JSON Schema of .kaflint.yaml, for editors: with the YAML extension of VS Code, for
example, `kaflint schema > kaflint.schema.json` and in .kaflint.yaml the first line
`# yaml-language-server: $schema=kaflint.schema.json`.

Usage: kaflint schema [policy|rule]

  policy                the schema of a policy's front matter instead
  rule                  that of a rule of kaflint's own

  -h, --help            this page
)";

constexpr std::string_view kLsp =
    R"(Run the language server on stdin and stdout. Editors start it; the initialization options
`kafkaVersion` and `role` override the options below.

Usage: kaflint lsp [OPTIONS]

  --kafka-version V     3.6.1, 3.6 (its newest patch), 2.8..4.0, latest
  --role ROLE           read every file as this role's whole configuration
  -h, --help            this page
)";

}  // namespace

std::string_view main_help() { return kMain; }

std::string_view command_help(Command command) {
  switch (command) {
    case Command::check:
      return kCheck;
    case Command::effective:
      return kEffective;
    case Command::upgrade:
      return kUpgrade;
    case Command::units:
      return kUnits;
    case Command::explain:
      return kExplain;
    case Command::rules:
      return kRules;
    case Command::init:
      return kInit;
    case Command::schema:
      return kSchema;
    case Command::policy:
      return kPolicy;
    case Command::lsp:
      return kLsp;
  }
  return kMain;
}

}  // namespace kaflint::cli
