// A sheet ends above the last line of words that leaves all others whole.
#include "render/svg/pages.h"

#include <algorithm>

namespace annal::svg {
namespace {

constexpr double room = 1;           // px between the end of a sheet and the words below it
constexpr double least_share = 0.6;  // of a sheet that is filled before the words of an event are parted

/// What no sheet parts, from top to bottom.
struct Run {
  double top = 0, bottom = 0;
};

void extend(Run& run, const std::vector<Text>& texts) {
  for (const Text& text : texts) {
    const Box box = box_of(text);
    run = run.bottom == 0 ? Run{box.y0, box.y1} : Run{std::min(run.top, box.y0), std::max(run.bottom, box.y1)};
  }
}

std::vector<Run> lines_of(const Picture& picture) {
  std::vector<Run> runs;
  for (const Text& text : texts_of(picture)) {
    const Box box = box_of(text);
    runs.push_back({box.y0, box.y1});
  }
  return runs;
}

std::vector<Run> events_of(const Picture& picture) {
  std::vector<Run> runs;
  for (const EventDrawing& event : picture.events) {
    Run run;
    for (const std::vector<Text>* texts : {&event.dates, &event.label, &event.quote}) extend(run, *texts);
    runs.push_back(run);
  }
  return runs;
}

/// The last place in (`from`, `to`] above one of `lines` that parts none of `whole`; 0 where there is none.
double last_gap(const std::vector<Run>& lines, const std::vector<std::vector<Run>*>& whole, double from, double to) {
  double best = 0;
  for (const Run& line : lines) {
    const double y = line.top - room;
    if (y <= from || y > to || y <= best) continue;
    const bool parts = std::any_of(whole.begin(), whole.end(), [y](const std::vector<Run>* runs) {
      return std::any_of(runs->begin(), runs->end(), [y](const Run& run) { return run.top < y && y < run.bottom; });
    });
    if (!parts) best = y;
  }
  return best;
}

}  // namespace

std::vector<double> sheet_ends(const Picture& picture, double height) {
  std::vector<Run> lines = lines_of(picture), events = events_of(picture);
  std::vector<double> ends;
  double from = 0;
  while (picture.height - from > height) {
    double end = last_gap(lines, {&lines, &events}, from + least_share * height, from + height);
    if (end == 0) end = last_gap(lines, {&lines}, from, from + height);
    if (end == 0) end = from + height;
    ends.push_back(end);
    from = end;
  }
  ends.push_back(picture.height);
  return ends;
}

}  // namespace annal::svg
