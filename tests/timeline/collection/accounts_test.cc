#include "timeline/collection/accounts.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "timeline/collection/combine.h"
#include "timeline/read_article.h"

namespace annal {
namespace {

/// How many events of the documents have several accounts.
std::size_t disagreements_of(const std::vector<std::string>& texts) {
  Collection collection;
  for (const std::string& text : texts) {
    ArticleOptions options;
    options.default_id = text;
    options.language = Language::find("en");
    options.dct = *parse_dct("2019-12-30");
    REQUIRE(collection.add(build_timeline(*read_article(text, options))));
  }
  const Timeline timeline = std::move(collection).finish();
  return static_cast<std::size_t>(
      std::ranges::count_if(timeline.events, [](const Event& event) { return !event.accounts.empty(); }));
}

}  // namespace

TEST_CASE("one happening of two dates is a disagreement", "[timeline][collection][accounts]") {
  struct Row {
    const char *a, *b;
  };
  const auto row = GENERATE(values<Row>({
      {"The police arrested Gil Sarrow on 14 March 2019.", "Police arrested Gil Sarrow, a foreman, on 15 March 2019."},
      {"Mayor Anna Lind opened the Ost bridge on 3 May 2016 before a crowd of 2,000.",
       "Mayor Lind opened the Ost bridge on 6 May 2016."},
      {"The court sentenced Gil Sarrow on 11 November 2019.", "The court sentenced Gil Sarrow on 12 November 2019."},
      {"Inspectors last visited the Selwick cannery in November 2018.",
       "Inspectors last visited the Selwick cannery in January 2019."},
  }));
  INFO(row.a);
  CHECK(disagreements_of({row.a, row.b}) == 1);
}

TEST_CASE("what only looks like one happening is no disagreement", "[timeline][collection][accounts]") {
  struct Row {
    const char *a, *b;
  };
  const auto row = GENERATE(values<Row>({
      {"Police arrested Gil Sarrow on 15 March 2019.", "Police arrested Gil Sarrow again on 16 March 2019."},
      {"Police arrested Gil Sarrow on 15 March 2019.",
       "Police arrested Gil Sarrow for a second time on 16 March 2019."},
      {"Police arrested Gil Sarrow on 15 March 2019.", "Police arrested the brother of Gil Sarrow on 14 March 2019."},
      {"Police arrested Gil Sarrow on 15 March 2019.", "Police arrested Gil Sarrow's brother on 14 March 2019."},
      {"Police arrested Gil Sarrow on 15 March 2019.", "Police did not arrest Gil Sarrow on 14 March 2019."},
      {"Police arrested Gil Sarrow on 15 March 2019.", "Police arrested Peter Sarrow on 14 March 2019."},
      {"A fire broke out in the Selwick cannery in Marrowby on 4 March 2019.",
       "A second fire broke out in the Selwick cannery in Marrowby on 5 March 2019."},
      {"The council of Marrowby rejected an inquiry on 12 March 2019.",
       "The council of Marrowby rejected a second inquiry on 13 March 2019."},
      {"The council of Marrowby rejected an inquiry on 12 March 2019.",
       "The council of Marrowby rejected an inquiry on 19 March 2019."},
      {"Casimir Dowd resigned as chairman on 13 March 2019.", "Casimir Dowd resigned as mayor on 14 March 2019."},
      {"Norvane Foods paid Marrowby 4 million crowns on 12 March 2019.",
       "Norvane Foods paid Marrowby 4 million crowns on 13 March 2019 as a second instalment."},
      {"Norvane Foods paid Marrowby 4 million crowns on 12 March 2019.",
       "Norvane Foods paid Marrowby 2 million crowns on 13 March 2019."},
      {"Odile Fenwright met Imre Tolland on 12 March 2019.",
       "Odile Fenwright met Imre Tolland on 14 March 2019 for the third time."},
      {"Mayor Fenwright visited Port Ellery on 12 March 2019.",
       "Mayor Fenwright visited Port Ellery on 19 March 2019."},
      {"The yearly fair of Marrowby opened on 4 May 2018.", "The yearly fair of Marrowby opened on 3 May 2019."},
      {"The council approved the budget on 3 June 2014.", "The council approved the budget on 3 July 2014."},
      {"The king visited Tarn on 3 May 2014.", "The king visited Tarn on 4 May 2014."},
      {"A car bomb exploded in Tarn on 3 June 2014.", "A car bomb exploded in Tarn on 5 June 2014."},
      {"Five soldiers were killed in Harl on 3 May 2014.", "Five soldiers were killed in Harl on 4 May 2014."},
      {"The bridge in Tarn was to be opened on 3 May 2012.", "The bridge in Tarn was opened on 9 May 2012."},
      {"The trial of Jane Orel was to open on 3 May 2010.", "The trial of Jane Orel opened on 10 May 2010."},
      {"John Cole, a lawyer from Tarn, died on 3 May 2010.", "John Cole, a singer from Belm, died on 5 May 2010."},
      {"John Weir, 70, died in Tarn on 3 May 2010.", "John Weir, 25, died in Tarn on 5 May 2010."},
      {"The judge John Weir died on 3 May 2010.", "The singer John Weir died on 5 May 2010."},
      {"Paula Koch won the Tarn marathon in 2012.", "Paula Koch won the Tarn marathon in 2013."},
      {"Harlan sold a mill in 2012.", "Harlan sold a mill in 2013."},
      {"The cannery in Selwick burned down in 1987.", "The school in Selwick burned down in 1988."},
  }));
  INFO(row.b);
  CHECK(disagreements_of({row.a, row.b}) == 0);
}

}  // namespace annal
