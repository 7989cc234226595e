#include "timeline/tlink/calendar_tlinks.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

/// The links of `text`, a line each: "friday inside last week"; t0 is the day of writing.
std::string links_of(const Analysis& analysis, std::size_t most = 100) {
  std::vector<TLink> links;
  append_calendar_tlinks(analysis, most, links);
  const auto name = [&](const Entity& entity) {
    return entity.kind == Entity::Kind::document
               ? std::string("t0")
               : std::string(slice(analysis.document.text, analysis.timexes[entity.index].span));
  };
  std::string out;
  for (const TLink& link : links) {
    CHECK(link.kind == EvidenceKind::calendar);
    CHECK_FALSE(link.bounds);
    CHECK(link.trust == 1);
    const char* relation = link.relation == TemporalRelation::before      ? " before "
                           : link.relation == TemporalRelation::after     ? " after "
                           : link.relation == TemporalRelation::inside    ? " inside "
                           : link.relation == TemporalRelation::identical ? " is "
                                                                          : " ? ";
    out += name(link.from) + relation + name(link.to) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("Time expressions are related to the day of writing and to those before them", "[timeline][relation]") {
  struct Row {
    const char *why, *text, *links;
  };
  // Written on 14 November 2016.
  const auto row = GENERATE(values<Row>({
      {"before and after", "The mill burned on 3 May 2014 and opened on 5 May 2014.",
       "3 May 2014 before t0\n3 May 2014 before 5 May 2014\n5 May 2014 before t0\n"},
      {"a day inside its month", "In May 2014 the mill burned, on 3 May 2014.",
       "May 2014 before t0\n3 May 2014 inside May 2014\n3 May 2014 before t0\n"},
      {"the same day twice", "It burned on 3 May 2014. It opened on 3 May 2014.",
       "3 May 2014 before t0\n3 May 2014 is 3 May 2014\n"},
      {"not across three sentences", "It burned on 3 May 2014. It smoked. It opened on 5 May 2014.",
       "3 May 2014 before t0\n5 May 2014 before t0\n"},
      {"what is only a length lies nowhere", "It burned for three days.", ""},
  }));
  INFO(row.why);
  CHECK(links_of(test::analysed(row.text)) == row.links);
}

TEST_CASE("Relations of the calendar past the limit are counted and left out", "[timeline][relation]") {
  const Analysis analysis = test::analysed("The mill burned on 3 May 2014 and opened on 5 May 2014.");
  std::vector<TLink> links;
  CHECK(append_calendar_tlinks(analysis, 1, links) == 2);
  CHECK(links.size() == 1);
}
