# The libraries of the set, from the system's packages. Static archives where the binary is static.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(yaml-cpp REQUIRED)
pkg_check_modules(LIBYAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(TREE_SITTER REQUIRED IMPORTED_TARGET tree-sitter)

# kaflint_dependency(<name> <archive>): the static archive of a library, since a self-contained
# binary needs it and the dynamic one starts twice as slowly.
function(kaflint_dependency name archive)
  find_library(KAFLINT_${archive} NAMES ${archive} REQUIRED)
  add_library(${name} INTERFACE IMPORTED GLOBAL)
  target_link_libraries(${name} INTERFACE "${KAFLINT_${archive}}" Threads::Threads)
endfunction()
kaflint_dependency(dep::yaml libyaml.a)
kaflint_dependency(dep::yaml_cpp libyaml-cpp.a)
kaflint_dependency(dep::re2 libre2.a)
kaflint_dependency(dep::tree_sitter libtree-sitter.a)
kaflint_dependency(dep::expat libexpat.a)

# Debian ships fmt only as a shared library, so its one source is instantiated here.
add_library(dep_fmt STATIC "${PROJECT_SOURCE_DIR}/linter/cmake/fmt_instantiation.cc")
add_library(dep::fmt ALIAS dep_fmt)
