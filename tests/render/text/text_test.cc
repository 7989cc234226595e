#include "render/text/text.h"
#include "render/text/terminal.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "render/text/wrap.h"
#include "tests/render/made_timeline.h"

using namespace annal;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string without_colour(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b')
      at = text.find('m', at);
    else
      out += text[at];
  }
  return out;
}

/// The line that holds `words`, or nothing.
std::string line_with(const std::string& text, const std::string& words) {
  for (const std::string& line : lines_of(text))
    if (line.find(words) != std::string::npos) return line;
  return {};
}

/// The first cell of the bar in the row that holds `words`.
std::size_t bar_begin(const std::string& text, const std::string& words) {
  const std::string line = line_with(text, words);
  std::size_t first = std::string::npos;
  for (const char* mark : {"●", "○", "◌", "░", "━", "‹", "›"}) first = std::min(first, line.find(mark));
  return first == std::string::npos ? first : cells(line.substr(0, first));
}

}  // namespace

TEST_CASE("the terminal shows when and what, what is not known, and what to beware of", "[render][text]") {
  RenderOptions options;
  options.width = 58;
  CHECK(to_text(testing::ferry().timeline, options) ==
        R"(The Aurelia stays in port
written 14 November 2016 · 5 events

  1986            The Aurelia first sails
  8 Nov 2016      A storm tears the ramp off
  8–14 Nov 2016   Inspectors find rust
? by 14 Nov 2016  Passengers complain
  ┄┄┄ article written, 14 November 2016 ┄┄┄
  early Mar 2017  The Aurelia is to return (expected)

? its place in the order is not known

! 1:35: the year stands alone
)");
}

TEST_CASE("in a wider terminal each event has its place on the axis", "[render][text]") {
  const std::string text = to_text(testing::ferry().timeline);
  const std::size_t sails = bar_begin(text, "first sails"), storm = bar_begin(text, "tears the ramp off");
  const std::size_t rust = bar_begin(text, "find rust"), returns = bar_begin(text, "to return");
  CHECK(sails < storm);
  CHECK(storm == rust);
  CHECK(rust < returns);
  CHECK(!line_with(text, "┄┄┄ 30 years ┄┄┄").empty());
  CHECK(text.find("┄┄┄ 30 years ┄┄┄") < text.find("8 Nov 2016"));
  // What is left out of the axis after the day of writing stands after it.
  CHECK(text.find("article written") < text.find("months ┄┄┄"));
}

TEST_CASE("one line tells how long nothing happens between two rows, and none where they may overlap",
          "[render][text]") {
  const auto gaps = [](const Timeline& timeline) {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(to_text(timeline)))
      if (line.find("┄┄┄ ") != std::string::npos && line.find("written") == std::string::npos)
        found.push_back(line.substr(line.find("┄┄┄ ")));
    return found;
  };
  testing::Made made = testing::ferry();
  made.timeline.document.dct = {};
  CHECK(gaps(made.timeline) == std::vector<std::string>{"┄┄┄ 30 years ┄┄┄", "┄┄┄ 4 months ┄┄┄"});
  std::swap(made.timeline.order[1], made.timeline.order[4]);  // the return, of 2017, above the storm
  std::swap(made.timeline.events[1].position, made.timeline.events[4].position);
  CHECK(gaps(made.timeline) == std::vector<std::string>{"┄┄┄ 30 years ┄┄┄"});
  made.timeline.events[0].end.latest = unbounded_future;
  CHECK(gaps(made.timeline).empty());
}

TEST_CASE("no line is wider than the terminal, whatever its width", "[render][text]") {
  testing::Made made = testing::ferry();
  made.timeline.events[1].title = "渡船の船首ランプが嵐で壊れる and a verylongwordthatfitsnowhereatallinanarrowcolumn";
  made.timeline.events[2].title = std::string(200, 'm');
  for (std::size_t width = 24; width <= 200; width += 7) {
    RenderOptions options;
    options.width = width;
    for (const std::string& line : lines_of(to_text(made.timeline, options))) {
      INFO(width << ": " << line);
      CHECK(cells(line) <= width);
    }
  }
}

TEST_CASE("no letter of a title is lost", "[render][text]") {
  testing::Made made = testing::ferry();
  made.timeline.events[1].title = std::string(150, 'm');
  const std::string text = to_text(made.timeline);
  CHECK(std::count(text.begin(), text.end(), 'm') - 150 ==
        std::count_if(text.begin(), text.end(), [](char c) { return c == 'm'; }) - 150);
  std::size_t letters = 0;
  for (const std::string& line : lines_of(text))
    for (std::size_t at = line.find("mmm"); at < line.size() && line[at] == 'm'; ++at) ++letters;
  CHECK(letters == 150);
}

