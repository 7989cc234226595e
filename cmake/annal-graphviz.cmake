# annal::graphviz: Graphviz with its plugins core and dot linked in, rather than looked up by it at run time (why:
# docs/dependencies.md). Used by the build and, once installed, by annal-config.cmake.
if(NOT TARGET annal::graphviz)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(ANNAL_GRAPHVIZ REQUIRED IMPORTED_TARGET libgvc libcgraph)
  pkg_get_variable(ANNAL_GRAPHVIZ_LIBDIR libgvc libdir)
  find_library(ANNAL_GRAPHVIZ_CORE gvplugin_core PATHS ${ANNAL_GRAPHVIZ_LIBDIR}/graphviz REQUIRED)
  find_library(ANNAL_GRAPHVIZ_DOT gvplugin_dot_layout PATHS ${ANNAL_GRAPHVIZ_LIBDIR}/graphviz REQUIRED)
  mark_as_advanced(ANNAL_GRAPHVIZ_CORE ANNAL_GRAPHVIZ_DOT)
  add_library(annal::graphviz INTERFACE IMPORTED)
  # The plugins lie in a folder of their own, where the loader does not look by itself. They are named as flags, since for
  # the path of a library CMake puts its folder into the program a second time.
  target_link_libraries(annal::graphviz INTERFACE PkgConfig::ANNAL_GRAPHVIZ -L${ANNAL_GRAPHVIZ_LIBDIR}/graphviz
    -lgvplugin_core -lgvplugin_dot_layout)
  target_link_options(annal::graphviz INTERFACE "LINKER:-rpath,${ANNAL_GRAPHVIZ_LIBDIR}/graphviz")
endif()
