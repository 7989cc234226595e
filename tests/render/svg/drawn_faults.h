// What must hold of every picture, read back from the SVG text alone: nothing here knows layout, drawing model or
// writer, so a fault in any of them shows.
#pragma once

#include <string>
#include <vector>

namespace annal::svg {

/// One line for each fault of `svg`: texts (those of ticks among them) that overlap or leave the canvas; lines, cuts,
/// arcs, bars and marks that run through words; marks that leave the canvas; an event without words.
std::vector<std::string> drawn_faults(const std::string& svg);

}  // namespace annal::svg
