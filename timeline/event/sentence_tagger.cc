// Words of closed classes, phrases that do the work of one preposition, and what follows an apostrophe.
#include "timeline/event/sentence_tagger.h"

namespace annal {

// Whether the words [first, last) are one noun phrase that can act.
bool SentenceTagger::subject_between(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t k = first; k < last; ++k) {
    const Tag t = word(k).tag;
    const bool part = is_nominal(t) || t == Tag::determiner || t == Tag::adjective || t == Tag::possessive ||
                      t == Tag::number || t == Tag::pronoun || (t == Tag::mark && token(k).no_space_before) ||
                      t == Tag::adverb;
    if (!part) return false;
  }
  const Word& head = word(last - 1);
  if (head.tag == Tag::noun) return !head.meaning.any(Is::noun_event, Is::noun_event_weak);
  return head.tag == Tag::name || head.tag == Tag::pronoun;
}

// Whether the clause that `i` stands in has a finite verb already: back to the last word or mark that opens a clause.
bool SentenceTagger::clause_has_finite(std::uint32_t i) {
  const std::uint32_t at = i;
  bool prepositions = false;
  while (i > 0) {
    --i;
    const Word& w = word(i);
    switch (w.tag) {
      case Tag::past:
      case Tag::present:
        // "said the mill burned": a noun phrase behind a saying may be the subject of what is said.
        return !w.meaning.any(Is::reporting, Is::attitude) || i + 1 == at || prepositions;
      case Tag::preposition:
        // "after Kovar resigned": behind a word that can open a clause, a phrase that names no happening is its
        // subject.
        if (w.self.has(Is::subordinator) && i + 1 < at && subject_between(i + 1, at)) return false;
        prepositions = true;
        break;
      case Tag::modal: return true;
      case Tag::be:
      case Tag::have:
      case Tag::do_:
        if (w.value <= 2) return true;
        break;
      case Tag::conjunction:
      case Tag::subordinator:
      case Tag::relative: return false;
      case Tag::mark:
        if (text(i) == ";" || text(i) == ":" || text(i) == "\"") return false;
        break;
      default: break;
    }
  }
  return false;
}

// "in the wake of", "according to": several words that do the work of one preposition. The last of them carries what
// the phrase means. Returns how many words they are, 0 where none begins here.
std::uint32_t SentenceTagger::tag_phrase(std::uint32_t i) {
  constexpr std::uint32_t longest_phrase = 5;
  std::string phrase(text(i));
  for (std::uint32_t count = 2; count <= longest_phrase && i + count <= size(); ++count) {
    const std::uint32_t last = i + count - 1;
    if (token(last).kind != TokenKind::word || word(last).timex >= 0) return 0;
    phrase += ' ';
    phrase += text(last);
    const bool attribution = lexicon_.phrase_is(phrase, Is::attribution_phrase);
    const WordFacts meaning = lexicon_.signal_of_phrase(phrase);
    if (!attribution && meaning.word.empty()) continue;
    // "due to the storm", but "due to sail".
    if (facts_[last].word.has(Is::infinitive_mark) && last + 1 < size() && (facts_[last + 1].forms & form_base) != 0 &&
        !facts_[last + 1].word.has(Is::verb_seldom))
      return 0;
    for (std::uint32_t k = i; k < last; ++k) {
      tag_one(k);
      word(k).tag = Tag::adverb;
      word(k).self = ClassSet{};
    }
    Word& w = word(last);
    w.tag = Tag::preposition;
    w.self = meaning.word;
    w.self.add(Is::preposition);
    if (attribution) w.self.add(Is::attribution_opener);
    w.value = meaning.value;
    return count;
  }
  return 0;
}

