#include "timeline/edits/read_edits.h"

#include <catch2/catch.hpp>
#include <string>

#include "timeline/edits/toml_file.h"

using namespace annal;

namespace {

constexpr std::string_view every_key = R"(# what I corrected
title = "A week in Vell"  # the headline
subtitle = "November"
credit = "Archive"
note = """two
lines"""
language = "de"
theme = "dark"
accepted = true
pick = ["the vote", { words = "called", occurrence = 2 }]
drop = ["rain"]

[[event]]
words = "spoke by phone"
sentence = "They spoke by phone."
head = "spoke"
occurrence = 2
title = "Brandt calls Kovar"
date = 2016-11-14
status = "alleged"
pin = true
lane = "Talks"
colour = "#b42318"
note = "from memory"
link = "https://example.org/a"
image = "images/lock.jpg"
accepted = true

[[event]]
words = "vote"
date = 2016
hide = false

[[add]]
title = "Brandt is born"
date = "3 May 1950"
words = "aged 66"
[[merge]]
events = ["called", { words = "the phone call", occurrence = 1 }]
[[split]]
event = "called"
mention = "the phone call"
[[time]]
words = "last week"
counts_from = 2016-11-10
[[time]]
words = "May"
drop = true
)";

std::string error_of(std::string_view toml) {
  const auto edits = read_edits(toml, "a.edits.toml");
  return edits ? "" : edits.error().message;
}

}  // namespace

TEST_CASE("An edits file is read with all of its keys", "[edits]") {
  const auto read = read_edits(every_key, "a.edits.toml");
  INFO((read ? "" : read.error().message));
  REQUIRE(read);
  const Edits& edits = *read;
  CHECK(edits.name == "a.edits.toml");
  CHECK(edits.presentation == Presentation{"A week in Vell", "November", "Archive", "two\nlines", "de", "", "dark"});
  CHECK(edits.accepted);
  REQUIRE(edits.pick.size() == 2);
  CHECK(edits.pick[1].event == Quote{"called", 2});
  CHECK(edits.pick[1].line == 10);
  CHECK(edits.drop.at(0).event == Quote{"rain", 0});
  REQUIRE(edits.events.size() == 2);
  const EventEdit& event = edits.events[0];
  CHECK(event.line == 13);
  CHECK(event.event == Quote{"spoke by phone", 2, "They spoke by phone.", "spoke"});
  CHECK(event.accepted);
  CHECK(event.change.title == "Brandt calls Kovar");
  CHECK(event.change.date == "2016-11-14");
  CHECK(event.change.status == Status::alleged);
  CHECK(event.change.visibility == Visibility::pinned);
  CHECK(event.change.lane == "Talks");
  CHECK(event.change.colour == "#b42318");
  CHECK(event.change.note == "from memory");
  CHECK(event.change.link == "https://example.org/a");
  CHECK(event.change.image == "images/lock.jpg");
  CHECK(edits.events[1].change.date == "2016");
  CHECK(edits.events[1].change.visibility == Visibility::selected);
  CHECK_FALSE(edits.events[1].change.title);
  CHECK(edits.added.at(0).words == Quote{"aged 66", 0});
  CHECK(edits.merged.at(0).events == std::vector<Quote>{{"called", 0}, {"the phone call", 1}});
  CHECK(edits.split.at(0).mention == Quote{"the phone call", 0});
  CHECK(edits.times.at(0).counts_from == "2016-11-10");
  CHECK(edits.times.at(1).drop);
}

