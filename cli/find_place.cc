// The words may stand in the text several times; they mean the place that holds what is looked for.
#include "cli/find_place.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "render/encode/escape.h"
#include "render/encode/line_column.h"
#include "render/labels/extent.h"
#include "timeline/edits/find_quote.h"

namespace annal {
namespace {

constexpr std::size_t most_listed = 12;

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

/// A place that may be meant.
struct Candidate {
  std::string id;  ///< empty where it has none
  Span span;
};

std::string listed(const Timeline& timeline, const std::vector<Candidate>& candidates) {
  const LineColumnIndex positions(timeline.document.text);
  std::string lines;
  for (std::size_t i = 0; i < candidates.size() && i < most_listed; ++i) {
    const auto& [id, span] = candidates[i];
    lines += "\n  " + id + (id.empty() ? "" : "  ") + positions.at(span.begin) + "  " +
             one_line(slice(timeline.document.text, span));
  }
  if (candidates.size() > most_listed) lines += "\n  and " + std::to_string(candidates.size() - most_listed) + " more";
  return lines;
}

std::vector<Candidate> meant(const QuoteIndex& index, const std::string& name,
                             const std::vector<Candidate>& candidates) {
  const std::vector<Span> places = index.places(name);
  std::vector<Candidate> found;
  std::ranges::copy_if(candidates, std::back_inserter(found), [&](const Candidate& candidate) {
    return std::ranges::any_of(places, [&](Span place) { return overlap(place, candidate.span); });
  });
  return found;
}

}  // namespace

Result<Quote> find_time(const Timeline& timeline, const std::string& name) {
  const QuoteIndex index(timeline.document.text, timeline.sentences);
  std::vector<Candidate> times;
  for (std::size_t i = 0; i < timeline.timexes.size(); ++i) {
    times.push_back({timex_id(i), timeline.timexes[i].span});
    if (times.back().id == name) return quote_at(index, times.back().span);
  }
  const std::vector<Candidate> found = meant(index, name, times);
  if (found.size() == 1) return quote_at(index, found[0].span);
  if (found.size() > 1)
    return fail(Code::usage, "'" + visible(name) + "' matches " + std::to_string(found.size()) +
                                 " time expressions; choose one by its id:" + listed(timeline, found));
  return fail(Code::usage, "there is no time expression '" + visible(name) + "' in the text" +
                               (times.empty() ? "" : "; it has:" + listed(timeline, times)));
}

Result<Quote> find_mention(const Timeline& timeline, std::uint32_t event, const std::string& name) {
  const Event& whole = timeline.events[event];
  std::vector<Candidate> mentions;
  for (const Span mention : whole.mentions)
    if (mention != whole.span) mentions.push_back({"", mention});
  const std::string title = one_line(whole.title);
  if (mentions.empty())
    return fail(Code::usage, event_id(event) + " \"" + title + "\" is mentioned once; there is nothing to split off");
  const QuoteIndex index(timeline.document.text, timeline.sentences);
  const std::vector<Candidate> found = meant(index, name, mentions);
  if (found.size() == 1) {
    const std::vector<Span> places = index.places(name);
    const auto own = std::ranges::find_if(places, [&](Span place) { return overlap(place, found[0].span); });
    return quote_at(index, *own);
  }
  return fail(Code::usage, "'" + visible(name) + "' is " + (found.empty() ? "no mention" : "several mentions") +
                               " of " + event_id(event) + " \"" + title +
                               "\"; these are the others:" + listed(timeline, mentions));
}

}  // namespace annal
