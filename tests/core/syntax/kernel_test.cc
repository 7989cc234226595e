// The kernels of every set of instructions that this processor has agree with the plain ones, to the last bit.
#include "core/syntax/kernel.h"

#include <algorithm>
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
  const unsigned left_out = GENERATE(0U, 19U), read = row.outputs - left_out;
  const Matrix matrix = {{row.inputs, row.outputs, 9, 11, bias.data(), scale.data()}, weights.data(), read};
  std::vector<std::int16_t> expected(row.outputs * row.rows), found(expected.size());
  all_kernels()[0].apply(matrix, in.data(), row.inputs, row.rows, expected.data());
  for (const Kernels& kernels : all_kernels()) {
    kernels.apply(matrix, in.data(), row.inputs, row.rows, found.data());
    for (std::size_t begin = 0; begin < found.size(); begin += row.outputs)
      CHECK(std::equal(&found[begin], &found[begin] + read, &expected[begin]));
  }
}

TEST_CASE("all kernels multiply a narrow matrix alike, at the limits of its numbers too", "[core][syntax]") {
  const unsigned inputs = GENERATE(8U, 128U, 192U), outputs = GENERATE(32U, 96U, 160U);
  const unsigned steps =
      GENERATE_COPY(filter([](unsigned s) { return s <= 3 || s % 4 == 0; }, values({2U, 3U, inputs / 8})));
  const std::size_t rows = GENERATE(0U, 1U, 13U, 70U);
  const bool limits = GENERATE(false, true);
  // 258 is the most that the weights of some steps may come to
  const int most = std::min(63, 258 / static_cast<int>(2 * steps));
  auto weights = numbers<std::int8_t>(std::size_t{inputs} * outputs, -most, most);
  auto in = numbers<std::uint8_t>(inputs * rows, 0, 127);
  if (limits) {
    const bool above = GENERATE(false, true);
    std::fill(weights.begin(), weights.end(), static_cast<std::int8_t>(above ? most : -most));
    std::fill(in.begin(), in.end(), std::uint8_t{127});
  }
  const auto bias = numbers<std::int32_t>(outputs, -200'000, 200'000);
  const auto scale = numbers<std::int32_t>(outputs, 1, 8191);
  const NarrowMatrix matrix = {{inputs, outputs, 3, 11, bias.data(), scale.data()}, weights.data(), steps};
  REQUIRE(fits_steps(matrix, steps));
  std::vector<std::int16_t> expected(outputs * rows), found(expected.size());
  all_kernels()[0].apply_narrow(matrix, in.data(), inputs, rows, expected.data());
  for (const Kernels& kernels : all_kernels()) {
    kernels.apply_narrow(matrix, in.data(), inputs, rows, found.data());
    CHECK(found == expected);
  }
}

TEST_CASE("three steps share a sum only where no inputs can make it overflow", "[core][syntax]") {
  struct Row {
    const char* why;
    int weight, last;  ///< of the first step's first input, and of its second
    bool fits;
  };
  const auto row = GENERATE(values<Row>({
      {"258 · 127 fits in 16 bits", 43, 43, true},
      {"259 · 127 does not", 43, 44, false},
      {"nor below zero", -43, -44, false},
      {"what is above and what is below do not add up", 43, -63, true},
  }));
  INFO(row.why);
  std::vector<std::int8_t> weights(12 * 32, 0);
  for (const std::size_t step : {0U, 1U, 2U}) {
    weights[step * 128] = static_cast<std::int8_t>(row.weight);
    weights[step * 128 + 1] = static_cast<std::int8_t>(step == 2 ? row.last : row.weight);
  }
  const NarrowMatrix matrix = {{12, 32, 0, 0, nullptr, nullptr}, weights.data(), 3};
  CHECK(fits_steps(matrix, 3) == row.fits);
  CHECK(fits_steps(matrix, 2));
}

TEST_CASE("the weights of every model fit the steps that share a sum, and its inputs the room that kernels have",
          "[core][syntax]") {
  for (const char* language : {"de", "en", "es", "fr", "ru", "uk"}) {
    INFO(language);
    const Model* const model = model_of(language);
    REQUIRE(model != nullptr);
    std::vector<NarrowMatrix> matrices = {model->projection(), model->tagger()};
    for (std::size_t l = 0; l < model->shape().layers; ++l) matrices.push_back(model->layer(l));
    for (const NarrowMatrix& matrix : matrices) {
      CHECK(fits_steps(matrix, matrix.shared_steps));
      CHECK(matrix.inputs <= most_narrow_inputs);
    }
  }
}

