#include "timeline/event/time_marker.h"

#include <catch2/catch.hpp>

#include "core/pipeline.h"
#include "core/text/read.h"

namespace annal {
namespace {

TEST_CASE("the longest entry before a time says how it lies to what it dates", "[timeline][event]") {
  struct Row {
    const char *tag, *text;
    TieKind kind;
    const char* marker;
  };
  const auto row = GENERATE(values<Row>({
      {"es", "La ermita se construy\u00f3 antes de 1990.", TieKind::before, "antes"},
      {"es", "El tren circula a partir del 3 de mayo de 2020.", TieKind::from, "a"},
      {"es", "La ermita es de 1990.", TieKind::from, "de"},
      {"fr", "L'usine fonctionna jusqu'aux ann\u00e9es 1970.", TieKind::until, "jusqu"},
      {"fr", "Le pont ouvrira d'ici mai 2020.", TieKind::by, "d"},
      {"fr", "Le pont fut ferm\u00e9 apr\u00e8s le 3 mai 2020.", TieKind::after, "apr\u00e8s"},
      {"de", "Die M\u00fchle lief bis in die siebziger Jahre.", TieKind::by, "bis"},
      {"de", "Die M\u00fchle stand nach dem Sommer 1990 still.", TieKind::after, "nach"},
      {"ru",
       "\u041c\u043e\u0441\u0442 \u0434\u043e\u0441\u0442\u0440\u043e\u044f\u0442 \u043a \u043c\u0430\u044e 2020 "
       "\u0433\u043e\u0434\u0430.",
       TieKind::by, "\u043a"},
      {"en", "Yesterday it rained.", TieKind::bare, ""},
  }));
  INFO(row.text);
  const Language& language = *Language::find(row.tag);
  const Analysis analysis = analyse(read_text(row.text, "test").value(), language);
  REQUIRE(analysis.timexes.size() == 1);
  std::uint32_t first = 0;
  while (analysis.tokens[first].begin < analysis.timexes[0].span.begin) ++first;
  const TimeMarker marker = TimeMarkers(language).before(analysis, first, 0);
  CHECK(marker.kind == row.kind);
  const bool found = marker.token >= 0;
  CHECK((found ? slice(row.text, analysis.tokens[static_cast<std::size_t>(marker.token)].span()) : "") == row.marker);
}

}  // namespace
}  // namespace annal
