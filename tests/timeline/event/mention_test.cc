#include "timeline/event/mention.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "core/unicode/letter_case.h"
#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

// Events of which one of the comma-separated words is a mention.
std::size_t events_told_by(const std::string& words, const std::string& text, const std::string& language) {
  const Language& in = *Language::find(language);
  Document document = read_text(text, "test").value();
  document.dct.source = DctSource::given;
  document.dct.at = interval_of(parse_iso("2020-01-10").value()).begin;
  Analysis analysis = analyse(std::move(document), in);
  read_trees(analysis, in);
  std::vector<std::string> heads;
  std::istringstream list(words);
  for (std::string word; std::getline(list, word, ',');) heads.push_back(word);
  const std::vector<Event> events = find_events(analysis, in);
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [&](const Event& event) {
    return std::any_of(event.mentions.begin(), event.mentions.end(), [&](Span mention) {
      const std::string told = folded(slice(analysis.document.text, mention));
      return std::find(heads.begin(), heads.end(), told) != heads.end();
    });
  }));
}

struct Row {
  const char *language, *why, *text, *words;
  std::size_t events;
};

const Row told_again[] = {
    {"en", "a verb and a definite noun",
     "Police in Vell arrested Anna Reed on Monday. The arrest came after a search of two years.", "arrested,arrest", 1},
    {"en", "a headline and its lead",
     "Police arrest two men in Vell\n\nPolice in Vell have arrested two men over the theft of a bell. Both are from "
     "Lund.",
     "arrest,arrested,arrests", 1},
    {"en", "a headline in the present tense, its lead and a noun",
     "Painter Ivo Hart dies at 81\n\nThe painter Ivo Hart died on Sunday at his home in Vell. His death was "
     "announced by the Lund Gallery.",
     "dies,died,death", 1},
    {"en", "a bare noun in a headline, an indefinite one in the lead, a synonym",
     "Explosion at Lund mill kills three\n\nAn explosion at a mill in Lund killed three people on Monday. The blast "
     "was heard in Vell.",
     "explosion,blast", 1},
    {"en", "a sale", "The council sold the old mill to Marl Bank in 2014. The sale brought in two million.",
     "sold,sale", 1},
    {"en", "what does it is the same",
     "A small plane crashed into a field near Vell on Friday. Two people were hurt in the crash.", "crashed,crash", 1},
    {"en", "one call told four times",
     "Anna Kovar called Boris Brandt on Monday. During the call, Kovar thanked Brandt. The call lasted an hour. "
     "After the call, Brandt left.",
     "called,call", 1},
    {"en", "the same victim",
     "A girl was kidnapped in Vell on Saturday. A man grabbed the girl in front of her mother. The kidnapping was "
     "filmed.",
     "kidnapped,grabbed,kidnapping", 1},
    {"en", "told again by name", "Ivo Hart died in Vell on 3 May 2019. He left two sons. Hart died of a fever.", "died",
     1},
    {"en", "whose it was", "Mayor Anna Reed resigned on 4 June 2018. Reed's resignation surprised the council.",
     "resigned,resignation", 1},
    {"en", "a bridge", "The bridge at Lund collapsed in 1911. The collapse closed the road for a year.",
     "collapsed,collapse", 1},
    {"en", "a plan told twice",
     "Vell to host the games in 2030\n\nVell will host the games in 2030, the council said on Monday.", "host", 1},
    {"de", "Verb und Nomen",
     "Die Polizei hat am Montag den Maler Ivo Hart verhaftet. Die Verhaftung überraschte den Ort.",
     "verhaftet,verhaftung", 1},
    {"de", "Überschrift und erster Satz",
     "Maler Ivo Hart stirbt in Lund\n\nDer Maler Ivo Hart starb am Sonntag in Lund. Der Tod des Malers kam "
     "plötzlich.",
     "stirbt,starb,tod", 1},
    {"de", "Verb und Nomen",
     "In einer Mühle in Lund explodierte am Montag ein Kessel. Bei der Explosion wurden drei Menschen verletzt.",
     "explodierte,explosion", 1},
    {"de", "Verkauf", "Die Stadt verkaufte 2014 die alte Mühle. Der Verkauf brachte zwei Millionen.",
     "verkaufte,verkauf", 1},
    {"es", "verbo y nombre", "La policía detuvo el lunes a Iván Hart en Lund. La detención sorprendió al pueblo.",
     "detuvo,detención", 1},
    {"es", "titular y primera frase",
     "Muere el pintor Ivo Hart en Lund\n\nEl pintor Ivo Hart murió el domingo en Lund. La muerte del pintor fue "
     "anunciada por su familia.",
     "muere,murió,muerte", 1},
    {"es", "verbo y nombre", "Una caldera explotó el lunes en una fábrica de Lund. La explosión hirió a tres personas.",
     "explotó,explosión", 1},
    {"es", "venta", "El ayuntamiento vendió el molino en 2014. La venta dejó dos millones.", "vendió,venta", 1},
    {"fr", "verbe et nom", "La police a arrêté lundi Ivan Hart à Lund. L'arrestation a surpris le village.",
     "arrêté,arrestation", 1},
    {"fr", "titre et première phrase",
     "Le peintre Ivo Hart meurt à Lund\n\nLe peintre Ivo Hart est mort à Lund. La mort du peintre a été annoncée par "
     "la galerie.",
     "meurt,mort", 1},
    {"fr", "verbe et nom",
     "Une chaudière a explosé lundi dans une usine de Lund. L'explosion a blessé trois personnes.", "explosé,explosion",
     1},
    {"fr", "vente", "La mairie a vendu le moulin en 2014. La vente a rapporté deux millions.", "vendu,vente", 1},
    {"uk", "дієслово та іменник", "Поліція заарештувала Івана Гарта в понеділок. Містечко здивував арешт Гарта.",
     "заарештувала,арешт,арешту", 1},
    {"uk", "заголовок і перше речення",
     "Художник Іво Гарт загинув у Лунді\n\nХудожник Іво Гарт загинув 5 січня 2020 року в Лунді. Про смерть Гарта "
     "повідомила родина.",
     "загинув", 1},
    {"uk", "цей вибух", "Котел вибухнув у понеділок на фабриці в Лунді. Цей вибух почули в сусідньому селі.",
     "вибухнув,вибух", 1},
    {"uk", "продаж", "Рада продала млин у 2014 році. Продаж млина приніс два мільйони.", "продала,продаж", 1},
    {"ru", "глагол и существительное", "Полиция арестовала Ивана Харта в понедельник. Арест Харта удивил городок.",
     "арестовала,арест", 1},
    {"ru", "заголовок и первое предложение",
     "Художник Иво Харт умер в Лунде\n\nХудожник Иво Харт умер 5 января 2020 года в Лунде. Смерть художника была "
     "внезапной.",
     "умер,смерть", 1},
    {"ru", "этот взрыв", "Котёл взорвался на фабрике в Лунде 3 мая 2014 года. Этот взрыв услышали в соседней деревне.",
     "взорвался,взрыв", 1},
    {"ru", "продажа", "Совет продал мельницу в 2014 году. Продажа мельницы принесла два миллиона.", "продал,продажа",
     1},
    {"en", "a date that comes later", "The fair opened after the vote. The vote on 9 March 2016 was calm.", "vote", 1},
};

