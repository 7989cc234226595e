#include "recurrence.h"

#include <algorithm>
#include <cmath>

namespace annal::syntax {
namespace {

float squash(float x) {
  const float v = std::min(2.0F, std::max(-2.0F, x));
  return v - v * std::abs(v) * 0.25F;
}
float gate(float x) { return 0.5F + 0.5F * squash(x * 0.5F); }

// The derivatives, from the values.
float squash_slope(float y) { return std::sqrt(std::max(0.0F, 1 - std::abs(y))); }
float gate_slope(float y) { return 0.25F * std::sqrt(std::max(0.0F, 1 - std::abs(2 * y - 1))); }

// The places of a sentence in the order of one direction.
struct Walk {
  std::size_t first, count;
  bool backward;
  std::size_t at(std::size_t step) const { return backward ? first + count - 1 - step : first + step; }
};

template <class Visit>
void for_each_walk(Offsets offsets, const Visit& visit) {
  for (std::size_t s = 0; s + 1 < offsets.size(); ++s)
    for (const bool backward : {false, true}) visit(Walk{offsets[s], offsets[s + 1] - offsets[s], backward});
}

void scan(View gates, View cells, View out, const Walk& walk, std::size_t width) {
  const std::size_t side = walk.backward ? 1 : 0;
  const Numbers zero(width, 0);
  const float* before = zero.data();
  for (std::size_t step = 0; step < walk.count; ++step) {
    const std::size_t row = walk.at(step);
    const float* z = gates.at + row * gates.stride + side * 3 * width;
    const float *g = z + width, *o = g + width;
    float* c = cells.at + row * cells.stride + side * width;
    float* h = out.at + row * out.stride + side * width;
    for (std::size_t j = 0; j < width; ++j) {
      c[j] = before[j] + z[j] * (g[j] - before[j]);
      h[j] = c[j] * o[j];
    }
    before = c;
  }
}

void scan_back(View gates, View cells, View out_gradient, View gate_gradient, const Walk& walk, std::size_t width) {
  const std::size_t side = walk.backward ? 1 : 0;
  const Numbers zero(width, 0);
  Numbers carried(width, 0);
  for (std::size_t step = walk.count; step-- > 0;) {
    const std::size_t row = walk.at(step);
    const float* z = gates.at + row * gates.stride + side * 3 * width;
    const float *g = z + width, *o = g + width;
    const float* c = cells.at + row * cells.stride + side * width;
    const float* before = step > 0 ? cells.at + walk.at(step - 1) * cells.stride + side * width : zero.data();
    const float* dh = out_gradient.at + row * out_gradient.stride + side * width;
    float* dz = gate_gradient.at + row * gate_gradient.stride + side * 3 * width;
    float *dg = dz + width, *d_o = dg + width;
    for (std::size_t j = 0; j < width; ++j) {
      const float dc = dh[j] * o[j] + carried[j];
      d_o[j] = dh[j] * c[j] * gate_slope(o[j]);
      dz[j] = dc * (g[j] - before[j]) * gate_slope(z[j]);
      dg[j] = dc * z[j] * squash_slope(g[j]);
      carried[j] = dc * (1 - z[j]);
    }
  }
}

}  // namespace

void run_layer(View gates, std::span<const float> bias, Offsets offsets, View cells, View out) {
  const std::size_t width = gates.columns / 6;
  for (std::size_t row = 0; row < gates.rows; ++row)
    for (std::size_t part = 0; part < 6; ++part) {
      float* x = gates.at + row * gates.stride + part * width;
      const float* b = &bias[part * width];
      if (part % 3 == 1)
        for (std::size_t j = 0; j < width; ++j) x[j] = squash(x[j] + b[j]);
      else
        for (std::size_t j = 0; j < width; ++j) x[j] = gate(x[j] + b[j]);
    }
  for_each_walk(offsets, [&](const Walk& walk) { scan(gates, cells, out, walk, width); });
}

void run_layer_back(View gates, View cells, Offsets offsets, View out_gradient, View gate_gradient) {
  const std::size_t width = gates.columns / 6;
  for_each_walk(offsets, [&](const Walk& walk) { scan_back(gates, cells, out_gradient, gate_gradient, walk, width); });
}

}  // namespace annal::syntax
