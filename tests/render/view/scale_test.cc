#include "render/view/scale.h"
#include "core/lang/labels.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/lang/labels.h"
#include "render/labels/words.h"
#include "render/svg/axis/ticks.h"
#include "render/svg/layout/panel.h"
#include "tests/render/svg/view_maker.h"

namespace annal::view {
namespace {

constexpr CivilSeconds day = seconds_per_day;

TimeRange days(int y, int m, int d, int n = 1, bool window = true) {
  const CivilSeconds t = civil_seconds(y, m, d);
  return {t, t + n * day, window, t + (window ? n : 1) * day, t + (window ? 0 : n - 1) * day};
}

std::vector<std::string> left_out(const Scale& scale) {
  std::vector<std::string> words;
  const Labels english("en");
  for (const ScaleBreak& cut : scale.breaks)
    words.push_back(labels::length_words(cut.from, cut.to, Frame::calendar, english));
  return words;
}

TEST_CASE("years are told one by one, by twos and by more across the birth of Christ", "[render][svg]") {
  struct Case {
    int first, last;
    double width;
    std::vector<std::string> labels;
  };
  const auto c = GENERATE(values<Case>({
      {-2, 3, 600, {"3 BC", "2 BC", "1 BC", "1", "2", "3"}},
      {-5, 6, 300, {"6 BC", "4 BC", "2 BC", "1", "2", "4", "6"}},
      {-34, 25, 400, {"30 BC", "20 BC", "10 BC", "1", "10", "20"}},
  }));
  const Scale scale{{{civil_seconds(c.first, 1, 1), civil_seconds(c.last + 1, 1, 1), 0, c.width}}, {}, 0, c.width};
  std::vector<std::string> labels;
  for (const svg::TickLabel& label : svg::make_ticks(scale, Frame::calendar, {365 * day}).labels)
    labels.push_back(label.words);
  CHECK(labels == c.labels);
}

TEST_CASE("an axis is cut where nothing happens, and nowhere else", "[render][svg]") {
  struct Case {
    const char* why;
    std::vector<TimeRange> ranges;
    std::vector<std::string> cut;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", {}, {}},
      {"one event", {days(2016, 11, 3)}, {}},
      {"two events have no pace to stand out from", {days(2016, 11, 3), days(2019, 11, 3)}, {}},
      {"even steps", {days(2016, 11, 3), days(2016, 11, 13), days(2016, 11, 23), days(2016, 12, 3)}, {}},
      {"a month told by the day and one day years before",
       {days(2012, 11, 3), days(2016, 11, 3), days(2016, 11, 4), days(2016, 11, 6), days(2016, 11, 7)},
       {"4 years"}},
      {"a year-long window alone is no gap",
       {days(2014, 1, 1, 365), days(2016, 11, 3), days(2016, 11, 4), days(2016, 11, 5), days(2016, 11, 6),
        days(2016, 11, 7)},
       {"22 months"}},
      {"of a span that dwarfs the rest only the ends are shown",
       {{civil_seconds(1816, 1, 1), civil_seconds(2017, 1, 1), false, civil_seconds(1817, 1, 1),
         civil_seconds(2016, 1, 1)},
        days(2016, 11, 3),
        days(2016, 11, 4),
        days(2016, 11, 5),
        days(2016, 11, 6)},
       {"200 years"}},
  }));
  INFO(c.why);
  const Scale scale = make_scale(c.ranges, 100, 1100, {});
  CHECK(left_out(scale) == c.cut);
  CHECK(make_scale(c.ranges, 100, 1100, {false, 6}).breaks.empty());
}

TEST_CASE("where a window ends far from all else, its last day is shown", "[render][svg]") {
  const CivilSeconds winter = civil_seconds(2016, 12, 1);
  const TimeRange open{civil_seconds(2016, 8, 4), winter, true, 0, 0};
  const Scale scale = make_scale(
      {days(2016, 8, 1), days(2016, 8, 2), days(2016, 8, 3), open, days(2016, 8, 5), days(2016, 8, 6)}, 0, 1000, {});
  REQUIRE(scale.segments.size() == 2);
  CHECK(scale.segments[1].begin == winter - day);
  CHECK(scale.segments[1].end == winter);
}