const Row told_apart[] = {
    {"en", "a headline and another end that its text dates",
     "Mill strike ends as union reaches deal with owners\n\nThe union reached a deal. Another deal between a union and "
     "owners brought a strike to an end on 26 September 2014.",
     "ends,end", 2},
    {"en", "a second one", "An explosion shook the mill on Monday. A second explosion shook the mill an hour later.",
     "explosion,explosions", 2},
    {"en", "the last noun may mean either",
     "An explosion shook the mill in Vell. Another explosion shook the mill in Vell. The explosion woke the town.",
     "explosion", 3},
    {"en", "two men", "Police arrested Ivan Hart in Vell on Monday. Police arrested Boris Lind in Vell on Monday.",
     "arrested", 2},
    {"en", "two goals of one player", "Anna Lind scored after ten minutes. Lind scored again after half an hour.",
     "scored", 2},
    {"en", "a first and a second strike", "The first strike began in May. The second strike began in June.", "strike",
     2},
    {"en", "an annual race in two years", "Anna Reed won the race in 2012. Reed won the race in 2014.", "won", 2},
    {"en", "an election of two years", "The election of 2012 was quiet. The election of 2016 was not.", "election", 2},
    {"en", "a plan and its deed", "The council planned to sell the mill. In 2014 the council sold the mill.",
     "sell,sold", 2},
    {"en", "a denial and a fact", "Anna Reed did not resign in May. She resigned in June.", "resign,resigned", 2},
    {"en", "two places", "Police arrested two men in Vell. Police arrested two men in Lund.", "arrested", 2},
    {"en", "two days", "Kovar visited Vell on 3 May 2014. Kovar visited Vell on 9 May 2014.", "visited", 2},
    {"en", "different numbers", "The storm killed three people in Vell. The storm killed nine people later.", "killed",
     2},
    {"en", "two offices", "Dewar served as mayor for four years. Dewar served as judge for ten years.", "served", 2},
    {"en", "an arrest of somebody else",
     "Police arrested Ivan Hart on Monday. The arrest of Boris Lind came on Friday.", "arrested,arrest", 2},
    {"en", "an indefinite noun opens a new one", "A fire destroyed the mill. Years later a fire destroyed the church.",
     "fire", 2},
    {"en", "sayings are told each anew", "Kovar said the bridge was safe. Kovar said the road was closed.", "said", 2},
    {"en", "two things begun", "The plane began to climb. The plane began to turn.", "began", 2},
    {"de", "eine zweite",
     "Am Montag gab es eine Explosion in der Mühle. Am Dienstag gab es eine zweite Explosion in der Mühle.",
     "explosion", 2},
    {"de", "zwei Männer", "Die Polizei verhaftete Ivan Hart am Montag. Die Polizei verhaftete Boris Lind am Montag.",
     "verhaftete", 2},
    {"de", "zwei Jahre", "Anna Lind gewann das Rennen im Jahr 2012. Anna Lind gewann das Rennen im Jahr 2014.",
     "gewann", 2},
    {"de", "zwei Orte", "Kovar besuchte die Messe in Vell. Kovar besuchte die Messe in Lund.", "besuchte", 2},
    {"es", "otra", "Una explosión sacudió el molino el lunes. Otra explosión sacudió el molino el martes.", "explosión",
     2},
    {"es", "dos hombres", "La policía detuvo a Iván Hart el lunes. La policía detuvo a Boris Lind el lunes.", "detuvo",
     2},
    {"es", "dos años", "Ana Lind ganó la carrera en 2012. Ana Lind ganó la carrera en 2014.", "ganó", 2},
    {"fr", "une deuxième", "Une explosion a secoué le moulin lundi. Une deuxième explosion a secoué le moulin mardi.",
     "explosion", 2},
    {"fr", "deux hommes", "La police a arrêté Ivan Hart lundi. La police a arrêté Boris Lind lundi.", "arrêté", 2},
    {"fr", "deux années", "Anna Lind a gagné la course en 2012. Anna Lind a gagné la course en 2014.", "gagné", 2},
    {"uk", "другий", "Вибух стався на млині в понеділок. Другий вибух стався на млині у вівторок.", "вибух", 2},
    {"uk", "двоє чоловіків",
     "Поліція заарештувала Івана Гарта в понеділок. Поліція заарештувала Бориса Лінда в понеділок.", "заарештувала", 2},
    {"uk", "два роки", "Анна Лінд виграла перегони у 2012 році. Анна Лінд виграла перегони у 2014 році.", "виграла", 2},
    {"ru", "второй", "Взрыв произошёл на мельнице в понедельник. Второй взрыв произошёл на мельнице во вторник.",
     "взрыв", 2},
    {"ru", "двое мужчин",
     "Полиция арестовала Ивана Харта в понедельник. Полиция арестовала Бориса Линда в понедельник.", "арестовала", 2},
    {"ru", "два года", "Анна Линд выиграла гонку в 2012 году. Анна Линд выиграла гонку в 2014 году.", "выиграла", 2},
    {"en", "two firms and two mines",
     "Lund Mining Company bought the Hart Mine in May. Marl Mining Company acquired the Vell Mine later.",
     "bought,acquired", 2},
    {"en", "a date of its own", "Reed was convicted of fraud. The 1959 conviction had cost her a year.",
     "conviction,convicted", 2},
    {"en", "two of one surname", "Anna Reed resigned in May. Boris Reed resigned in June.", "resigned", 2},
};

}  // namespace

