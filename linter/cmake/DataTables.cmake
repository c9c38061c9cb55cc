# Data files of rules/dialects as constant tables of C++.

# kaflint_tables(FILE TABLE PATTERN ROW [TABLE PATTERN ROW]...)
#
# Makes generated/TABLE.inc of the lines `- ...` of rules/dialects/FILE: a line becomes the ROW of the first PATTERN that
# matches what stands behind `- `, an initialiser in which \1 to \9 are the pattern's groups. A line that none matches ends
# the configuration.
function(kaflint_tables file)
  set(path "${PROJECT_SOURCE_DIR}/rules/dialects/${file}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
  set(tables "")
  math(EXPR last "${ARGC} - 3")
  file(STRINGS "${path}" lines REGEX "^- ")
  foreach(line IN LISTS lines)
    set(row "")
    foreach(at RANGE 1 ${last} 3)
      math(EXPR pattern "${at} + 1")
      math(EXPR replacement "${at} + 2")
      set(table "${ARGV${at}}")
      if(line MATCHES "^- ${ARGV${pattern}}$")
        # string(REGEX REPLACE) knows no group that took no part.
        set(row "${ARGV${replacement}}")
        foreach(group RANGE 1 9)
          string(REPLACE "\\${group}" "${CMAKE_MATCH_${group}}" row "${row}")
        endforeach()
        break()
      endif()
    endforeach()
    if(row STREQUAL "")
      message(FATAL_ERROR "rules/dialects/${file}: not an entry: ${line}")
    endif()
    string(APPEND rows_${table} "    ${row},\n")
    list(APPEND tables "${table}")
  endforeach()
  list(REMOVE_DUPLICATES tables)
  foreach(table IN LISTS tables)
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/${table}.inc" CONTENT "${rows_${table}}" @ONLY)
  endforeach()
endfunction()