TEST_CASE("narrow inputs are rounded and cut to 7 bits", "[core][syntax]") {
  struct Row {
    std::int16_t in;
    unsigned shift;
    int out;
  };
  const auto row = GENERATE(values<Row>({
      {0, 7, 64},
      {63, 7, 64},
      {64, 7, 65},
      {-64, 7, 64},
      {-65, 7, 63},
      {8191, 7, 127},
      {-8192, 7, 0},
      {32767, 8, 127},
      {-32768, 8, 0},
      {256, 8, 65},
  }));
  INFO(row.in);
  for (const Kernels& kernels : all_kernels()) {
    std::vector<std::int16_t> in(48, row.in);
    std::vector<std::uint8_t> out(48);
    kernels.narrow(in.data(), in.size(), row.shift, out.data());
    CHECK(int{out[0]} == row.out);
    CHECK(int{out[47]} == row.out);
  }
}

TEST_CASE("numbers are cut to what a score takes, and leak below zero where asked", "[core][syntax]") {
  struct Row {
    std::int16_t in;
    bool leak;
    int out;
  };
  const auto row = GENERATE(values<Row>({
      {100, false, 100},
      {-100, false, -100},
      {5000, false, 4095},
      {-5000, false, -4095},
      {-32768, false, -4095},
      {100, true, 100},
      {-800, true, -100},
      {-801, true, -101},
      {5000, true, 4095},
      {-32768, true, -4095},
  }));
  INFO(row.in);
  for (const Kernels& kernels : all_kernels()) {
    std::vector<std::int16_t> numbers_at(48, row.in);
    kernels.limit(numbers_at.data(), numbers_at.size(), row.leak);
    CHECK(numbers_at[0] == row.out);
    CHECK(numbers_at[47] == row.out);
  }
}

TEST_CASE("all kernels score arcs alike", "[core][syntax]") {
  const std::size_t rows = GENERATE(1U, 5U, 17U), inner = GENERATE(48U, 120U), columns = 64;
  const auto row_at = numbers<std::int16_t>(rows * inner, -4095, 4095);
  const auto columns_at = numbers<std::int16_t>(columns * inner, -4095, 4095);
  std::vector<std::int32_t> expected(rows * columns), found(expected.size());
  all_kernels()[0].score(row_at.data(), inner, inner, rows, columns_at.data(), columns, expected.data());
  for (const Kernels& kernels : all_kernels()) {
    kernels.score(row_at.data(), inner, inner, rows, columns_at.data(), columns, found.data());
    CHECK(found == expected);
  }
}

TEST_CASE("all kernels find the lowest of any number of sums", "[core][syntax]") {
  for (std::size_t count = 1; count < 40; ++count) {
    INFO(count);
    const auto a = numbers<std::int32_t>(count, -1000, 1000), b = numbers<std::int32_t>(count, -1000, 1000);
    const std::int32_t expected = all_kernels()[0].lowest_sum(a.data(), b.data(), count);
    for (const Kernels& kernels : all_kernels()) CHECK(kernels.lowest_sum(a.data(), b.data(), count) == expected);
  }
}

TEST_CASE("all kernels run a layer alike", "[core][syntax]") {
  const std::size_t width = GENERATE(48U, 64U, 96U), count = GENERATE(1U, 20U);
  const bool adds = GENERATE(false, true);
  const auto sums = numbers<std::int16_t>(count * 6 * width, -32768, 32767);
  const auto added = numbers<std::int16_t>(count * 2 * width, -32768, 32767);
  std::vector<std::int16_t> expected(count * 2 * width), found(expected.size());
  const auto run = [&](const Kernels& kernels, std::vector<std::int16_t>& out) {
    std::vector<std::int16_t> gates = sums;
    std::vector<const std::int16_t*> gates_at;
    for (std::size_t row = 0; row < count; ++row) {
      kernels.activate(&gates[row * 6 * width], width);
      gates_at.push_back(&gates[row * 6 * width]);
    }
    kernels.scan(gates_at.data(), count, width, adds ? added.data() : nullptr, out.data());
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
