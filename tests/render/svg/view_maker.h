// Stories to try the picture on: any number of events, from minutes to millennia, with titles of any script and length.
#pragma once

#include <cstddef>
#include <cstdint>

#include "render/svg/svg_options.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// A story of `rows` events, a function of its arguments alone. Its times spread over `reach` seconds, evenly or in
/// clumps; some of its rows are spans, open to one side or undated, some lie in other frames. One in eight
/// lies round year 1; half are labelled in another language than English.
view::TimelineView random_view(std::uint64_t seed, std::size_t rows, CivilSeconds reach);

/// A story and how to draw it, both by `seed` alone: 1 to 60 events over minutes to 3,000 years, each layout, widths
/// from the narrowest to 1,600 px.
struct Trial {
  view::TimelineView view;
  SvgOptions options;
};
Trial make_trial(std::uint64_t seed);

}  // namespace annal::svg
