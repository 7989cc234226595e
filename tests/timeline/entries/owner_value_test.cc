#include "timeline/entries/owner_value.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("a link leads to the web or to a mailbox, and nowhere else", "[timeline][entries]") {
  for (const char* good :
       {"https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG/", "mailto:desk@example.org",
        "https://example.org/stra\xC3\x9F"
        "e"})
    CHECK(is_link(good));
  for (const char* bad :
       {"", "https://", "mailto:", "javascript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "example.org", "/a", "//a.org",
        "https:\\\\example.org", "https://example.org/a b", "https://example.org/\"onclick=", "vbscript:x"})
    CHECK_FALSE(is_link(bad));
}

TEST_CASE("an image is loaded from the web, from the page's own folder, or from its address itself",
          "[timeline][entries]") {
  for (const char* good : {"https://example.org/a.png", "data:image/png;base64,AAAA", "photos/mill.jpg", "./mill.jpg",
                           "/mill.jpg", "../mill.jpg?a=1:2"})
    CHECK(is_image_address(good));
  for (const char* bad : {"", "javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "file:///a.png",
                          "//example.org/a.png", "C:\\a.png", "a b.png", "a.png\" onerror="})
    CHECK_FALSE(is_image_address(bad));
}

TEST_CASE("a colour is a name or hexadecimal", "[timeline][entries]") {
  for (const char* good : {"red", "LightGoldenrodYellow", "#b42318", "#fff", "#FFF8", "#b4231880"})
    CHECK(is_colour(good));
  for (const char* bad : {"", "#", "#ff", "#fffff", "#ggg", "red;", "url(a)", "red}", "rgb(1,2,3)", "re d"})
    CHECK_FALSE(is_colour(bad));
}

TEST_CASE("a theme is light, dark, or properties that load nothing and end nothing", "[timeline][entries]") {
  for (const char* good : {"light", "dark", "--annal-ground: #fffdf5; --annal-text: #222", "--annal-ground:#fff;",
                           "--annal-line: rgb(0 0 0 / 20%)", "--annal-font: Georgia, serif"})
    CHECK(is_theme(good));
  for (const char* bad :
       {"", ";", "blue", "color: red", "--annal-ground: #fff } * { color: red", "--annal-ground: url(a)",
        "--annal-ground: URL(a)", "--annal-ground", "--annal-: red", "--annal-ground: rgb(0",
        "--annal-ground: red</style>", "--annal-ground: red /* ", "--annal-ground:"})
    CHECK_FALSE(is_theme(bad));
}
