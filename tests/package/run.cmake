# Installs the build into an empty folder, then configures, builds and runs the consumer against it.
#   cmake -DBUILD=... -DSOURCE=... -DGENERATOR=... -DCOMPILER=... -DFLAGS=... -DTYPE=... -P run.cmake
set(work ${BUILD}/package-test)
file(REMOVE_RECURSE ${work})
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed: ${ARGV}")
  endif()
endfunction()
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE}/tests/package -B ${work}/build -G ${GENERATOR} -DCMAKE_BUILD_TYPE=${TYPE}
    -DCMAKE_PREFIX_PATH=${work}/prefix -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/prefix)
run(${work}/build/consumer)
run(${work}/prefix/bin/annal --version)
# Neither they nor the consumer's own build look for libraries where they are started.
run(${PYTHON3} ${SOURCE}/tests/package/hardened ${work}/prefix/bin/annal ${work}/build/consumer ${work}/prefix/bin/consumer)
