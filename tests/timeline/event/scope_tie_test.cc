// Events get the date that they stand under, by the structure of the text.
#include <catch2/catch.hpp>

#include <string>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "timeline/pipeline.h"

using namespace annal;

namespace {

/// Title and date of each event that a picture shows: "The mill burned 2014-05-03 / ..."
std::string shown(const std::string& text, const char* language = "en") {
  Document document;
  document.text = text;
  const Language& of = *Language::find(language);
  std::string out;
  for (const Event& event : build_timeline(analyse(std::move(document), of), of).events)
    if (event.shown) out += (out.empty() ? "" : " / ") + event.title + (event.edtf.empty() ? "" : " " + event.edtf);
  return out;
}

}  // namespace

TEST_CASE("a date that stands alone dates the events under it", "[timeline][event][scope]") {
  CHECK(shown("3 May 2014\nThe mill burned.\n\n7 May 2014\nThe mayor resigned.") ==
        "The mill burned 2014-05-03 / The mayor resigned 2014-05-07");
  CHECK(shown("1888: The mill is built.\n1931: The mill is sold.") == "The mill is built 1888 / The mill is sold 1931");
  CHECK(shown("4 de abril de 1987\nEl molino ardi\u00f3.\n\n9 de abril de 1987\nEl alcalde dimiti\u00f3.", "es") ==
        "El molino ardi\u00f3 1987-04-04 / El alcalde dimiti\u00f3 1987-04-09");
}

TEST_CASE("a line with a date of its own is an event without a verb, too", "[timeline][event][scope]") {
  CHECK(shown("3 April 2019 - The valve was ordered.\n5 May 2021 - Breakthrough") ==
        "The valve was ordered 2019-04-03 / Breakthrough 2021-05-05");
}

TEST_CASE("what had happened before the date above is not dated by it", "[timeline][event][scope]") {
  CHECK(shown("3 May 2014\nThe mill burned. It had belonged to Ann Holt.\n\n7 May 2014\nThe mayor resigned.") ==
        "The mill burned 2014-05-03 / The mill had belonged to Ann Holt / The mayor resigned 2014-05-07");
}

TEST_CASE("what minutes tell belongs to the day of their session", "[timeline][event][scope]") {
  CHECK(
      shown("Minutes of the meeting held in the school on 6 September 2016. Mrs Dale proposed a new fence. The council "
            "rejected the offer.")
          .find("Mrs Dale proposed a new fence 2016-09-06") != std::string::npos);
  // a time of its own says more, if a participle stands between
  CHECK(
      shown("Minutes of the board of 19 March 2015. The board appointed Tilda Roan acting treasurer on 18 March 2015.")
          .find("The board appointed Tilda Roan acting treasurer 2015-03-18") != std::string::npos);
  // a report of a meeting is no minutes
  CHECK(shown("The meeting was held in the school on 6 September 2016. Mrs Dale proposed a new fence.")
            .find("Mrs Dale proposed a new fence 2016-09-06") == std::string::npos);
}
