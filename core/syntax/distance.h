// How far a head stands from its dependent, in classes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace annal::syntax {

inline constexpr std::size_t distance_classes = 32;

/// The class of word `dependent` with head `head`, numbered from 1; head 0 is the root.
constexpr std::size_t distance_class(std::size_t head, std::size_t dependent) {
  constexpr std::size_t side = 15, itself = 30, root = 31;
  if (head == 0) return root;
  if (head == dependent) return itself;
  const std::size_t distance = head > dependent ? head - dependent : dependent - head;
  std::size_t step = 13;
  if (distance <= 8)
    step = distance - 1;
  else if (distance <= 10)
    step = 8;
  else if (distance <= 14)
    step = 9;
  else if (distance <= 20)
    step = 10;
  else if (distance <= 30)
    step = 11;
  else if (distance <= 45)
    step = 12;
  return head > dependent ? step : side + step;
}

}  // namespace annal::syntax
