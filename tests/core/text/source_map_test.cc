#include "core/text/source_map.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("without runs the text is the source", "[core][text][source-map]") {
  const SourceMap map;
  CHECK(map.identity());
  CHECK(map.at(7) == 7);
}

TEST_CASE("inside a run text and source advance together, and jump where the next begins", "[core][text][source-map]") {
  SourceMap map;
  map.add(0, 10);  // ten bytes of markup stand before the text
  map.add(5, 30);  // and a tag behind its first five letters
  map.end_at(33);
  struct Row {
    std::uint32_t text, source;
  };
  const auto row = GENERATE(values<Row>({{0, 10}, {4, 14}, {5, 30}, {7, 32}, {8, 33}, {100, 33}}));
  CHECK(map.at(row.text) == row.source);
  std::size_t hint = 0;
  for (std::uint32_t at = 0; at < row.text; ++at) map.at(at, hint);
  CHECK(map.at(row.text, hint) == row.source);
}

TEST_CASE("a run that goes on where the last would be anyway is not stored", "[core][text][source-map]") {
  SourceMap map;
  map.add(0, 10);
  map.add(3, 13);
  CHECK(map.runs() == 1);
  map.add(3, 14);
  CHECK(map.runs() == 2);
}
