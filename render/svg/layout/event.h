// What of an event is the same wherever it stands: its names, and what is said of it to those who cannot see.
#pragma once

#include <string>

#include "render/svg/layout/head.h"
#include "render/svg/layout/panel.h"
#include "render/svg/picture.h"

namespace annal::svg {

/// `row`, the `lane`th of the lanes, without anything that has a place.
EventDrawing event_of(const view::Row& row, const Lanes& lanes, std::size_t lane, const Labels& labels);

/// What stands behind the title: that it is no fact. Expected things after the line of writing need no word.
std::string expectation(const view::Row& row, const Panel& panel, const Labels& labels);

}  // namespace annal::svg
