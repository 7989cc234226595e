#include "timeline/collection/combine.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "render/json.h"
#include "timeline/json/read_timeline.h"
#include "timeline/read_article.h"
#include "timeline/sources.h"

namespace annal {
namespace {

struct Source {
  std::string id, dct, text;
};

Timeline timeline_of(const Source& source) {
  ArticleOptions options;
  options.name = options.default_id = source.id;
  options.language = Language::find("en");
  if (!source.dct.empty()) options.dct = *parse_dct(source.dct);
  return build_timeline(*read_article(source.text, options));
}

Timeline combined(const std::vector<Source>& sources) {
  Collection collection;
  for (const Source& source : sources) REQUIRE(collection.add(timeline_of(source)));
  return std::move(collection).finish();
}

std::string ids_of(const Timeline& timeline, const Event& event) {
  std::string ids;
  for (const std::uint32_t d : sources_of(timeline, event)) ids += (ids.empty() ? "" : ", ") + timeline.sources[d].id;
  return ids;
}

/// Each event that is shown, a line: "opens | 3 May 2016 (Herald) · 4 May 2016 (Post) | Herald, Post".
std::vector<std::string> shown(const Timeline& timeline) {
  std::vector<std::string> lines;
  for (const std::uint32_t e : timeline.order) {
    const Event& event = timeline.events[e];
    if (!event.shown) continue;
    std::string line = event.title + " | " + event.edtf;
    for (const Account& account : event.accounts) {
      line += " | " + account.edtf + ":";
      for (const std::uint32_t mention : account.mentions)
        line += " " + timeline.sources[source_at(timeline, event.mentions[mention].begin)].id;
    }
    lines.push_back(line + " | " + ids_of(timeline, event));
  }
  return lines;
}

const std::vector<Source> bridge{
    {"Herald", "2016-05-06", "The mayor opened the Lind bridge on 3 May 2016. Two days later the council met."},
    {"Post", "2016-05-07", "The mayor opened the Lind bridge on 4 May 2016. A fire destroyed the mill in June 2015."},
    {"Times", "2016-05-08", "The mayor opened the Lind bridge on 3 May 2016."}};

}  // namespace

TEST_CASE("documents that disagree on a date give one event with both accounts", "[timeline][collection]") {
  const std::vector<std::string> lines = shown(combined(bridge));
  INFO(lines.size());
  CHECK(lines == std::vector<std::string>{
                     "A fire destroyed the mill | 2015-06 | Post",
                     "The mayor opened the Lind bridge | 2016-05-03/2016-05-04 | 2016-05-03: Herald Times | "
                     "2016-05-04: Post | Herald, Post, Times",
                     "The council met | 2016-05-05 | Herald"});
}

TEST_CASE("a collection of one document is the timeline of that document", "[timeline][collection]") {
  CHECK(to_json(combined({bridge[0]})) == to_json(timeline_of(bridge[0])));
}

TEST_CASE("the JSON of a collection is read back to the same JSON", "[timeline][collection]") {
  const std::string json = to_json(combined(bridge));
  const auto read = read_timeline(json, "case.json");
  REQUIRE(read);
  CHECK(to_json(*read) == json);
}

}  // namespace annal
