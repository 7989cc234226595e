// The status of what a text tells, and who says so: one example of each rule, in the language where it shows best.
#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

namespace annal {
namespace {

struct Row {
  const char *rule, *tag, *text, *event;
  Status status;
  const char* source = "";
};

void check(const Row& row) {
  INFO(row.rule);
  const Language& language = *Language::find(row.tag);
  const std::vector<Event> events = find_events(test::analysed(row.text, "2016-11-14", language), language);
  const Event* const event = test::event_of(events, row.text, row.event);
  REQUIRE(event != nullptr);
  CHECK(event->status == row.status);
  if (*row.source != '\0') CHECK(event->source == row.source);
}

TEST_CASE("the status of an event is what the text vouches for", "[timeline][event]") {
  const auto row = GENERATE(values<Row>({
      {"since when something is so", "fr", "Rien n'a changé depuis que le roi est mort en 1715.", "mort", Status::fact,
       ""},
      {"a clause behind a pronoun", "ru", "Прокуратура обвиняет Ферина в том, что он подделал одиннадцать подписей.",
       "подделал", Status::alleged, "Прокуратура"},
      {"a clause beside a noun", "de",
       "Zwei Zöllner stehen im Verdacht, das Altarbild außer Landes geschmuggelt zu haben.", "geschmuggelt",
       Status::alleged, ""},
      {"a clause behind the one who is told", "es",
       "Los aldeanos relataron al «Correo del Norte» que los soldados quemaron el granero.", "quemaron",
       Status::reported, "Los aldeanos"},
      {"a speaker behind what is said", "es", "La lluvia se llevó la pasarela nueva, dijeron los vecinos de Ollera.",
       "llevó", Status::reported, "los vecinos de Ollera"},
      {"a court's finding", "es",
       "El tribunal de Altamora declaró culpable a la antigua tesorera de desviar fondos de la cofradía.", "desviar",
       Status::fact, ""},
      {"a modal of hearsay", "de", "Der Chemiker soll die Formel 2011 an einen Konkurrenten verkauft haben.",
       "verkauft", Status::alleged, ""},
      {"the same modal before a plain infinitive", "de",
       "Königin Ismene soll am 3. Mai das restaurierte Theater eröffnen.", "eröffnen", Status::expected, ""},
      {"a conditional of hearsay", "fr", "Le chimiste aurait vendu la formule à un concurrent.", "vendu",
       Status::alleged, ""},
      {"a conditional with its condition", "fr",
       "Le barrage aurait cédé si les ingénieurs n'avaient pas ouvert les vannes.", "cédé", Status::conditional, ""},
      {"a perfect infinitive", "fr", "Le ministre a nié avoir rencontré le marchand d'armes.", "rencontré",
       Status::denied, ""},
      {"nobody did", "de", "Niemand wurde verletzt.", "verletzt", Status::denied, ""},
      {"behind the one who is accused", "en", "The suit accuses the tannery of polluting the stream.", "polluting",
       Status::alleged, "The suit"},
      {"behind the one who is kept from it", "en", "The guards kept him from leaving.", "leaving", Status::denied, ""},
      {"a headline that looks ahead", "en", "Council to raise bus fares", "raise", Status::expected, ""},
      {"a condition by an infinitive", "es", "De llover mañana, se suspenderá la procesión.", "llover",
       Status::conditional, ""},
      {"a perfect infinitive that tells", "es", "El anticuario asegura haber vendido el reloj con factura.", "vendido",
       Status::reported, ""},
      {"what lies ahead", "es", "Está previsto que la reina Ismena inaugure el teatro el 3 de mayo.", "inaugure",
       Status::expected, ""},
  }));
  check(row);
}

TEST_CASE("what the text calls untrue, nearly done or without evidence is no fact", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"what the text calls untrue", "en", "It is untrue that Mia Stark stole the car.", "stole", Status::denied, ""},
      {"a claim that is debunked", "en", "The claim that Mia Stark stole the car was debunked.", "stole",
       Status::denied, ""},
      {"what nothing shows", "en", "Police found no evidence that Mia Stark stole the car.", "stole",
       Status::conditional, ""},
      {"what nearly came about", "en", "Jack Hayes was nearly killed by a lorry.", "killed", Status::denied, ""},
      {"nearly so many", "en", "The storm killed nearly 30 people.", "killed", Status::fact, ""},
      {"a plea", "en", "Mia Stark pleaded not guilty to murdering her husband.", "murdering", Status::alleged, ""},
      {"the end of a trial", "en", "The woman accused by Victor Stone of bribing officials was acquitted.", "acquitted",
       Status::fact, ""},
      {"neither of two", "en", "Neither Paul Hahn nor Eva Hahn was convicted.", "convicted", Status::denied, ""},
      {"none of several", "de", "Keiner der Brüder Hahn wurde verurteilt.", "verurteilt", Status::denied, ""},
      {"neither of two", "es", "Ni Pablo Sanz ni Eva Sanz fueron detenidos.", "detenidos", Status::denied, ""},
      {"a near deed", "fr", "Paul Roy a failli tuer son frère.", "tuer", Status::denied, ""},
  })));
}

