// spring.kafka.* of application and bootstrap files.
#include "linter/dialect/readers.h"

namespace kaflint::dialect {

void read_spring_boot(const ParsedFile&, std::vector<bool>&, FileUnits&) {}

}  // namespace kaflint::dialect
