#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "timeline/collection/combine.h"
#include "timeline/read_article.h"
#include "timeline/sources.h"

namespace annal {
namespace {

/// The documents of the event with this lemma that has most.
std::size_t most_sources(const std::string& a, const std::string& b, const std::string& lemma) {
  Collection collection;
  for (const std::string& text : {a, b}) {
    ArticleOptions options;
    options.default_id = text;
    options.language = Language::find("en");
    options.dct = *parse_dct("2019-12-30");
    REQUIRE(collection.add(build_timeline(*read_article(text, options))));
  }
  const Timeline timeline = std::move(collection).finish();
  std::size_t most = 0;
  for (const Event& event : timeline.events)
    if (event.lemma == lemma) most = std::max(most, sources_of(timeline, event).size());
  return most;
}

struct Row {
  const char *a, *b, *lemma;
};

}  // namespace

TEST_CASE("two happenings of one day stay two where others take part", "[timeline][collection][coreference]") {
  const auto row = GENERATE(values<Row>({
      {"John Weir died on 3 May 2012.", "Otto Cole died on 3 May 2012.", "die"},
      {"Jane Orel was born on 3 May 1950.", "John Weir was born on 3 May 1950.", "bear"},
      {"The court convicted John Weir on 3 May 2012.", "The court convicted Otto Cole on 3 May 2012.", "convict"},
      {"Arsenal beat Chelsea on 3 May 2012.", "Leeds beat Everton on 3 May 2012.", "beat"},
      {"The mayor left Tarn on 3 May 2012.", "The mayor left Belm on 3 May 2012.", "leave"},
      {"A bomb exploded in Paris on 3 May 2012.", "A bomb exploded in London on 3 May 2012.", "explode"},
      {"The north tower collapsed on 3 May 2012.", "The south tower collapsed on 3 May 2012.", "collapse"},
      {"The first tower collapsed on 3 May 2012.", "The second tower collapsed on 3 May 2012.", "collapse"},
      {"The minister of justice resigned on 3 May 2012.", "The minister of finance resigned on 3 May 2012.", "resign"},
      {"Germany declared war on France on 3 August 1914.", "Austria declared war on Serbia on 3 August 1914.",
       "declare"},
      {"Jane Orel left Tarn on 3 May 2012.", "Jane Orel left Belm on 3 May 2012.", "leave"},
      {"The ferry Tamsin sank on 3 May 2012.", "The ferry Orla sank on 3 May 2012.", "sink"},
      {"Flight 12 crashed on 11 September 2001.", "Flight 17 crashed on 11 September 2001.", "crash"},
      {"Police arrested a man in Tarn on 3 May 2012.", "Police arrested a man in Belm on 3 May 2012.", "arrest"},
      {"Apple sued Samsung in 2011.", "Samsung sued Apple in 2011.", "sue"},
      {"The mill in Tarn burned down on 3 May 2012.", "The school in Tarn burned down on 3 May 2012.", "burn"},
      {"The council closed the mill on 3 May 2014.", "The council closed the school on 3 May 2014.", "close"},
      {"The board approved the budget on 3 May 2014.", "The board approved the minutes on 3 May 2014.", "approve"},
      {"The company sold the mill on 3 May 2014.", "The company sold the ferry on 3 May 2014.", "sell"},
  }));
  INFO(row.b);
  CHECK(most_sources(row.a, row.b, row.lemma) == 1);
}

TEST_CASE("what has no date is of a dated happening only where who or what takes part agrees",
          "[timeline][collection][coreference]") {
  struct Pair {
    const char *dated, *undated, *lemma;
    std::size_t sources;
  };
  const auto row = GENERATE(values<Pair>({
      {"Ruth Corvane died on 12 December 2019.", "Piers Corvane died.", "die", 1},
      {"Anton Weir was arrested on 12 December 2019.", "Nigel Weir was arrested.", "arrest", 1},
      {"Mary Dunmore, the mayor, resigned on 12 December 2019.", "The mayor, John Dunmore, resigned.", "resign", 1},
      {"Piers Corvane was arrested on 12 December 2019.", "The brother of Piers Corvane was arrested.", "arrest", 1},
      {"Piers Corvane was arrested on 12 December 2019.", "Piers Corvane's brother was arrested.", "arrest", 1},
      {"The school in Tarn burned down on 12 December 2019.", "The school in Belm burned down.", "burn", 1},
      {"A fire in Tarn killed a boy on 12 December 2019.", "A fire in Belm killed a boy.", "fire", 1},
      {"The mayor of Tarn resigned on 12 December 2019.", "The mayor of Belm resigned.", "resign", 1},
      {"The council of Tarn closed the mill on 12 December 2019.", "The council of Belm closed the mill.", "close", 1},
      {"The council closed the mill on 12 December 2019.", "The council closed the school.", "close", 1},
      {"The board approved the budget on 12 December 2019.", "The board approved the minutes.", "approve", 1},
      {"The old mill in Tarn burned down on 12 December 2019.", "The new mill in Tarn burned down.", "burn", 1},
      {"The roof of the mill collapsed on 12 December 2019.", "The mill collapsed.", "collapse", 1},
      {"A man was arrested in Tarn on 12 December 2019.", "A man was arrested.", "arrest", 1},
      {"Piers Corvane was arrested on 12 December 2019.", "Corvane was arrested.", "arrest", 2},
      {"Ruth Corvane died on 12 December 2019.", "R. Corvane died.", "die", 2},
      {"Rob Corvane was arrested on 12 December 2019.", "Robert Corvane was arrested.", "arrest", 2},
      {"The mayor, Olga Pinnock, signed the contract on 12 December 2019.", "Olga Pinnock signed the contract.", "sign",
       2},
      {"The treasurer, Piers Corvane, resigned on 12 December 2019.", "Piers Corvane resigned as treasurer.", "resign",
       2},
      {"The council closed the mill on 12 December 2019.", "The council closed the mill after a flood.", "close", 2},
  }));
  INFO(row.dated);
  INFO(row.undated);
  CHECK(most_sources(row.dated, row.undated, row.lemma) == row.sources);
  CHECK(most_sources(row.undated, row.dated, row.lemma) == row.sources);
}

TEST_CASE("one happening of two documents is one event", "[timeline][collection][coreference]") {
  const auto row = GENERATE(values<Row>({
      {"Mayor Anna Lind opened the Ost bridge on 3 May 2016.", "Lind opened the Ost bridge on 3 May 2016.", "open"},
      {"Police arrested Gil Sarrow on 15 March 2019.", "Officers arrested Gil Sarrow on 15 March 2019.", "arrest"},
      {"The watchman, Lew Pargeter, died on 7 March 2019.", "Pargeter died on 7 March 2019.", "die"},
      {"The mill in Tarn burned down on 3 May 2012.", "The old mill burned down on 3 May 2012.", "burn"},
  }));
  INFO(row.b);
  CHECK(most_sources(row.a, row.b, row.lemma) == 2);
}

}  // namespace annal
