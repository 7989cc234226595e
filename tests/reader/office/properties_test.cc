// What a document states of itself beside its text.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "tests/reader/office/office.h"

using namespace annal;
using namespace test;

namespace {

std::string days(const std::string& created, const std::string& modified) {
  return (created.empty() ? "" : "<dcterms:created>" + created + "</dcterms:created>") +
         (modified.empty() ? "" : "<dcterms:modified>" + modified + "</dcterms:modified>");
}

}  // namespace

TEST_CASE("the days on which a file was made are candidates, trusted where they agree", "[reader][office]") {
  struct Row {
    const char* why;
    std::string properties, candidates;
  };
  const auto row = GENERATE(values<Row>({
      {"one week", days("2016-11-14T06:30:00Z", "2016-11-16T06:30:00Z"), "2016-11-14 60% 2016-11-16 60% "},
      {"saved as another", days("2009-02-01T06:30:00Z", "2016-11-16T06:30:00Z"), "2009-02-01 30% 2016-11-16 30% "},
      {"one alone", days("2016-11-14", ""), "2016-11-14 30% "},
      {"no date", days("yesterday", ""), ""},
      {"a template's", days("2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z") + "<dc:creator>python-docx</dc:creator>",
       ""},
      {"broken properties state nothing", "<dc:title>", ""},
  }));
  INFO(row.why);
  const Document document = read_document(docx(word("It burned."), {core_properties(row.properties)}));
  std::string candidates;
  for (const DctCandidate& candidate : document.dct_candidates)
    candidates += iso_text(floor_day(candidate.dct.at), false) + " " +
                  std::to_string(static_cast<int>(candidate.trust * 100 + 0.5)) + "% ";
  CHECK(candidates == row.candidates);
  CHECK_FALSE(document.dct.known());
}

TEST_CASE("the stated title counts where no heading is one and it is no name of a file", "[reader][office]") {
  struct Row {
    const char *why, *stated, *level, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"a heading comes first", "Minutes", "0", "The mill"},
      {"of a lower level it does not", "Minutes", "1", "Minutes"},
      {"a file's name", "minutes-3.docx", "1", ""},
      {"a program's", "Microsoft Word - minutes", "1", ""},
  }));
  INFO(row.why);
  const std::string heading = word("The mill", "<w:outlineLvl w:val='" + std::string(row.level) + "'/>");
  const ZipPart properties = core_properties("<dc:title>" + std::string(row.stated) + "</dc:title>");
  CHECK(read_document(docx(heading + word("It burned."), {properties})).title == row.title);
}
