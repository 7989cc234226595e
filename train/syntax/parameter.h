// The numbers that are learned, and how: Adam (Kingma & Ba 2015).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "matrix.h"
#include "random.h"

namespace annal::syntax {

/// A matrix that is learned.
struct Parameter {
  std::size_t rows = 0, columns = 0;
  Numbers value, gradient, mean, variance;
  bool sparse = false;                   ///< only the rows in `touched` have a gradient
  bool frozen = false;                   ///< keeps its value
  std::vector<std::uint32_t> touched;    ///< each once
  std::vector<std::uint8_t> is_touched;  ///<

  /// Random values between -`range` and `range`.
  void set(std::size_t row_count, std::size_t column_count, float range, Random& random);
  View values() { return view(value, rows, columns); }
  View gradients() { return view(gradient, rows, columns); }
  /// The gradient of a row, of a sparse matrix.
  float* touch(std::uint32_t row);
  /// Adds each row of `rows` to the gradient of this, which is one row.
  void add_gradients(const Numbers& rows);
};

/// Moves parameters against their gradients and clears these.
class Adam {
 public:
  explicit Adam(std::vector<Parameter*> parameters) : parameters_(std::move(parameters)) {}
  void step(float rate);

 private:
  std::vector<Parameter*> parameters_;
  long steps_ = 0;
};

}  // namespace annal::syntax
