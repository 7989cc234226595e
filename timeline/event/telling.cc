#include "timeline/event/telling.h"

#include <algorithm>

#include "core/unicode/letter_case.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

namespace {

constexpr std::size_t most_participants = 8;  ///< that are looked at
constexpr std::size_t most_names = 4;         ///< beside one participant
constexpr std::uint32_t top_sentences = 3;    ///< of a text, among which its headline stands
constexpr std::uint32_t nearest_words = 24;   ///< dependents of a word that are looked at

std::span<const std::uint32_t> near_dependents(const TreeView& tree, std::uint32_t word) {
  return tree.dependents(word).first(std::min<std::size_t>(tree.dependents(word).size(), nearest_words));
}

// Whether both have other names beside them, and none the same: "Anna Reed", "Boris Reed".
bool apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), [&](const std::string& name) {
    return std::find(b.begin(), b.end(), name) != b.end();
  });
}

}  // namespace

Agreement agreement(const Participant& a, const Participant& b, bool retold) {
  if (a.key.empty() || b.key.empty()) return Agreement::unknown;
  const bool counted = !a.count.empty() && !b.count.empty();
  if (counted && a.count != b.count) return Agreement::different;
  if (a.key == b.key) {
    if (a.name && b.name) return apart(a.names, b.names) ? Agreement::different : Agreement::same;
    if (a.plural != b.plural || (b.opens && !retold)) return Agreement::different;
    return b.known || counted || retold ? Agreement::same : Agreement::unknown;
  }
  const auto beside = [](const Participant& named, const Participant& other) {
    return named.name && std::find(other.names.begin(), other.names.end(), named.key) != other.names.end();
  };
  if (beside(a, b) || beside(b, a)) return Agreement::same;
  return a.name != b.name ? Agreement::unknown : Agreement::different;
}

TellingReader::TellingReader(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                             const EventLexicon& lexicon, const CoreferenceResolver& coreference)
    : analysis_(analysis),
      reading_(reading),
      ties_(ties),
      lexicon_(lexicon),
      coreference_(coreference),
      has_articles_(lexicon.language().word_class("article") != no_class) {}

std::string_view TellingReader::text(std::uint32_t word) const {
  return slice(analysis_.document.text, (*tree_)[word].span);
}

std::string TellingReader::lemma(std::uint32_t word) const { return std::string(reading_.lemmas.of(sentence_, word)); }

std::string TellingReader::name_of(const Event& event) const {
  const Word& head = reading_.words[token_of(event)];
  if (head.node < 0) return {};
  if (head.same >= 0) return std::string(1, group_sign) + std::to_string(head.same);
  if (event.pos == PartOfSpeech::adjective) return {};
  const auto happens = [](const ClassSet& classes) { return classes.any(Is::noun_event, Is::noun_event_weak); };
  if (event.pos == PartOfSpeech::noun && !happens(head.meaning) && !happens(head.self)) return {};
  return std::string(reading_.lemmas.of(event.sentence, static_cast<std::uint32_t>(head.node)));
}

// What a dependent says of its noun: an article, a possessor.
Definiteness TellingReader::definiteness_of(std::uint32_t word) const {
  const syntax::Word& w = (*tree_)[word];
  if (w.deprel == Deprel::nmod_poss || w.features.possessive) return Definiteness::definite;
  if (w.deprel != Deprel::det) return Definiteness::bare;
  const syntax::PronType type = w.features.pron_type;
  if (w.features.definite || type == syntax::PronType::dem || reading_.words[w.first].self.has(Is::definite) ||
      reading_.words[w.first].meaning.has(Is::definite))
    return Definiteness::definite;
  return type == syntax::PronType::art || type == syntax::PronType::ind ? Definiteness::indefinite : Definiteness::bare;
}

// Whether it is known already, and what tells it from others of its kind.
void TellingReader::read_noun(const Word& head, Telling& telling) const {
  const TreeView& tree = *tree_;
  const auto noun = static_cast<std::uint32_t>(head.node);
  const syntax::Word& word = tree[noun];
  telling.plural = head.plural;
  if (word.features.definite) telling.definiteness = Definiteness::definite;
  for (const std::uint32_t k : near_dependents(tree, noun)) {
    const syntax::Word& w = tree[k];
    const Definiteness article = definiteness_of(k);
    if (article == Definiteness::definite || telling.definiteness == Definiteness::bare)
      telling.definiteness = article == Definiteness::bare ? telling.definiteness : article;
    if (w.deprel == Deprel::amod || w.deprel == Deprel::compound || w.deprel == Deprel::nummod)
      telling.qualities.push_back(lemma(k));
  }
}

