// What an owner states around a timeline comes before what the document says of itself.
#include "render/labels/heading.h"

#include <catch2/catch.hpp>

#include "render/json.h"
#include "render/labels/date_words.h"
#include "render/text/text.h"
#include "tests/render/made_timeline.h"

using namespace annal;
using namespace annal::testing;

TEST_CASE("the headline is the owner's, else the document's, on one line", "[render][labels]") {
  Timeline timeline;
  CHECK(labels::heading_of(timeline).empty());
  timeline.document.title = "The\n Aurelia";
  CHECK(labels::heading_of(timeline) == "The Aurelia");
  timeline.presentation.title = "Four\ndays";
  CHECK(labels::heading_of(timeline) == "Four days");
  timeline.presentation.title = " \n";
  CHECK(labels::heading_of(timeline) == "The Aurelia");
}

TEST_CASE("labels and dates are in the language that the owner states, else in that of the text", "[render][labels]") {
  Timeline timeline = ferry().timeline;
  CHECK(labels::labels_of(timeline).tag() == "en");
  timeline.presentation.language = "de";
  CHECK(labels::labels_of(timeline).tag() == "de");
  CHECK(to_json(timeline).find("\"when\":\"8. Nov 2016\"") != std::string::npos);
  CHECK(to_text(timeline).find("8. Nov 2016") != std::string::npos);
  timeline.presentation.language = "tlh";
  CHECK(labels::labels_of(timeline).tag() == "en");
}
