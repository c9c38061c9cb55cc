// compile_catalog FOLDER OUTPUT: makes the catalog's tables from its YAML files.
#include <cstdio>
#include <fstream>

#include "linter/kafka/compiler/model.h"

int main(int argc, char** argv) {
  using namespace kaflint::kafka::compiler;
  if (argc != 3) {
    std::fputs("usage: compile_catalog FOLDER OUTPUT\n", stderr);
    return 2;
  }
  const auto model = read_catalog(argv[1]);
  if (!model) {
    std::fprintf(stderr, "%s\n", model.error().c_str());
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << write_tables(*model);
  out.close();
  if (!out) std::fprintf(stderr, "%s: cannot be written\n", argv[2]);
  return out ? 0 : 1;
}
