// Naming an event: by its id, by words of its title, or by words of the article that hold its head.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "timeline/timeline.h"

namespace annal::api {

/// What lists all events on the command line.
inline constexpr std::string_view order_all = "annal order --all";

/// Which of several events of one name is meant.
enum class Prefer : std::uint8_t {
  none,      ///< none of them
  shown,     ///< the only one that is shown
  left_out,  ///< the only one that is not
};

/// The index of the event that `name` means.
///
/// "e3" is the third of Timeline::events. Other words are looked for as the whole title, then as the former one, the
/// head word, words that follow one another in the title or round the head in the article, whole words of title and
/// mentions in any order, and beginnings of words of the title; case, punctuation and white space do not matter. The
/// first of these that yields an event decides; a head word only where it is that of an event that is preferred.
///
///   lister   what lists all events, for an error
///   former   titles before they were edited, by event; empty where there are none
///   errors   usage: no such event (with the nearest), or several (listed, those that are shown first)
Result<std::uint32_t> find_event(const Timeline& timeline, const std::string& name, Prefer prefer = Prefer::none,
                                 const std::vector<std::string>& former = {}, std::string_view lister = order_all);

/// The two events that the words of a question name; `lister` is what lists all events. Errors: as find_event; usage:
/// both name the same event.
Result<std::pair<std::uint32_t, std::uint32_t>> find_pair(const Timeline& timeline,
                                                          const std::pair<std::string, std::string>& names,
                                                          std::string_view lister = order_all);

}  // namespace annal::api
