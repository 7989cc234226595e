// A date without its year takes it from the time that the text tells of.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/normalize/explain.h"
#include "core/pipeline.h"

namespace annal {
namespace {

Analysis analysed(const char* tag, const char* dct, std::string text) {
  Document document;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  document.text = std::move(text);
  if (*dct != '\0') document.dct = {DctSource::given, interval_of(parse_iso(dct).value()).begin, false, ""};
  return analyse(std::move(document), *Language::find(tag));
}

std::string values_in(const char* tag, const char* dct, const char* text) {
  std::string out;
  for (const Timex& timex : analysed(tag, dct, text).timexes) {
    if (!out.empty()) out += "; ";
    out += timex.value.value.view();
  }
  return out;
}

struct Row {
  const char* why;
  const char* language;
  const char* dct;  // empty: not known
  const char* text;
  const char* values;
};

void check(const Row& row) {
  INFO(row.why << ": " << row.text);
  CHECK(values_in(row.language, row.dct, row.text) == row.values);
}

}  // namespace

TEST_CASE("a date goes on from the year at the front of a clause before it", "[core][normalize][told]") {
  check(GENERATE(values<Row>({
      {"in the same clause", "en", "2020-06-01", "In 2011 the mine was shut from March to October.",
       "2011; 2011-03; 2011-10"},
      {"in a list behind a colon", "en", "2019-05-05",
       "Throughout 2009 the mill lost orders: in April from Sweden, in June from Spain and in September from Chile.",
       "2009; 2009-04; 2009-06; 2009-09"},
      {"each clause its own", "en", "2020-06-01",
       "In 2011 the river rose in January and again in November, but in 2012 it rose only in March.",
       "2011; 2011-01; 2011-11; 2012; 2012-03"},
      {"in the next sentence", "en", "", "In 1887 the quarry changed hands. On 3 November the first stone left.",
       "1887; 1887-11-03"},
      {"in the next sentence, long before the day of writing", "de", "2019-02-02",
       "Im Jahr 1848 wurde die Brücke gesperrt. Am 2. Oktober war sie verschwunden.", "1848; 1848-10-02"},
      {"the same", "fr", "2017-01-09", "En 1902, le phare s'éteignit. En avril, le gardien partit.", "1902; 1902-04"},
      {"the same", "es", "2016-01-04", "En 1936 la fábrica cerró. En mayo los obreros la ocuparon.", "1936; 1936-05"},
      {"the same", "ru", "2014-02-02", "В 1911 году театр сгорел. В апреле город купил землю.", "1911; 1911-04"},
      {"the same", "uk", "2015-03-03", "У 1908 році млин зупинився. У березні робітники пішли.", "1908; 1908-03"},
      {"a day or month told goes on forward", "en", "", "The siege began in October 1702. In January the walls fell.",
       "1702-10; 1703-01"},
      {"a winter goes on into the next year", "en", "",
       "In the winter of 1978 the pipes burst. In February the school was closed.", "1978-WI; 1979-02"},
      {"a clause with a conjunction before the main one", "en", "",
       "When the king died in 1701, the court left the palace. In November it came back.", "1701; 1701-11"},
      {"told in the present", "fr", "", "En 1862, il part pour Rome. En mai, il y rencontre Anna.", "1862; 1862-05"},
      {"that year", "en", "2015-05-05",
       "The pit closed in March 1985. That year two shops shut; in August the school followed.",
       "1985-03; 1985; 1985-08"},
      {"the subject's date", "de", "2012-02-14",
       "Die Flut vom Februar 1962 war schwer. Am 20. Februar sank das Wasser.", "1962-02; 1962-02-20"},
  })));
}

TEST_CASE("a mere mention of a year does not take over", "[core][normalize][told]") {
  check(GENERATE(values<Row>({
      {"of a noun", "en", "", "The strike of 1926 is famous. The council met on 4 May 1931. On 8 May it voted.",
       "1926; 1931-05-04; 1931-05-08"},
      {"a noun between", "en", "", "The council met on 4 May 1931. It knew the strike of 1926. On 8 May it voted.",
       "1931-05-04; 1926; 1931-05-08"},
      {"a participle", "en", "",
       "The rising began on 3 March 1923. A diary found in 1998 tells of it. On 20 March it ended.",
       "1923-03-03; 1998; 1923-03-20"},
      {"a participle before its noun", "de", "",
       "Der Aufstand begann am 3. März 1923. Ein 1998 gefundenes Tagebuch erzählt davon. Am 20. März war Ruhe.",
       "1923-03-03; 1998; 1923-03-20"},
      {"since", "en", "", "On 2 July 1866 the ship sailed. It was the first since 1858. On 27 July it reached the bay.",
       "1866-07-02; 1858; 1866-07-27"},
      {"a prior fact", "fr", "",
       "La ville acheva la tour le 6 juin 1913. La crue de 1910 avait détruit la vieille. Le 14 juillet, la foule y "
       "dansa.",
       "1913-06-06; 1910; 1913-07-14"},
      {"in brackets", "en", "", "The fair opened on 2 May 1931 (the last had closed in 1925). On 5 May it rained.",
       "1931-05-02; 1925; 1931-05-05"},
      {"a bare genitive", "ru", "",
       "Договор подписали 5 мая 1921 года. Граница 1772 года была забыта. 7 июня послы уехали.",
       "1921-05-05; 1772; 1921-06-07"},
      {"but dates its own clause", "en", "", "The siege of 1645, which lasted from 3 April to 29 June, was long.",
       "1645; 1645-04-03; 1645-06-29"},
  })));
}

TEST_CASE("news returns to its own day", "[core][normalize][told]") {
  check(GENERATE(values<Row>({
      {"what lies ahead", "en", "2021-03-10", "In 2012 the hall burned down. The new one opens in June.",
       "2012; 2021-06"},
      {"a relative clause", "en", "2013-07-20", "Ford, who joined the bank in 2004, left in March.", "2004; 2013-03"},
      {"a participle", "ru", "2013-07-20", "Мэр, избранный в 2008 году, ушёл в марте.", "2008; 2013-03"},
      {"a bare genitive", "ru", "2014-05-20", "Закон 2008 года изменили в апреле.", "2008; 2014-04"},
      {"a comparison", "en", "2014-07-20", "Compared with 2012, exports grew. In May they reached a record.",
       "2012; 2014-05"},
      {"either may be meant", "en", "2013-03-20",
       "In 2012, voters approved the levy. On March 8, the council repealed it.", "2012; XXXX-03-08"},
      {"what is said", "en", "2021-03-20",
       "In 2012 the hall burned down. The mayor said on March 8 that it was an accident.", "2012; 2021-03-08"},
      {"after a weekday", "en", "2021-03-20",
       "In 2012 the hall burned. The council met on Monday. In January it had met too.", "2012; 2021-03-15; 2021-01"},
      {"a founding beside", "en", "2021-03-20", "The firm, founded in 1998, sold the mill in February.",
       "1998; 2021-02"},
      {"without a day of writing what lies ahead stays open", "en", "",
       "In 2012 the hall burned down. The new one will open in June.", "2012; XXXX-06"},
  })));
}

TEST_CASE("a tale that tells of an hour of the day of writing goes on from it, and then from itself",
          "[core][normalize][told]") {
  check({"hours count from the hour, years from the tale", "en", "2016-11-14",
         "She worked for Sandby Lines from 1998 to 2007. The company was sold in 2009. Its workers went on strike on 5 "
         "May 2010. Around 10.30 a.m. yesterday the police arrived; half an hour later they left. An hour later they "
         "came back. Two years later the yard was closed.",
         "1998; 2007; 2009; 2010-05-05; 2016-11-13T10:30; 2016-11-13T11:00; 2016-11-13T12:00; 2012"});
}

TEST_CASE("the next day is the one after the day told last, and not of a year that is only mentioned",
          "[core][normalize][told]") {
  check(GENERATE(values<Row>({
      {"since a year", "de", "2024-02-01",
       "Am 14. März 2022 brannte die Halle nieder. Sie war 2019 eröffnet worden. Der Wachmann, der seit 2020 dort "
       "arbeitete, wurde am Tag danach festgenommen.",
       "2022-03-14; 2019; 2020; 2022-03-15"},
  })));
}

TEST_CASE("the date told before is named with the reading that lost", "[core][normalize][told]") {
  const Analysis analysis = analysed("en", "2018-03-04", "In 1914 he joined the fleet. In December he was a stoker.");
  REQUIRE(analysis.timexes.size() == 2);
  CHECK(analysis.timexes[1].anchor == 0);
  CHECK(explain_alternative(analysis, 1) == "2018-12, but the text goes on from the date told before it");
}

}  // namespace annal
