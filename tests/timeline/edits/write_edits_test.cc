#include "timeline/edits/write_edits.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "timeline/edits/quote_index.h"
#include "timeline/edits/read_edits.h"
#include "timeline/edits/set_fields.h"

using namespace annal;

namespace {

Edits edits_of(std::string_view toml) {
  const auto read = read_edits(toml, "a.edits.toml");
  INFO((read ? "" : read.error().message));
  REQUIRE(read);
  return *read;
}

std::string written(std::string_view toml, std::string_view change) {
  const auto text = write_edits(toml, edits_of(change), "a.edits.toml");
  INFO((text ? "" : text.error().message));
  REQUIRE(text);
  return *text;
}

}  // namespace

TEST_CASE("A new edits file holds what is changed, a block for each event", "[edits]") {
  CHECK(written("", R"(note = "a\nb"
accepted = true
pick = ["x", { words = "y", occurrence = 2 }]
[[event]]
words = "spoke by phone"
occurrence = 2
title = "A \"call\" \\ B"
pin = true
[[add]]
title = "Born"
date = 1950
words = "aged"
sentence = "He was aged 66."
[[merge]]
events = ["a", { words = "b", sentence = "a b c", occurrence = 1, head = "b" }]
[[split]]
event = "a"
mention = "b"
[[time]]
words = "last week"
counts_from = 2016-11-10
)") == R"(note = "a\nb"
accepted = true
pick = ["x", { words = "y", occurrence = 2 }]

[[event]]
words = "spoke by phone"
occurrence = 2
title = "A \"call\" \\ B"
pin = true

[[add]]
title = "Born"
date = "1950"
words = "aged"
sentence = "He was aged 66."

[[merge]]
events = ["a", { words = "b", occurrence = 1, head = "b", sentence = "a b c" }]

[[split]]
event = "a"
mention = "b"

[[time]]
words = "last week"
counts_from = "2016-11-10"
)");
}

TEST_CASE("A change is put in its place, and comments, blanks and order stay", "[edits]") {
  struct Row {
    const char* why;
    const char* toml;
    const char* change;
    const char* result;
  };
  const auto row = GENERATE(values<Row>({
      {"a value, before its comment", "[[event]] # 1\nwords = 'a b' # 2\n\ntitle = \"x\"   # 3\n# 4\n",
       "[[event]]\nwords = \"A  b\"\ntitle = \"y\"", "[[event]] # 1\nwords = 'a b' # 2\n\ntitle = \"y\"   # 3\n# 4\n"},
      {"a key more, below the others", "[[event]]\n  words = \"a\" # 2\n# 3\n\n[[event]]\nwords = \"b\"",
       "[[event]]\nwords = \"a\"\nlane = \"x\"",
       "[[event]]\n  words = \"a\" # 2\n  lane = \"x\"\n# 3\n\n[[event]]\nwords = \"b\""},
      {"a key at the end of a file without a line break", "[[event]]\nwords = \"b\"",
       "[[event]]\nwords = \"b\"\nhide = true", "[[event]]\nwords = \"b\"\nhide = true\n"},
      {"another visibility", "[[event]]\nwords = \"b\"\nhide = false\npin = true # !\n",
       "[[event]]\nwords = \"b\"\nshow = true", "[[event]]\nwords = \"b\"\nshow = true\n"},
      {"what is taken back", "[[event]]\nwords = \"b\"\ntitle = \"x\"\nhide = true\nlane = \"l\"\n",
       "[[event]]\nwords = \"b\"\ntitle = \"\"\nhide = false", "[[event]]\nwords = \"b\"\nlane = \"l\"\n"},
      {"what is taken back though stated before",
       "[[event]]\nwords = \"b\"\ntitle = \"x\"\n\n[[event]]\nwords = \"b\"\nlane = \"l\"\n",
       "[[event]]\nwords = \"b\"\ntitle = \"\"",
       "[[event]]\nwords = \"b\"\ntitle = \"x\"\n\n[[event]]\nwords = \"b\"\nlane = \"l\"\ntitle = \"\"\n"},
      {"another occurrence is another event", "[[event]]\nwords = \"b\"\ntitle = \"x\"\n",
       "[[event]]\nwords = \"b\"\noccurrence = 2\ntitle = \"y\"",
       "[[event]]\nwords = \"b\"\ntitle = \"x\"\n\n[[event]]\nwords = \"b\"\noccurrence = 2\ntitle = \"y\"\n"},
      {"another sentence is another event", "[[event]]\nwords = \"b\"\nsentence = \"a b\"\ntitle = \"x\"\n",
       "[[event]]\nwords = \"b\"\nsentence = \"b c\"\ntitle = \"y\"",
       "[[event]]\nwords = \"b\"\nsentence = \"a b\"\ntitle = \"x\"\n\n[[event]]\nwords = \"b\"\nsentence = \"b "
       "c\"\ntitle = \"y\"\n"},
      {"the block that a person wrote without its sentence", "[[event]]\nwords = \"b\"\ntitle = \"x\"\n",
       "[[event]]\nwords = \"b\"\nsentence = \"b c\"\ntitle = \"y\"", "[[event]]\nwords = \"b\"\ntitle = \"y\"\n"},
      {"a headline above the blocks", "# about this file\n\n[[event]]\nwords = \"b\"\n", "title = \"t\"",
       "# about this file\ntitle = \"t\"\n\n[[event]]\nwords = \"b\"\n"},
      {"a headline above a comment on a block", "# on b\n[[event]]\nwords = \"b\"\n", "title = \"t\"",
       "title = \"t\"\n\n# on b\n[[event]]\nwords = \"b\"\n"},
      {"a headline below others", "title = \"t\" # 1\n\n[[event]]\nwords = \"b\"\n", "subtitle = \"s\"\ntitle = \"u\"",
       "title = \"u\" # 1\nsubtitle = \"s\"\n\n[[event]]\nwords = \"b\"\n"},
      {"a list", "pick = [\n  \"a\", # 1\n  \"b\", # 2\n]\n", "pick = [\"B\", \"c\"]",
       "pick = [\n  \"a\", # 1\n  \"b\", \"c\", # 2\n]\n"},
      {"an empty list", "drop = [ ]\n", "drop = [\"c\", \"d\"]", "drop = [\"c\", \"d\" ]\n"},
      {"a time", "[[time]]\nwords = \"t\"\ndrop = true # 1\n", "[[time]]\nwords = \"t\"\ncounts_from = \"2016-11-10\"",
       "[[time]]\nwords = \"t\"\ncounts_from = \"2016-11-10\" # 1\n"},
      {"an added event", "[[add]]\ntitle = \"Born\"\n", "[[add]]\ntitle = \"Born\"\ndate = \"1950\"",
       "[[add]]\ntitle = \"Born\"\ndate = \"1950\"\n"},
      {"nothing twice", "[[merge]]\nevents = [\"a\", \"b\"]\n[[split]]\nevent = \"a\"\nmention = \"b\"\n",
       "[[merge]]\nevents = [\"A\", \"b\"]\n[[split]]\nevent = \"a\"\nmention = \"b\"\n",
       "[[merge]]\nevents = [\"a\", \"b\"]\n[[split]]\nevent = \"a\"\nmention = \"b\"\n"},
      {"lines as they end in the file", "[[event]]\r\nwords = \"b\"\r\n",
       "title = \"t\"\n[[event]]\nwords = \"b\"\nlane = \"l\"",
       "title = \"t\"\r\n\r\n[[event]]\r\nwords = \"b\"\r\nlane = \"l\"\r\n"},
      {"letters of several bytes", "[[event]]\nwords = \"ä\"\ntitle = \"é\" # ü\n",
       "[[event]]\nwords = \"Ä\"\ntitle = \"ö\"", "[[event]]\nwords = \"ä\"\ntitle = \"ö\" # ü\n"},
  }));
  INFO(row.why);
  CHECK(written(row.toml, row.change) == row.result);
}

TEST_CASE("A file with a fault is not written, nor a change that the format does not hold", "[edits]") {
  Edits change;
  change.presentation.title = "t";
  CHECK(write_edits("titel = \"x\"", change, "a").error().message == "a:1: unknown key 'titel'; did you mean 'title'?");
  change.presentation.title = "two\nlines";
  CHECK(write_edits("", change, "a").error().message == "a:1: 'title' has a line break; write it without");
}

namespace {

/// What edits say, whichever blocks say it.
struct Meaning {
  std::map<std::pair<std::string, std::uint32_t>, std::pair<EventChange, bool>> events;
  std::map<std::string, std::pair<EventChange, std::string>> added;
  std::vector<std::string> lists;
  Presentation presentation;

  void put(const Edits& edits) {
    for (const EventEdit& edit : edits.events) {
      auto& [change, accepted] = events[{quote_form(edit.event.words), edit.event.occurrence}];
      put_over(change, edit.change);
      accepted = accepted || edit.accepted;
    }
    for (const AddEdit& edit : edits.added) put_over(added[quote_form(*edit.change.title)].first, edit.change);
    for (const NamedEvent& named : edits.pick) list("pick " + quote_form(named.event.words));
    for (const NamedEvent& named : edits.drop) list("drop " + quote_form(named.event.words));
    for (const MergeEdit& edit : edits.merged) {
      std::string all = "merge";
      for (const Quote& quote : edit.events) all += " / " + quote_form(quote.words);
      list(all);
    }
    const auto take = [](std::string& into, const std::string& text) {
      if (!text.empty()) into = text;
    };
    take(presentation.title, edits.presentation.title);
    take(presentation.note, edits.presentation.note);
  }
  void list(std::string item) {
    if (std::find(lists.begin(), lists.end(), item) == lists.end()) lists.push_back(std::move(item));
  }
  /// Without what states nothing.
  void settle() {
    for (auto& [quote, edit] : events) settle(edit.first);
    std::erase_if(events, [](const auto& e) { return e.second.first == EventChange{} && !e.second.second; });
    for (auto& [title, edit] : added) settle(edit.first);
    std::sort(lists.begin(), lists.end());
  }
  static void settle(EventChange& change) {
    for (auto* text :
         {&change.title, &change.date, &change.lane, &change.colour, &change.note, &change.link, &change.image})
      if (*text && (*text)->empty()) text->reset();
    if (change.visibility == Visibility::selected) change.visibility.reset();
  }
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

rc::Gen<std::string> words() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(
          3, rc::gen::element<std::string>("a", "B", "\"", "\\", "ä", "=", "#", "[", "]", "'", ",", "\u201c")),
      [](const std::vector<std::string>& parts) {
        std::string out = "w";
        for (const std::string& part : parts) out += part;
        return out;
      });
}

EventChange random_change() {
  EventChange change;
  const auto maybe = [](std::optional<std::string>& field, const rc::Gen<std::string>& text) {
    if (*rc::gen::arbitrary<bool>()) field = *text;
  };
  const auto or_empty = [](std::string text) { return rc::gen::element<std::string>("", std::move(text)); };
  maybe(change.title, rc::gen::oneOf(words(), rc::gen::just(std::string())));
  maybe(change.date, or_empty("14 Nov 2016"));
  maybe(change.lane, words());
  maybe(change.colour, or_empty("teal"));
  maybe(change.note, rc::gen::element<std::string>("", "two\nlines", "\ttab"));
  if (*rc::gen::arbitrary<bool>()) change.status = *rc::gen::element(Status::alleged, Status::denied);
  if (*rc::gen::arbitrary<bool>())
    change.visibility = *rc::gen::element(Visibility::selected, Visibility::hidden, Visibility::pinned);
  if (change.note == "\ttab") change.note = "tab";
  return change;
}

Edits random_edits() {
  Edits edits;
  const auto few = [] { return *rc::gen::inRange(0, 4); };
  for (int i = few(); i > 0; --i)
    edits.events.push_back({0, {*words(), *rc::gen::element(0u, 2u)}, random_change(), *rc::gen::arbitrary<bool>()});
  for (int i = few() / 2; i > 0; --i) {
    AddEdit added;
    added.change = random_change();
    added.change.title = *words();
    edits.added.push_back(std::move(added));
  }
  for (int i = few(); i > 0; --i) edits.pick.push_back({0, {*words(), 0}});
  for (int i = few() / 2; i > 0; --i) edits.merged.push_back({0, {{*words(), 0}, {*words(), 0}}});
  if (*rc::gen::arbitrary<bool>()) edits.presentation.title = *words();
  if (*rc::gen::arbitrary<bool>()) edits.presentation.note = "x\ny";
  return edits;
}

/// Comments and blank lines between the lines of a file.
std::string commented(const std::string& toml, std::vector<std::string>& comments) {
  std::string out;
  for (std::size_t at = 0; at < toml.size();) {
    const std::size_t end = toml.find('\n', at) + 1;
    if (*rc::gen::inRange(0, 3) == 0) {
      comments.push_back("# comment " + std::to_string(comments.size()) +
                         (*rc::gen::arbitrary<bool>() ? "\n" : "\n\n"));
      out += comments.back();
    }
    out += toml.substr(at, end - at);
    at = end;
  }
  return out;
}

}  // namespace