// The lemma of the last word of `name`, which word `head` heads, or where that is empty of the word.
std::string TellingReader::name_or_noun(std::uint32_t head, std::string_view name) const {
  std::uint32_t last = head;
  for (const std::uint32_t k : near_dependents(*tree_, head))
    if (!name.empty() && text(k) == name) last = k;
  return lemma(last);
}

Participant TellingReader::participant_of(std::uint32_t sentence, const Argument& argument) const {
  const TreeView& tree = *tree_;
  const std::uint32_t w = argument.word;
  Participant who;
  who.role = argument.role;
  if (tree[w].upos == Upos::pron || tree[w].upos == Upos::det) {
    const CoreferenceResolver::Antecedent* of = coreference_.antecedent(sentence, w);
    if (of == nullptr) return who;
    who.key = folded(of->key);
    who.name = !coreference_.person_at(of->sentence, of->word).empty();
    who.known = true;
    return who;
  }
  const std::string_view name = coreference_.person_at(sentence, w);
  who.name = !name.empty();
  who.key = name_or_noun(w, name);
  who.plural = tree[w].features.number == syntax::Number::plur;
  who.known = who.name || tree[w].features.definite || (!has_articles_ && !who.plural);
  for (const std::uint32_t k : near_dependents(tree, w)) {
    const syntax::Word& d = tree[k];
    if (d.upos == Upos::num) who.count = folded(text(k));
    if (d.deprel == Deprel::case_) who.adposition = folded(text(k));
    const Definiteness article = definiteness_of(k);
    who.opens |= article == Definiteness::indefinite;
    who.known |= article == Definiteness::definite;
    if (d.upos == Upos::propn && who.names.size() < most_names)
      who.names.push_back(name_or_noun(k, coreference_.person_at(sentence, k)));
  }
  return who;
}

void TellingReader::read_participants(std::uint32_t sentence, const Predication& predication, Telling& telling) const {
  telling.participants.reserve(predication.arguments.size());
  for (const Argument& argument : predication.arguments) {
    if (telling.participants.size() == most_participants) return;
    telling.governs |= argument.role == Role::content;
    const syntax::Word& word = (*tree_)[argument.word];
    const bool number = argument.role == Role::oblique && word.upos == Upos::num;  // "dies at 81"
    if (argument.role == Role::content || word.time >= 0 || number) continue;
    telling.participants.push_back(participant_of(sentence, argument));
    // "two men in Vell": the parser may as well have read "arrested in Vell".
    for (const std::uint32_t k : near_dependents(*tree_, argument.word))
      if ((*tree_)[k].deprel == Deprel::nmod && !coreference_.person_at(sentence, k).empty() &&
          telling.participants.size() < most_participants)
        telling.participants.push_back(participant_of(sentence, {Role::oblique, k}));
  }
}

// "the second goal", "arrested again", "won for the third time".
void TellingReader::read_which(std::uint32_t head, Telling& telling) const {
  const auto take = [&](std::uint32_t k) {
    const std::int32_t which = reading_.words[(*tree_)[k].first].which;
    if (which != 0) telling.which = which;
  };
  for (const std::uint32_t k : near_dependents(*tree_, head)) {
    take(k);
    const Deprel d = (*tree_)[k].deprel;
    if (d != Deprel::obj && d != Deprel::obl && d != Deprel::nsubj && d != Deprel::nsubj_pass && d != Deprel::nmod)
      continue;
    for (const std::uint32_t l : near_dependents(*tree_, k)) take(l);
  }
}

void TellingReader::read_time(Telling& telling) const {
  const auto take = [&](std::span<const TimeTie> ties) {
    for (const TimeTie& tie : ties) {
      const TimeValue& value = analysis_.timexes[tie.timex].value;
      const bool dates = value.type != TimexType::duration && value.type != TimexType::set;
      if (!dates || value.frame == Frame::none || (tie.kind != TieKind::bare && tie.kind != TieKind::in)) continue;
      telling.when = value.interval;
      telling.frame = value.frame;
    }
  };
  take(telling.nominal ? ties_.of_noun(telling.token) : ties_.of_clause(telling.clause));
  telling.date_beside = telling.frame != Frame::none;
  if (!telling.nominal || telling.date_beside || telling.clause < 0) return;
  // "The accident occurred on Monday", "made his debut in 2002".
  const Clause& clause = reading_.clauses[static_cast<std::size_t>(telling.clause)];
  const bool tells = (!clause.object.empty() && clause.object.head == telling.token) ||
                     (!clause.subject.empty() && clause.subject.head == telling.token);
  if (tells && reading_.words[clause.group.main].meaning.any(Is::light, Is::happening, Is::aspectual))
    take(ties_.of_clause(telling.clause));
}

