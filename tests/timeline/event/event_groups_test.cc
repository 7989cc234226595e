#include "timeline/event/event_groups.h"

#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

namespace annal {
namespace {

struct Row {
  const char *why, *text, *event, *name;
};

EventGroups groups_of(const Row& row, const char* language = "en") {
  const Analysis analysis = test::analysed(row.text, "2016-11-14", *Language::find(language));
  const std::vector<Event> events = find_events(analysis, *Language::find(language));
  const Event* event = test::event_of(events, analysis.document.text, row.event);
  INFO(row.why << ": " << row.text);
  REQUIRE(event != nullptr);
  return event->groups;
}

const Row actors[] = {
    {"who acts", "Anna Kovar opened the mill in 2014.", "opened", "Anna Kovar"},
    {"whom it is done to, where no name is told of who does it", "Two officers arrested Anna Kovar in 2014.",
     "arrested", "Anna Kovar"},
    {"who acts comes before whom it is done to", "David Hart accused Anna Kovar of theft in 2014.", "accused",
     "David Hart"},
    {"a surname stands for the one person who has it", "Anna Kovar opened the mill. In 2014 Kovar sold it.", "sold",
     "Anna Kovar"},
    {"a given name does too", "Anna Kovar opened the mill. In 2014 Anna sold it.", "sold", "Anna Kovar"},
    {"titles are no part of a name", "Anna Kovar opened the mill. In 2014 President Kovar sold it.", "sold",
     "Anna Kovar"},
    {"two of one surname are not told apart by it",
     "Anna Kovar opened the mill. David Kovar closed it. In 2014 Kovar sold the barn.", "sold", ""},
    {"the whole name tells them apart",
     "Anna Kovar opened the mill. David Kovar closed it. In 2014 David Kovar sold the barn.", "sold", "David Kovar"},
    {"a title of the other gender is another person's", "Anna Kovar opened the mill. In 2014 Mr Kovar sold the barn.",
     "sold", ""},
    {"a title before no person's name stays", "The Justice Department sued the bank in 2014.", "sued",
     "Justice Department"},
    {"a name goes on behind “of”", "The Bank of Marl bought the mill in 2014.", "bought", "Bank of Marl"},
    {"several who act are nobody's lane", "Anna Kovar and David Hart met in 2014.", "met", ""},
    {"a pronoun has none", "David Hart met Boris Lind. In 2014 he left.", "left", ""},
    {"a body that the text has one of", "The district council closed the mill in 2014.", "closed", "District council"},
    {"one of several bodies", "A council closed the mill in 2014.", "closed", ""},
    {"a noun is no name", "The owner closed the mill in 2014.", "closed", ""},
};

const Row sources[] = {
    {"who says so", "The mill burned in 2014, said Anna Kovar.", "burned", "Anna Kovar"},
    {"by surname", "Anna Kovar owned the mill. The mill burned in 2014, Kovar said.", "burned", "Anna Kovar"},
    {"the writer of the text has no name", "The mill burned in 2014.", "burned", ""},
    {"a kind of people is no name", "The mill burned in 2014, witnesses said.", "burned", ""},
};

const Row places[] = {
    {"what it is in", "The council met in Marl on 3 May 2014.", "met", "Marl"},
    {"what it is about is no place", "The council voted for Marl on 3 May 2014.", "voted", ""},
    {"two places are none", "The council met in Marl and in Lund on 3 May 2014.", "met", ""},
};

}  // namespace

TEST_CASE("an event is grouped under the whole name of whom it is about, where that is certain", "[timeline][groups]") {
  const Row& row = actors[GENERATE(range(std::size_t{0}, std::size(actors)))];
  CHECK(groups_of(row).actor == row.name);
}

TEST_CASE("an event is grouped under the name of who says so", "[timeline][groups]") {
  const Row& row = sources[GENERATE(range(std::size_t{0}, std::size(sources)))];
  CHECK(groups_of(row).source == row.name);
}

TEST_CASE("an event is grouped under the name of its place", "[timeline][groups]") {
  const Row& row = places[GENERATE(range(std::size_t{0}, std::size(places)))];
  CHECK(groups_of(row).place == row.name);
}

TEST_CASE("a name in a case that no subject has is left out", "[timeline][groups]") {
  CHECK(groups_of({"", "Врач спас Анну Рид в 2014 году.", "спас", ""}, "ru").actor.empty());
}

}  // namespace annal