TEST_CASE("A file with a change written into it says what both say, and keeps its comments in order",
          "[edits][property]") {
  rc::prop("for any edits", [] {
    std::vector<std::string> comments;
    const auto first = write_edits("", random_edits(), "f");
    RC_ASSERT(first);
    const std::string file = commented(*first, comments);
    const Edits change = random_edits();
    const auto both = write_edits(file, change, "f");
    RC_ASSERT(both);
    Meaning expected, found;
    expected.put(*read_edits(file, "f"));
    expected.put(change);
    found.put(*read_edits(*both, "f"));
    expected.settle();
    found.settle();
    RC_ASSERT(found == expected);
    std::size_t at = 0;
    for (const std::string& comment : comments) {
      at = both->find(comment.substr(0, comment.find('\n') + 1), at);
      RC_ASSERT(at != std::string::npos);
    }
    RC_ASSERT(*write_edits(*both, Edits{}, "f") == *both);
  });
}

TEST_CASE("What is changed of an added event stands in its own block", "[edits]") {
  const std::string added = "[[add]]\ntitle = \"Born\"\ndate = \"1950\"\n";
  CHECK(written(added, "[[event]]\nwords = \"born\"\ndate = \"1951\"\nlane = \"Life\"\n") ==
        "[[add]]\ntitle = \"Born\"\ndate = \"1951\"\nlane = \"Life\"\n");
  CHECK(written(added, "[[event]]\nwords = \"Born\"\ntitle = \"Is born\"\n") ==
        "[[add]]\ntitle = \"Is born\"\ndate = \"1950\"\n");
  const std::string merged = added + "[[merge]]\nevents = [\"Born\", \"a\"]\n";
  CHECK(written(merged, "[[event]]\nwords = \"Born\"\ntitle = \"Is born\"\n").find("[[event]]") != std::string::npos);
}
