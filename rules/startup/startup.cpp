#include "rules/startup/startup.h"

namespace kaflint::startup {

kafka::StartupMirror mirror(kafka::Role role) {
  switch (role) {
    case kafka::Role::producer:
      return &producer;
    case kafka::Role::topic:
      return &topic;
    case kafka::Role::group:
      return &group;
    case kafka::Role::broker:
      return &broker;
    default:
      return nullptr;
  }
}

}  // namespace kaflint::startup
