// The inner loops of the network, in integers, for each set of instructions that a processor may have. All give the
// same result to the last bit; kernel_portable.cc defines it.
//
// Numbers are of 16 bits. What layers hand on is in units of 2^-13; gates take 2^-12; arcs and relations 2^-9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/syntax/model.h"

namespace annal::syntax {

struct Kernels {
  /// For each of `rows` rows of `in`, which begin `stride` numbers apart, the outputs of `matrix` that are read to
  /// `out`, row after row with room for all.
  void (*apply)(const Matrix& matrix, const std::int16_t* in, std::size_t stride, std::size_t rows, std::int16_t* out);

  /// The same for inputs of 7 bits, at most most_narrow_inputs: 0 to 127, each 64 more than it stands for, which the
  /// bias makes good.
  void (*apply_narrow)(const NarrowMatrix& matrix, const std::uint8_t* in, std::size_t stride, std::size_t rows,
                       std::int16_t* out);

  /// Cuts numbers to what `score` takes; before that, those below zero become an eighth if `leak`.
  void (*limit)(std::int16_t* numbers, std::size_t count, bool leak);

  /// Inputs of 7 bits: `in` shifted right by `shift`, rounded, cut to -64 to 63, plus 64.
  void (*narrow)(const std::int16_t* in, std::size_t count, unsigned shift, std::uint8_t* out);

  /// Products of `inner` numbers (even) of each of `rows` rows, which begin `stride` numbers apart, and each of
  /// `columns` columns (a multiple of 32). The numbers 2p and 2p+1 of a column lie beside each other:
  /// columns_at[p][column][2]. No number is over 4,095 and `inner` at most 120, so a sum fits and leaves room for a
  /// term of distance.
  void (*score)(const std::int16_t* row_at, std::size_t stride, std::size_t inner, std::size_t rows,
                const std::int16_t* columns_at, std::size_t columns, std::int32_t* out);

  /// Sums in place become gates: of each direction z, g and o, `width` each. z and o are in 2^-15, g is in 2^-13.
  void (*activate)(std::int16_t* gates, std::size_t width);

  /// Runs a layer of `width` each way over `count` rows of gates, both directions; `out` has count rows of 2·width.
  /// Adds `added`, as many numbers, unless it is null.
  void (*scan)(const std::int16_t* const* gates, std::size_t count, std::size_t width, const std::int16_t* added,
               std::int16_t* out);

  /// The lowest of the sums a[q] + b[q], `count` of them, at least one.
  std::int32_t (*lowest_sum)(const std::int32_t* a, const std::int32_t* b, std::size_t count);
};

/// The widest layer that `scan` takes.
inline constexpr std::size_t widest_layer = 256;
/// The most inputs of a narrow matrix.
inline constexpr std::size_t most_narrow_inputs = 256;
/// What `limit` cuts to, and `narrow` before it rounds.
inline constexpr std::int16_t highest_scored = 4095, highest_narrowed = 32000;

/// The kernels that suit this processor.
const Kernels& kernels();

/// All kernels that this processor can run; the portable ones first.
std::span<const Kernels> all_kernels();

#if defined(__wasm_simd128__)
/// Takes another apply_narrow, of a module that a host with more instructions adds (kernel_relaxed.cc).
void use_apply_narrow(decltype(Kernels::apply_narrow) faster);
#endif

}  // namespace annal::syntax
