#include "render/svg/svg.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "render/labels/words.h"
#include "render/svg/layout/layout.h"
#include "render/svg/layout/panel.h"
#include "tests/render/svg/geometry.h"
#include "tests/render/svg/sample_importer.h"

namespace annal::svg {
namespace {

view::TimelineView lighthouse() {
  std::ifstream in(ANNAL_SOURCE_DIR "/tests/render/svg/lighthouse.json", std::ios::binary);
  REQUIRE(in);
  return import_sample({std::istreambuf_iterator<char>(in), {}});
}

TEST_CASE("an uneven story of 30 events fits one screen with every title whole", "[render][svg]") {
  const view::TimelineView view = lighthouse();
  REQUIRE(view.rows.size() == 30);
  const Picture picture = layout(view, {});
  CHECK(faults_of(picture) == std::vector<std::string>());
  CHECK(picture.width == 1200);
  CHECK(picture.height <= 1000);
  CHECK(picture.events.size() == 30);
  CHECK(picture.curves.size() >= view.arcs.size());
}

TEST_CASE("an uneven story keeps its moments apart", "[render][svg]") {
  const view::TimelineView view = lighthouse();
  const SvgOptions options;
  const std::vector<Panel> panels = panels_of(view, columns_of(view, options), options);
  REQUIRE(panels.size() == 1);
  std::vector<CivilSeconds> starts;
  for (const view::Row& row : view.rows)
    if (row.start.earliest != unbounded_past) starts.push_back(row.start.earliest);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::size_t apart = 0;
  double last = -10;
  for (const CivilSeconds start : starts) {
    if (panels[0].scale.at(start) - last < 4) continue;
    last = panels[0].scale.at(start);
    ++apart;
  }
  CHECK(apart + 1 >= starts.size());

  // On one linear axis the same month has no width.
  SvgOptions linear;
  linear.cuts = false;
  const view::Scale even = panels_of(view, columns_of(view, linear), linear)[0].scale;
  CHECK(even.breaks.empty());
  CHECK(even.at(civil_seconds(2019, 10, 21)) - even.at(civil_seconds(2019, 9, 28)) < 1);
}

Timeline timeline_of(std::size_t n) {
  Timeline t;
  t.document.title = "A long chronicle";
  const std::string sentence = "The board met again & voted.";
  for (std::size_t i = 0; i < n; ++i) {
    Event e;
    const auto from = static_cast<std::uint32_t>(t.document.text.size());
    t.document.text += sentence + " ";
    Sentence s;
    s.span = {from, from + static_cast<std::uint32_t>(sentence.size())};
    t.sentences.push_back(s);
    e.sentence = static_cast<std::uint32_t>(i);
    e.span = {from + 4, from + 9};
    e.title = "The board meets for the " + std::to_string(i) + "th time";
    e.salience = 0.5 + static_cast<double>(i * 7919 % 500) / 1000;
    e.certainty = 0.9;
    e.shown = true;
    e.lane = "Lane " + std::to_string(i % 11);
    const CivilSeconds day = static_cast<CivilSeconds>(10'000 + i / 3 + i % 50 * 40) * seconds_per_day;
    e.start = e.end = {day, day + seconds_per_day, Frame::calendar};
    e.position = static_cast<std::uint32_t>(i);
    t.order.push_back(e.position);
    t.events.push_back(e);
  }
  return t;
}

TEST_CASE("a picture of many events states how many it stands for and stays small", "[render][svg]") {
  const std::size_t n = GENERATE(61, 400, 10'000);
  const Timeline timeline = timeline_of(n);
  const std::string svg = to_svg(timeline);
  CHECK(svg.size() <= 2'000'000);
  CHECK(svg.find(Labels().number(n) + " events, 60 shown by name") != std::string::npos);
  const Picture picture = layout(view::make_view(timeline, {}), {});
  CHECK(picture.events.size() == 60);
  CHECK(faults_of(picture) == std::vector<std::string>());
  std::size_t counted = 0;
  for (const HistogramBar& c : picture.histogram) {
    std::string digits = c.text.substr(0, c.text.find(' '));
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    counted += std::stoul(digits);
  }
  CHECK(counted == n);
}

TEST_CASE("sixty events are all shown by name", "[render][svg]") {
  const std::string svg = to_svg(timeline_of(60));
  CHECK(svg.find("60 events in order of time") != std::string::npos);
  CHECK(svg.find("shown by name") == std::string::npos);
}

/// Digits in a row.
std::size_t longest_number(const std::string& words) {
  std::size_t longest = 0, here = 0;
  for (const char c : words) {
    here = c >= '0' && c <= '9' ? here + 1 : 0;
    longest = std::max(longest, here);
  }
  return longest;
}

TEST_CASE("a year that is not stated is not drawn", "[render][svg]") {
  Timeline t = timeline_of(8);
  for (std::size_t i = 0; i < 8; ++i) {
    const auto day = static_cast<CivilSeconds>(310 + i) * seconds_per_day;
    t.events[i].start = t.events[i].end = {day, day + seconds_per_day, Frame::open_year};
  }
  const Picture picture = layout(view::make_view(t, {}), {});
  bool november = false, says_so = false;
  for (const Text& text : texts_of(picture)) {
    INFO(text.words);
    CHECK(longest_number(text.words) < 4);
    november |= text.words == "Nov";
    says_so |= text.words.find("The year is not stated") != std::string::npos;
  }
  CHECK(november);
  CHECK(says_so);
}

TEST_CASE("frames that nothing relates stand apart", "[render][svg]") {
  Timeline t = timeline_of(4);
  t.events[1].start.frame = t.events[1].end.frame = Frame::open_year;
  t.events[1].start.earliest = t.events[1].end.earliest = 300 * seconds_per_day;
  t.events[1].start.latest = t.events[1].end.latest = 301 * seconds_per_day;
  t.events[2].start = t.events[2].end = {-2 * seconds_per_day, -seconds_per_day, Frame::document};
  t.events[3].start = t.events[3].end = {};
  const Picture picture = layout(view::make_view(t, {}), {});
  CHECK(faults_of(picture) == std::vector<std::string>());
  std::vector<std::string> headings;
  for (const Text& text : picture.texts)
    if (text.size == 13 && text.bold) headings.push_back(text.words);
  CHECK(headings ==
        std::vector<std::string>{"Dated, but for the year", "Counted from the day of writing", "Not dated"});
  CHECK(picture.plot_areas.size() == 2);  // no axis counts from an unknown day
  CHECK(picture.events[2].dates.at(0).words == "2 days before writing");
}

TEST_CASE("what is counted from an unknown day of writing is a list in every layout", "[render][svg]") {
  Timeline t = timeline_of(4);
  for (Event& event : t.events) event.start.frame = event.end.frame = Frame::document;
  t.events[3].start = t.events[3].end = {-90 * seconds_per_day, 0, Frame::document};
  for (const SvgLayout how : {SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical})
    for (const double width : {320.0, 1200.0}) {
      SvgOptions options;
      options.layout = how;
      options.width = width;
      const Picture picture = layout(view::make_view(t, {}), options);
      CHECK(faults_of(picture) == std::vector<std::string>());
      CHECK(picture.plot_areas.empty());
      CHECK(picture.axis_breaks.empty());
      REQUIRE(picture.events.size() == 4);
      for (const EventDrawing& event : picture.events) CHECK_FALSE(event.dates.empty());
    }
}

TEST_CASE("a picture of nothing says so", "[render][svg]") {
  const std::string svg = to_svg(Timeline());
  CHECK(svg.find(">No events<") != std::string::npos);
  CHECK(faults_of(layout(view::make_view(Timeline(), {}), {})) == std::vector<std::string>());
}

}  // namespace
}  // namespace annal::svg
