# What the modules share: the language compiler and its tables, the flags, and RapidJSON's header.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(HOST_CXX g++ CACHE STRING "Compiles the language compiler, which runs here")
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# data/lang/<tag> -> the list TABLES and core/lang/languages.inc; of the lexicons the classes of words that are named, or
# all. INPUTS are the files of a language below its folder.
function(annal_language_tables inputs)
  file(GLOB compiler ${ANNAL}/langc/*.cc)
  set(lang ${PROJECT_BINARY_DIR}/annal-lang)
  add_custom_command(OUTPUT ${lang}
    COMMAND ${HOST_CXX} -std=c++20 -O1 -I${ANNAL} ${compiler} ${ANNAL}/core/unicode/edit_distance.cc -o ${lang}
    DEPENDS ${compiler} ${ANNAL}/core/lang/label_keys.h VERBATIM)
  file(GLOB languages RELATIVE ${ANNAL}/data/lang ${ANNAL}/data/lang/*/lexicon)
  list(TRANSFORM languages REPLACE "/lexicon$" "")
  set(names "")
  set(all "")
  foreach(tag ${languages})
    string(REPLACE "-" "_" name ${tag})
    string(APPEND names "ANNAL_LANGUAGE(${name}, \"${tag}\")\n")
    set(files "")
    foreach(input ${inputs})
      file(GLOB_RECURSE found ${ANNAL}/data/lang/${tag}/${input})
      list(APPEND files ${found})
    endforeach()
    set(tables ${PROJECT_BINARY_DIR}/generated/language_${name}.cc)
    add_custom_command(OUTPUT ${tables}
      COMMAND ${lang} ${tag} data/lang/${tag} ${tables} ${PROJECT_BINARY_DIR}/generated/examples_${name}.txt ${ARGN}
      WORKING_DIRECTORY ${ANNAL} DEPENDS ${lang} ${files} VERBATIM)
    list(APPEND all ${tables})
  endforeach()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/core/lang/languages.inc CONTENT "${names}" @ONLY)
  set_source_files_properties(${ANNAL}/core/lang/language.cc PROPERTIES COMPILE_DEFINITIONS ANNAL_FALLBACK_LANGUAGE="en")
  set(TABLES ${all} PARENT_SCOPE)
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
