# kaflint_library(<layer> [LINKS targets...]): a static library of every .cpp of this folder, warnings
# on. Subfolders are included but for compiler/, the host tool that makes a layer's tables. A file that is
# added or removed is seen by the next build.
add_library(kaflint_warnings INTERFACE)
target_compile_options(kaflint_warnings INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnull-dereference -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast
  -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wformat=2 -Wimplicit-fallthrough
  -Wsuggest-override>)

function(kaflint_library layer)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/compiler/")
  list(FILTER sources EXCLUDE REGEX "/main[.]cpp$")  # a binary's, beside its library
  if(NOT sources)  # headers only
    add_library(kaflint_${layer} INTERFACE)
    target_include_directories(kaflint_${layer} INTERFACE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(kaflint_${layer} INTERFACE ${arg_LINKS})
    return()
  endif()
  add_library(kaflint_${layer} STATIC ${sources})
  target_include_directories(kaflint_${layer} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(kaflint_${layer} PUBLIC ${arg_LINKS} PRIVATE kaflint_warnings)
endfunction()

# kaflint_rule_files(<variable>): every rule file, relative to rules/, sorted.
function(kaflint_rule_files variable)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/rules" "${PROJECT_SOURCE_DIR}/rules/*.md")
  list(FILTER files EXCLUDE REGEX "^(catalog|startup|dialects|profiles)/|README.md$|^(LANGUAGE|POLICIES|TEMPLATE).md$")
  list(SORT files)
  set(${variable} ${files} PARENT_SCOPE)
endfunction()
