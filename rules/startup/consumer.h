// What consumers and share consumers have in common when they start.
#pragma once

#include "rules/startup/settings.h"

namespace kaflint::startup {

/// org.apache.kafka.common.requests.JoinGroupRequest.validateGroupInstanceId
void check_group_instance_id(const Settings& settings, kafka::StartupReport& report);

/// ConsumerConfig.maybeOverrideEnableAutoCommit: without a group.id nothing is committed.
void override_auto_commit(const Settings& settings, kafka::StartupReport& report);

/// ConsumerConfig.checkUnsupportedConfigs (from 3.9.0)
void check_keys_of_protocol(const Settings& settings, kafka::StartupReport& report);

/// internals.ConsumerNetworkThread.start(timeoutMs) (from 4.2.0): the constructor waits
/// default.api.timeout.ms for the thread.
void check_initialization_timeout(const Settings& settings, kafka::StartupReport& report);

}  // namespace kaflint::startup
