// annal-happenings: which events of several documents Annal takes for one happening, for measuring and for training.
//
// Reads timelines as `annal batch` writes them, a line each. Writes a line for each happening, {"mentions": [{"doc",
// "begin", "end"}, ...]} with places in code points of the text of the document.
//
//   --pairs    instead, a line for each pair of events that are compared: document, begin and end of both, and the
//              names of the features of the pair, separated by tabs and blanks
//   --within   two events of one document may be one happening: for mentions that nobody has joined
//   --one-story  all documents tell of one matter
//   --every    every event of the documents, not only those that a timeline of several keeps
//   --least N  the average score, in hundredths, from which events are one
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/unicode/code_points.h"
#include "timeline/collection/join.h"
#include "timeline/collection/same_happening.h"
#include "timeline/json/read_timeline.h"
#include "timeline/sources.h"

using namespace annal;

namespace {

/// Where places of the joined text stand in the text of their document.
class Places {
 public:
  explicit Places(const Timeline& timeline) : timeline_(timeline), points_(timeline.document.text) {}

  struct Place {
    const std::string* document;
    std::size_t begin, end;
  };
  Place of(Span span) const {
    const SourceDocument& source = timeline_.sources[source_at(timeline_, span.begin)];
    const std::size_t from = points_.at(source.span.begin);
    return {&source.id, points_.at(span.begin) - from, points_.at(span.end) - from};
  }

 private:
  const Timeline& timeline_;
  CodePoints points_;
};

/// Makes a timeline one of several documents, of which every event is kept.
void keep_every_event(Timeline& timeline) {
  const Document& of = timeline.document;
  const Span all{0, static_cast<std::uint32_t>(of.text.size())};
  timeline.sources.push_back({all, of.id, of.title, of.url, of.language, of.dct, of.pages});
}

void write_pairs(const Timeline& timeline, const SameHappeningOptions& options) {
  const Places places(timeline);
  const ContentWords words(timeline);
  const Stories stories(words, options.one_story);
  const HappeningPairs pairs(timeline, words, stories);
  const auto names = pair_feature_names();
  for (const auto& [a, b] : happening_candidates(timeline, pairs, stories, options)) {
    for (const std::uint32_t event : {a, b}) {
      const Places::Place at = places.of(timeline.events[event].span);
      std::cout << *at.document << '\t' << at.begin << '\t' << at.end << '\t';
    }
    const PairFeatures features = pairs.features(a, b);
    for (std::size_t f = 0; f < names.size(); ++f)
      if (features[f]) std::cout << names[f] << ' ';
    std::cout << '\n';
  }
}

void write_happenings(const Timeline& timeline, const SameHappeningOptions& options) {
  const Places places(timeline);
  std::vector<EventGroup> happenings = same_happenings(timeline, options);
  std::vector<bool> grouped(timeline.events.size(), false);
  for (const EventGroup& group : happenings)
    for (const std::uint32_t event : group) grouped[event] = true;
  for (std::uint32_t e = 0; e < grouped.size(); ++e)
    if (!grouped[e]) happenings.push_back({e});
  for (const EventGroup& group : happenings) {
    std::string_view comma = "{\"mentions\": [";
    for (const std::uint32_t event : group) {
      for (const Span mention : timeline.events[event].mentions) {
        const Places::Place at = places.of(mention);
        std::cout << comma << "{\"doc\": \"" << *at.document << "\", \"begin\": " << at.begin << ", \"end\": " << at.end
                  << '}';
        comma = ", ";
      }
    }
    std::cout << "]}\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  SameHappeningOptions options;
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  const auto given = [&](std::string_view name) { return std::ranges::find(arguments, name) != arguments.end(); };
  options.within_documents = given("--within");
  options.one_story = given("--one-story");
  if (const auto least = std::ranges::find(arguments, "--least");
      least != arguments.end() && least + 1 != arguments.end())
    options.least = std::atoi(std::string(*(least + 1)).c_str());
  Timeline joined;
  for (std::string line; std::getline(std::cin, line);) {
    auto part = read_timeline(line, "standard input");
    if (!part) {
      std::cerr << "annal-happenings: " << part.error().message << '\n';
      return 2;
    }
    if (given("--every")) keep_every_event(*part);
    if (!append_document(std::move(*part), joined)) return 2;
  }
  given("--pairs") ? write_pairs(joined, options) : write_happenings(joined, options);
}
