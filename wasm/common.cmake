# What the modules share: the language compiler, the flags, and RapidJSON's header.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(HOST_CXX g++ CACHE STRING "Compiles the language compiler, which runs here")
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# The language compiler, which runs here: LANGUAGE_COMPILER. Writes core/lang/languages.inc, and sets LANGUAGE_TAGS.
function(annal_language_compiler)
  file(GLOB compiler ${ANNAL}/langc/*.cc)
  set(lang ${PROJECT_BINARY_DIR}/annal-lang)
  add_custom_command(OUTPUT ${lang}
    COMMAND ${HOST_CXX} -std=c++20 -O1 -I${ANNAL} ${compiler} ${ANNAL}/core/unicode/edit_distance.cc -o ${lang}
    DEPENDS ${compiler} ${ANNAL}/core/lang/label_keys.h VERBATIM)
  file(GLOB languages RELATIVE ${ANNAL}/data/lang ${ANNAL}/data/lang/*/lexicon)
  list(TRANSFORM languages REPLACE "/lexicon$" "")
  set(names "")
  foreach(tag ${languages})
    string(REPLACE "-" "_" name ${tag})
    string(APPEND names "ANNAL_LANGUAGE(${name}, \"${tag}\")\n")
  endforeach()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/core/lang/languages.inc CONTENT "${names}" @ONLY)
  set_source_files_properties(${ANNAL}/core/lang/language.cc PROPERTIES COMPILE_DEFINITIONS ANNAL_FALLBACK_LANGUAGE="en")
  set(LANGUAGE_COMPILER ${lang} PARENT_SCOPE)
  set(LANGUAGE_TAGS ${languages} PARENT_SCOPE)
endfunction()

# Debian's RapidJSON has an assignment that nothing uses and that this clang refuses to compile.
find_path(RAPIDJSON rapidjson/document.h PATHS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(COPY ${RAPIDJSON}/rapidjson DESTINATION ${PROJECT_BINARY_DIR}/generated)
set(header ${PROJECT_BINARY_DIR}/generated/rapidjson/document.h)
file(READ ${header} text)
string(REPLACE "{ s = rhs.s; length = rhs.length; }" "= delete;" text "${text}")
file(WRITE ${header} "${text}")

# Linked without optimisation: clang would else run wasm-opt where one is installed.
function(annal_module name stack)
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_include_directories(${name} PRIVATE ${ANNAL} ${PROJECT_BINARY_DIR}/generated)
  target_compile_options(${name} PRIVATE -ffunction-sections -fdata-sections -ffile-prefix-map=${ANNAL}=.
    -ffile-prefix-map=${PROJECT_BINARY_DIR}=build $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti -Wall -Wextra -Wno-deprecated-declarations>)
  target_link_options(${name} PRIVATE -mexec-model=reactor -O0
    -Wl,--gc-sections,--strip-all,--stack-first,-z,stack-size=${stack})
endfunction()
