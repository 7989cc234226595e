// Names of elements and the groups that the standard puts them in.
#include "reader/html/parser/tag.h"

#include <catch2/catch.hpp>

using namespace annal::html;

TEST_CASE("a tag is known by its name in small letters", "[reader][html]") {
  CHECK(tag_of("p") == Tag::p);
  CHECK(tag_of("template") == Tag::template_);
  CHECK(tag_of("annotation-xml") == Tag::annotation_xml);
  CHECK(tag_of("xmp") == Tag::xmp);
  CHECK(tag_of("P") == Tag::unknown);
  CHECK(tag_of("") == Tag::unknown);
  CHECK(tag_of("ferry") == Tag::unknown);
}

TEST_CASE("each group holds its own elements", "[reader][html]") {
  CHECK(is_heading(Tag::h1));
  CHECK(is_heading(Tag::h6));
  CHECK_FALSE(is_heading(Tag::head));
  CHECK_FALSE(is_heading(Tag::header));
  CHECK(is_head_content(Tag::meta));
  CHECK(is_head_content(Tag::template_));
  CHECK_FALSE(is_head_content(Tag::head));
  CHECK_FALSE(is_head_content(Tag::noscript));
  CHECK(is_implied_end(Tag::li));
  CHECK_FALSE(is_implied_end(Tag::tr));
  CHECK(is_thoroughly_implied_end(Tag::tr));
  CHECK(is_thoroughly_implied_end(Tag::li));
  CHECK_FALSE(is_thoroughly_implied_end(Tag::div));
  CHECK(is_special_html(Tag::div));
  CHECK_FALSE(is_special_html(Tag::span));
}
