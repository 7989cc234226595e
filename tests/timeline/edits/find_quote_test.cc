#include "timeline/edits/find_quote.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/timeline/edits/edited.h"

using namespace annal;
using namespace annal::test;

namespace {

constexpr std::string_view article =
    "Anna Kovar called Boris Brandt on 8 November 2016. The phone call lasted an hour.\n"
    "Brandt visited Vell on 10 November 2016. Kovar visited Vell on 12 November 2016.\n"
    "Last week the mayor said that the bridge had collapsed on 3 May 2015.\n";

std::string titled(const Timeline& timeline, const Named<std::uint32_t>& found) {
  return found ? std::string(slice(timeline.document.text, timeline.events[*found].span)) : found.error();
}

}  // namespace

TEST_CASE("A quote is found whatever its case, white space and quotation marks", "[edits]") {
  const std::string_view text = "He said:\n \xE2\x80\x9CI  won\xE2\x80\x99t\xC2\xA0go\xE2\x80\x9D. She won.";
  const QuoteIndex index(text);
  struct Row {
    const char* why;
    const char* words;
    std::size_t places;
  };
  const auto row = GENERATE(values<Row>({
      {"case and white space", "HE  said: \"i won't go\"", 1},
      {"at the boundaries of words", "wo", 0},
      {"not in a longer word", "sai", 0},
      {"several times", "won", 2},
      {"with what follows", "won.", 1},
      {"of other words", "she went", 0},
      {"no word", "...", 0},
      {"nothing", "", 0},
  }));
  INFO(row.why);
  CHECK(index.places(row.words).size() == row.places);
}

TEST_CASE("The place of a quote is bytes of the text from its first word to its last", "[edits]") {
  const std::string_view text =
      "\xC3\x84hm, the \xC3\x89lys\xC3\xA9"
      "e opened.";
  const QuoteIndex index(text);
  const auto places = index.places(
      "(THE \xC3\xA9lys\xC3\xA9"
      "e");
  CHECK(places.empty());
  REQUIRE(index
              .places("the \xC3\xA9lys\xC3\xA9"
                      "e")
              .size() == 1);
  CHECK(slice(text, index
                        .places("the \xC3\xA9lys\xC3\xA9"
                                "e")
                        .front()) ==
        "the \xC3\x89lys\xC3\xA9"
        "e");
}

TEST_CASE("A quote names the event whose head lies in it, or says what stands near", "[edits]") {
  const Timeline timeline = timeline_of(article);
  const EventQuotes quotes(timeline);
  struct Row {
    const char* why;
    Quote quote;
    const char* found;
  };
  const auto row = GENERATE(values<Row>({
      {"its head", {"called Boris", 0}, "called"},
      {"on two lines", {"Brandt visited", 0}, "visited"},
      {"the second", {"visited Vell", 2}, "visited"},
      {"twice",
       {"visited Vell", 0},
       "the words “visited Vell” stand in the text 2 times; quote more of them, or add one of: occurrence = 1 is “an "
       "hour. Brandt visited Vell on 10 November” (line 2), occurrence = 2 is “November 2016. Kovar visited Vell on 12 "
       "November” (line 2)"},
      {"not so often",
       {"visited Vell", 3},
       "the words “visited Vell” stand in the text 2 times, and occurrence = 3 is none of them"},
      {"changed words",
       {"called Boris Brand", 0},
       "the words “called Boris Brand” do not stand in the text; the nearest: “called Boris Brandt” (line 1)"},
      {"mistyped", {"colapsed", 0}, "the words “colapsed” do not stand in the text; the nearest: “collapsed” (line 3)"},
      {"no event",
       {"8 November", 0},
       "the words “8 November” hold no event; the nearest: “called” (line 1) or “lasted” (line 1)"},
  }));
  INFO(row.why);
  CHECK(titled(timeline, quotes.event(row.quote)) == row.found);
}

TEST_CASE("Words that are the title of one event name that", "[edits]") {
  Timeline timeline = timeline_of(article);
  timeline.events[0].title = "A Talk";
  CHECK(titled(timeline, EventQuotes(timeline).event({"a talk", 0})) == "called");
  timeline.events[1].title = "A talk";
  CHECK_FALSE(EventQuotes(timeline).event({"a talk", 0}));
  timeline.events[1].title = "called Boris";
  CHECK(EventQuotes(timeline).event({"called Boris", 0}).error() ==
        "the words “called Boris” are the title of one event and hold another, “A Talk”; quote other words");
}

