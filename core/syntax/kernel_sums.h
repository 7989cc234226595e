// The lowest of the sums of two rows of numbers. A file of kernels includes this with ANNAL_TARGET.
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace annal::syntax {
namespace {

using Four = std::int32_t __attribute__((vector_size(16)));
using Eight = std::int32_t __attribute__((vector_size(32)));

template <class Vector>
ANNAL_TARGET inline __attribute__((always_inline)) void take_lower(Vector& lowest, const Vector& other) {
  lowest = other < lowest ? other : lowest;
}

// Of at least as many sums as a vector has; the last vector may have some again.
template <class Vector>
ANNAL_TARGET inline __attribute__((always_inline)) void find_lowest(const std::int32_t* a, const std::int32_t* b,
                                                                    std::size_t count, Vector& lowest) {
  constexpr std::size_t lanes = sizeof(Vector) / sizeof *a;
  const auto sums_at = [&](std::size_t q, Vector & sums) ANNAL_TARGET __attribute__((always_inline)) {
    Vector right;
    std::memcpy(&sums, a + q, sizeof sums);
    std::memcpy(&right, b + q, sizeof right);
    sums += right;
  };
  Vector sums;
  sums_at(count - lanes, lowest);
  for (std::size_t q = 0; q + lanes < count; q += lanes) {
    sums_at(q, sums);
    take_lower(lowest, sums);
  }
}

ANNAL_TARGET inline __attribute__((always_inline)) std::int32_t lowest_of(Four lowest) {
  take_lower(lowest, __builtin_shufflevector(lowest, lowest, 2, 3, 0, 1));
  take_lower(lowest, __builtin_shufflevector(lowest, lowest, 1, 0, 3, 2));
  return lowest[0];
}

ANNAL_TARGET std::int32_t lowest_sum(const std::int32_t* a, const std::int32_t* b, std::size_t count) {
  if (count >= 8) {
    Eight lowest;
    find_lowest(a, b, count, lowest);
    Four half = __builtin_shufflevector(lowest, lowest, 0, 1, 2, 3);
    take_lower(half, __builtin_shufflevector(lowest, lowest, 4, 5, 6, 7));
    return lowest_of(half);
  }
  if (count >= 4) {
    Four lowest;
    find_lowest(a, b, count, lowest);
    return lowest_of(lowest);
  }
  std::int32_t least = a[0] + b[0];
  for (std::size_t q = 1; q < count; ++q) least = a[q] + b[q] < least ? a[q] + b[q] : least;
  return least;
}

}  // namespace
}  // namespace annal::syntax