TEST_CASE("what is denied behind its telling, not done or only suspected is no fact", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"denied in a relative clause", "en", "Simon Ackroyd leaked the memo, which he denies.", "leaked", Status::denied,
       ""},
      {"denied beside it", "en", "The singer punched a waiter, a claim her lawyer denies.", "punched", Status::denied,
       ""},
      {"denied by a pronoun", "de", "Der Matrose hat das Segel beschädigt, was er bestreitet.", "beschädigt",
       Status::denied, ""},
      {"a claim that is denied", "en", "The sheriff faced a claim that he denies.", "faced", Status::fact, ""},
      {"acquitted of an accusation", "de", "Der Arzt wurde vom Vorwurf freigesprochen, die Erbin vergiftet zu haben.",
       "vergiftet", Status::denied, ""},
      {"the charge denied, not the release", "en", "He was released on bail and has denied the charge ever since.",
       "released", Status::fact, ""},
      {"one who denies", "en", "Police arrested Ms Roe, who denies the allegations.", "arrested", Status::fact, ""},
      {"what is done instead", "en", "Far from apologising, the bishop attacked his critics.", "apologising",
       Status::denied, ""},
      {"what is done instead, in one word", "de",
       "Statt den Fehler einzuräumen, entließ der Direktor zwei Mitarbeiter.", "einzuräumen", Status::denied, ""},
      {"a condition by inversion", "en",
       "Had the driver stopped at the signal, the trains would have missed each other.", "stopped", Status::conditional,
       ""},
      {"a duty that was not met", "en", "The ministry should have closed the mine in 2009.", "closed", Status::denied,
       ""},
      {"the same by a subjunctive", "de", "Die Behörde hätte die Anwohner früher warnen sollen.", "warnen",
       Status::denied, ""},
      {"the same by a conditional", "fr", "Le préfet aurait dû prévenir les habitants.", "prévenir", Status::denied,
       ""},
      {"an ability that came to something", "de", "Drei Häftlinge konnten durch die Wäscherei entkommen.", "entkommen",
       Status::fact, ""},
      {"a report that proved false", "ru", "Сообщения о том, что министр ушёл в отставку, оказались ложными.", "ушёл",
       Status::denied, ""},
      {"the reason of an arrest", "en", "The vicar was arrested for stealing candlesticks.", "stealing",
       Status::alleged, ""},
      {"what a court finds", "en", "The judge found that the landlord killed his tenant.", "killed", Status::fact, ""},
      {"a condition by a phrase", "es", "Sin la ayuda de los pescadores, el barco se habría hundido.", "hundido",
       Status::conditional, ""},
  })));
}

