// Tables that begin as zero bytes: the system hands out such pages when they are touched, so what is never used of a
// table takes no time and no memory.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace annal {

struct FreeMemory {
  void operator()(void* memory) const { std::free(memory); }
};

template <class T>
using ZeroedArray = std::unique_ptr<T[], FreeMemory>;

/// `count` elements whose bytes are all zero, which must be a value of T.
template <class T>
ZeroedArray<T> zeroed_array(std::size_t count) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  void* const memory = std::calloc(count, sizeof(T));
#if defined(__cpp_exceptions)
  if (memory == nullptr) throw std::bad_alloc();
#else
  if (memory == nullptr) std::abort();  // as `new` does there
#endif
  return ZeroedArray<T>(static_cast<T*>(memory));
}

}  // namespace annal
