// One bidirectional layer of a minimal gated recurrence, a relative of the quasi-recurrent network (Bradbury, Merity,
// Xiong, Socher 2017): the gates see the input only, so that all are one product of matrices.
//
//   c(t) = (1 - z)·c(t-1) + z·g      h(t) = o·c(t)      z, o = gate(input)   g = squash(input)
//
// squash(x) = x - x|x|/4 between -2 and 2 (Wuraola & Patel 2018) is the hyperbolic tangent of cheap arithmetic, exact
// in integers; gate(x) = 1/2 + squash(x/2)/2 is the sigmoid.
#pragma once

#include <span>

#include "matrix.h"

namespace annal::syntax {

/// Where each sentence of a batch begins, and where the last ends.
using Offsets = std::span<const std::size_t>;

/// Gates of one direction lie as z, g, o of `width` each; first those of the forward direction, then the backward ones.
///
///   gates   rows × 6·width: products of input and weights; afterwards the gates themselves
///   cells   rows × 2·width: c
///   out     rows × 2·width: h
void run_layer(View gates, std::span<const float> bias, Offsets offsets, View cells, View out);

/// From the gradient of h that of the products, in `gate_gradient`.
void run_layer_back(View gates, View cells, Offsets offsets, View out_gradient, View gate_gradient);

}  // namespace annal::syntax
