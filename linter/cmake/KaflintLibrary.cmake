# kaflint_library(<layer> [LINKS targets...]): a static library of every .cpp of this folder (subfolders
# included), warnings on. A folder named compiler holds a program of the build and is left out. A file that is added or removed is seen by the next build.
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
