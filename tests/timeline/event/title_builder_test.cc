#include "timeline/event/title_builder.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "core/pipeline.h"
#include "core/syntax/labels.h"
#include "core/text/read.h"
#include "core/unicode/utf8.h"

using namespace annal;

namespace {

struct Row {
  const char* why;
  const char* tag;
  /// Words as form/part of speech/head from 1/relation[/features[/confidence]]; "_" is a space inside a time.
  const char* words;
  const char* predicate;
  const char* title;
  Status status = Status::fact;
  const char* source = "";  ///< the word that names who says so
  const char* lent = "";    ///< the word that is the subject from elsewhere
};

/// The text of the words, with its tree.
Analysis analysed(const Row& row) {
  std::istringstream words(row.words);
  std::string text, item;
  syntax::Tree tree;
  std::vector<std::vector<std::string>> fields;
  while (words >> item) {
    std::vector<std::string> parts;
    std::istringstream split(item);
    for (std::string part; std::getline(split, part, '/');) parts.push_back(part);
    std::replace(parts[0].begin(), parts[0].end(), '_', ' ');
    const bool glued = parts[1] == "PUNCT" || parts[0].starts_with("'") || text.ends_with("«");
    if (!text.empty() && !glued) text += ' ';
    syntax::Word word;
    word.span.begin = static_cast<std::uint32_t>(text.size());
    text += parts[0];
    word.span.end = static_cast<std::uint32_t>(text.size());
    word.upos = syntax::upos_of(parts[1]);
    word.head = std::stoi(parts[2]) - 1;
    word.deprel = syntax::deprel_of(parts[3]);
    if (parts.size() > 4 && parts[4] != "_") word.features = syntax::features_of(parts[4]);
    word.confidence = parts.size() > 5 ? static_cast<std::uint8_t>(std::stoi(parts[5])) : 99;
    tree.words.push_back(word);
  }
  Analysis analysis = analyse(read_text(text, "test").value(), *Language::find(row.tag));
  for (syntax::Word& word : tree.words) {
    for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
      if (analysis.tokens[t].begin <= word.span.begin) word.first = t;
      if (analysis.tokens[t].begin < word.span.end) word.last = t + 1;
    }
    for (std::size_t k = 0; k < analysis.timexes.size(); ++k)
      if (analysis.timexes[k].span == word.span) word.time = static_cast<std::int32_t>(k);
  }
  analysis.trees.assign(1, tree);
  return analysis;
}

std::int32_t word_of(const Analysis& analysis, std::string_view form) {
  if (form.empty()) return -1;
  const auto& words = analysis.trees[0].words;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (slice(analysis.document.text, words[i].span) == form) return static_cast<std::int32_t>(i);
  FAIL("no word " << form);
  return -1;
}

Title title_of(const Row& row) {
  const Analysis analysis = analysed(row);
  const TreeViews trees(analysis.trees);
  const TreeView& tree = trees[0];
  Predication predication;
  predication.word = word_of(analysis, row.predicate);
  predication.confidence = 100;
  predication.status = row.status;
  predication.source = word_of(analysis, row.source);
  if (const std::int32_t lent = word_of(analysis, row.lent); lent >= 0)
    predication.arguments.push_back({Role::agent, static_cast<std::uint32_t>(lent), 99, true});
  LemmaIndex lemmas;
  lemmas.begin_sentence();
  for (const syntax::Word& word : analysis.trees[0].words)
    lemmas.add_word(lemmas.keep(slice(analysis.document.text, word.span)));
  return TitleBuilder(analysis, trees, lemmas, *Language::find(row.tag)).title(0, tree, predication);
}

constexpr const char* attacked =
    "The/DET/2/det man/NOUN/8/nsubj:pass who/PRON/4/nsubj/PronType=Rel attacked/VERB/2/acl:relcl/VerbForm=Fin "
    "the/DET/6/det girl/NOUN/4/obj was/AUX/8/aux:pass/VerbForm=Fin jailed/VERB/0/root/VerbForm=Part ./PUNCT/8/punct";
