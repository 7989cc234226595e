// Pages as tests write them.
#pragma once

#include <catch2/catch.hpp>

#include <string>

#include "reader/html/read_html.h"

namespace annal::test {

inline const Language& english() { return *Language::find("en"); }

inline Document page(const std::string& html, const std::string& url = "") {
  auto document = read_html(html, "page.html", url, &english());
  REQUIRE(document.has_value());
  return *document;
}

inline std::string article_page(const std::string& head, const std::string& before, const std::string& body) {
  return "<!DOCTYPE html><html lang=en><head><title>The ferry is back | Harbour Post</title>" + head + "</head><body>" +
         before + "<article><h1>The ferry is back</h1>" + body + "</article></body></html>";
}

inline const std::string prose =
    "<p>The old ferry sailed again on Monday, after a winter in the yard, and the town came out to greet it with "
    "flags.</p><p>Its captain, who had waited for months, said the new engine ran well, and that the summer "
    "timetable, with six crossings a day, would begin in June.</p>";

}  // namespace annal::test
