#include "timeline/model/event_model.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "timeline/model/models.h"

using namespace annal;

namespace {

/// The words of a sentence that blanks part, as the classifier sees them.
struct Read {
  explicit Read(const std::string& words) {
    std::istringstream stream(words);
    for (std::string word; stream >> word;) {
      forms.push_back(form_of(word, sense_table()));
      texts.push_back(word);
    }
    tag_forms(tagger_tables(), forms, tags);
    in_timex.assign(forms.size(), 0);
  }
  EventInput input() const { return {forms, tags, in_timex}; }
  std::size_t at(const std::string& word) const {
    return static_cast<std::size_t>(std::find(texts.begin(), texts.end(), word) - texts.begin());
  }

  std::vector<std::string> texts;
  std::vector<Form> forms;
  std::vector<Penn> tags;
  std::vector<std::uint8_t> in_timex;
};

}  // namespace

TEST_CASE("marks, determiners and words of time expressions are no events", "[timeline][model]") {
  Read read("The council of Portvale closed the bridge on Monday .");
  CHECK(may_be_event(read.input(), read.at("closed")));
  CHECK(may_be_event(read.input(), read.at("bridge")));
  for (const char* word : {"The", "the", "."}) {
    INFO(word);
    CHECK_FALSE(may_be_event(read.input(), read.at(word)));
  }
  read.in_timex[read.at("closed")] = 1;
  CHECK_FALSE(may_be_event(read.input(), read.at("closed")));
  CHECK(classify_event(event_tables(), read.input(), read.at("closed")).label == 0);
}

TEST_CASE("what happens is an event, and what it happens to is none", "[timeline][model]") {
  struct Row {
    const char* sentence;
    const char* word;
    bool event;
  };
  const auto row = GENERATE(values<Row>({
      {"The council closed the bridge .", "closed", true},
      {"The council closed the bridge .", "bridge", false},
      {"The explosion killed two men .", "explosion", true},
      {"The explosion killed two men .", "killed", true},
      {"The explosion killed two men .", "men", false},
  }));
  INFO(row.sentence << " " << row.word);
  const Read read(row.sentence);
  CHECK((classify_event(event_tables(), read.input(), read.at(row.word)).label != 0) == row.event);
}

TEST_CASE("a guess names a class, whether or not the word is an event", "[timeline][model]") {
  const Read read("The council closed the bridge .");
  for (std::size_t i = 0; i < read.forms.size(); ++i) {
    if (!may_be_event(read.input(), i)) continue;
    const EventGuess guess = classify_event(event_tables(), read.input(), i);
    CHECK(guess.nearest >= 1);
    CHECK(guess.nearest < EventTables::classes);
    if (guess.label != 0) CHECK(guess.label == guess.nearest);
    if (guess.unlikely) CHECK(guess.label == 0);
  }
}
