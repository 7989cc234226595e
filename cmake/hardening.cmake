# Compiler and linker flags that make an error in reading a stranger's bytes end the program instead of running their code.
# They hold for everything that is built here: the libraries, the program, the Python module and the tests.
#
#   PIE, full RELRO   each run lies at another address, and the tables of functions are read-only once it has begun
#   stack protector   a write past a buffer on the stack ends the program; -fstack-clash-protection: so does a jump over its guard page
#   FORTIFY           the C library checks sizes that the compiler knows; takes optimisation, and the sanitizers do it better
#   CET               indirect jumps and returns go only where they may (x86). The program says so of returns alone (SHSTK): the start
#                     files of Debian 12's C library are not built for the other half (IBT)
#   assertions        the standard library checks the index of a vector, a string, a span, and that an optional holds a value
option(ANNAL_HARDENING "Build with PIE, RELRO, stack protector, FORTIFY, CET and the library's assertions" ON)

include(CheckLinkerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
# CMake pads the path of libraries in the build tree with colons, to write another over it when the program is installed; an empty element
# means the current folder. So the build tree has the path that is installed. Shared libraries of our own are found there by the padded one.
if(NOT BUILD_SHARED_LIBS)
  set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)
endif()
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)

string(FIND "${CMAKE_CXX_FLAGS}" "-fsanitize" sanitized)
if(ANNAL_HARDENING)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  if(sanitized EQUAL -1)
    add_compile_options(-fstack-protector-strong -fstack-clash-protection)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|i[3-6]86)$")
      add_compile_options(-fcf-protection=full)
      check_linker_flag(CXX LINKER:-z,shstk ANNAL_LINKS_SHSTK)
      if(ANNAL_LINKS_SHSTK)
        add_link_options(LINKER:-z,shstk)
      endif()
    endif()
    add_compile_options("$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>")
  endif()
  add_link_options(LINKER:-z,relro,-z,now,-z,noexecstack)
endif()
