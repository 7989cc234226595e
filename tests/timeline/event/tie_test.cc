// What a time dates, by its place in the sentence.
#include "timeline/event/tie.h"

#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

TEST_CASE("A time that tells a noun from others dates that noun alone, and a thing not at all", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head;
    std::vector<std::uint32_t> times;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "The minutes of 12 October 2015 were approved.", "approved", {}},
      {"en", "Her patents of 1922 made her rich.", "made", {}},
      {"en", "Her patents of 1922 and 1924 made her rich.", "made", {}},
      {"en", "The city has spent 210 million, up from 130 million in 2014.", "spent", {}},
      {"en", "The constitution of 1958 replaced that of 1946.", "replaced", {}},
      {"en", "Kovar said he had never signed the transfer of 14 May 2014.", "signed", {}},
      {"en", "The court annulled the vote of 3 May 2012.", "annulled", {}},
      {"en", "The court annulled the vote of 3 May 2012.", "vote", {0}},
      {"en", "The session of the council of 12 October 2015 was noisy.", "session", {0}},
      {"en", "The letter was read on 12 October 2015.", "read", {0}},
      {"en", "In a letter of 4 June 2013 he asked for help.", "asked", {0}},
      {"en", "The trader spent part of 3 May 2012 in jail.", "spent", {0}},
      {"de", "Das Protokoll vom 12. Oktober 2015 wurde genehmigt.", "genehmigt", {}},
      {"de", "Die Brücke war vom 12. bis 14. Oktober 2015 gesperrt.", "gesperrt", {0, 1}},
      {"de", "Der Rat sperrte die Brücke vom 12. Oktober 2015 an.", "sperrte", {0}},
      {"fr", "Le procès-verbal du 12 octobre 2015 a été approuvé.", "approuvé", {}},
      {"fr", "Un monument a été levé en mémoire des victimes du 11 septembre 2001.", "levé", {}},
      {"fr", "Des habitants sont venus commémorer le 19 novembre 2011.", "commémorer", {}},
      {"fr", "Le maire a fêté le 19 novembre 2011 son anniversaire.", "fêté", {0}},
      {"es", "Los vecinos conmemoraron el 11 de marzo de 2004.", "conmemoraron", {}},
      {"es", "El acta del 12 de octubre de 2015 fue aprobada.", "aprobada", {}},
      {"ru", "Протокол от 12 октября 2015 года был утверждён.", "утверждён", {}},
      {"ru", "Письмо 1936 года принесло ему славу.", "принесло", {}},
      {"uk", "Протокол від 12 жовтня 2015 року був затверджений.", "затверджений", {}},
  }));
  INFO(row.text << " " << row.head);
  const Language& language = *Language::find(row.tag);
  const Timeline timeline = build_timeline(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  CHECK(event->timexes == row.times);
}

TEST_CASE("What goes on from one time to another begins in the first and ends in the last", "[timeline][event]") {
  struct Row {
    const char *tag, *text, *head;
    bool spans;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "The festival ran from 26 July to 22 August 2014.", "ran", true},
      {"en", "The fire broke out 26 July-22 August 2014.", "broke", false},
      {"en", "Kovar moved the vote from 26 July to 22 August 2014.", "moved", false},
      {"en", "The council met between 26 July and 22 August 2014.", "met", false},
      {"de", "Die Brücke war vom 26. Juli bis 22. August 2014 gesperrt.", "gesperrt", true},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const Timeline timeline = build_timeline(test::analysed(row.text, "2016-11-14", language), language);
  const Event* event = test::event_of(timeline.events, timeline.document.text, row.head);
  REQUIRE(event != nullptr);
  const Interval first = interval_of(parse_iso("2014-07-26").value()),
                 last = interval_of(parse_iso("2014-08-22").value());
  CHECK(event->start.earliest == first.begin);
  CHECK(event->end.latest == last.end);
  CHECK((event->start.latest <= first.end) == row.spans);
  CHECK((event->end.earliest >= last.begin) == row.spans);
}
