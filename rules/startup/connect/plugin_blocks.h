// `transforms` and `predicates` of a connector: lists of aliases, each with a class and its
// settings.
#pragma once

#include "linter/kafka/verdict.h"

namespace kaflint::startup {

/// org.apache.kafka.connect.runtime.ConnectorConfig.enrich, then the ConfigDef that it gives; and
/// settings of aliases that nothing refers to.
void check_plugin_blocks(const kafka::ParsedConfig& config, kafka::StartupReport& report);

/// Reports the written settings `PREFIXalias.NAME` whose alias is not in `aliases`, one for each
/// alias. `list` is the key that would name it.
void report_unlisted_aliases(const kafka::ParsedConfig& config, kafka::StartupReport& report,
                             std::string_view prefix, std::string_view list,
                             const std::vector<std::string>& aliases);

}  // namespace kaflint::startup
