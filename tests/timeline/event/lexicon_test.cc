#include "timeline/event/lexicon.h"

#include <catch2/catch.hpp>

using namespace annal;

namespace {

const EventLexicon& lexicon() { return EventLexicon::of(*Language::find("en")); }

}  // namespace

TEST_CASE("A word is in the classes that the lexicon lists it in", "[timeline][event]") {
  CHECK(lexicon().facts("say").classes.has(Is::reporting));
  CHECK(lexicon().facts("Say").classes.has(Is::reporting));
  CHECK(lexicon().facts("election").classes.has(Is::noun_event));
  CHECK(lexicon().facts("begin").aspect == 1);
  CHECK(lexicon().facts("will").value == 1);
  CHECK(lexicon().facts("xyzzy").classes.empty());
}

TEST_CASE("Words for one happening share a group", "[timeline][event]") {
  CHECK(lexicon().facts("victory").same == lexicon().facts("election").same);
  CHECK(lexicon().facts("victory").same != lexicon().facts("funeral").same);
}

TEST_CASE("A phrase stands for the signal that says the same", "[timeline][event]") {
  CHECK(lexicon().signal_of_phrase("in the wake of").classes.has(Is::signal_after));
  CHECK(lexicon().signal_of_phrase("prior to").classes.has(Is::signal_before));
  CHECK(lexicon().signal_of_phrase("in the house of").classes.empty());
}
