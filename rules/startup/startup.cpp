#include "rules/startup/startup.h"

namespace kaflint::startup {

kafka::StartupMirror mirror(kafka::Role role) {
  return role == kafka::Role::producer ? &producer : nullptr;
}

}  // namespace kaflint::startup
