#include "render/view/certainty.h"

#include <array>
#include <cstddef>

namespace annal::view {
namespace {

/// In the order of Certainty. Neither form leans on colour: filled, hollow, hollow with a dashed outline.
constexpr std::array<CertaintyStyle, 3> styles{{
    {0.75, "certain", Label::date_certain, "●", "*"},
    {0.5, "less-certain", Label::date_less_certain, "○", "o"},
    {0, "doubtful", Label::date_doubtful, "◌", "?"},
}};

}  // namespace

Certainty certainty_of(double certainty) {
  std::size_t step = 0;
  while (step + 1 < styles.size() && certainty < styles[step].at_least) ++step;
  return static_cast<Certainty>(step);
}

const CertaintyStyle& style_of(Certainty certainty) { return styles[static_cast<std::size_t>(certainty)]; }

}  // namespace annal::view
