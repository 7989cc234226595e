// Chance for Expat's and libstdc++'s tables, as the C library gives it from 2.36 on: with these two functions in the
// program, it runs with 2.35 too. No output depends on chance.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" {

/// Fills `count` bytes at `buffer`; ends the program where the kernel has no chance to give.
void arc4random_buf(void* buffer, std::size_t count) {
  constexpr std::size_t most = 256;  // of getentropy
  auto* at = static_cast<unsigned char*>(buffer);
  while (count > 0) {
    const std::size_t now = std::min(count, most);
    if (::getentropy(at, now) != 0) std::abort();
    at += now;
    count -= now;
  }
}

std::uint32_t arc4random() {
  std::uint32_t number = 0;
  arc4random_buf(&number, sizeof number);
  return number;
}
}
