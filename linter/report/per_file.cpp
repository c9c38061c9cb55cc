#include "linter/report/per_file.h"

namespace kaflint::report {

void one_by_one(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

}  // namespace kaflint::report
