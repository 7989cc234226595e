#include "timeline/entries/address.h"

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
                           "photos/2016/mill..jpg?a=1"})
    CHECK(is_image_address(good));
  for (const char* bad :
       {"", "javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "file:///a.png", "/mill.jpg",
        "../mill.jpg", "photos/../../mill.jpg", "//example.org/a.png", "C:\\a.png", "a b.png", "a.png\" onerror="})
    CHECK_FALSE(is_image_address(bad));
}