TEST_CASE("A fault of an edits file is told with its line and the remedy", "[edits]") {
  struct Row {
    const char* why;
    const char* toml;
    const char* error;
  };
  const auto row = GENERATE(values<Row>({
      {"a key with a slip", "[[event]]\nwords = \"a\"\ntitel = \"b\"",
       "a.edits.toml:3: unknown key 'titel' in [[event]]; did you mean 'title'?"},
      {"a key of the file", "subtitel = \"b\"", "a.edits.toml:1: unknown key 'subtitel'; did you mean 'subtitle'?"},
      {"a kind", "title = 3", "a.edits.toml:1: 'title' is a text in quotation marks, not a number"},
      {"a flag", "[[event]]\nwords = \"a\"\nhide = \"yes\"", "a.edits.toml:3: 'hide' is true or false, not a text"},
      {"the first of several", "[[event]]\nwords = \"a\"\n[[add]]\n[[event]]\n",
       "a.edits.toml:3: [[add]] has no title: add title = \"...\""},
      {"one bracket", "[event]\nwords = \"a\"", "a.edits.toml:1: 'event' is written as [[event]], with its keys below"},
      {"tables in a list", "event = [{ words = \"a\" }]",
       "a.edits.toml:1: 'event' is written as [[event]], with its keys below"},
      {"no words", "[[event]]\ntitle = \"a\"",
       "a.edits.toml:1: [[event]] names no event: add words = \"...\" from the article"},
      {"empty words", "[[event]]\nwords = \" \"", "a.edits.toml:2: 'words' is empty; quote words of the article"},
      {"an occurrence", "pick = [{ words = \"a\", occurrence = 0 }]",
       "a.edits.toml:1: 'occurrence' counts from 1: 2 is the second place where the words stand"},
      {"a status", "[[event]]\nwords = \"a\"\nstatus = \"aleged\"",
       "a.edits.toml:3: 'aleged' is no status; one of fact, reported, alleged, expected, conditional, denied; did you "
       "mean 'alleged'?"},
      {"a colour", "[[event]]\nwords = \"a\"\ncolour = \"#12\"",
       "a.edits.toml:3: '#12' is no colour; write #b42318, #b23 or a name of CSS"},
      {"a link that runs code", "[[event]]\nwords = \"a\"\nlink = \"javascript:alert(1)\"",
       "a.edits.toml:3: 'javascript:alert(1)' is no link; one begins with http://, https:// or mailto:"},
      {"an image that is none", "[[event]]\nwords = \"a\"\nimage = \"ftp://a/b.png\"",
       "a.edits.toml:3: 'ftp://a/b.png' is no image; one begins with http://, https:// or data:image/, or is a path "
       "below the folder of this file"},
      {"what lanes are not", "lanes = \"colour\"",
       "a.edits.toml:1: unknown lanes 'colour'; available: auto, actor, place, source, none"},
      {"a theme in another folder", "theme = \"../a.css\"",
       "a.edits.toml:1: theme: the file must lie beside this one; write its name alone"},
      {"a theme", "theme = \"blue\"",
       "a.edits.toml:1: theme:1: 'blue' is no property of a theme; write --annal-ground: #fffdf5;"},
      {"two wishes", "[[event]]\nwords = \"a\"\nhide = true\npin = true",
       "a.edits.toml:4: 'hide', 'show' and 'pin' exclude each other; keep one"},
      {"a lone merge", "[[merge]]\nevents = [\"a\"]",
       "a.edits.toml:1: [[merge]] names two events or more: events = [\"...\", \"...\"]"},
      {"a time without a wish", "[[time]]\nwords = \"a\"",
       "a.edits.toml:1: [[time]] states one of drop = true and counts_from = \"2016-11-10\""},
      {"no day", "[[time]]\nwords = \"a\"\ncounts_from = \"soon\"",
       "a.edits.toml:3: 'soon' is no day; write 'counts_from' as 2016-11-10"},
      {"a language", "language = \"xx\"", "a.edits.toml:1: no language 'xx'; available: de, en, es, fr, ru, uk"},
      {"a title of two lines", "title = \"a\\nb\"", "a.edits.toml:1: 'title' has a line break; write it without"},
      {"a control character", "title = \"a\\u0007\"",
       "a.edits.toml:1: 'title' has a control character; write it without"},
      {"a key with dots", "a.b.c.d.e.f.g = 1",
       "a.edits.toml:1: a key has too many dots; the keys of an edit have none"},
  }));
  INFO(row.why);
  CHECK(error_of(row.toml) == row.error);
}

