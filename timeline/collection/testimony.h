// What documents tell as a fact, with a date of its own words: a witness of when a happening was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/collection/deed.h"
#include "timeline/collection/full_names.h"
#include "timeline/collection/wording.h"
#include "timeline/timeline.h"

namespace annal {

struct Testimony {
  std::uint32_t event = 0;
  std::vector<std::uint32_t> sources;           ///< the documents that tell it beside their headlines, ascending
  Interval date{};                              ///< the day, the month or the year
  Granularity granularity = Granularity::none;  ///< which of these
  std::string time;                             ///< the words that state it, in small letters
  bool definite = false;  ///< it says whom or what it is about; news may not: "a mill burned down"
  Wording wording;
  Deed deed;
};

/// Reads testimonies, with the words of the language of each document.
class TestimonyReader {
 public:
  /// `timeline`, of several documents, outlives it.
  explicit TestimonyReader(const Timeline& timeline);

  /// What `event` is a testimony of, if it is one: a fact that a time of its own dates, by
  /// the documents that tell it not otherwise, and that does not come again soon.
  std::optional<Testimony> read(std::uint32_t event);

  /// Whether a name that both testimonies have is one of two bearers, by what their documents call them in full.
  bool tell_of_namesakes(const Testimony& a, const Testimony& b) const;

 private:
  bool tells_other_dates(const Event& event, Interval date, Granularity granularity) const;
  bool lies_ahead(const Event& event, Interval date) const;
  std::vector<std::uint32_t> telling(const Event& event) const;
  Words first_names(std::uint32_t source, const Words& names, std::string_view last) const;

  const Timeline& timeline_;
  WordingReader wordings_;
  DeedReader deeds_;
  std::vector<std::vector<FullName>> bearers_;  ///< the full names of each document
};

}  // namespace annal
