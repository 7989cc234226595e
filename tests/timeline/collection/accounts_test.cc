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

Timeline timeline_of(const std::vector<std::string>& texts, const char* written = "2019-12-30") {
  Collection collection;
  for (const std::string& text : texts) {
    ArticleOptions options;
    options.default_id = text;
    options.language = Language::find("en");
    options.dct = *parse_dct(written);
    REQUIRE(collection.add(build_timeline(*read_article(text, options))));
  }
  return std::move(collection).finish();
}

/// How many events of the documents have several accounts.
std::size_t disagreements_of(const std::vector<std::string>& texts, const char* written = "2019-12-30") {
  const Timeline timeline = timeline_of(texts, written);
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
      {"The Selwick inspectors last visited the cannery in November 2018.",
       "The Selwick inspectorate last visited the cannery in January 2019."},
      {"Ilsa Maren was born on 4 June 1902 in Tarn.", "The painter Ilsa Maren was born in Tarn on 6 June 1902."},
      {"The ferry Osprey sank on 12 May 2016.", "The Osprey, a ferry built in 1961, sank off Belm on 13 May 2016."},
      {"Mayor Otto Brandt resigned on 3 March 2017.", "Otto Brandt stepped down as mayor on 5 March 2017."},
      {"Quill Foods bought the Harrow bakery in June 2015.", "The Harrow bakery was sold to Quill Foods in July 2015."},
      {"The Corn Exchange was demolished in 1964.", "The Corn Exchange was torn down in 1966."},
      {"The Dorn pit collapsed on 9 February 1911.",
       "On 10 February 1911 the Dorn pit collapsed and killed three miners."},
      {"Norland and Sudria signed the Treaty of Belm on 2 May 1856.", "The Treaty of Belm was signed on 4 May 1856."},
      {"The old mill in Tarn burned down on 5 July 2014.", "A fire destroyed the old mill in Tarn on 7 July 2014."},
      {"Pia Lund was acquitted on 7 October 2018.", "The court in Belm acquitted Pia Lund of arson on 8 October 2018."},
      {"Police arrested Nils Aker on 12 September 2016.", "The dealer Nils Aker was arrested on 13 September 2016."},
      {"The director of the Skerr museum, Paul Rinn, retired on 1 March 2018.", "Paul Rinn retired on 3 March 2018."},
      {"The Hotel Astra burned to the ground on 9 February 2018.", "Fire gutted the Hotel Astra on 11 February 2018."},
      {"Orbit Glass bought Ketter Optics in January 2011 for 40 million crowns.",
       "In February 2011 Ketter Optics was sold to Orbit Glass."},
      {"The pier of Belm was destroyed on 2 February 1953.", "A storm destroyed the pier of Belm on 1 February 1953."},
      {"The Dorn bridge collapsed on the morning of 9 April 2016.", "The Dorn bridge collapsed on 10 April 2016."},
      {"On the afternoon of 9 April 2016 the ferry Osprey sank.", "The ferry Osprey sank on 10 April 2016."},
      {"The ferry Osprey was launched at our yard on 11 May 2009.",
       "Off Belm, in the rain, the Osprey was launched on 12 May 2009."},
      {"Kirwick, an old man by then, died at his home on 3 May 2010. People loved Ansel Kirwick.",
       "Ansel Kirwick died of a fever on 5 May 2010."},
      {"Lorne Vetch killed his partner, Amalie Brock, on 17 February 2010.",
       "Vetch killed Amalie Brock with an iron on 16 February 2010."},
      {"Harbour master Torben Aske resigned on 5 June 2015.",
       "Torben Aske resigned after eleven years in office on 8 June 2015."},
      {"The workshop in Penholt was founded by Ansel Kirwick in 1956. Ansel Kirwick built organs.",
       "Ansel Kirwick was a builder of organs. He founded his own workshop in Penholt in 1958."},
      {"The Selwick cannery is old. Its smokehouse burned down in 1987.",
       "The Selwick cannery is old. A fire destroyed the smokehouse in 1988."},
      {"Police arrested Ivo Rasken at his flat on 19 March 2011.",
       "Ivo Rasken was arrested by armed officers after a long chase on 20 March 2011."},
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

TEST_CASE("what comes again, or comes to another, is no disagreement", "[timeline][collection][accounts]") {
  struct Row {
    const char *a, *b;
  };
  const auto row = GENERATE(values<Row>({
      {"Jane Orel was elected to the council in 2010.", "Jane Orel was elected to the council in 2014."},
      {"The mayor resigned on 3 May 2016.", "The mayor resigned on 5 May 2016."},
      {"A storm hit Marl. The school was closed on 3 May 2010.",
       "A storm hit Skerr. The school was closed on 6 May 2010."},
      {"Tom Hale was sentenced to a fine on 3 May 2010.", "Tom Hale was sentenced to prison on 8 May 2010."},
      {"The district court acquitted Tom Hale in 2014.", "The court of appeal acquitted Tom Hale in 2016."},
      {"Police detained Tom Hale on 3 May 2010.", "Police detained Tom Hale's son on 4 May 2010."},
      {"The lawyer of Tom Hale resigned on 3 May 2010.", "Tom Hale resigned on 5 May 2010."},
      {"The widow of Ugo Prem died on 3 May 2010.", "Ugo Prem died on 9 May 2010."},
      {"The Marl works burned down on 3 May 2010.", "A warehouse of the Marl works burned down on 5 May 2010."},
      {"The Astra mill's chimney was demolished on 3 May 2010.", "The Astra mill was torn down on 5 May 2010."},
      {"Aster Steel bought the Hotel Astra in May 2012.", "Aster Steel sold the Hotel Astra in June 2012."},
      {"Anton Weir sold the Stone House to Jane Orel in May 2010.",
       "Jane Orel sold the Stone House to Otto Brandt in June 2010."},
      {"Norland signed the Treaty of Belm on 2 May 1856.", "Sudria signed the Treaty of Belm on 4 May 1856."},
      {"The Ketter dam burst on 11 April 1927.", "The Lower Ketter dam burst on 13 April 1927."},
      {"The village of Harl burned down on 3 May 2010.", "A fire destroyed the village of Dorn on 5 May 2010."},
      {"The bridge in Tarn was closed on 3 May 2016. Correction: The bridge in Tarn was closed on 4 May 2016.",
       "The bridge in Tarn was closed on 4 May 2016."},
      {"Gerald Stroud died on 9 February 2013. Stroud taught music.",
       "Stroud died on 18 February 2013. Mabel Stroud led the kitchen."},
      {"Stroud died on 9 February 2013. Gerald Stroud taught music.",
       "Stroud died on 18 February 2013. Mabel Stroud led the kitchen."},
      {"Tom Hale was ordained deacon on 3 May 2010.", "Tom Hale was ordained priest on 9 May 2010."},
      {"Tom Hale was crowned king of Norland on 3 May 1810.", "Tom Hale was crowned emperor in Belm on 9 May 1810."},
      {"Police arrested Tom Hale in Tarn on 3 May 2010.", "Police arrested Tom Hale at Belm station on 4 May 2010."},
      {"A branch of the Harl bank opened in Tarn on 3 May 2010.",
       "A branch of the Harl bank opened at Belm on 5 May 2010."},
      {"Anton Weir was a smith. His wife died on 3 May 2010.",
       "Otto Brandt knew Anton Weir. His wife died on 5 May 2010."},
      {"Swimming coach Ann Lee died on 3 May 2010.", "Police officer Ann Lee died on 5 May 2010."},
      {"Mine owner Hale's horse died on 3 May 2010.", "Mine owner Hale died on 5 May 2010."},
      {"The thieves killed a watchman, Lew Pargeter, on 3 May 2010.",
       "The thieves killed a watchman, Ugo Prem, on 4 May 2010."},
      {"The Osprey burned on the night of 3 May 2010. It sank on the night of 3 May 2010.",
       "The Osprey burned on 4 May 2010. It sank on 4 May 2010."},
      {"The mill in Tarn burned down on 3 May 2010. Its roof was rebuilt on 3 June 2010.",
       "The school in Tarn burned down on 3 May 2010. Its roof was rebuilt on 8 June 2010."},
      {"The wing of the Marl hospital was opened on 3 May 2010.", "The Marl hospital was opened on 5 May 2010."},
      {"Anna Lind opened the Ost bridge for trams on 3 May 2016.",
       "Anna Lind opened the Ost bridge for cars on 6 May 2016."},
      {"The Ost bridge was closed to lorries on 3 May 2016.",
       "The Ost bridge was closed to all traffic on 6 May 2016."},
      {"The eastern wall of the Dorn dam collapsed on 3 May 2016.",
       "The crest of the Dorn dam collapsed on 6 May 2016."},
      {"Tom Hale was appointed judge on 3 May 2016.", "Tom Hale was appointed as chairman of the club on 5 May 2016."},
      {"Tom Hale was convicted of fraud on 3 May 2016.", "Tom Hale was convicted for the murder of Ugo on 5 May 2016."},
  }));
  INFO(row.b);
  CHECK(disagreements_of({row.a, row.b}) == 0);
}

TEST_CASE("a happening is one whether it is told as new or as known, by a verb or by a noun",
          "[timeline][collection][accounts]") {
  struct Row {
    const char *a, *b;
  };
  const auto row = GENERATE(values<Row>({
      {"Two men stole nine gilded clocks from the castle of Orl on 2 October 2018.",
       "The nine gilded clocks were stolen from the castle of Orl on 4 October 2018."},
      {"The county opened a new swimming pool in Thorn on 3 May 2016.",
       "The new swimming pool in Thorn was opened on 4 May 2016."},
      {"Tom Hale was charged with arson on 3 May 2016.", "Prosecutors charged Tom Hale with arson on 6 May 2016."},
      {"Anna Reed was kidnapped on 3 May 2016.", "Anna Reed was abducted by gunmen on 4 May 2016."},
      {"Tom Hale was released from prison on 3 May 2016.", "The prison released Tom Hale on 5 May 2016."},
      {"Tom Hale was sacked on 3 May 2016.", "Orbit Glass dismissed Tom Hale on 5 May 2016."},
      {"Tom Hale escaped from Marl prison on 3 May 2016.", "Tom Hale had escaped from Marl prison on 4 May 2016."},
      {"Orbit Glass went bankrupt on 3 May 2016.", "Orbit Glass went bankrupt on 5 May 2016."},
      {"The death of Ugo Prem on 3 May 2010 was a shock.", "Ugo Prem died on 5 May 2010."},
      {"After the arrest of Gil Sarrow on 14 March 2019 the union called a strike.",
       "Police arrested Gil Sarrow on 15 March 2019."},
      {"The sinking of the Osprey on 12 May 2016 cost two lives.", "The Osprey sank on 13 May 2016."},
      {"The burial of Ugo Prem on 3 May 2010 drew a crowd.", "Ugo Prem was buried on 4 May 2010."},
      {"The demolition of the Corn Exchange on 3 May 1964 drew a crowd.",
       "The Corn Exchange was torn down on 5 May 1964."},
      {"Ugo Prem died on Thursday night.", "Ugo Prem died on 24 December 2019."},
      {"The rower Piet Anders died in hospital on 16 May 2011.", "Piet Anders died of his injuries on 17 May 2011."},
      {"The board appointed Dr Ines Kolbe as head of surgery on 1 March 2018.",
       "Ines Kolbe was appointed head of surgery at Selby Hospital on 7 March 2018."},
      {"Ugo Prem died on 3 May 2010.", "Ugo Prem died on 3 June 2010."},
      {"Ugo Prem was born on 3 May 1910.", "Ugo Prem was born on 3 May 1911."},
      {"The ferry Osprey sank on 12 May 2016.", "The Osprey sank in June 2016."},
      {"The Corn Exchange was demolished in 1964.", "The Corn Exchange was torn down on 3 May 1966."},
  }));
  INFO(row.a);
  CHECK(disagreements_of({row.a, row.b}) == 1);
}

TEST_CASE("what is told as new twice, or of which a noun tells another side, is no disagreement",
          "[timeline][collection][accounts]") {
  struct Row {
    const char *a, *b;
  };
  const auto row = GENERATE(values<Row>({
      {"Two men stole nine gilded clocks from a castle on 2 October 2018.",
       "Two men stole nine gilded clocks from a castle on 4 October 2018."},
      {"Two men stole nine gilded clocks from the castle of Orl on 2 October 2018.",
       "The eight gilded clocks were stolen from the castle of Orl on 4 October 2018."},
      {"A fire destroyed a barn in Netherby on 6 August 2015.", "The barn in Netherby burned down on 9 August 2015."},
      {"The county opened a swimming pool in Thorn on 3 May 2016.",
       "The swimming hall in Thorn was opened on 4 May 2016."},
      {"Tom Hale was charged with arson on 3 May 2016.", "Tom Hale was charged with murder on 6 May 2016."},
      {"The anniversary of the death of Ugo Prem was marked on 3 May 2010.", "Ugo Prem died on 5 May 2010."},
      {"The report on the death of Ugo Prem came out on 3 May 2010.", "Ugo Prem died on 5 May 2010."},
      {"The trial over the sinking of the Osprey began on 3 May 2010.", "The Osprey sank on 5 May 2010."},
      {"The arrest of Gil Sarrow was criticised on 14 March 2019.", "Police arrested Gil Sarrow on 11 March 2019."},
      {"The opening of the Ost bridge is planned for 3 May 2016.", "The Ost bridge was opened on 9 May 2016."},
      {"The wedding of Anna Reed was announced on 3 May 2016.", "Anna Reed married Otto Brandt on 8 May 2016."},
      {"The death of the son of Ugo Prem on 3 May 2010 was a shock.", "Ugo Prem died on 5 May 2010."},
      {"Police arrested Tom Hale on 3 May 2010.", "Police arrested Tom Hale on 3 June 2010."},
      {"Paula Koch was appointed judge in May 2012.", "Paula Koch was appointed judge on 4 June 2012."},
      {"The Tarn fair opened on 3 May 2010.", "The Tarn fair opened on 3 May 2011."},
      {"The ferry Osprey sank on 31 May 2016.", "The Osprey sank in May 2016."},
      {"The ferry Osprey sank on 31 December 2016.", "The Osprey sank in 2016."},
      {"Ugo Prem, 70, died on 3 May 2010.", "Ugo Prem, 25, died on 3 June 2010."},
  }));
  INFO(row.b);
  CHECK(disagreements_of({row.a, row.b}) == 0);
}

TEST_CASE("what comes to another, or in another office or place, is no disagreement",
          "[timeline][collection][accounts]") {
  struct Row {
    const char *a, *b;
  };
  const auto row = GENERATE(values<Row>({
      {"The ferry Osprey sank in May 2016 off Tarn.", "The Osprey sank on 3 June 2016 off Belm."},
      {"Tom Hale was released from Marl prison on 3 May 2016.", "Tom Hale was released from hospital on 5 May 2016."},
      {"Tom Hale was dismissed as coach on 3 May 2016.", "Tom Hale was dismissed as teacher on 5 May 2016."},
      {"The lawyer of Tom Hale was sacked on 3 May 2016.", "Tom Hale was sacked on 5 May 2016."},
      {"Orbit Glass dismissed 40 workers on 3 May 2016.", "Orbit Glass dismissed 40 workers on 5 May 2016."},
      {"The club hired Tom Hale on 3 May 2016.", "The club hired Ugo Hale on 5 May 2016."},
      {"A thief stole a bicycle in Tarn on 3 May 2016.",
       "A thief stole the bicycle of Ann Reed in Tarn on 5 May 2016."},
      {"Thieves stole two paintings from the Tarn museum on 3 May 2016.",
       "Thieves stole two paintings from the Tarn museum on 8 May 2016."},
      {"The election of Anna Lind on 3 May 2016 surprised the town.",
       "Anna Lind was elected to the board of the club on 5 May 2016."},
      {"The resignation of the deputy of Anna Lind on 3 May 2016 came first.", "Anna Lind resigned on 5 May 2016."},
      {"The opening of the new wing of the Marl hospital on 3 May 2016 drew a crowd.",
       "The Marl hospital was opened on 5 May 2016."},
      {"The memorial for the death of Ugo Prem on 3 May 2011 drew a crowd.", "Ugo Prem died on 3 May 2010."},
      {"The fifth anniversary of the sinking of the Osprey on 3 May 2016 was quiet.", "The Osprey sank on 3 May 2015."},
      {"The council elected Anna Lind on 3 May 2016.", "The council elected Anna Lind on 3 June 2016."},
      {"Two men were charged in the death of a Tarn girl on 3 May 2016.",
       "Two men were charged in the death of a Tarn girl on 5 May 2016."},
      {"Some 900 prisoners escaped from Marl prison on 3 May 2016.",
       "Some 900 prisoners escaped from Marl prison on 5 May 2016."},
      {"Ines Kolbe was appointed head of surgery on 1 March 2018.",
       "Ines Kolbe was appointed head of the clinic on 3 March 2018."},
      {"Anna Lind was elected mayor of Pell on 1 March 2018.",
       "Anna Lind was elected speaker of Pell on 3 March 2018."},
      {"The lower house passed the water law on 2 May 2014.", "The upper house passed the water law on 8 May 2014."},
      {"The old bridge in Esk was closed on 2 May 2014.", "The new bridge in Esk was closed on 8 May 2014."},
      {"Police arrested the driver Otto Reim on 2 May 2014. His brother Karl Reim fled.",
       "Police arrested Reim on 5 May 2014. Karl Reim had hidden in a barn."},
      {"Police arrested Ugo Prem, and the singer Ann Weir died in Tarn on 3 May 2010.",
       "Ann Weir, a lawyer, died in Belm on 5 May 2010."},
      {"The Osprey sank on the night of 3 May 2010.", "The Osprey sank on 4 May 2010."},
      {"A new primary school opened in Tarn on 3 May 2016.", "A new primary school opened in Tarn on 5 May 2016."},
      {"The Astra cinema in Tarn was closed in May 2016.", "The Astra cinema in Belm was closed on 3 June 2016."},
      {"The Astra cinema was closed in 1964.", "The Astra theatre was closed on 3 May 1965."},
      {"The Lower Ost bridge was opened in 1964.", "The Ost bridge was opened on 3 May 1965."},
      {"The Dorn works were bought by Orbit Glass in 1964.", "Orbit Glass sold the Dorn works on 3 May 1965."},
  }));
  INFO(row.b);
  CHECK(disagreements_of({row.a, row.b}) == 0);
}

TEST_CASE("more documents take no disagreement away", "[timeline][collection][accounts]") {
  std::vector<std::string> texts{
      "It bought the boathouse on 5 September 2019.\n\nThe library moved to Belm in November 2019.\n\nThe observatory "
      "was founded in 1889 by Amos Tarrick.\n\nThe new telescope hall was opened on 8 May 2018.",
      "Belm, 12 May 2019\n\nThe new telescope hall was opened on 9 May 2018.\n\nI had become acting treasurer on 18 "
      "March 2019, six days after Piers Corvane had resigned."};
  CHECK(disagreements_of(texts) == 1);
  texts.push_back("The council had bought the observatory from the Tarrick family in 1931.");
  CHECK(disagreements_of(texts) == 1);
  texts.push_back(
      "The wedding of her treasurer Piers Corvane and Nora Fell took place at the observatory on 11 August 2012.");
  CHECK(disagreements_of(texts) == 1);
}

TEST_CASE("a coarser date that fits several accounts is a witness of none", "[timeline][collection][accounts]") {
  const Timeline timeline = timeline_of({"The telescope hall of Belm burned down on 6 April 2019.",
                                         "A fire destroyed the telescope hall of Belm on 7 April 2019.",
                                         "The telescope hall of Belm had burned down in April 2019. It was old."});
  const auto disputed = std::ranges::find_if(timeline.events, [](const Event& e) { return !e.accounts.empty(); });
  REQUIRE(disputed != timeline.events.end());
  REQUIRE(disputed->accounts.size() == 2);
  for (const Account& account : disputed->accounts) CHECK(account.mentions.size() == 1);
}

TEST_CASE("who tells a day and who tells a morning of that day are witnesses of one day",
          "[timeline][collection][accounts]") {
  const Timeline timeline = timeline_of({"The Dorn bridge collapsed on the morning of 9 April 2016.",
                                         "Two days of rain were too much: the Dorn bridge collapsed on 9 April 2016.",
                                         "The Dorn bridge collapsed on 10 April 2016."});
  const auto disputed = std::ranges::find_if(timeline.events, [](const Event& e) { return !e.accounts.empty(); });
  REQUIRE(disputed != timeline.events.end());
  CHECK(disputed->accounts.size() == 2);
}

TEST_CASE("the same words of time in texts of two days are no two accounts", "[timeline][collection][accounts]") {
  Collection collection;
  for (const char* const written : {"2019-06-03", "2019-06-10"}) {
    ArticleOptions options;
    options.default_id = written;
    options.language = Language::find("en");
    options.dct = *parse_dct(written);
    REQUIRE(collection.add(build_timeline(
        *read_article("Police arrested Gil Sarrow on Friday. The " + std::string(written) + " is the day.", options))));
  }
  const Timeline timeline = std::move(collection).finish();
  CHECK(std::ranges::all_of(timeline.events, [](const Event& event) { return event.accounts.empty(); }));
}

TEST_CASE("what is told before its day is arranged, and disagrees with nothing", "[timeline][collection][accounts]") {
  const std::vector<std::string> texts{"The Ost bridge is closed on 3 May 2016.",
                                       "The Ost bridge was closed on 5 May 2016."};
  CHECK(disagreements_of(texts, "2016-05-09") == 1);
  CHECK(disagreements_of(texts, "2016-05-02") == 0);
}

TEST_CASE("a headline without a date tells no other date than the text below it", "[timeline][collection][accounts]") {
  CHECK(disagreements_of(
            {"Harbour master quits\n\nTorben Aske, the harbour master of Skelvik, is gone. Torben Aske resigned "
             "on 8 June 2015.",
             "The port of Skelvik seeks a new head. Harbour master Torben Aske resigned on 5 June 2015."}) == 1);
}

TEST_CASE("what was the last until one text was written need not be so until another was",
          "[timeline][collection][accounts]") {
  const std::vector<std::string> texts{"Inspectors last visited the Selwick cannery in November 2018.",
                                       "Inspectors last visited the Selwick cannery in January 2019."};
  CHECK(disagreements_of(texts, "2019-02-28") == 1);
  CHECK(disagreements_of(texts, "2018-12-30") == 0);
}

}  // namespace annal
