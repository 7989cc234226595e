// What the tests of edits start from: a text with an edits file applied.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "tests/timeline/event/read.h"
#include "timeline/edits/apply_edits.h"
#include "timeline/edits/read_edits.h"

namespace annal::test {

inline Timeline timeline_of(std::string_view text) { return build_timeline(analysed(text, "2016-11-14"), english()); }

inline EditedTimeline edited(Timeline timeline, std::string_view toml) {
  const auto edits = read_edits(toml, "a.edits.toml");
  INFO((edits ? "" : edits.error().message));
  REQUIRE(edits);
  return apply_edits(std::move(timeline), *edits);
}

inline EditedTimeline edited(std::string_view text, std::string_view toml) { return edited(timeline_of(text), toml); }

inline const Event& event_at(const Timeline& timeline, std::string_view words) {
  const Event* found = event_of(timeline.events, timeline.document.text, words);
  REQUIRE(found != nullptr);
  return *found;
}

inline std::uint32_t index_of(const Timeline& timeline, const Event& event) {
  return static_cast<std::uint32_t>(&event - timeline.events.data());
}

/// "3: the words ...\n" for each problem.
inline std::string problems_of(const EditedTimeline& edited) {
  std::string out;
  for (const EditProblem& problem : edited.problems)
    out += std::to_string(problem.line) + ": " + problem.message + "\n";
  return out;
}

}  // namespace annal::test
