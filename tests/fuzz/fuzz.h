// What every fuzzer shares: bytes taken off the front of an input, and a law that must hold of it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace annal::fuzz {

/// Ends the program, which libFuzzer takes for a finding, where `holds` is false.
inline void law(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "law broken: %s\n", what);
  std::abort();
}

/// Numbers from bytes; 0 once they are used up.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}
  bool empty() const { return left_ == 0; }
  std::uint32_t below(std::uint32_t limit) {
    std::uint32_t value = 0;
    for (std::uint32_t room = 1; room<limit; room = room> limit / 256 ? limit : room * 256) value = value << 8 | next();
    return limit == 0 ? 0 : value % limit;
  }
  std::string_view rest() const { return {reinterpret_cast<const char*>(data_), left_}; }

 private:
  std::uint8_t next() {
    if (left_ == 0) return 0;
    --left_;
    return *data_++;
  }
  const std::uint8_t* data_;
  std::size_t left_;
};

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace annal::fuzz