TEST_CASE("ASCII is ASCII where the words are", "[render][text]") {
  testing::Made made = testing::ferry();
  for (Event& event : made.timeline.events)
    event.when = label_of({testing::day(2016, 11, 8), testing::day(2016, 11, 9)}, Frame::calendar);
  RenderOptions options;
  options.ascii = true;
  for (const char c : to_text(made.timeline, options)) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("colour adds escapes and changes no letter", "[render][text]") {
  RenderOptions options;
  options.colour = true;
  const std::string coloured = to_text(testing::ferry().timeline, options);
  CHECK(coloured.find('\x1b') != std::string::npos);
  std::string plain;
  for (const std::string& line : lines_of(without_colour(coloured))) append_line(plain, line);
  CHECK(plain == to_text(testing::ferry().timeline));
}

TEST_CASE("a hostile title cannot steer the terminal or turn the line", "[render][text]") {
  testing::Made made = testing::ferry();
  made.timeline.events[0].title = "a\x1b[2J\x07\u202Ez\r\nb";
  made.timeline.document.title = "t\x1b]0;x\x07";
  made.timeline.warnings[0].message = "w\x1b[31m";
  const std::string text = to_text(made.timeline);
  for (const char* never : {"\x1b", "\x07", "\u202E", "\r"}) CHECK(text.find(never) == std::string::npos);
  CHECK(!line_with(text, "a[2Jz b").empty());
}

TEST_CASE("marks say how an event lies in time and how sure that is", "[render][text]") {
  using testing::day;
  struct Row {
    const char* why;
    Bounds start, end;
    double certainty;
    const char* expected;
  };
  const auto bounds = [](CivilSeconds a, CivilSeconds b) { return Bounds{a, b, Frame::calendar}; };
  const auto row = GENERATE_COPY(values<Row>({
      {"sure", bounds(day(2016, 11, 8), day(2016, 11, 12)), bounds(day(2016, 11, 8), day(2016, 11, 12)), 0.9, "●"},
      {"fair", bounds(day(2016, 11, 8), day(2016, 11, 12)), bounds(day(2016, 11, 8), day(2016, 11, 12)), 0.6, "○"},
      {"doubtful", bounds(day(2016, 11, 8), day(2016, 11, 12)), bounds(day(2016, 11, 8), day(2016, 11, 12)), 0.2, "◌"},
      {"lasted", bounds(day(2016, 11, 4), day(2016, 11, 5)), bounds(day(2016, 11, 10), day(2016, 11, 11)), 0.9, "━━"},
      {"before", bounds(unbounded_past, day(2016, 11, 8)), bounds(unbounded_past, day(2016, 11, 8)), 0.9, "‹●"},
      {"after", bounds(day(2016, 11, 8), unbounded_future), bounds(day(2016, 11, 8), unbounded_future), 0.9, "●›"},
      {"undated", {}, {}, 0.9, "                Something happens"},
  }));
  INFO(row.why);
  testing::Made made("It began; it happened; it ended.");
  made.event("began", "It begins", day(2016, 11, 1), day(2016, 11, 2), "1 Nov 2016");
  Event& event = made.event("happened", "Something happens", 0, 0, "some day");
  event.start = row.start;
  event.end = row.end;
  event.certainty = row.certainty;
  made.event("ended", "It ends", day(2016, 11, 20), day(2016, 11, 21), "20 Nov 2016");
  const std::string line = line_with(to_text(made.timeline), "Something happens");
  INFO(line);
  CHECK(line.find(row.expected) != std::string::npos);
}

TEST_CASE("what is not shown is counted", "[render][text]") {
  testing::Made made = testing::ferry();
  made.timeline.events[2].shown = false;
  const std::string text = to_text(made.timeline);
  CHECK(text.find("4 events of 5 found") != std::string::npos);
  CHECK(text.find("Inspectors") == std::string::npos);
}

TEST_CASE("without a year or a day of writing the order still shows", "[render][text]") {
  testing::Made made("On November 8 it rose; on November 14 it fell.");
  for (const auto& [word, first] : {std::pair{"rose", 311}, std::pair{"fell", 317}}) {
    Event& event = made.event(word, word, first * seconds_per_day, (first + 1) * seconds_per_day, "some day");
    event.start.frame = event.end.frame = Frame::open_year;
  }
  const std::string text = to_text(made.timeline);
  CHECK(text.find("day of writing not known · 2 events") != std::string::npos);
  CHECK(text.find("article written") == std::string::npos);
  CHECK(text.find("●") < text.find("rose"));
}

TEST_CASE("an empty timeline says so in one line", "[render][text]") {
  CHECK(to_text(Timeline{}) == "day of writing not known · 0 events\n");
}
