// Properties try the same random values in each run. Others: RC_PARAMS="max_success=2000" (docs of RapidCheck).
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <cstdlib>

int main(int argc, char* argv[]) {
  setenv("RC_PARAMS", "seed=1", 0);
  return Catch::Session().run(argc, argv);
}
