// The kernels of every set of instructions that this processor has agree with the plain ones, to the last bit.
#include "core/syntax/kernel.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace annal::syntax;

namespace {

std::mt19937 random_numbers(7);

template <class T>
std::vector<T> numbers(std::size_t count, int least, int most) {
  std::vector<T> made(count);
  for (T& number : made)
    number = static_cast<T>(least + static_cast<int>(random_numbers() % static_cast<unsigned>(most - least + 1)));
  return made;
}

}  // namespace

TEST_CASE("all kernels multiply a matrix alike, whatever the number of rows", "[core][syntax]") {
  struct Row {
    const char* why;
    unsigned inputs, outputs;
    std::size_t rows;
  };
  const auto row = GENERATE(values<Row>({
      {"one row", 64, 32, 1},
      {"a block of rows and one more", 64, 96, 9},
      {"inputs that fill no vector", 2, 32, 3},
      {"as wide as the first layer", 224, 576, 13},
      {"no row", 64, 32, 0},
  }));
  INFO(row.why);
  const auto weights = numbers<std::int8_t>(std::size_t{row.inputs} * row.outputs, -127, 127);
  const auto bias = numbers<std::int32_t>(row.outputs, -200'000, 200'000);
  const auto scale = numbers<std::int32_t>(row.outputs, 1, 8191);
  const auto in = numbers<std::int16_t>(row.inputs * row.rows, -32768, 32767);
  const Matrix matrix = {row.inputs, row.outputs, 9, 11, weights.data(), bias.data(), scale.data()};
  std::vector<std::int16_t> expected(row.outputs * row.rows), found(expected.size());
  all_kernels()[0].apply(matrix, in.data(), row.inputs, row.rows, expected.data());
  for (const Kernels& kernels : all_kernels()) {
    kernels.apply(matrix, in.data(), row.inputs, row.rows, found.data());
    CHECK(found == expected);
  }
}

TEST_CASE("all kernels score arcs alike", "[core][syntax]") {
  const std::size_t rows = GENERATE(1U, 5U, 17U), inner = GENERATE(48U, 128U), columns = 64;
  const auto row_at = numbers<std::int16_t>(rows * inner, -4095, 4095);
  const auto columns_at = numbers<std::int16_t>(columns * inner, -4095, 4095);
  std::vector<std::int32_t> expected(rows * columns), found(expected.size());
  all_kernels()[0].score(row_at.data(), inner, rows, columns_at.data(), columns, expected.data());
  for (const Kernels& kernels : all_kernels()) {
    kernels.score(row_at.data(), inner, rows, columns_at.data(), columns, found.data());
    CHECK(found == expected);
  }
}

TEST_CASE("all kernels run a layer alike", "[core][syntax]") {
  const std::size_t width = GENERATE(48U, 64U, 96U), count = GENERATE(1U, 20U);
  const auto sums = numbers<std::int16_t>(count * 6 * width, -32768, 32767);
  std::vector<std::int16_t> expected(count * 2 * width), found(expected.size());
  const auto run = [&](const Kernels& kernels, std::vector<std::int16_t>& out) {
    std::vector<std::int16_t> gates = sums;
    std::vector<const std::int16_t*> gates_at;
    for (std::size_t row = 0; row < count; ++row) {
      kernels.activate(&gates[row * 6 * width], width);
      gates_at.push_back(&gates[row * 6 * width]);
    }
    kernels.scan(gates_at.data(), count, width, out.data());
  };
  run(all_kernels()[0], expected);
  for (const Kernels& kernels : all_kernels()) {
    run(kernels, found);
    CHECK(found == expected);
  }
}

TEST_CASE("a gate is a half at zero and ends at nought and one; the candidate ends at minus one and one",
          "[core][syntax]") {
  struct Row {
    int sum;      ///< in 2^-12
    double z, g;  ///<
  };
  const auto row = GENERATE(values<Row>({
      {0, 0.5, 0},
      {4096, 0.5 + 0.5 * (0.5 - 0.0625), 0.75},
      {-4096, 0.5 - 0.5 * (0.5 - 0.0625), -0.75},
      {8192, 0.875, 1},
      {32767, 1, 1},
      {-32768, 0, -1},
  }));
  INFO(row.sum);
  std::vector<std::int16_t> gates(6 * 16, static_cast<std::int16_t>(row.sum));
  kernels().activate(gates.data(), 16);
  CHECK(gates[0] / 32768.0 == Approx(row.z).margin(0.001));
  CHECK(gates[16] / 8192.0 == Approx(row.g).margin(0.001));
  CHECK(gates[32] == gates[0]);
}
