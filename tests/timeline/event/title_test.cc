#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"
#include "timeline/event/title_text.h"

using namespace annal;

namespace {

struct TitleCase {
  const char *why, *text, *head, *title;
};
const std::vector<TitleCase> titles{
    {"actor, verb, object", "The council closed the old bridge.", "closed", "The council closed the old bridge"},
    {"offices and articles go", "Norland President Anna Kovar visited the town of Vell.", "visited",
     "Norland President Anna Kovar visited the town of Vell"},
    {"a mark that belongs to its word stays", "<b>The mill</b> was burned by Holt.", "burned",
     "<b>The mill</b> was burned by Holt"},
    {"also behind a date", "On Monday <script>alert(4)</script> was shouted by the mayor.", "shouted",
     "<script>alert(4)</script> was shouted by the mayor"},
    {"the date goes", "On Monday the council closed the bridge on the lake.", "closed",
     "The council closed the bridge on the lake"},
    {"a pronoun gives way to its name", "President Anna Kovar flew to Vell. She met Boris Brandt there.", "met",
     "Kovar met Boris Brandt there"},
    {"an object's pronoun too", "Boris Brandt spoke to reporters. President Anna Kovar later called him.", "called",
     "President Anna Kovar called Brandt"},
    {"a pronoun stays where another may be meant",
     "Hugh Maskell was there. Piers Lanyard stepped down as treasurer in May. The board thanked him.", "thanked",
     "The board thanked him"},
    {"what is told, not who is told it", "Ruth told the court that Piers called her on 1 February.", "called",
     "Ruth told the court that Piers called her"},
    {"a plan in a relative clause",
     "The trial, which was to begin on 6 January, began on 13 January because a juror had fallen ill.", "begin",
     "The trial was to begin"},
    {"who a name's relative clause tells of", "The fund was set up in 1996 by Karl Weiss, who died in 2009.", "died",
     "Karl Weiss died"},
    {"its own possessor stays a pronoun", "President Anna Kovar sold her house.", "sold",
     "President Anna Kovar sold her house"},
    {"what is expected", "The order is set to expire in March.", "expire", "The order is set to expire"},
    {"what is planned", "Kovar plans to visit Vell.", "visit", "Kovar plans to visit Vell"},
    {"a passive", "The mill was sold to a bank.", "sold", "The mill was sold to a bank"},
    {"a word that a clitic leans on", "The windows didn't shatter.", "shatter", "The windows didn't shatter"},
    {"a perfect as a past", "The council has imposed a ban.", "imposed", "The council has imposed a ban"},
    {"a noun with its owner", "They spoke of Norland's annexation of Vell in 2014.", "annexation",
     "Norland's annexation of Vell"},
    {"the thing behind a relative clause", "The ban that the council imposed was lifted.", "imposed",
     "The ban that the council imposed was lifted"},
    {"what a dated saying says", "Kovar said on Monday that the mill had burned.", "said",
     "Kovar said that the mill had burned"},
    {"a demonstrative stands with what is said of it",
     "Kovar said on Monday that \"this is no time to close the bridge between the two towns.\"", "said",
     "Kovar said that this is no time to close the bridge"},
    {"a number is whole", "Sales of the mill rose 6.5 percent to 31,400 tons.", "rose",
     "Sales of the mill rose 6.5 percent to 31,400 tons"},
    {"words that hyphens join", "Sales rose 3 percent year-on-year.", "rose", "Sales rose 3 percent year-on-year"},
    {"a sum of money too", "The bank paid $2.5 million for the mill.", "paid",
     "The bank paid $2.5 million for the mill"},
    {"how much of a number", "At least 40 people drowned.", "drowned", "At least 40 people drowned"},
    {"how much of an object", "The fire killed more than 30 sheep.", "killed", "The fire killed more than 30 sheep"},
    {"a name behind what its bearer is", "Vell striker Anna Kovar missed the train.", "missed",
     "Vell striker Anna Kovar missed the train"},
    {"a date of what was asked for, which is not that of the asking",
     "Orvex asked the court to stop the sale by 20 November.", "stop",
     "Orvex asked the court to stop the sale by 20 November"},
    {"not of the asking", "Orvex asked the court to stop the sale by 20 November.", "asked",
     "Orvex asked the court to stop the sale"},
    {"nor a date that counts from the day of writing", "Orvex asked the court to stop the sale tomorrow.", "stop",
     "Orvex asked the court to stop the sale"},
    {"a plan that still holds has no other date", "The firm plans to sell the mill on 3 March 2017.", "sell",
     "The firm plans to sell the mill"},
    {"a limit of a number", "Up to 30 people died on Monday.", "died", "Up to 30 people died"},
    {"who it was that did it", "It was Frost who signed the treaty in 2014.", "signed", "Frost signed the treaty"},
    {"who it was not", "It was not Frost who signed the treaty in 2014.", "signed",
     "It was not Frost who signed the treaty"},
    {"an infinitive with what governs it", "The council agreed to close the bridge.", "agreed",
     "The council agreed to close the bridge"},
    {"one that another does", "A judge ordered the council to close the bridge.", "ordered",
     "A judge ordered the council to close the bridge"},
    {"its own title says who wanted it", "A judge ordered the council to close the bridge.", "close",
     "A judge ordered the council to close the bridge"},
    {"an -ing form behind a preposition", "The council accused Boris Brandt of stealing a boat.", "accused",
     "The council accused Boris Brandt of stealing a boat"},
    {"not the one but the other", "Lee was not convicted but acquitted.", "acquitted",
     "Lee was not convicted but acquitted"},
    {"not the one verb but the other", "Lee did not resign but retired.", "retired", "Lee did not resign but retired"},
    {"a list of verbs has one subject", "Anna Kovar broke a window, took the lamp and fled.", "took",
     "Anna Kovar took the lamp"},
    {"the nearest verb with a subject lends it", "Tom Ward was promoted, but Lisa Bell stole the car and fled.", "fled",
     "Lisa Bell fled"},
    {"an ellipsis ends no title", "Anna Kovar was arrested\u2026 Nobody knows why.", "arrested",
     "Anna Kovar was arrested"},
    {"an adverb that changes the meaning stays", "Anna Kovar narrowly lost the vote.", "lost",
     "Anna Kovar narrowly lost the vote"},
    {"never is no fact", "Anna Kovar never spoke to the council.", "spoke", "Anna Kovar never spoke to the council"},
    {"a negation before \"yet\"", "The council has not yet approved the bridge.", "approved",
     "The council has not yet approved the bridge"},
    {"\"she\" is no man", "Boris Brandt met Anna Kovar in Vell. She sold him a boat.", "sold",
     "Kovar sold Brandt a boat"},
    {"who acts is not acted on",
     "Boris Brandt was charged. Two crewmen, baker Simon Vell and sailor Otto Marl, testified against him.",
     "testified", "Two crewmen testified against him"},
    {"the one thing told of before", "Anna Kovar presented a plan. The council rejected it.", "rejected",
     "The council rejected it"},
    {"two things told of: neither", "Anna Kovar presented a plan for a bridge. The council rejected it.", "rejected",
     "The council rejected it"},
    {"two parties to one subject", "The ferry stopped when talks between the crew and the company failed.", "failed",
     "The ferry stopped when talks between the crew and the company failed"},
    {"a saying behind its words", "\"The bridge is safe,\" said Anna Kovar.", "said",
     "\"The bridge is safe,\" said Anna Kovar"},
    {"what was found out", "A study found that the bridge was unsafe.", "found",
     "A study found that the bridge was unsafe"},
    {"a length as what followed", "The flood followed five days of rain.", "followed",
     "The flood followed five days of rain"},
    {"what describes the actor does not act", "The guards holding the town surrendered.", "surrendered",
     "The guards holding the town surrendered"},
    {"two actors", "Anna Kovar and Boris Brandt signed a treaty.", "signed",
     "Anna Kovar and Boris Brandt signed a treaty"},
    {"what a noun is of stays", "The council announced the closure of the bridge in Vell to heavy lorries in May.",
     "announced", "The council announced the closure of the bridge in Vell"},
    {"a report stands whole without who reports it",
     "The regional water authority said on Monday that engineers had drained the lower basin of the dam.", "drained",
     "Engineers had drained the lower basin of the dam"},
    {"a person is short where room is",
     "Norland Prime Minister Anna Kovar will seek to strengthen the ties of the "
     "northern ports.",
     "seek", "Anna Kovar will seek to strengthen the ties of the northern ports"},
    {"a time that belongs to a name stays", "The two teams met in Sunday's final.", "met",
     "The two teams met in Sunday's final"},
    {"what only dates goes whole", "Sales rose by 5 percent to 400 tons compared with the same month last year.",
     "rose", "Sales rose by 5 percent to 400 tons"},
    {"a short adverb behind its verb stays", "In May the company rolled back its policy on travel.", "rolled",
     "The company rolled back its policy on travel"},
    {"a clause of its own", "Kovar said she and Boris Brandt talked when the two met in Vell.", "met",
     "The two met in Vell"},
};

}  // namespace