TEST_CASE("One happening told several times is one event", "[timeline][event]") {
  const Row& row = told_again[GENERATE(range(std::size_t{0}, std::size(told_again)))];
  INFO(row.language << ", " << row.why << ": " << row.text);
  CHECK(events_told_by(row.words, row.text, row.language) == row.events);
}

TEST_CASE("Happenings that the text tells apart are several events", "[timeline][event]") {
  const Row& row = told_apart[GENERATE(range(std::size_t{0}, std::size(told_apart)))];
  INFO(row.language << ", " << row.why << ": " << row.text);
  CHECK(events_told_by(row.words, row.text, row.language) == row.events);
}

TEST_CASE("What tells a happening best stands for it, with the date and the names of all its mentions",
          "[timeline][event]") {
  const std::string text =
      "Mill sold to Marl Bank\n\nThe council of Lund sold the mill to Marl Bank on 3 May 2014.\n\nThe sale surprised "
      "the town.";
  Analysis analysis = analyse(read_text(text, "test").value(), test::english());
  const Timeline timeline = build_timeline(std::move(analysis), test::english());
  const Event* sale = test::event_of(timeline.events, timeline.document.text, "sale");
  REQUIRE(sale != nullptr);
  CHECK(sale->title == "The council of Lund sold the mill to Marl Bank");
  CHECK(sale->mentions.size() == 3);
  CHECK(sale->edtf == "2014-05-03");
}

TEST_CASE("What is told by itself stands for what an infinitive told of it before", "[timeline][event]") {
  const std::string text =
      "The union reached a deal on 9 November 2016 to end its strike. The strike will end on 17 November 2016.";
  Analysis analysis = analyse(read_text(text, "test").value(), test::english());
  const Timeline timeline = build_timeline(std::move(analysis), test::english());
  const auto end = std::find_if(timeline.events.begin(), timeline.events.end(),
                                [](const Event& event) { return event.edtf == "2016-11-17"; });
  REQUIRE(end != timeline.events.end());
  CHECK(end->title == "The strike will end");
}