TEST_CASE("what a text judges, plans, calls off or only imagines is no fact", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"not true", "en", "It is not true that Nell Frost sold the kiln in 2012.", "sold", Status::denied, ""},
      {"not true, a verb", "de", "Es stimmt nicht, dass Nele Frost 2012 die Mühle verkaufte.", "verkaufte",
       Status::denied, ""},
      {"true", "en", "It is true that Nell Frost sold the kiln in 2012.", "sold", Status::fact, ""},
      {"a myth", "en", "It is a myth that Frost dug the tunnel.", "dug", Status::denied, ""},
      {"a verb that is spelt like a noun for what is not so", "en", "Boats lie where the flood left them.", "left",
       Status::fact, ""},
      {"doubtful", "fr", "Il est douteux que Frost ait vendu le moulin.", "vendu", Status::conditional, ""},
      {"no doubt", "en", "There is no doubt that Frost sold the kiln.", "sold", Status::fact, ""},
      {"no evidence, by a verb of absence", "uk", "Немає доказів, що мер украв гроші у 2012 році.", "украв",
       Status::conditional, ""},
      {"a plan in the past", "en", "The kiln was to open on 3 May 2012.", "open", Status::expected, ""},
      {"the same in the passive", "en", "The kiln was to be opened on 3 May 2012.", "opened", Status::expected, ""},
      {"the same by a modal", "de", "Die Brücke sollte am 3. Mai 2012 eröffnet werden.", "eröffnet", Status::expected,
       ""},
      {"what was supposed to be", "en", "The kiln was supposed to open on 3 May 2012.", "open", Status::expected, ""},
      {"a noun that is scheduled", "en", "The wedding was planned for 3 May 2012.", "wedding", Status::expected, ""},
      {"the same beside an adjective", "es", "La inauguración estaba prevista para el 3 de mayo de 2012.",
       "inauguración", Status::expected, ""},
      {"a noun that is called off", "en", "The parade of 9 June 2006 was called off.", "parade", Status::denied, ""},
      {"the same without a subject", "ru", "Концерт 3 мая 2012 года отменили.", "Концерт", Status::denied, ""},
      {"what stands beside the subject", "en", "The toll of the earthquake is yet to emerge.", "earthquake",
       Status::fact, ""},
      {"not only", "en", "Frost not only sold the kiln in 2012 but also burned the barn.", "sold", Status::fact, ""},
      {"forgotten to do", "en", "Frost forgot to sign the lease in 1990.", "sign", Status::denied, ""},
      {"escaped", "en", "Frost escaped being arrested in 1944.", "arrested", Status::denied, ""},
      {"rumoured", "en", "It is rumoured that Frost died in 1990.", "died", Status::alleged, ""},
      {"provided that", "en", "Provided that Frost signed in 1990, the lease is valid.", "signed", Status::conditional,
       ""},
      {"under what is only possible", "fr", "Il est possible que le roi décrète que Frost a gagné.", "gagné",
       Status::conditional, ""},
      {"a condition that is spelt like a reflexive", "fr", "S'il a signé en 1990, le bail est nul.", "signé",
       Status::conditional, ""},
      {"only feigned", "en", "Frost pretended to faint in 2012.", "faint", Status::denied, ""},
      {"only wished", "en", "Nell Frost wished she had sold the kiln in 2012.", "sold", Status::conditional, ""},
      {"only supposed", "en", "Suppose Frost sold the kiln in 2012.", "sold", Status::conditional, ""},
      {"compared by a subjunctive", "de", "Frost tat so, als habe er den Prozess gewonnen.", "gewonnen",
       Status::conditional, ""},
      {"compared by a word", "fr", "Il a agi comme s'il avait gagné le procès.", "gagné", Status::conditional, ""},
      {"a condition by inversion, whatever its tag", "en",
       "Had he signed the lease in 2012, the firm would have survived.", "signed", Status::conditional, ""},
      {"a past that is spelt like the base form", "en", "Frost beat Hale in 2012.", "beat", Status::fact, ""},
      {"the same form as an order", "en", "Please shut the gate.", "shut", Status::expected, ""},
  })));
}

TEST_CASE("what somebody is told is reported, whoever is told", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"a court", "en", "Ruth told the court that her brother had called her on 1 February 2015.", "called",
       Status::reported, "Ruth"},
      {"a word that may be an object", "en", "Ruth told the police that the van had left on 1 February 2015.", "left",
       Status::reported, "Ruth"},
      {"a warning", "en", "Hart warned the board that the roof had collapsed on 3 May 2015.", "collapsed",
       Status::reported, "Hart"},
      {"a board that is described", "en", "Hart visited the board that the mayor had appointed on 3 May 2015.",
       "appointed", Status::fact},
      {"an order", "en", "Ruth told the police to search the barn.", "search", Status::expected},
      {"in French", "fr", "Ruth a dit au tribunal que son frère l'avait appelée le 1er février 2015.", "appelée",
       Status::reported, "Ruth"},
  })));
}

TEST_CASE("a negation holds over what is said between it and its verb", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"a passive", "en", "She was not, as the Gazette wrote, taken to hospital on 20 October 2015.", "taken",
       Status::denied},
      {"a perfect", "en", "He has not, as the Gazette wrote, resigned.", "resigned", Status::denied},
      {"a past", "en", "He did not, as was claimed, steal the car on 3 May 2015.", "steal", Status::denied},
      {"a phrase", "en", "The mill was not, contrary to reports, sold on 3 May 2015.", "sold", Status::denied},
      {"without a negation", "en", "The bridge was, as the Gazette wrote, closed on 3 May 2015.", "closed",
       Status::reported, "the Gazette"},
      {"in German", "de", "Der Verein wurde nicht, wie die Zeitung schrieb, am 3. Mai 2015 aufgelöst.", "aufgelöst",
       Status::denied},
      {"in French", "fr", "Le moulin n'a pas été, comme l'écrit le Courrier, vendu le 3 mai 2015.", "vendu",
       Status::denied},
      {"in Spanish", "es", "Ella no fue, como escribió la Gaceta, hospitalizada el 20 de octubre de 2015.",
       "hospitalizada", Status::denied},
      {"in Russian", "ru", "Она не была, как писала газета, госпитализирована 20 октября 2015 года.",
       "госпитализирована", Status::denied},
      {"in Ukrainian", "uk", "Вона не була, як писала газета, госпіталізована 20 жовтня 2015 року.", "госпіталізована",
       Status::denied},
  })));
}

