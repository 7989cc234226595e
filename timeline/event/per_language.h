// What is made of the tables of a language when it is first asked for, and kept for the life of the program: most runs
// read one language.
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "core/lang/language.h"

namespace annal {

/// The T of `language`, one of those that Language::find gives. Safe from any thread.
template <class T>
const T& per_language(const Language& language) {
  struct Slot {
    std::once_flag once;
    std::optional<T> made;
  };
  static std::deque<Slot> slots(Language::all().size());
  Slot& slot = slots[static_cast<std::size_t>(&language - Language::all().data())];
  std::call_once(slot.once, [&] { slot.made.emplace(language); });
  return *slot.made;
}

}  // namespace annal
