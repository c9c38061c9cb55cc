#include "linter/policy/configuration_keys.h"

#include <array>

namespace kaflint::policy {
namespace {

using enum ValueForm;
using enum Shape;

constexpr std::string_view kPaths =
    "The files, as patterns in .gitignore's syntax, relative to the folder of the configuration "
    "that kaflint finds.";

constexpr ConfigurationKey kKafkaEntry[] = {
    {.name = "version",
     .shape = one,
     .form = version,
     .required = true,
     .doc = "The release to check for: 3.6.1, 3.6 (its newest patch), 2.8..4.0, latest, or several "
            "with commas."},
    {.name = "paths", .shape = list, .form = pattern, .doc = kPaths},
    {.name = "roles",
     .shape = list,
     .form = role,
     .doc = "Only for configurations of these roles, such as `broker`."},
};

constexpr ConfigurationKey kRoleEntry[] = {
    {.name = "paths", .shape = list, .form = pattern, .required = true, .doc = kPaths},
    {.name = "role",
     .shape = one,
     .form = role,
     .required = true,
     .doc = "The role that such a file configures, as --role takes it."},
};

constexpr ConfigurationKey kRule[] = {
    {.name = "level",
     .shape = one,
     .form = level,
     .doc = "The level of its findings: error, warning, note, or off."},
};

constexpr ConfigurationKey kOverride[] = {
    {.name = "paths", .shape = list, .form = pattern, .required = true, .doc = kPaths},
    {.name = "rules",
     .shape = by_name,
     .form = level,
     .keys = kRule,
     .required = true,
     .doc = "Levels of rules for these files."},
};

constexpr ConfigurationKey kSystem[] = {
    {.name = "paths", .shape = list, .form = pattern, .required = true, .doc = kPaths},
    {.name = "brokers",
     .shape = one,
     .form = count,
     .doc = "How many brokers the cluster has, where the files do not tell."},
};

constexpr ConfigurationKey kSuppression[] = {
    {.name = "paths", .shape = list, .form = pattern, .doc = kPaths},
    {.name = "rules",
     .shape = list,
     .form = rule,
     .doc = "The rules, by id or by a pattern such as `producer/*`; without it every rule."},
    {.name = "reason", .shape = one, .form = text, .doc = "Why these findings are accepted."},
};

constexpr ConfigurationKey kFile[] = {
    {.name = "extends",
     .shape = list,
     .form = file,
     .doc = "Other configuration files that this one builds on; what stands here counts more.",
     .example = "extends: ../platform/kaflint-base.yaml"},
    {.name = "kafka",
     .shape = entries,
     .form = version,
     .keys = kKafkaEntry,
     .doc = "The Kafka release to check for: one for all files, or a list of releases by path and "
            "role, of which the last that fits counts.",
     .example = "kafka: 3.9"},
    {.name = "roles",
     .shape = entries,
     .keys = kRoleEntry,
     .doc = "Roles of files whose names and contents do not tell them; the last that fits counts.",
     .example = "roles:\n  - paths: conf/edge-*.conf\n    role: broker"},
    {.name = "profiles",
     .shape = list,
     .form = profile,
     .doc = "Advice beside that of the profile `default`, which is always given; --profile adds to "
            "them.",
     .example = "profiles: [durability, security]"},
    {.name = "exclude",
     .shape = list,
     .form = pattern,
     .doc = "Files and folders to leave out, in .gitignore's syntax.",
     .example = "exclude:\n  - testdata/"},
    {.name = "rules",
     .shape = by_name,
     .form = level,
     .keys = kRule,
     .doc = "Levels of rules (error, warning, note, off) by id or by a pattern such as "
            "`producer/*`; the last that fits counts.",
     .example = "rules:\n  any/deprecated-key: off"},
    {.name = "overrides",
     .shape = entries,
     .keys = kOverride,
     .doc = "Levels of rules that are different for some files.",
     .example =
         "overrides:\n  - paths: dev/\n    rules:\n      producer/acks-disable-idempotence: off"},
    {.name = "systems",
     .shape = list_by_name,
     .form = pattern,
     .keys = kSystem,
     .doc = "Files that configure one Kafka cluster and what talks to it, by a name of your own: "
            "they are also checked against each other.",
     .example = "systems:\n  orders: [deploy/kafka/, services/*/src/main/resources/]"},
    {.name = "values",
     .shape = list_by_name,
     .form = file,
     .doc = "Helm's files of values that are laid over one another, the strongest last, by a name "
            "of your own for the installation. A chart's templates are read with those lists that "
            "begin in its folder.",
     .example = "values:\n  production: [chart/values.yaml, deploy/values-prod.yaml]"},
    {.name = "suppressions",
     .shape = entries,
     .keys = kSuppression,
     .doc = "Findings that are accepted in some files, with the reason for it.",
     .example =
         "suppressions:\n  - paths: legacy/\n    rules: any/removed-key\n    reason: switched "
         "off in March"},
    {.name = "baseline",
     .shape = one,
     .form = file,
     .doc = "A file with findings that are known and not reported.",
     .example = "baseline: .kaflint-baseline.yaml"},
    {.name = "policies",
     .shape = list,
     .form = file,
     .doc =
         "Rules of an organisation's own: files, and folders of them; `kaflint policy test` runs "
         "the examples in them.",
     .example = "policies: ../platform/policies"},
    {.name = "require-reason",
     .shape = one,
     .form = flag,
     .doc = "Whether every suppression has to say why.",
     .example = "require-reason: true"},
};

}  // namespace

std::span<const ConfigurationKey> configuration_keys() { return kFile; }

}  // namespace kaflint::policy
