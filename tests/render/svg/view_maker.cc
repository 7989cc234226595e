#include "tests/render/svg/view_maker.h"

#include <algorithm>
#include <string>
#include <utility>

#include "render/labels/date_words.h"
#include "render/labels/words.h"

namespace annal::svg {
namespace {

std::string words_of(const view::Row& row) { return labels::date_words(labels::bounds_label(row), Labels()); }

/// SplitMix64: the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n)); }
  bool one_in(std::int64_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

constexpr const char* words[] = {
    "The",
    "council",
    "votes",
    "for",
    "a",
    "new",
    "harbour",
    "WWWWWW",
    "iiiiiiiii",
    "of",
    "Tarn",
    "reconstruction",
    "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenabzeichenverleihungszeremonie",
    "\u6cb3\u306e\u6a4b\u304c\u9589\u9396\u3055\u308c\u308b",
    "\u65b0\u6e2f\u53e3\u5efa\u8bbe\u59d4\u5458\u4f1a\u5ba3\u5e03",
    "\U0001F309\U0001F6A7",
    "\u0645\u062c\u0644\u0633 \u0627\u0644\u0645\u062f\u064a\u0646\u0629",
    "\u0413\u043e\u0440\u043e\u0434\u0441\u043a\u043e\u0439",
    "\u0441\u043e\u0432\u0435\u0442",
    "\u03a4\u03bf \u03c3\u03c5\u03bc\u03b2\u03bf\u03cd\u03bb\u03b9\u03bf",
    "e\u0301\u0301\u0301",
    "-",
    "1,250",
    "\u0e2a\u0e30\u0e1e\u0e32\u0e19\u0e1b\u0e34\u0e14",
    "\u0928\u0917\u0930 \u092a\u0930\u093f\u0937\u0926"};
constexpr const char* lanes[] = {"Council", "Public",  "River", "Engineers", "Trade",
                                 "Police",  "Schools", "Press", "Courts",    "A lane with quite a long name of its own",
                                 "\u6cb3",  "Harbour"};

constexpr const char* languages[] = {"de", "es", "fr", "ru", "uk"};

std::string title(Dice& dice) {
  std::string out;
  const std::int64_t kind = dice.below(10);
  std::int64_t n = kind < 7 ? 2 + dice.below(10) : kind < 9 ? 12 + dice.below(12) : 60;
  // Most titles keep to one script.
  const std::int64_t most = dice.one_in(3) ? 25 : 12;
  for (; n > 0; --n) out += (out.empty() ? "" : " ") + std::string(words[dice.below(most)]);
  return out;
}

view::Row row(Dice& dice, CivilSeconds base, CivilSeconds reach, const CivilSeconds (&clumps)[3], int lane_count) {
  view::Row r;
  r.title = title(dice);
  if (lane_count > 0) r.lane = lanes[dice.below(lane_count)];
  r.certainty = static_cast<double>(dice.below(101)) / 100;
  r.status = dice.one_in(6) ? static_cast<Status>(dice.below(6)) : Status::fact;
  r.circa = dice.one_in(12);
  const CivilSeconds units[] = {60,
                                3600,
                                4 * 3600,
                                seconds_per_day,
                                seconds_per_day,
                                seconds_per_day,
                                7 * seconds_per_day,
                                30 * seconds_per_day,
                                365 * seconds_per_day};
  CivilSeconds unit = units[dice.below(9)];
  while (unit > std::max<CivilSeconds>(reach, 60)) unit = unit / 7 + 1;
  CivilSeconds from =
      dice.one_in(3) ? base + dice.below(reach + 1) : clumps[dice.below(3)] + dice.below(reach / 200 + 1);
  from -= ((from % unit) + unit) % unit;
  r.frame = dice.one_in(25) ? Frame::document : Frame::calendar;
  if (r.frame == Frame::document) from = dice.below(60) * seconds_per_day - 50 * seconds_per_day;
  r.start = r.end = {from, from + unit};
  if (dice.one_in(6)) {
    const CivilSeconds length = unit * (1 + dice.below(20));
    r.end = {from + length, from + length + unit};
  } else if (dice.one_in(10)) {
    r.start = r.end = {unbounded_past, from};
  } else if (dice.one_in(12)) {
    r.start = r.end = {from, unbounded_future};
  } else if (dice.one_in(20)) {
    r.frame = Frame::none;
  }
  r.kind = labels::kind_of(r.start, r.end, r.frame);
  if (r.kind == labels::PlacementKind::undated) r.frame = Frame::none;
  r.when = dice.one_in(15) ? "in the later part of the long season before the second harbour was built" : words_of(r);
  r.source = r.title + ".";
  return r;
}

}  // namespace

view::TimelineView random_view(std::uint64_t seed, std::size_t rows, CivilSeconds reach) {
  Dice dice(seed);
  view::TimelineView view;
  if (!dice.one_in(8)) view.title = title(dice);
  view.language = dice.one_in(2) ? "en" : languages[dice.below(5)];
  view.labels = Labels(view.language);
  // The birth of Christ, where no year 0 is told, lies in one story of eight.
  const CivilSeconds middle = dice.one_in(8) ? civil_seconds(1, 1, 1) + dice.below(reach / 2 + 1) - reach / 4
                                             : (dice.below(2900) - 900) * 365 * seconds_per_day;
  const CivilSeconds base = middle - reach / 2;
  const CivilSeconds clumps[3] = {base + dice.below(reach + 1), base + dice.below(reach + 1),
                                  base + dice.below(reach + 1)};
  const auto lane_count = static_cast<int>(dice.below(13));
  const bool open_year = dice.one_in(5);
  for (std::size_t i = 0; i < rows; ++i) {
    view.rows.push_back(row(dice, base, reach, clumps, lane_count));
    view::Row& r = view.rows.back();
    r.id = "e" + std::to_string(i + 1);
    if (open_year && r.frame == Frame::calendar && dice.one_in(2)) {
      const CivilSeconds day = dice.below(365) * seconds_per_day;
      r.kind = labels::PlacementKind::instant;
      r.frame = Frame::open_year;
      r.start = r.end = {day, day + seconds_per_day};
      r.when = words_of(r);
    }
  }
  if (!dice.one_in(4)) {
    std::stable_sort(view.rows.begin(), view.rows.end(), [](const view::Row& a, const view::Row& b) {
      return std::max(a.start.earliest, a.end.latest) < std::max(b.start.earliest, b.end.latest);
    });
  }
  if (!dice.one_in(4)) view.written = base + reach / 2 + dice.below(reach + 1);
  if (dice.one_in(2)) {  // the owner's words and colours
    view.subtitle = title(dice);
    view.note = title(dice) + ". " + title(dice);
    view.credit = title(dice);
    for (view::Row& r : view.rows)
      if (dice.one_in(3)) r.colour = Colour{0xb4, 0x23, static_cast<std::uint8_t>(dice.below(256))};
  }
  const std::int64_t arcs = rows < 2 ? 0 : dice.below(static_cast<std::int64_t>(rows));
  for (std::int64_t k = 0; k < arcs; ++k) {
    view::Arc arc;
    arc.from = static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(rows)));
    arc.to = dice.one_in(4) ? static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(rows)))
                            : std::min(rows - 1, arc.from + 1 + static_cast<std::size_t>(dice.below(3)));
    if (arc.from == arc.to) continue;
    arc.directed = !dice.one_in(4);
    dice.next();
    view.arcs.push_back(arc);
  }
  view.events = rows;
  view.found = rows + static_cast<std::size_t>(dice.below(3));
  return view;
}

Trial make_trial(std::uint64_t seed) {
  constexpr CivilSeconds minute = 60, year = 365 * seconds_per_day;
  constexpr CivilSeconds reaches[] = {10 * minute, 300 * minute, 2 * seconds_per_day, 40 * seconds_per_day,
                                      2 * year,    60 * year,    800 * year,          3000 * year};
  constexpr double widths[] = {320, 420, 480, 700, 1200, 1200, 1200, 1600};
  constexpr SvgLayout layouts[] = {SvgLayout::rows, SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes,
                                   SvgLayout::vertical};
  Dice dice(seed ^ 0x7472'6961'6c00'0000u);
  const auto rows = static_cast<std::size_t>(1 + dice.below(60));
  Trial trial{random_view(seed, rows, reaches[dice.below(8)]), {}};
  trial.options.width = widths[dice.below(8)];
  trial.options.layout = layouts[dice.below(5)];
  trial.options.cuts = !dice.one_in(8);
  return trial;
}

}  // namespace annal::svg
