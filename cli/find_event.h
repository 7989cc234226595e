// Naming an event on the command line: by its id, or by words that its title or its head word holds.
#pragma once

#include <cstdint>
#include <string>

#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

/// Which of several events of one name is meant.
enum class Prefer : std::uint8_t {
  none,      ///< none of them
  shown,     ///< the only one that is shown
  left_out,  ///< the only one that is not
};

/// The index of the event that `name` means.
///
/// "e3" is the third of Timeline::events. Other words are looked for as the whole title or head word, then as whole
/// words of them in any order, then as beginnings of their words; case does not matter. The first of these that yields
/// an event decides.
///
///   errors   usage: no such event (with the nearest head word), or several (all of them listed, with their ids)
Result<std::uint32_t> find_event(const Timeline& timeline, const std::string& name, Prefer prefer = Prefer::none);

}  // namespace annal
