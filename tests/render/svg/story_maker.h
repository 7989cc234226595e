// Stories to try the picture on: any number of events, from minutes to millennia, with titles of any script and length.
#pragma once

#include <cstddef>
#include <cstdint>

#include "render/svg/rows.h"

namespace annal::svg {

/// A story of `rows` events, a function of its arguments alone. Its times spread over `reach` seconds, evenly or in
/// clumps; some of its rows are spans, open to one side or undated, some lie in other frames.
Story make_story(std::uint64_t seed, std::size_t rows, CivilSeconds reach);

}  // namespace annal::svg