TEST_CASE("The quote of every event names that event alone, in two to eight words of its sentence", "[edits]") {
  const Timeline timeline = timeline_of(article);
  const EventQuotes quotes(timeline);
  REQUIRE(timeline.events.size() >= 5);
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    const Quote quote = quotes.quote_of(e);
    INFO(quote.words);
    CHECK(quote.occurrence == 0);
    CHECK(quote.head == slice(timeline.document.text, timeline.events[e].span));
    CHECK(quote.sentence.find(quote.words) != std::string::npos);
    REQUIRE(quotes.event(quote));
    CHECK(*quotes.event(quote) == e);
    CHECK(std::count(quote.words.begin(), quote.words.end(), ' ') <= 7);
  }
}

TEST_CASE("A quote with its sentence falls on no event of another sentence", "[edits]") {
  const std::string before = "Anna met the mayor on 3 May 2014. She left the town in 2015. She was elected in 2018.\n";
  const Timeline timeline = timeline_of(before);
  const Quote quote = quote_of(timeline, index_of(timeline, event_at(timeline, "left")));
  CHECK(quote == Quote{"left the town", 0, "She left the town in 2015.", "left"});
  struct Row {
    const char* why;
    const char* text;
    Quote quote;
    const char* found;
  };
  const Quote old{"She left the", 0, "She left the town in 2015.", ""};
  const auto row = GENERATE_COPY(values<Row>({
      {"its words are gone", "She quit the town in 2015. She left the party in 2020.", quote,
       "the words “left the town” do not stand in the text; the nearest: “She quit the town in 2015” (line 1)"},
      {"its words stand in another sentence", "She quit the town in 2015. She left the party in 2020.", old,
       "the words “She left the” now stand in another sentence: “She left the party in 2020.” (line 1), and the "
       "nearest to theirs is “She quit the town in 2015” (line 1); quote them anew"},
      {"its sentence is another by one word", "She left the town in 2016.", quote, "left"},
      {"its words stand in two sentences", "She left the party with Boris in 2020. She left the town in 2015.", old,
       "left"},
      {"its head is no event",
       "She left the town in 2015.",
       {"left the town", 0, "She left the town in 2015.", "town"},
       "the words “left the town” no longer hold the event “town” but “left”; quote them anew"},
  }));
  INFO(row.why);
  const Timeline changed = timeline_of(row.text);
  CHECK(titled(changed, EventQuotes(changed).event(row.quote)) == row.found);
}

TEST_CASE("A long sentence is quoted by what stands next to the words", "[edits]") {
  std::string text = "The mayor";
  for (int i = 0; i < 60; ++i) text += ", of ward " + std::to_string(i);
  text += ", signed the treaty in Vell";
  for (int i = 100; i < 160; ++i) text += ", with envoy " + std::to_string(i);
  const QuoteIndex index(text);
  const Span place = index.places("signed the treaty").front();
  const std::string sentence = index.sentence_of(place);
  CHECK(sentence.size() <= 200);
  CHECK(sentence.find("signed the treaty") != std::string::npos);
  CHECK(index.likeness(place, "signed the treaty", sentence) == 1);
}

TEST_CASE("An event without words is quoted by its title, one among its likes by its occurrence", "[edits]") {
  Timeline timeline = timeline_of("Kovar called Brandt. Kovar called Brandt. Kovar called Brandt.");
  REQUIRE(timeline.events.size() >= 2);
  timeline.events.push_back({});
  timeline.events.back().title = "Brandt is born";
  const EventQuotes quotes(timeline);
  CHECK(quotes.quote_of(static_cast<std::uint32_t>(timeline.events.size() - 1)) == Quote{"Brandt is born", 0});
  for (std::uint32_t e = 0; e + 1 < timeline.events.size(); ++e) {
    INFO(quotes.quote_of(e).words);
    CHECK(quotes.event(quotes.quote_of(e)) == e);
  }
}

TEST_CASE("A quote names the time that lies in it or around it", "[edits]") {
  const Timeline timeline = timeline_of(article);
  const QuoteIndex index(timeline.document.text);
  const auto found = [&](const char* words) {
    const auto timex = find_timex(index, timeline.timexes, {words, 0});
    return timex ? std::string(slice(timeline.document.text, timeline.timexes[*timex].span)) : timex.error();
  };
  CHECK(found("Last week the mayor") == "Last week");
  CHECK(found("3 May") == "3 May 2015");
  CHECK(found("the bridge") ==
        "the words “the bridge” hold no time; the nearest: “Last week” (line 3) or “3 May 2015” (line 3)");
  CHECK(found("next week") == "the words “next week” do not stand in the text; the nearest: “Last week” (line 3)");
}
