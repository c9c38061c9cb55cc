#include "rules/startup/startup.h"

namespace kaflint::startup {

kafka::StartupMirror mirror(kafka::Role role) {
  switch (role) {
    case kafka::Role::producer:
      return &producer;
    default:
      return nullptr;
  }
}

}  // namespace kaflint::startup
