# Debian's cross compiler for 64-bit ARM; dist/build installs it and the libraries. Headers are those of this machine.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
# As on x86-64: sums are rounded after each step, and char has a sign. Else the outputs would differ.
set(CMAKE_C_FLAGS_INIT "-ffp-contract=off -fsigned-char")
set(CMAKE_CXX_FLAGS_INIT "-ffp-contract=off -fsigned-char")
# What is built here runs here too: the language compiler, and the program that writes its manual page.
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64-static;-L;/usr/aarch64-linux-gnu)
# The packages of CMake that hold headers alone lie in the folder of this machine's libraries.
foreach(package date Boost boost_headers)
  file(GLOB folder /usr/lib/*/cmake/${package} /usr/lib/*/cmake/${package}-[0-9]*)
  set(${package}_DIR ${folder})
endforeach()
