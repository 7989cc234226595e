#include "timeline/collection/deed.h"

#include "tests/timeline/collection/made_collection.h"

namespace annal::test {
namespace {

/// The deed of the event whose head is `head` in a text that stands beside another, and its wording.
std::pair<Deed, Wording> deed_of(const std::string& text, std::string_view head) {
  const Timeline timeline = joined({{"a", "2016-05-05", text}, {"b", "2016-05-05", "Nobody came."}});
  const std::uint32_t e = event_at(timeline, head);
  REQUIRE(e < timeline.events.size());
  Wording wording = WordingReader(timeline).read(timeline.events[e]);
  Deed deed = DeedReader(timeline).read(timeline.events[e], wording);
  return {deed, wording};
}

/// The words of those with a role, one after the other.
std::string words_of(const Wording& wording, Role role) {
  std::string words;
  for (const ToldPhrase& phrase : wording.phrases)
    if (phrase.role == role)
      for (const std::string& word : phrase.words) words += (words.empty() ? "" : " ") + word;
  return words;
}

}  // namespace

TEST_CASE("verbs of one meaning are one deed", "[timeline][collection][deed]") {
  struct Row {
    const char *a, *head_a, *b, *head_b;
    bool one;
  };
  const auto row = GENERATE(values<Row>({
      {"Otto Brandt resigned in 2014.", "resigned", "Otto Brandt stepped down in 2014.", "stepped", true},
      {"Otto Brandt resigned in 2014.", "resigned", "Otto Brandt stepped aside in 2014.", "stepped", false},
      {"The hall was demolished in 2014.", "demolished", "The hall was torn down in 2014.", "torn", true},
      {"The mill burned down in 2014.", "burned", "A fire destroyed the mill in 2014.", "destroyed", true},
      {"The mill burned down in 2014.", "burned", "A storm destroyed the mill in 2014.", "destroyed", false},
      {"The mill burned to the ground in 2014.", "burned", "The mill burned down in 2014.", "burned", true},
      {"Quill bought the mill in 2014.", "bought", "Harrow sold the mill in 2014.", "sold", true},
      {"Quill bought the mill in 2014.", "bought", "Quill built the mill in 2014.", "built", false},
  }));
  INFO(row.a);
  INFO(row.b);
  CHECK((deed_of(row.a, row.head_a).first.name == deed_of(row.b, row.head_b).first.name) == row.one);
}

TEST_CASE("who takes what is given acts, and what a deed comes to is its undergoer", "[timeline][collection][deed]") {
  const Wording sold = deed_of("The bakery was sold to Quill Foods in 2014.", "sold").second;
  CHECK(words_of(sold, Role::agent) == "foods quill");
  CHECK(words_of(sold, Role::undergoer) == "bakery");
  const Wording gave = deed_of("Harrow Mills sold the bakery in 2014.", "sold").second;
  CHECK(words_of(gave, Role::recipient) == "harrow mills");
  const Wording burned = deed_of("A fire destroyed the old mill in 2014.", "destroyed").second;
  CHECK(words_of(burned, Role::agent).empty());
  CHECK(words_of(burned, Role::undergoer) == "mill");
  CHECK(words_of(deed_of("The quay reopened in 2014.", "reopened").second, Role::undergoer) == "quay");
}

TEST_CASE("how soon a deed comes again is told by its verb", "[timeline][collection][deed]") {
  struct Row {
    const char *text, *head;
    Recurrence recurrence;
  };
  const auto row = GENERATE(values<Row>({
      {"Jane Orel visited Tarn in 2014.", "visited", Recurrence::soon},
      {"The fair opened in 2014.", "opened", Recurrence::yearly},
      {"Jane Orel was elected in 2014.", "elected", Recurrence::terms},
      {"The treaty was signed in 2014.", "signed", Recurrence::anybody},
      {"The mill was demolished in 2014.", "demolished", Recurrence::hardly},
      {"Jane Orel died in 2014.", "died", Recurrence::hardly},
  }));
  INFO(row.text);
  CHECK(deed_of(row.text, row.head).first.recurrence == row.recurrence);
}

}  // namespace annal::test