void SentenceTagger::tag_one(std::uint32_t i) {
  Word& w = word(i);
  const Token& t = token(i);
  w.capital = t.kind == TokenKind::word && upper(text(i)[0]);
  if (t.kind == TokenKind::punctuation) {
    w.tag = Tag::mark;
    w.meaning = w.self = ClassSet{};
    if (is_apostrophe(text(i)) && t.no_space_before && i > 0 && token(i - 1).kind == TokenKind::word &&
        text(i - 1).back() == 's' && i + 1 < size() && !token(i + 1).no_space_before &&
        (noun_like(i + 1) || facts_[i + 1].word.has(Is::adjective)) && is_nominal(just_before(i)))
      w.tag = Tag::possessive;
    return;
  }
  if (w.timex >= 0) {
    set(i, Tag::time);
    return;
  }
  if (t.kind == TokenKind::digits) {
    w.tag = Tag::number;
    return;
  }
  if (tag_apostrophe(i)) return;
  if (tag_closed(i)) return;
  const WordFacts& f = facts_[i];
  if (w.capital) {
    const bool known_name = names_.count(text(i)) != 0;
    const bool unknown = f.forms == 0 && f.noun.empty() && f.word.empty();
    if ((!headline_ && !at_start(i)) || known_name || unknown) {
      set(i, Tag::name);
      return;
    }
    if (!headline_ && i + 1 < size() && name_like(i + 1) && f.word.has(Is::title_word)) {
      set(i, Tag::name);
      return;
    }
  }
  set(i, open_class(i));
}

// What follows an apostrophe: possessive "s", contracted auxiliaries, and the "t" of "n't".
bool SentenceTagger::tag_apostrophe(std::uint32_t i) {
  if (i < 2 || !token(i).no_space_before || !is_apostrophe(text(i - 1)) || !token(i - 1).no_space_before) return false;
  const WordFacts& f = facts_[i];
  if (f.word.has(Is::negation_tail) && is_auxiliary(word(i - 2).tag)) {
    set(i, Tag::negation);
    return true;
  }
  if (!f.word.has(Is::clitic)) return false;
  const Tag host = word(i - 2).tag;
  Word& w = word(i);
  switch (f.value) {
    case 1:
      set(i, Tag::be);
      w.value = 1;
      return true;
    case 2:
      set(i, Tag::have);
      w.value = 1;
      return true;
    case 3:
      set(i, Tag::modal);
      w.value = 1;
      return true;
    case 4: {
      const bool participle =
          i + 1 < size() && (facts_[i + 1].forms & form_participle) != 0 && (facts_[i + 1].forms & form_base) == 0;
      set(i, participle ? Tag::have : Tag::modal);
      w.value = 2;
      return true;
    }
    default: {
      const bool clause =
          host == Tag::pronoun || host == Tag::relative || host == Tag::subordinator || host == Tag::adverb;
      set(i, clause ? Tag::be : Tag::possessive);
      w.value = 1;
      return true;
    }
  }
}

