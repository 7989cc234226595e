// What of an event is the same wherever it stands: its names, and what is said of it to those who cannot see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/svg/layout/head.h"
#include "render/svg/layout/panel.h"
#include "render/svg/picture.h"

namespace annal::svg {

/// `row`, the `lane`th of the lanes, without anything that has a place.
EventDrawing event_of(const view::Row& row, const Lanes& lanes, std::size_t lane, const Labels& labels);

/// What stands behind the title: that it is no fact. Expected things after the line of writing need no word.
std::string expectation(const view::Row& row, const Panel& panel, const Labels& labels);

/// Between date words and a title on one line: more than a blank, and the line may break there.
inline constexpr std::string_view date_gap = "\u00a0 ";

/// Marks the date words `when`, with which `lines` begin.
void mark_dates(std::vector<Text>& lines, std::string_view when);

}  // namespace annal::svg