TEST_CASE("a day told by the clock gets an axis by the hour among days", "[render][svg]") {
  std::vector<TimeRange> ranges;
  for (int d = 1; d <= 28; ++d) ranges.push_back(days(2016, 11, d));
  const CivilSeconds noon = civil_seconds(2016, 11, 14) + 12 * 3600;
  for (int k = 0; k < 3; ++k)
    ranges.push_back({noon + k * 2400, noon + k * 2400 + 60, true, noon + k * 2400, noon + k * 2400});
  const Scale scale = make_scale(ranges, 0, 1000, {});
  REQUIRE(scale.breaks.size() == 2);
  CHECK(scale.segments[1].begin == civil_seconds(2016, 11, 14));
  CHECK(scale.segments[1].end == civil_seconds(2016, 11, 15));
  for (int k = 1; k < 3; ++k) CHECK(scale.at(noon + k * 2400) - scale.at(noon + (k - 1) * 2400) >= least_apart);
  for (const ScaleBreak& cut : scale.breaks) CHECK(cut.from == cut.to);
}

TEST_CASE("what happens closely gets the room, and what lies far back little", "[render][svg]") {
  struct Case {
    const char* why;
    std::vector<TimeRange> ranges;
    std::vector<bool> background;
  };
  std::vector<TimeRange> news, eras;
  for (const int year : {1816, 1907, 2009}) news.push_back(days(year, 1, 1, 365));
  for (int d = 1; d <= 20; ++d) news.push_back(days(2016, 11, d));
  for (const int year : {1200, 1500, 1800})
    for (int d = 1; d <= 6; ++d) eras.push_back(days(year, 5, d));
  const auto c = GENERATE_COPY(values<Case>({
      {"three years and a month told by the day", news, {true, true, true, false}},
      {"three episodes of equal weight", eras, {false, false, false}},
  }));
  INFO(c.why);
  const double width = GENERATE(330, 700, 1050, 2000);
  const Scale scale = make_scale(c.ranges, 0, width, {});
  std::vector<bool> background;
  double share = 0, widest = 0;
  for (const Segment& s : scale.segments) {
    background.push_back(s.background);
    if (s.background) share += s.x1 - s.x0;
    widest = std::max(widest, s.x1 - s.x0);
  }
  if (width > 1000) CHECK(background == c.background);
  share += break_width * static_cast<double>(scale.breaks.size());
  CHECK(share <= 0.2 * width);
  if (c.background.front()) CHECK(widest >= 0.7 * width);
}

TEST_CASE("of what is counted only, no mark asks for room", "[render][svg]") {
  std::vector<TimeRange> ranges;
  for (int d = 1; d <= 28; ++d) ranges.push_back(days(2016, 11, d));
  const CivilSeconds noon = civil_seconds(2016, 11, 14) + 12 * 3600;
  for (int k = 0; k < 3; ++k) ranges.push_back({noon + k * 2400, noon + k * 2400, false, 0, 0, false});
  CHECK(make_scale(ranges, 0, 1000, {}).breaks.empty());
}

