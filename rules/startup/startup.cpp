#include "rules/startup/startup.h"

namespace kaflint::startup {

kafka::StartupMirror mirror(kafka::Role role) {
  switch (role) {
    case kafka::Role::producer:
      return &producer;
    case kafka::Role::consumer:
      return &consumer;
    case kafka::Role::share_consumer:
      return &share_consumer;
    case kafka::Role::admin:
      return &admin;
    case kafka::Role::topic:
      return &topic;
    case kafka::Role::group:
      return &group;
    case kafka::Role::broker:
      return &broker;
    case kafka::Role::streams:
      return &streams_application;
    case kafka::Role::connect_distributed:
    case kafka::Role::connect_standalone:
      return &connect_worker;
    case kafka::Role::source_connector:
    case kafka::Role::sink_connector:
      return &connector;
    case kafka::Role::mirrormaker:
      return &mirrormaker;
    default:
      return nullptr;
  }
}

}  // namespace kaflint::startup