// A title, or a line at the top of a text that no stop ends.
bool TellingReader::is_headline(std::uint32_t sentence) const {
  const Sentence& s = analysis_.sentences[sentence];
  if (s.block < analysis_.document.blocks.size() && analysis_.document.blocks[s.block].kind != BlockKind::paragraph)
    return true;
  return sentence < top_sentences && s.first < s.last && analysis_.tokens[s.last - 1].kind != TokenKind::punctuation;
}

// The nouns and names beside a headline's happening, and those of the sentences that may tell it again.
void TellingReader::read_company(std::uint32_t sentence, Telling& telling) {
  if (telling.headline) headline_ = static_cast<std::int64_t>(sentence);
  if (headline_ < 0 || static_cast<std::int64_t>(sentence) > headline_ + headline_reach) return;
  if (company_ == nullptr || company_of_ != sentence) {
    std::vector<std::string> nouns;
    for (std::uint32_t w = 0; w < tree_->size(); ++w) {
      const syntax::Word& word = (*tree_)[w];
      if ((word.upos == Upos::noun || word.upos == Upos::propn) && word.time < 0) nouns.push_back(lemma(w));
    }
    std::sort(nouns.begin(), nouns.end());
    nouns.erase(std::unique(nouns.begin(), nouns.end()), nouns.end());
    company_ = std::make_shared<const std::vector<std::string>>(std::move(nouns));
    company_of_ = sentence;
  }
  telling.company = company_;
}

std::uint32_t TellingReader::token_of(const Event& event) const {
  const auto token = std::lower_bound(analysis_.tokens.begin(), analysis_.tokens.end(), event.span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.begin < at; });
  return static_cast<std::uint32_t>(token - analysis_.tokens.begin());
}

Telling TellingReader::of(const Event& event) {
  Telling telling;
  telling.token = token_of(event);
  const Word& head = reading_.words[telling.token];
  telling.nominal = event.pos == PartOfSpeech::noun;
  telling.key = name_of(event);
  if (telling.key.empty()) return telling;
  tree_ = &reading_.trees[event.sentence];
  sentence_ = event.sentence;
  // "take over" is not "take"
  for (const std::uint32_t k : near_dependents(*tree_, static_cast<std::uint32_t>(head.node)))
    if (head.same < 0 && (*tree_)[k].deprel == Deprel::compound_prt) telling.key.append(1, ' ').append(folded(text(k)));
  telling.headline = is_headline(event.sentence);
  read_company(event.sentence, telling);
  telling.clause = head.clause;
  read_which(static_cast<std::uint32_t>(head.node), telling);
  if (telling.nominal) {
    telling.weak = head.same < 0 && !head.meaning.has(Is::noun_event) && !head.self.has(Is::noun_event);
    read_noun(head, telling);
    const auto noun = std::lower_bound(reading_.nominals.begin(), reading_.nominals.end(), telling.token,
                                       [](const NominalEvent& n, std::uint32_t at) { return n.token < at; });
    if (noun != reading_.nominals.end() && noun->token == telling.token)
      read_participants(event.sentence, noun->predication, telling);
  } else {
    for (std::uint32_t c = reading_.sentence_clause[event.sentence]; c < reading_.sentence_clause[event.sentence + 1];
         ++c)
      if (reading_.clauses[c].group.main == telling.token) telling.clause = static_cast<std::int32_t>(c);
    if (telling.clause >= 0)
      read_participants(event.sentence, reading_.clauses[static_cast<std::size_t>(telling.clause)].predication,
                        telling);
    const EventClass c = event.event_class;
    telling.weak = head.meaning.any(Is::light, Is::reporting, Is::perception, Is::attitude, Is::state) ||
                   c == EventClass::reporting || c == EventClass::perception || c == EventClass::state ||
                   c == EventClass::i_state;
    telling.infinitive = event.tense == Tense::infinitive;
    telling.single = event.tense == Tense::past || event.tense == Tense::pastpart || event.tense == Tense::prespart ||
                     event.aspect == Aspect::perfective || event.status == Status::expected;
  }
  read_time(telling);
  return telling;
}

}  // namespace annal