TEST_CASE("What is no TOML, no UTF-8 or too much is refused with its line", "[edits]") {
  CHECK(error_of("[[event]]\nwords = \"a\"\nshow = yes\n").find("a.edits.toml:3: no TOML: a value is true or false") !=
        std::string::npos);
  CHECK(error_of("title = \"a\"\n[[$]]\n").starts_with("a.edits.toml:2: no TOML: "));
  CHECK(error_of("title = \"a\"\nb").starts_with("a.edits.toml:2: no TOML: "));
  CHECK(error_of("title = \"a\"\ntitle = \"b\"").starts_with("a.edits.toml:2: no TOML: "));
  CHECK(error_of("title = \"a\"\n# \xFF") == "a.edits.toml:2: not UTF-8; save the file as UTF-8");
  CHECK(error_of(std::string(5U << 20U, '\n')) == "a.edits.toml: an edits file has at most 4 MiB");
  CHECK(error_of("a = " + std::string(100'000, '[')).starts_with("a.edits.toml:1: no TOML: "));
  CHECK(error_of("a = " + std::string(100'000, '{')).starts_with("a.edits.toml:1: no TOML: "));
  std::string deep = "a";
  for (int i = 0; i < 1'000'000; ++i) deep += ".a";
  CHECK(error_of(deep + " = 1") == "a.edits.toml:1: a key has too many dots; the keys of an edit have none");
  CHECK(error_of("[" + deep + "]") == "a.edits.toml:1: a key has too many dots; the keys of an edit have none");
  CHECK(error_of("x = \"\"\"\n\"\"\"\n" + deep + " = 1").starts_with("a.edits.toml:3: a key has too many dots"));
}

TEST_CASE("Dots in texts and comments are no nesting", "[edits]") {
  CHECK(error_of("title = \"a.b.c.d.e.f.g.h\" # ......\nnote = '''....\n.....''' \n").empty());
}

TEST_CASE("The place of each value of a TOML file is known in bytes", "[edits]") {
  const std::string file = "\xEF\xBB\xBFtitle = \"\xC3\xA4 b\" # c\r\n[[event]]\nwords = 'q'\ndate = 2016-11-14\n";
  const auto toml = read_toml(file, "f");
  REQUIRE(toml);
  const auto source = [&](const TomlValue& value) { return file.substr(value.begin, value.end - value.begin); };
  CHECK(source(toml->entries.at(0).value) == "\"\xC3\xA4 b\"");
  const TomlValue& block = toml->entries.at(1).value.items.at(0);
  CHECK(block.is_block);
  CHECK(source(block) == "[[event]]");
  CHECK(source(block.entries.at(0).value) == "'q'");
  CHECK(source(block.entries.at(1).value) == "2016-11-14");
}

TEST_CASE("a date of TOML is ISO 8601", "[timeline][edits]") {
  struct Row {
    const char *written, *iso;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11-14", "2016-11-14"},
      {"0987-01-02", "0987-01-02"},
      {"07:32:00", "07:32:00"},
      {"07:32:00.25", "07:32:00.25"},
      {"2016-11-14 07:32:05", "2016-11-14T07:32:05"},
      {"2016-11-14T07:32:00z", "2016-11-14T07:32:00Z"},
      {"2016-11-14T07:32:00.000100+00:30", "2016-11-14T07:32:00.0001+00:30"},
      {"2016-11-14T07:32:00-11:05", "2016-11-14T07:32:00-11:05"},
  }));
  const auto table = read_toml(std::string("date = ") + row.written, "a.toml");
  REQUIRE(table);
  CHECK(table->entries.at(0).value.kind == TomlValue::Kind::date);
  CHECK(table->entries.at(0).value.text == row.iso);
}