// Words of closed classes. False where the word is open-class after all.
bool SentenceTagger::tag_closed(std::uint32_t i) {
  const WordFacts& f = facts_[i];
  const ClassSet& c = f.word;
  const auto next_is_t = [&] {
    return i + 2 < size() && is_apostrophe(text(i + 1)) && token(i + 1).no_space_before &&
           facts_[i + 2].word.has(Is::negation_tail) && token(i + 2).no_space_before;
  };
  if (c.empty()) return false;
  const auto as = [&](Tag tag) {
    set(i, tag);
    return true;
  };
  if (c.has(Is::contracted_modal) && next_is_t()) return as(Tag::modal);
  if (c.has(Is::contracted_do) && next_is_t()) {
    set(i, Tag::do_);
    word(i).value = 1;
    return true;
  }
  if (c.has(Is::infinitive_mark)) {
    std::uint32_t k = i + 1;
    while (k < size() && facts_[k].word.has(Is::adverb) && facts_[k].forms == 0) ++k;
    if (k >= size() || timex(k) || (name_like(k) && !headline_)) return as(Tag::preposition);
    const WordFacts& next = facts_[k];
    if (next.word.any(Is::aux_be, Is::aux_have, Is::aux_do)) return as(Tag::to);
    if ((next.forms & form_base) == 0) return as(Tag::preposition);
    if (next.word.has(Is::verb_seldom) && !phrase_opens(k + 1)) return as(Tag::preposition);
    return as(Tag::to);
  }
  if (c.has(Is::aux_be)) return as(Tag::be);
  if (c.has(Is::aux_have)) return as(Tag::have);
  if (c.has(Is::aux_do)) return as(Tag::do_);
  if (c.has(Is::modal)) {
    if (just_before(i) == Tag::determiner || just_before(i) == Tag::possessive) return as(Tag::noun);
    return as(Tag::modal);
  }
  const bool capital_inside = word(i).capital && !at_start(i) && !headline_;
  if (c.has(Is::pronoun_possessive)) {
    if (c.has(Is::pronoun_object) && !noun_like(i + 1) &&
        !(i + 1 < size() && facts_[i + 1].word.any(Is::adjective, Is::number)))
      return as(Tag::pronoun);
    return as(Tag::possessive);
  }
  if (c.any(Is::pronoun_subject, Is::pronoun_object))
    return capital_inside && text(i).size() > 1 && text(i) != "I" ? as(Tag::name) : as(Tag::pronoun);
  if (c.has(Is::relative)) {
    const bool after_noun = is_nominal(just_before(i)) || just_before(i) == Tag::time ||
                            just_before(i) == Tag::pronoun || just_before(i) == Tag::number ||
                            (just_before(i) == Tag::mark && i > 1 && is_nominal(word(i - 2).tag));
    if (c.has(Is::determiner)) {  // "that"
      if (penn_[i] == Penn::wdt) return as(after_noun ? Tag::relative : Tag::subordinator);
      if (penn_[i] == Penn::in) return as(Tag::subordinator);
      return as(noun_like(i + 1) && !is_verb(tag_of(penn_[i + 1])) ? Tag::determiner : Tag::pronoun);
    }
    if (c.has(Is::subordinator) && !after_noun) return as(Tag::subordinator);
    return as(Tag::relative);
  }
  if (c.has(Is::conjunction)) return as(Tag::conjunction);
  if (capital_inside && !c.any(Is::determiner, Is::number)) return false;
  if (c.has(Is::negation) && !c.any(Is::determiner, Is::preposition)) return as(Tag::negation);
  if (c.any(Is::subordinator, Is::preposition)) {
    if (c.has(Is::particle) && is_verb(just_before(i)) && !phrase_opens(i + 1) && !noun_like(i + 1) && !timex(i + 1))
      return as(Tag::particle);
    if (c.has(Is::adverb) && !phrase_opens(i + 1) && !noun_like(i + 1) && !timex(i + 1)) return as(Tag::adverb);
    return as(c.has(Is::preposition) ? Tag::preposition : Tag::subordinator);
  }
  if (c.has(Is::determiner)) {
    // "Anna and Boris both agreed"
    const bool floats = c.has(Is::pronoun_free) && !c.has(Is::definite) && is_nominal(just_before(i));
    const bool alone = c.has(Is::pronoun_free) && !noun_like(i + 1) &&
                       !(i + 1 < size() && facts_[i + 1].word.any(Is::adjective, Is::number, Is::determiner)) &&
                       !(i + 1 < size() && token(i + 1).kind == TokenKind::digits) && !timex(i + 1);
    return as(alone || floats ? Tag::pronoun : Tag::determiner);
  }
  if (c.has(Is::pronoun_free)) return as(Tag::pronoun);
  if (c.has(Is::number) && (f.forms & form_base) == 0) return as(Tag::number);
  if (c.has(Is::ordinal) && (f.forms & form_base) == 0) return as(Tag::adjective);
  return false;
}

}  // namespace annal
