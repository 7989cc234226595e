// The colours of lanes as readers see them who lack one kind of cones: the matrices of Machado, Oliveira and Fernandes
// (2009) for full dichromacy, on linear sRGB. Distances are Euclidean in OKLab (Ottosson 2020).
#include "render/svg/write/palette.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace annal {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix all_cones{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Vector operator*(const Matrix& m, const Vector& v) {
  Vector out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// `colour` in OKLab, as a reader of these cones sees it.
Vector seen(Colour colour, const Matrix& cones) {
  constexpr Matrix to_lms{{{0.4122214708, 0.5363325363, 0.0514459929},
                           {0.2119034982, 0.6806995451, 0.1073969566},
                           {0.0883024619, 0.2817188376, 0.6299787005}}};
  constexpr Matrix to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                           {1.9779984951, -2.4285922050, 0.4505937099},
                           {0.0259040371, 0.7827717662, -0.8086757660}}};
  Vector rgb = cones * Vector{linear(colour.red), linear(colour.green), linear(colour.blue)};
  for (double& channel : rgb) channel = std::clamp(channel, 0.0, 1.0);
  Vector lms = to_lms * rgb;
  for (double& cone : lms) cone = std::cbrt(cone);
  return to_lab * lms;
}

double distance(const Vector& a, const Vector& b) {
  return std::sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
}

/// The colours of the first `count` lanes and of what is in none.
std::vector<Colour> lanes_of(const Palette& palette, std::size_t count) {
  std::vector<Colour> colours(palette.lanes.begin(), palette.lanes.begin() + static_cast<std::ptrdiff_t>(count));
  colours.push_back(palette.lane_others);
  return colours;
}

double least_distance(const std::vector<Colour>& colours, const Matrix& cones) {
  double least = 9;
  for (std::size_t a = 0; a < colours.size(); ++a)
    for (std::size_t b = 0; b < a; ++b)
      least = std::min(least, distance(seen(colours[a], cones), seen(colours[b], cones)));
  return least;
}

}  // namespace

TEST_CASE("lanes are told apart by readers who see no red, green or blue", "[svg][colour]") {
  for (const Palette* palette : {&light_palette, &dark_palette})
    for (const Matrix* cones : {&all_cones, &protanopia, &deuteranopia, &tritanopia}) {
      CHECK(least_distance(lanes_of(*palette, 6), *cones) > 0.1);
      CHECK(least_distance(lanes_of(*palette, 8), *cones) > 0.09);
    }
}

TEST_CASE("the marks of lanes stand out from their ground", "[svg][colour]") {
  for (const Palette* palette : {&light_palette, &dark_palette})
    for (const Colour lane : lanes_of(*palette, 8))
      for (const Colour ground : {palette->ground, palette->plot}) CHECK(contrast(lane, ground) >= 3);
}

}  // namespace annal
