// What a reader is told of statements that cannot all be true.
#include "render/labels/conflict_words.h"

#include <catch2/catch.hpp>

#include "tests/render/made_timeline.h"

using namespace annal;
using namespace annal::labels;

namespace {

/// A text of two sentences and a conflict between the words of both; those of the second are set aside.
Timeline torn(const std::string& first, const std::string& second, const char* language) {
  testing::Made made(first + " " + second);
  Timeline& timeline = made.timeline;
  timeline.document.language = language;
  const auto size = static_cast<std::uint32_t>(first.size());
  const auto all = static_cast<std::uint32_t>(timeline.document.text.size());
  timeline.sentences.clear();
  timeline.sentences.push_back({0, 0, 0, {0, size}});
  timeline.sentences.push_back({0, 0, 0, {size + 1, all}});
  for (const Span words : {Span{all - 5, all - 1}, Span{size - 5, size - 1}, Span{size - 9, size - 1}}) {
    timeline.evidence.emplace_back();
    timeline.evidence.back().words = words;
  }
  timeline.conflicts.push_back({{0, 1, 2}, 0, {}});
  return timeline;
}

}  // namespace

TEST_CASE("a contradiction is told by its sentences in the order of the text, in its language", "[render][labels]") {
  struct Row {
    const char *language, *told;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "These statements of the text disagree: “It opened in 2014.” “It shut in 2012.” (set aside: “2012”)"},
      {"de",
       "Diese Angaben des Textes widersprechen sich: “It opened in 2014.” “It shut in 2012.” (zurückgestellt: “2012”)"},
      {"es",
       "Estas afirmaciones del texto se contradicen: “It opened in 2014.” “It shut in 2012.” (descartado: “2012”)"},
      {"fr", "Ces affirmations du texte se contredisent : “It opened in 2014.” “It shut in 2012.” (écarté : “2012”)"},
      {"ru",
       "Эти утверждения текста противоречат друг другу: “It opened in 2014.” “It shut in 2012.” (отклонено: “2012”)"},
      {"uk",
       "Ці твердження тексту суперечать одне одному: “It opened in 2014.” “It shut in 2012.” (відхилено: “2012”)"},
  }));
  const Timeline timeline = torn("It opened in 2014.", "It shut in 2012.", row.language);
  CHECK(conflict_words(timeline, timeline.conflicts[0], Labels(row.language)) == row.told);
  REQUIRE(statements_of(timeline, timeline.conflicts[0]).size() == 2);
  CHECK(statements_of(timeline, timeline.conflicts[0])[0].words == Span{9, 17});
}

TEST_CASE("of a long sentence of a contradiction only what stands round its words is quoted", "[render][labels]") {
  std::string endless = "It began";
  for (int i = 0; i < 200; ++i) endless += " and so on";
  const Timeline timeline = torn(endless + " in 2014.", "It shut in 2012.", "en");
  const std::string told = conflict_words(timeline, timeline.conflicts[0], Labels("en"));
  CHECK(told.size() < 400);
  CHECK(told.find("“… ") != std::string::npos);
  CHECK(told.find("in 2014.”") != std::string::npos);
}

TEST_CASE("a contradiction with the date that its owner states names the event", "[render][labels]") {
  Timeline timeline = torn("It opened in 2014.", "It shut in 2012.", "en");
  timeline.events.resize(1);
  timeline.events[0].title = "It shuts";
  timeline.evidence[2].kind = EvidenceKind::edited;
  timeline.evidence[2].to = {Point::Kind::event, 0, true};
  timeline.evidence[2].words = {};
  CHECK(conflict_words(timeline, timeline.conflicts[0], Labels("en")) ==
        "edited: It shuts “It opened in 2014.” “It shut in 2012.” (set aside: “2012”)");
}

TEST_CASE("a contradiction that rests on no words quotes none", "[render][labels]") {
  Timeline timeline = torn("It opened in 2014.", "It shut in 2012.", "en");
  for (Evidence& evidence : timeline.evidence) evidence.words = {};
  CHECK(conflict_words(timeline, timeline.conflicts[0], Labels("en")) == "These statements of the text disagree:");
  timeline.conflicts[0].cycle = {7};
  timeline.conflicts[0].set_aside = 7;
  CHECK(statements_of(timeline, timeline.conflicts[0]).empty());
}
