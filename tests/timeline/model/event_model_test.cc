#include "timeline/model/event_model.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/timeline/event/read.h"
#include "timeline/model/models.h"

using namespace annal;

namespace {

/// The words of a sentence, as the classifier sees them.
struct Read {
  explicit Read(const std::string& sentence) : analysis(test::analysed(sentence)), tree(analysis.trees.at(0)) {
    for (const syntax::Word& word : tree.words) {
      texts.emplace_back(slice(analysis.document.text, word.span));
      forms.push_back(form_of(texts.back(), sense_table()));
    }
  }
  EventInput input() const { return {forms, tree.words}; }
  std::size_t at(const std::string& word) const {
    return static_cast<std::size_t>(std::find(texts.begin(), texts.end(), word) - texts.begin());
  }

  Analysis analysis;
  syntax::Tree tree;
  std::vector<std::string> texts;
  std::vector<Form> forms;
};

}  // namespace

TEST_CASE("marks, determiners and time expressions are no events", "[timeline][model]") {
  const Read read("The council of Portvale closed the bridge on Monday.");
  CHECK(may_be_event(read.input(), read.at("closed")));
  CHECK(may_be_event(read.input(), read.at("bridge")));
  for (const char* word : {"The", "the", ".", "Monday"}) {
    INFO(word);
    CHECK_FALSE(may_be_event(read.input(), read.at(word)));
  }
  CHECK(classify_event(event_tables(), read.input(), read.at("Monday")).label == 0);
}

TEST_CASE("what happens is an event, and what it happens to is none", "[timeline][model]") {
  struct Row {
    const char* sentence;
    const char* word;
    bool event;
  };
  const auto row = GENERATE(values<Row>({
      {"The council closed the bridge.", "closed", true},
      {"The council closed the bridge.", "bridge", false},
      {"The explosion killed two men.", "explosion", true},
      {"The explosion killed two men.", "killed", true},
      {"The explosion killed two men.", "men", false},
      {"The explosion destroyed the old bridge.", "destroyed", true},
      {"The explosion destroyed the old bridge.", "bridge", false},
  }));
  INFO(row.sentence << " " << row.word);
  const Read read(row.sentence);
  CHECK((classify_event(event_tables(), read.input(), read.at(row.word)).label != 0) == row.event);
}

TEST_CASE("a guess names a class, whether or not the word is an event", "[timeline][model]") {
  const Read read("The council closed the bridge.");
  for (std::size_t i = 0; i < read.forms.size(); ++i) {
    if (!may_be_event(read.input(), i)) continue;
    const EventGuess guess = classify_event(event_tables(), read.input(), i);
    CHECK(guess.nearest >= 1);
    CHECK(guess.nearest < EventTables::classes);
    if (guess.label != 0) CHECK(guess.label == guess.nearest);
    if (guess.unlikely) CHECK(guess.label == 0);
  }
}
