# The libraries of a program for other machines, which dist/build makes: all but the C library are linked in. ANNAL_LIBRARIES is
# the folder that dist/build fills: sources of MD4C, which Debian has as a shared library alone, and, for another machine than this one,
# Debian's libraries in lib.
enable_language(C)
function(annal_static_library target name)
  find_library(ANNAL_STATIC_${name} lib${name}.a HINTS ${ANNAL_LIBRARIES}/lib REQUIRED)
  add_library(${target} STATIC IMPORTED)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${ANNAL_STATIC_${name}})
endfunction()
annal_static_library(EXPAT::EXPAT expat)
annal_static_library(ZLIB::ZLIB z)
annal_static_library(PkgConfig::ZSTD zstd)
add_library(annal-md4c STATIC ${ANNAL_LIBRARIES}/md4c/md4c.c)
target_include_directories(annal-md4c PUBLIC ${ANNAL_LIBRARIES}/md4c)
target_compile_definitions(annal-md4c PRIVATE MD4C_USE_UTF8)
add_library(PkgConfig::MD4C INTERFACE IMPORTED)
target_link_libraries(PkgConfig::MD4C INTERFACE annal-md4c)
add_link_options(-static-libstdc++ -static-libgcc)
