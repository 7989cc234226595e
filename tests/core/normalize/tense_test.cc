#include "core/normalize/tense.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "core/calendar/calendar.h"
#include "core/pipeline.h"

namespace annal {
namespace {

Document paragraph(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  return document;
}

/// The direction at the only time expression of `text`.
std::string direction_in(const char* tag, const std::string& text) {
  const Language& language = *Language::find(tag);
  Document document = paragraph(text);
  Analysis analysis = analyse(std::move(document), language);
  REQUIRE(analysis.timexes.size() == 1);
  switch (TenseReader(analysis, language).at(0, analysis.timexes[0].sentence)) {
    case Direction::past: return "past";
    case Direction::present: return "present";
    case Direction::future: return "future";
    case Direction::unknown: break;
  }
  return "unknown";
}

struct Row {
  const char* why;
  const char* language;
  const char* text;
  const char* direction;
};

}  // namespace

TEST_CASE("the predicate above a time expression tells its direction", "[core][normalize][tense]") {
  const auto row = GENERATE(values<Row>({
      {"a past", "en", "The council met on Monday.", "past"},
      {"a perfect", "en", "The council has met on Monday.", "past"},
      {"a future", "en", "The council will meet on Monday.", "future"},
      {"what would have been", "en", "The council would have met on Monday.", "past"},
      {"is to", "en", "The mayor is to sign the contract on Monday.", "future"},
      {"is to be", "en", "The vote is to be held on Monday.", "future"},
      {"an infinitive under a verb that looks ahead", "en", "The firm agreed to run a bus from Monday.", "future"},
      {"the verb that looks ahead itself", "en", "The jury agreed on Tuesday to hear the widow.", "past"},
      {"the predicate, not the nearest verb", "en", "Castro said on Tuesday the boat will leave.", "past"},
      {"scheduled", "en", "The hearing was rescheduled for Friday.", "future"},
      {"two participles of two clauses", "en", "He will appeal the verdict announced on Monday.", "past"},
      {"had been scheduled", "en", "The offer had been due to expire Friday.", "past"},
      {"a time within a noun", "en", "The court will decide Friday's case.", "future"},
      {"a limit to come", "en", "The club has until Tuesday to answer.", "future"},
      {"a limit gone by", "en", "Until Thursday, they had not called.", "past"},
      {"a participle under a future", "en", "The bridge will stay closed until at least Friday.", "future"},
      {"two participles of one auxiliary", "en", "He will be arrested and charged on Monday.", "future"},
      {"a participle beside its noun", "en", "The law passed on Monday will help.", "past"},
      {"moved with a particle", "en", "Talks were put off until Thursday.", "future"},
      {"moved to", "en", "The match was moved to Saturday.", "future"},
      {"moved on", "en", "The statue was moved on Saturday.", "past"},
      {"due to be", "en", "The report, due to be published in October, was leaked.", "future"},
      {"was due", "en", "The ferry was due in May, but it never came.", "past"},
      {"moved to", "ru", "Заседание перенесли на вторник.", "future"},
      {"moved to", "uk", "Засідання перенесли на вівторок.", "future"},
      {"arranged", "en", "The exams start on Monday.", "future"},
      {"a form that is the past too", "en", "The banks cut rates on Monday.", "past"},
      {"the same in a headline", "en", "Rebels hit the town Monday.", "past"},
      {"no such form", "en", "She cuts the rates on Monday.", "present"},
      {"proposed", "en", "How about Friday?", "future"},
      {"no predicate", "en", "A bridge on Monday", "unknown"},
      {"a perfect", "de", "Der Rat hat am Montag getagt.", "past"},
      {"an auxiliary of the future", "de", "Der Rat wird am Montag tagen.", "future"},
      {"arranged", "de", "Das Konzert findet am Sonntag statt.", "future"},
      {"a past", "fr", "Le conseil a voté lundi.", "past"},
      {"an imperfect", "es", "Dudábamos el jueves.", "past"},
      {"a future", "fr", "Le conseil votera lundi.", "future"},
      {"a past", "es", "El consejo votó el lunes.", "past"},
      {"a future", "es", "El consejo votará el lunes.", "future"},
      {"a past", "ru", "Совет собрался в понедельник.", "past"},
      {"a past", "uk", "Рада зібралася у понеділок.", "past"},
  }));
  INFO(row.why << ": " << row.text);
  CHECK(direction_in(row.language, row.text) == row.direction);
}

TEST_CASE("a sentence is parsed for its tense only where that may decide a date", "[core][normalize][tense]") {
  struct Row {
    const char* text;
    bool parsed;
  };
  const auto row = GENERATE(values<Row>({
      {"The council met on Tuesday.", true},
      {"The council met in May.", true},
      {"The council met on Monday.", false},  // the day of writing, in each tense
      {"The council met on 3 May 2014.", false},
      {"The council met yesterday.", false},
      {"The council will soon meet.", true},
      {"The council met from Monday to Tuesday.", true},
  }));
  Document document = paragraph(row.text);
  document.dct = {DctSource::given, interval_of(*parse_iso("2016-11-14")).begin, false, ""};  // a Monday
  const Analysis analysis = analyse(std::move(document), *Language::find("en"));
  INFO(row.text);
  CHECK((!analysis.trees.empty() && !analysis.trees[0].empty()) == row.parsed);
}

TEST_CASE("what is no date of the calendar stays one word of a sentence of a known day", "[core][normalize][tense]") {
  const std::string text = GENERATE("The bank closed on 31 February and the mayor resigned.",
                                    "After 31 February the 29 February 2013 meeting closed the bank on Monday.");
  Document document = paragraph(text);
  document.dct = {DctSource::given, interval_of(*parse_iso("2016-11-14")).begin, false, ""};
  const Analysis analysis = analyse(std::move(document), *Language::find("en"));
  REQUIRE(analysis.trees.size() == 1);
  for (const std::string date : {"31 February", "the 29 February 2013"}) {
    if (text.find(date) == std::string::npos) continue;
    INFO(date);
    const auto& words = analysis.trees[0].words;
    CHECK(std::any_of(words.begin(), words.end(), [&](const syntax::Word& word) {
      return slice(analysis.document.text, word.span) == date && word.time < 0;
    }));
  }
}

}  // namespace annal