TEST_CASE("a report that the next sentence takes back is denied", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"called wrong", "en", "You wrote that Ruth Hart was born in 1971. That is wrong: she was born in 1973.", "born",
       Status::denied},
      {"not true", "en", "The Courier reported that Hart died on 9 May 2015. This is not true.", "died",
       Status::denied},
      {"told of another day", "en",
       "The Courier reported that Hart died on 9 May 2015. In fact she died on 11 May 2015.", "died", Status::denied},
      {"told of the same day", "en",
       "The Courier reported that Hart died on 9 May 2015. In fact she died on 9 May 2015.", "died", Status::reported},
      {"told of another", "en", "The Courier reported that Hart died on 9 May 2015. In fact Bell died on 11 May 2015.",
       "died", Status::reported},
      {"another is wrong", "en", "The Courier reported that Hart died on 9 May 2015. She was wrong.", "died",
       Status::reported},
      {"no report", "en", "The board closed the mill on 9 May 2015. That is wrong.", "closed", Status::fact},
      {"in German", "de", "Der Kurier schrieb, dass Hart am 9. Mai 2015 starb. Das ist falsch.", "starb",
       Status::denied},
      {"in French", "fr", "Le Courrier a écrit que Hart est mort le 9 mai 2015. C'est faux.", "mort", Status::denied},
  })));
}

TEST_CASE("no fact is what a shared negation, a joke or a vote against it tells", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"neither of two", "en", "Kovar did not resign or apologise.", "apologise", Status::denied},
      {"both under one auxiliary", "en", "Kovar did not resign and leave the town.", "leave", Status::denied},
      {"not the next behind a comma", "en", "Kovar was not arrested, and fled in 2014.", "fled", Status::fact},
      {"not what was done instead", "en", "Kovar did not resign but left the town.", "left", Status::fact},
      {"what a verb of no list says", "en", "Kovar gossiped that Brandt had shot the guard.", "shot", Status::reported,
       "Kovar"},
      {"ruled out", "en", "Kovar ruled out selling the mill.", "selling", Status::conditional},
      {"only talked of", "en", "Kovar spoke of selling the mill.", "selling", Status::conditional},
      {"voted against", "en", "The council voted against closing the mill.", "closing", Status::conditional},
      {"kept on", "en", "Kovar kept selling wool.", "selling", Status::fact},
  })));
}

TEST_CASE("a quotation is told by whoever is quoted, over sentences too", "[timeline][event]") {
  check(GENERATE(values<Row>({
      {"named behind its second sentence", "en", "\"The firm hid the results. It paid two doctors,\" Judge Croft said.",
       "hid", Status::reported, "Judge Croft"},
      {"named before", "en", "\"They forced us to sign,\" said Lena Ortiz. \"They kept our passports in a safe.\"",
       "kept", Status::reported, "Lena Ortiz"},
      {"marks with spaces", "fr",
       "« La société a caché les rapports. Elle a payé deux médecins », a déclaré la juge Morel.", "caché",
       Status::reported, "la juge Morel"},
      {"the subjunctive of the next sentence", "de", "Die Witwe äußerte sich gestern. Sie habe die Konten gekannt.",
       "gekannt", Status::reported, "Die Witwe"},
      {"a headline's colon", "en", "Holt stole funds: police", "stole", Status::reported, "police"},
      {"an office before a name", "de", "Das Feuer brach im Keller aus, sagte Feuerwehrsprecher Karl Ott.", "brach",
       Status::reported, "Feuerwehrsprecher Karl Ott"},
      {"what is told, taken for the subject", "es", "El conductor huyó a pie, dijo la fiscal Marta Rico.", "huyó",
       Status::reported, "la fiscal Marta Rico"},
      {"a word of attribution behind them", "de", "Zeugen zufolge schlug der Türsteher zu.", "schlug", Status::reported,
       "Zeugen"},
      {"whose words they are", "ru", "По словам свидетелей, сторож взорвал сейф.", "взорвал", Status::reported,
       "свидетелей"},
  })));
}

}  // namespace
}  // namespace annal
