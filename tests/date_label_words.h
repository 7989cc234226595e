// The words of a date, as tests compare them.
#pragma once

#include <string>
#include <string_view>

#include "render/labels/date_words.h"

namespace annal::test {

inline std::string words(const DateLabel& label, std::string_view language = "en") {
  return labels::date_words(label, Labels(language));
}

}  // namespace annal::test