TEST_CASE("later is further right, always", "[render][svg][property]") {
  rc::prop("on scales of stories from minutes to millennia", [] {
    const auto reach = *rc::gen::element<CivilSeconds>(600, 2 * day, 400 * day, 365 * 3000 * day);
    const TimelineView view = svg::random_view(*rc::gen::arbitrary<std::uint64_t>(),
                                               static_cast<std::size_t>(*rc::gen::inRange(1, 61)), reach);
    const SvgOptions options;
    for (const svg::Panel& panel : svg::panels_of(view, svg::columns_of(view, options), options)) {
      if (panel.scale.segments.empty()) continue;
      const Scale& s = panel.scale;
      RC_ASSERT(s.breaks.size() + 1 == s.segments.size());
      RC_ASSERT(s.breaks.size() <= 6u);
      const double width = s.segments.back().x1 - s.segments.front().x0;
      double background = 0;
      for (std::size_t i = 0; i < s.segments.size(); ++i) {
        RC_ASSERT(s.segments[i].x1 - s.segments[i].x0 >= 20);
        if (s.segments[i].background) background += s.segments[i].x1 - s.segments[i].x0;
      }
      RC_ASSERT(background <= 0.2 * (width + 14));
      for (std::size_t i = 0; i < s.segments.size(); ++i) {
        RC_ASSERT(s.segments[i].begin < s.segments[i].end);
        RC_ASSERT(s.segments[i].x0 < s.segments[i].x1);
        if (i > 0) RC_ASSERT(s.segments[i - 1].end <= s.segments[i].begin);
        if (i > 0) RC_ASSERT(s.segments[i - 1].x1 < s.segments[i].x0);
      }
      RC_ASSERT(s.segments.front().x0 >= s.left);
      RC_ASSERT(s.segments.back().x1 <= s.right);
      const CivilSeconds first = s.segments.front().begin, last = s.segments.back().end;
      CivilSeconds before = first;
      for (int k = 1; k <= 200; ++k) {
        const CivilSeconds now = first + (last - first) / 200 * k;
        if (now == before) continue;
        RC_ASSERT(s.at(before) < s.at(now));
        before = now;
      }
    }
  });
}

TEST_CASE("every segment of an axis is labelled, and no two labels of a row overlap", "[render][svg][property]") {
  rc::prop("on scales of stories from minutes to millennia", [] {
    const auto reach = *rc::gen::element<CivilSeconds>(600, 2 * day, 400 * day, 365 * 90 * day, 365 * 3000 * day);
    const TimelineView view = svg::random_view(*rc::gen::arbitrary<std::uint64_t>(),
                                               static_cast<std::size_t>(*rc::gen::inRange(1, 61)), reach);
    const SvgOptions options;
    for (const svg::Panel& panel : svg::panels_of(view, svg::columns_of(view, options), options)) {
      if (panel.scale.segments.empty()) continue;
      for (const Segment& s : panel.scale.segments) {
        const bool labelled = std::any_of(
            panel.ticks.labels.begin(), panel.ticks.labels.end(),
            [&](const svg::TickLabel& t) { return t.x >= s.x0 - break_width / 2 && t.x <= s.x1 + break_width / 2; });
        RC_ASSERT(labelled);
      }
    }
  });
}

TEST_CASE("ticks name what the frame knows, no finer than the events do", "[render][svg]") {
  const auto labels = [](const std::vector<TimeRange>& ranges, Frame frame, CivilSeconds finest) {
    const Scale scale = make_scale(ranges, 0, 1000, {});
    std::string all;
    for (const svg::TickLabel& t :
         svg::make_ticks(scale, frame, std::vector<CivilSeconds>(scale.segments.size(), finest)).labels)
      all += (t.upper ? "[" : "") + t.words + (t.upper ? "] " : " ");
    return all;
  };
  const std::vector<TimeRange> week{days(2016, 11, 3), days(2016, 11, 12)};
  CHECK(labels({days(2016, 11, 3), days(2016, 11, 4)}, Frame::calendar, 3600) ==
        "00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00 00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00 [3 Nov 2016] "
        "[4 Nov 2016] ");
  CHECK(labels({days(2016, 11, 3), days(2016, 11, 4)}, Frame::calendar, day) == "3 4 [Nov 2016] ");
  CHECK(labels(week, Frame::calendar, day) == "3 4 5 6 7 8 9 10 11 12 [Nov 2016] ");
  CHECK(labels({days(1970, 11, 3), days(1970, 11, 12)}, Frame::open_year, day) == "3 4 5 6 7 8 9 10 11 12 [Nov] ");
  CHECK(labels({{civil_seconds(-99, 1, 1), civil_seconds(102, 1, 1), true, 0, 0}}, Frame::calendar, 20 * 365 * day) ==
        "100 BC 80 BC 60 BC 40 BC 20 BC 1 20 40 60 80 100 ");
}

}  // namespace
}  // namespace annal::view