constexpr const char* coached =
    "Hart/PROPN/9/nsubj:pass ,/PUNCT/4/punct who/PRON/4/nsubj/PronType=Rel coached/VERB/1/acl:relcl/VerbForm=Fin "
    "the/DET/6/det team/NOUN/4/obj ,/PUNCT/4/punct was/AUX/9/aux:pass/VerbForm=Fin "
    "dismissed/VERB/0/root/VerbForm=Part ./PUNCT/9/punct";
constexpr const char* alleged =
    "Prosecutors/NOUN/2/nsubj alleged/VERB/0/root/VerbForm=Fin that/SCONJ/5/mark Dunn/PROPN/5/nsubj "
    "stole/VERB/2/ccomp/VerbForm=Fin the/DET/7/det money/NOUN/5/obj ./PUNCT/2/punct";
constexpr const char* resold =
    "The/DET/2/det firm/NOUN/3/nsubj bought/VERB/0/root/VerbForm=Fin a/DET/5/det yard/NOUN/3/obj and/CCONJ/7/cc "
    "sold/VERB/3/conj/VerbForm=Fin it/PRON/7/obj ./PUNCT/3/punct";
const std::vector<Row> rows{
    {"a relative clause without comma says who it is", "en", attacked, "jailed",
     "The man who attacked the girl was jailed"},
    {"an aside between commas goes", "en", coached, "dismissed", "Hart was dismissed"},
    {"the noun stands for its relative pronoun", "en", coached, "coached", "Hart coached the team", Status::fact, "",
     "Hart"},
    {"an allegation keeps who alleges it", "en", alleged, "stole", "Prosecutors alleged that Dunn stole the money",
     Status::alleged, "Prosecutors"},
    {"a second verb shares the subject", "en", resold, "sold", "The firm sold it", Status::fact, "", "firm"},
    {"an infinitive keeps its governor", "en",
     "Kovar/PROPN/2/nsubj refused/VERB/0/root/VerbForm=Fin to/PART/4/mark pay/VERB/2/xcomp/VerbForm=Inf the/DET/6/det "
     "fine/NOUN/4/obj ./PUNCT/2/punct",
     "pay", "Kovar refused to pay the fine", Status::denied},
    {"what dates it goes, with its preposition", "en",
     "The/DET/2/det mill/NOUN/3/nsubj burned/VERB/0/root/VerbForm=Fin on/ADP/5/case 3_May_2014/NOUN/3/obl "
     "./PUNCT/3/punct",
     "burned", "The mill burned"},
    {"a length that is no date stays", "en",
     "Kovar/PROPN/3/nsubj:pass was/AUX/3/aux:pass/VerbForm=Fin sentenced/VERB/0/root/VerbForm=Part to/ADP/5/case "
     "nine_years/NOUN/3/obl ./PUNCT/3/punct",
     "sentenced", "Kovar was sentenced to nine years"},
    {"the agent of a passive stays, and negation", "en",
     "The/DET/2/det ban/NOUN/5/nsubj:pass was/AUX/5/aux:pass/VerbForm=Fin not/PART/5/advmod/Polarity=Neg "
     "lifted/VERB/0/root/VerbForm=Part by/ADP/8/case the/DET/8/det council/NOUN/5/obl:agent ./PUNCT/5/punct",
     "lifted", "The ban was not lifted by the council", Status::denied},
    {"members of a list stay together, marks inside names stand", "en",
     "The/DET/2/det yard/NOUN/4/nsubj:pass was/AUX/4/aux:pass/VerbForm=Fin sold/VERB/0/root/VerbForm=Part "
     "to/ADP/6/case Carver/PROPN/4/obl ,/PUNCT/8/punct Irwin/PROPN/6/conj &/CCONJ/10/cc Co/PROPN/6/conj "
     "./PUNCT/4/punct",
     "sold", "The yard was sold to Carver, Irwin & Co"},
    {"one of two that may be keeps the other", "en",
     "Kovar/PROPN/2/nsubj resigned/VERB/0/root/VerbForm=Fin or/CCONJ/5/cc was/AUX/5/aux:pass/VerbForm=Fin "
     "dismissed/VERB/2/conj/VerbForm=Part ./PUNCT/2/punct",
     "resigned", "Kovar resigned or was dismissed"},
    {"a name behind an office between commas stays", "en",
     "The/DET/2/det secretary/NOUN/6/nsubj ,/PUNCT/4/punct Reed/PROPN/2/appos ,/PUNCT/4/punct "
     "approved/VERB/0/root/VerbForm=Fin it/PRON/6/obj ./PUNCT/6/punct",
     "approved", "The secretary, Reed, approved it"},
    {"a condition keeps its conjunction", "en",
     "If/SCONJ/5/mark the/DET/3/det dam/NOUN/5/nsubj had/AUX/5/aux/VerbForm=Fin "
     "failed/VERB/10/advcl/VerbForm=Part ,/PUNCT/5/punct the/DET/8/det town/NOUN/10/nsubj "
     "would/AUX/10/aux/VerbForm=Fin drown/VERB/0/root/VerbForm=Inf ./PUNCT/10/punct",
     "drown", "If the dam had failed, the town would drown", Status::conditional},
    {"a noun tells what was done to what by whom", "en",
     "They/PRON/2/nsubj opposed/VERB/0/root/VerbForm=Fin the/DET/4/det annexation/NOUN/2/obj of/ADP/7/case "
     "the/DET/7/det islands/NOUN/4/nmod by/ADP/9/case Kovaria/PROPN/4/nmod ./PUNCT/2/punct",
     "annexation", "The annexation of the islands by Kovaria"},
    {"what is in doubt is told as the sentence has it", "en",
     "The/DET/2/det man/NOUN/9/nsubj/_/40 accused/VERB/2/acl/VerbForm=Part of/SCONJ/5/mark "
     "killing/VERB/3/advcl/VerbForm=Ger 17/NUM/7/nummod people/NOUN/9/nsubj/_/45 yesterday/NOUN/9/obl "
     "fled/VERB/0/root/VerbForm=Fin ./PUNCT/9/punct",
     "fled", "The man accused of killing 17 people fled"},
    {"no preposition goes before its noun", "en",
     "Supply/NOUN/2/nsubj rose/VERB/0/root/VerbForm=Fin by/ADP/2/dep/_/30 9,000/NUM/5/nummod barrels/NOUN/2/obl "
     "./PUNCT/2/punct",
     "rose", "Supply rose by 9,000 barrels"},
    {"nothing joined shares no subject", "en",
     "A/DET/2/det search/NOUN/3/nsubj began/VERB/0/root/VerbForm=Fin as/ADP/5/case crews/NOUN/3/obl "
     "arrived/VERB/3/conj/VerbForm=Fin ./PUNCT/3/punct",
     "arrived", "A search began as crews arrived", Status::fact, "", "search"},
    {"a verb that must stand second gets its subject in front", "de",
     "Am/ADP/2/case 3._Mai_2014/NOUN/3/obl schloss/VERB/0/root/Mood=Ind der/DET/5/det Rat/NOUN/3/nsubj "
     "die/DET/7/det Brücke/NOUN/3/obj ./PUNCT/3/punct",
     "schloss", "Der Rat schloss die Brücke"},
    {"the verb at the end of a clause told alone takes the second place", "de",
     "Es/PRON/2/nsubj endete/VERB/0/root/Mood=Ind ,/PUNCT/9/punct nachdem/SCONJ/8/mark der/DET/6/det "
     "Rat/NOUN/8/nsubj Risse/NOUN/8/obj gefunden/VERB/2/advcl/VerbForm=Part hatte/AUX/8/aux/Mood=Ind ./PUNCT/2/punct",
     "gefunden", "Der Rat hatte Risse gefunden"},
    {"the phrase behind the verb takes the place of a time in front, whatever its arc", "de",
     "Am/ADP/2/case 3._Mai_2014/NUM/3/obl stand/VERB/0/root/Mood=Ind die/DET/5/det Mühle/NOUN/3/nsubj/_/60 "
     "still/ADV/3/xcomp ./PUNCT/3/punct",
     "stand", "Die Mühle stand still"},
    {"the noun of a relative clause is followed by its verb", "de",
     "Der/DET/2/det Orkan/NOUN/9/nsubj ,/PUNCT/7/punct der/PRON/7/nsubj/PronType=Dem über/ADP/6/case Vell/PROPN/7/obl "
     "zog/VERB/2/acl:relcl/Mood=Ind ,/PUNCT/2/punct zerstörte/VERB/0/root/Mood=Ind die/DET/11/det Halle/NOUN/9/obj "
     "./PUNCT/9/punct",
     "zog", "Der Orkan zog über Vell", Status::fact, "", "Orkan"},
    {"a verb without subject stands alone where the language drops it", "es",
     "Nació/VERB/0/root/VerbForm=Fin en/ADP/3/case Toledo/PROPN/1/obl en/ADP/5/case 1890/NUM/1/obl y/CCONJ/7/cc "
     "murió/VERB/1/conj/VerbForm=Fin en/ADP/9/case Vell/PROPN/7/obl ./PUNCT/1/punct",
     "murió", "Murió en Vell"},
    {"a participle with nothing behind it keeps what dates it", "fr",
     "La/DET/2/det société/NOUN/9/nsubj:pass ,/PUNCT/4/punct fondée/VERB/2/acl/VerbForm=Part en/ADP/6/case "
     "1897/NUM/4/obl ,/PUNCT/4/punct fut/AUX/9/aux:pass/VerbForm=Fin dissoute/VERB/0/root/VerbForm=Part "
     "./PUNCT/9/punct",
     "fondée", "La société, fondée en 1897", Status::fact, "", "société"},
    {"an object is no subject of its relative clause", "uk",
     "Поліція/NOUN/2/nsubj схопила/VERB/0/root/VerbForm=Fin чоловіка/NOUN/2/obj/Case=Acc ,/PUNCT/6/punct "
     "який/DET/6/nsubj/PronType=Rel утік/VERB/3/acl:relcl/VerbForm=Fin ./PUNCT/2/punct",
     "утік", "Поліція схопила чоловіка, який утік", Status::fact, "", "чоловіка"},
    {"who is quoted does not say so himself", "uk",
     "«/PUNCT/3/punct Ми/PRON/3/nsubj знаємо/VERB/0/root/VerbForm=Fin »/PUNCT/3/punct ,/PUNCT/6/punct "
     "сказав/VERB/3/conj/VerbForm=Fin Гай/PROPN/6/obj ./PUNCT/3/punct",
     "сказав", "«Ми знаємо», сказав Гай", Status::fact, "", "Ми"},
    {"a comma that the language always sets does not make an aside", "uk",
     "Водій/NOUN/7/nsubj ,/PUNCT/4/punct який/PRON/4/nsubj/PronType=Rel збив/VERB/1/acl:relcl/VerbForm=Fin "
     "хлопця/NOUN/4/obj ,/PUNCT/4/punct утік/VERB/0/root/VerbForm=Fin ./PUNCT/7/punct",
     "утік", "Водій, який збив хлопця, утік"},
};

}  // namespace

TEST_CASE("a title holds who did what to whom, in the sentence's words", "[title]") {
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(title_of(row).text == row.title);
  }
}

TEST_CASE("a title is no longer than titles may be", "[title]") {
  for (const Row& row : rows) {
    INFO(row.why);
    const Title title = title_of(row);
    CHECK(count_code_points(title.text) <= longest_title);
  }
}
