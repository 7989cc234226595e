// Character references of HTML.
#include "reader/html/parser/reference.h"

#include <catch2/catch.hpp>

#include <string>

using namespace annal::html;

TEST_CASE("a reference is read by name or number, and what names no character is U+FFFD", "[reader][html]") {
  struct Row {
    const char* source;
    bool in_attribute;
    std::size_t taken;
    const char* out;
  };
  const auto row = GENERATE(values<Row>({
      {"&amp;", false, 5, "&"},
      {"&amp x", false, 4, "&"},
      {"&ampx", false, 4, "&"},
      {"&ampx", true, 0, ""},
      {"&amp=", true, 0, ""},
      {"&amp;x", true, 5, "&"},
      {"&eacute;", false, 8, "\u00E9"},
      {"&#65;", false, 5, "A"},
      {"&#x41;", false, 6, "A"},
      {"&#X41", false, 5, "A"},
      {"&#150;", false, 6, "\u2013"},
      {"&#0;", false, 4, "\uFFFD"},
      {"&#xD800;", false, 8, "\uFFFD"},
      {"&#x110000;", false, 10, "\uFFFD"},
      {"&#4294967361;", false, 13, "\uFFFD"},
      {"&#27;", false, 5, "\uFFFD"},
      {"&#;", false, 0, ""},
      {"&#x;", false, 0, ""},
      {"&;", false, 0, ""},
      {"&", false, 0, ""},
      {"&nosuchname;", false, 0, ""},
  }));
  INFO(row.source << (row.in_attribute ? " in an attribute" : ""));
  std::string out = ">";
  CHECK(read_reference(row.source, row.in_attribute, out) == row.taken);
  CHECK(out == std::string(">") + row.out);
}
