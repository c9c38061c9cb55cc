target_link_libraries(syntax_test PRIVATE dep::yaml_cpp)
