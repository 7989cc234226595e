#include "render/labels/source_names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "render/labels/places.h"

namespace annal::labels {
namespace {

/// Documents of these ids, whose texts are "a\nb" each.
Timeline with(const std::vector<std::string>& ids) {
  Timeline timeline;
  for (const std::string& id : ids) {
    SourceDocument source;
    source.id = id;
    source.span.begin = static_cast<std::uint32_t>(timeline.document.text.size());
    timeline.document.text += "a\nb";
    source.span.end = static_cast<std::uint32_t>(timeline.document.text.size());
    timeline.document.text += "\n\n";
    timeline.sources.push_back(source);
  }
  return timeline;
}

}  // namespace

TEST_CASE("a document is called by its file name, and by its whole id where two have one name", "[render][labels]") {
  struct Row {
    std::vector<std::string> ids, names;
  };
  const auto row = GENERATE(values<Row>({{{"news/herald.txt", "post.html"}, {"herald", "post"}},
                                         {{"a/notes.md", "b/notes.md"}, {"a/notes.md", "b/notes.md"}},
                                         {{"", ".hidden"}, {"#1", ".hidden"}}}));
  const Timeline timeline = with(row.ids);
  const SourceNames names(timeline);
  for (std::size_t d = 0; d < row.ids.size(); ++d) CHECK(names.name(d) == row.names[d]);
}

TEST_CASE("of many documents that tell of an event the first are named and the others counted", "[render][labels]") {
  const Timeline timeline = with({"a", "b", "c", "d", "e", "f"});
  Event event;
  for (const std::size_t d : {5, 1, 0, 1, 2})
    event.mentions.push_back({timeline.sources[d].span.begin, timeline.sources[d].span.begin + 1});
  const SourceNames names(timeline);
  CHECK(names.of(event) == "a, b, c, f");
  for (const std::size_t d : {3, 4}) event.mentions.push_back(timeline.sources[d].span);
  CHECK(names.of(event) == "a, b, c, d … +2");
}

TEST_CASE("a place names its document, and counts lines within it", "[render][labels]") {
  const Timeline timeline = with({"a.txt", "b.txt"});
  Places places(timeline);
  CHECK(places.at(0) == "a:1:1");
  CHECK(places.at(timeline.sources[1].span.begin + 2) == "b:2:1");
}

}  // namespace annal::labels
