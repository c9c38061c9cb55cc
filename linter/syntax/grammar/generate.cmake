# Generates the parsers of the grammars beside it with the tree-sitter CLI and compares them with
# those in the source tree, or with -DUPDATE=ON puts them there. Only these files are kept: building
# kaflint needs no CLI.
#   cmake -DTREE_SITTER=tree-sitter -DWORK=/tmp/x [-DUPDATE=ON] -P generate.cmake
foreach(grammar json go_template)
  set(source "${CMAKE_CURRENT_LIST_DIR}/${grammar}")
  set(work "${WORK}/${grammar}")
  file(REMOVE_RECURSE "${work}")
  file(COPY "${source}/grammar.js" DESTINATION "${work}")
  execute_process(COMMAND "${TREE_SITTER}" generate --abi 14 --no-bindings
    WORKING_DIRECTORY "${work}" RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "tree-sitter generate failed for ${grammar}")
  endif()
  foreach(file src/parser.c src/tree_sitter/parser.h)
    if(UPDATE)
      file(COPY_FILE "${work}/${file}" "${source}/${file}" ONLY_IF_DIFFERENT)
      continue()
    endif()
    execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${work}/${file}" "${source}/${file}"
      RESULT_VARIABLE differs)
    if(differs)
      message(FATAL_ERROR "${grammar}/${file} is not what grammar.js gives; run with -DUPDATE=ON")
    endif()
  endforeach()
endforeach()