TEST_CASE("A title says who did what, in the words of the text", "[timeline][event]") {
  const TitleCase row = GENERATE(from_range(titles));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const std::vector<Event> events = find_events(analysis, test::english());
  const Event* event = test::event_of(events, analysis.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->title == row.title);
}

TEST_CASE("A noun of a text without any verb gets a title", "[timeline][event]") {
  const Analysis analysis = test::analysed("Flights from Newark to Tampa on Friday on us.");
  const std::vector<Event> events = find_events(analysis, test::english());
  const Event* event = test::event_of(events, analysis.document.text, "Flights");
  REQUIRE(event != nullptr);
  CHECK(event->title == "Flights from Newark to Tampa");
}

TEST_CASE("A title is short enough for a row and ends at a word", "[timeline][event]") {
  const std::string text =
      "The regional council of the northern valleys and islands closed the old wooden railway bridge over the river "
      "near the "
      "abandoned paper mill in the small fishing village of Hovre on the western shore of the great lake.";
  const Analysis analysis = test::analysed(text);
  for (const Event& event : find_events(analysis, test::english())) {
    CHECK(event.title.size() <= longest_title);
    const std::size_t space = event.title.rfind(' ');
    const std::string last = event.title.substr(space == std::string::npos ? 0 : space + 1);
    CHECK(text.find(last) != std::string::npos);
  }
}
