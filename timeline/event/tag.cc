#include "timeline/event/tag.h"

#include <algorithm>

namespace annal {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view text_of(const Analysis& analysis, std::uint32_t token) {
  return quote(analysis.document.text, analysis.tokens[token].span());
}

bool is_apostrophe(std::string_view word) { return word == "'" || word == "\xE2\x80\x99"; }

bool ends_sentence_part(std::string_view mark) {
  return mark == "\"" || mark == ":" || mark == "\xE2\x80\x9C" || mark == "." || mark == "\xE2\x80\x98" || mark == "(";
}

// Whether nearly every word but those that hold clauses together has a capital. `classes` gives those of a token's
// word.
template <class Classes>
bool is_headline(const Analysis& analysis, const Sentence& sentence, const Classes& classes) {
  std::uint32_t capitals = 0, small = 0, long_small = 0;
  constexpr std::uint32_t long_word = 5;  // function words are seldom that long
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = analysis.tokens[i];
    if (token.kind != TokenKind::word) continue;
    if (upper(analysis.document.text[token.begin]))
      ++capitals;
    else if (token.end - token.begin >= long_word)
      ++long_small;
  }
  if (capitals < 3 || long_small > capitals) return false;
  capitals = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = analysis.tokens[i];
    if (token.kind != TokenKind::word) continue;
    if (upper(analysis.document.text[token.begin])) {
      ++capitals;
      continue;
    }
    const ClassSet& c = classes(i);
    if (!c.any(Is::determiner, Is::preposition, Is::conjunction, Is::subordinator, Is::infinitive_mark, Is::clitic,
               Is::negation_tail))
      ++small;
  }
  return capitals >= 3 && capitals > 6 * small;
}

// The state of one sentence while it is tagged.
class SentenceTagger {
 public:
  SentenceTagger(const Analysis& analysis, const EventLexicon& lexicon, const NameSet& names, std::span<Word> words)
      : analysis_(analysis), lexicon_(lexicon), names_(names), words_(words) {}

  void run(const Sentence& sentence) {
    sentence_ = sentence;
    const std::uint32_t n = sentence_.last - sentence_.first;
    facts_.assign(n, WordFacts{});
    for (std::uint32_t i = 0; i < n; ++i) {
      const Token& token = analysis_.tokens[sentence_.first + i];
      if (token.kind == TokenKind::word) facts_[i] = lexicon_.facts(quote(analysis_.document.text, token.span()));
    }
    headline_ = is_headline(analysis_, sentence_,
                            [&](std::uint32_t i) -> const ClassSet& { return facts_[i - sentence_.first].word; });
    for (std::uint32_t i = 0; i < n;) {
      const std::uint32_t taken =
          facts_[i].word.any(Is::signal_phrase_opener, Is::attribution_opener) ? tag_phrase(i) : 0;
      if (taken == 0) tag_one(i);
      i += std::max<std::uint32_t>(taken, 1);
    }
  }

 private:
  Word& word(std::uint32_t i) { return words_[sentence_.first + i]; }
  std::uint32_t size() const { return sentence_.last - sentence_.first; }
  const Token& token(std::uint32_t i) const { return analysis_.tokens[sentence_.first + i]; }
  std::string_view text(std::uint32_t i) const { return text_of(analysis_, sentence_.first + i); }
  bool at_start(std::uint32_t i) const {
    return i == 0 || (token(i - 1).kind == TokenKind::mark && ends_sentence_part(text(i - 1)));
  }

  // The tag before `i`; adverbs and negations between an auxiliary and its verb do not count.
  Tag before(std::uint32_t i) {
    for (i = past_prefix(i); i > 0; --i) {
      const Tag t = word(i - 1).tag;
      if (t == Tag::adverb || t == Tag::negation) continue;
      // The apostrophe of "didn't".
      if (t == Tag::mark && i < size() && word(i).tag == Tag::negation && is_apostrophe(text(i - 1))) continue;
      return t;
    }
    return Tag::mark;
  }
  Tag just_before(std::uint32_t i) {
    i = past_prefix(i);
    return i == 0 ? Tag::mark : word(i - 1).tag;
  }
  // Where the word at `i` begins with its prefix: at "re" for "re-elected".
  std::uint32_t past_prefix(std::uint32_t i) {
    const bool hyphen = i > 1 && i < size() && token(i).glued && token(i - 1).glued && text(i - 1) == "-";
    return hyphen && facts_[i - 2].word.has(Is::verb_prefix) ? i - 2 : i;
  }

  bool timex(std::uint32_t i) { return i < size() && word(i).timex >= 0; }
  bool name_like(std::uint32_t i) const {
    return i < size() && token(i).kind == TokenKind::word && upper(text(i)[0]) && !at_start(i) && !headline_;
  }

  // Whether the words from `i` on can open a noun phrase.
  bool phrase_opens(std::uint32_t i) {
    if (i >= size() || timex(i)) return false;
    const ClassSet& c = facts_[i].word;
    if (c.any(Is::determiner, Is::pronoun_possessive, Is::pronoun_object, Is::pronoun_free, Is::number)) return true;
    return name_like(i) || token(i).kind == TokenKind::digits;
  }
  // Whether the word at `i` can be the noun (or a word before the noun) that a modifier at `i - 1` belongs to.
  bool noun_like(std::uint32_t i) {
    if (i >= size() || token(i).kind != TokenKind::word || timex(i)) return false;
    const WordFacts& f = facts_[i];
    if (f.word.any(Is::preposition, Is::determiner, Is::conjunction, Is::subordinator, Is::relative, Is::aux_be,
                   Is::aux_have, Is::aux_do, Is::modal, Is::infinitive_mark, Is::adverb, Is::negation,
                   Is::pronoun_subject, Is::pronoun_object, Is::pronoun_possessive, Is::pronoun_free))
      return false;
    if (name_like(i)) return true;
    if (f.forms == 0 ||
        f.word.any(Is::verb_seldom, Is::verb_even, Is::gerund_noun, Is::adjective, Is::noun_event, Is::noun_event_weak))
      return true;
    return (f.forms & form_ing) != 0 || (f.forms == (form_past | form_participle));
  }
  bool verb_complement_opens(std::uint32_t i) {
    if (i >= size()) return false;
    const ClassSet& c = facts_[i].word;
    return phrase_opens(i) || timex(i) ||
           c.any(Is::preposition, Is::infinitive_mark, Is::subordinator, Is::adverb, Is::relative);
  }

  // Whether another finite verb follows before the clause ends, so that a participle in front of it is no past tense.
  bool finite_follows(std::uint32_t i) {
    const std::uint32_t end = std::min(size(), i + 14);
    for (std::uint32_t k = i + 1; k < end; ++k) {
      const WordFacts& f = facts_[k];
      if (token(k).kind == TokenKind::mark) {
        if (!token(k).glued || is_apostrophe(text(k)) || text(k) == "-") continue;
        return false;
      }
      if (f.word.any(Is::conjunction, Is::relative, Is::subordinator) && !f.word.has(Is::preposition)) return false;
      if (f.word.any(Is::pronoun_subject, Is::infinitive_mark) && !f.word.has(Is::pronoun_object)) {
        if (f.word.has(Is::infinitive_mark) && k + 1 < size() && (facts_[k + 1].forms & form_base) == 0) continue;
        return false;
      }
      if (f.word.has(Is::modal) || f.word.has(Is::aux_do)) return true;
      if ((f.word.has(Is::aux_be) && f.value <= 2) || (f.word.has(Is::aux_have) && f.value <= 2)) return true;
      const bool only_past = (f.forms & form_past) != 0 && (f.forms & form_participle) == 0;
      if (only_past && !upper(text(k)[0])) return true;
      if ((f.forms & form_past) != 0 && f.verb.has(Is::reporting)) return true;
      if ((f.forms & form_3sg) != 0 && !f.word.any(Is::verb_even, Is::verb_seldom) && !upper(text(k)[0])) return true;
    }
    return false;
  }

  void set(std::uint32_t i, Tag tag) {
    Word& w = word(i);
    const WordFacts& f = facts_[i];
    w.tag = tag;
    w.self = f.word;
    w.value = f.value;
    w.plural = false;
    if (is_verb(tag)) {
      w.aspect = f.aspect;
      if (tag == Tag::base || (tag == Tag::present && (f.forms & form_3sg) == 0)) {
        w.meaning = f.word;
      } else {
        w.meaning = f.verb;
        w.lemma = f.verb_lemma;
      }
      w.same = f.same_verb;
    } else {
      w.meaning = f.noun;
      w.lemma = tag == Tag::noun ? f.noun_lemma : Lemma{};
      w.plural = f.plural;
      w.same = f.same_noun;
    }
  }

  void tag_one(std::uint32_t i);
  std::uint32_t tag_phrase(std::uint32_t i);
  bool tag_closed(std::uint32_t i);
  bool tag_apostrophe(std::uint32_t i);
  Tag open_class(std::uint32_t i);
  Tag base_or_noun(std::uint32_t i, const WordFacts& f);
  Tag past_or_participle(std::uint32_t i, const WordFacts& f);
  Tag gerund_or_noun(std::uint32_t i, const WordFacts& f);
  bool clause_has_finite(std::uint32_t i);
  bool in_relative_clause(std::uint32_t i);
  bool subject_between(std::uint32_t first, std::uint32_t last);

  const Analysis& analysis_;
  Sentence sentence_;
  const EventLexicon& lexicon_;
  const NameSet& names_;
  std::span<Word> words_;
  std::vector<WordFacts> facts_;
  bool headline_ = false;
};

// Whether the words [first, last) are one noun phrase that can act.
bool SentenceTagger::subject_between(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t k = first; k < last; ++k) {
    const Tag t = word(k).tag;
    const bool part = is_nominal(t) || t == Tag::determiner || t == Tag::adjective || t == Tag::possessive ||
                      t == Tag::number || t == Tag::pronoun || (t == Tag::mark && token(k).glued) || t == Tag::adverb;
    if (!part) return false;
  }
  const Word& head = word(last - 1);
  if (head.tag == Tag::noun) return !head.meaning.any(Is::noun_event, Is::noun_event_weak);
  return head.tag == Tag::name || head.tag == Tag::pronoun;
}

// Whether `i` stands behind "that" or "which" and its noun, with no verb between: "the ban that the council imposed
// was".
bool SentenceTagger::in_relative_clause(std::uint32_t i) {
  for (std::uint32_t k = i; k-- > 1;) {
    const Tag t = word(k).tag;
    if (t == Tag::relative || t == Tag::subordinator) return is_nominal(word(k - 1).tag);
    if (is_verb(t) || is_auxiliary(t) || t == Tag::mark || t == Tag::conjunction) return false;
  }
  return false;
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
  if (t.kind == TokenKind::mark) {
    w.tag = Tag::mark;
    w.meaning = w.self = ClassSet{};
    if (is_apostrophe(text(i)) && t.glued && i > 0 && token(i - 1).kind == TokenKind::word &&
        text(i - 1).back() == 's' && i + 1 < size() && !token(i + 1).glued &&
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
  if (i < 2 || !token(i).glued || !is_apostrophe(text(i - 1)) || !token(i - 1).glued) return false;
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
    return i + 2 < size() && is_apostrophe(text(i + 1)) && token(i + 1).glued &&
           facts_[i + 2].word.has(Is::negation_tail) && token(i + 2).glued;
  };
  if (c.empty()) return false;
  const auto as = [&](Tag tag) {
    set(i, tag);
    return true;
  };
  const Tag b = before(i);
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
      const WordFacts* next = i + 1 < size() ? &facts_[i + 1] : nullptr;
      const bool verb_next =
          next != nullptr &&
          (next->word.any(Is::aux_be, Is::aux_have, Is::aux_do, Is::modal) ||
           ((next->forms & (form_past | form_3sg)) != 0 && !next->word.any(Is::verb_even, Is::verb_seldom)));
      if (is_verb(just_before(i)) || (just_before(i) == Tag::adjective && !verb_next)) return as(Tag::subordinator);
      if (after_noun && verb_next) return as(Tag::relative);
      if (verb_next) return as(Tag::pronoun);
      if (after_noun || b == Tag::conjunction || b == Tag::time) return as(Tag::subordinator);
      if (noun_like(i + 1)) return as(Tag::determiner);
      return as(is_verb(b) ? Tag::subordinator : Tag::pronoun);
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

Tag SentenceTagger::base_or_noun(std::uint32_t i, const WordFacts& f) {
  const Tag b = before(i), j = just_before(i);
  if (b == Tag::to || b == Tag::modal || b == Tag::do_) return Tag::base;
  if (b == Tag::be || b == Tag::have) return f.word.has(Is::adjective) ? Tag::adjective : Tag::noun;
  if (j == Tag::determiner || j == Tag::possessive || j == Tag::adjective || j == Tag::number || j == Tag::preposition)
    return f.word.has(Is::adjective) && noun_like(i + 1) ? Tag::adjective : Tag::noun;
  const bool seldom = f.word.has(Is::verb_seldom), even = f.word.has(Is::verb_even);
  const bool noun_event = f.word.any(Is::noun_event, Is::noun_event_weak);
  if (b == Tag::pronoun && i > 0 && word(i - 1).self.has(Is::pronoun_subject)) return Tag::present;
  if (b == Tag::relative && !seldom) return Tag::present;
  if (seldom || (f.word.has(Is::adjective) && noun_like(i + 1)))
    return f.word.has(Is::adjective) ? Tag::adjective : Tag::noun;
  const bool complement = verb_complement_opens(i + 1);
  if (!even && !noun_event) {
    if (b == Tag::noun || b == Tag::name) {
      if (clause_has_finite(i)) return Tag::base;
      return Tag::present;
    }
    return Tag::base;
  }
  if (b == Tag::conjunction) {
    // "to sign and return it": parallel with the verb before.
    for (std::uint32_t k = i; k-- > 0;) {
      if (word(k).tag == Tag::base) return complement && phrase_opens(i + 1) ? Tag::base : Tag::noun;
      if (is_verb(word(k).tag)) break;
    }
    return Tag::noun;
  }
  const bool plural_subject = b == Tag::noun && i > 0 && word(i - 1).plural;
  if (plural_subject && complement && !clause_has_finite(i)) return Tag::present;
  if (at_start(i) && (phrase_opens(i + 1) || f.word.has(Is::linking)) && !headline_) return Tag::base;
  return f.word.has(Is::adjective) ? Tag::adjective : Tag::noun;
}

Tag SentenceTagger::past_or_participle(std::uint32_t i, const WordFacts& f) {
  const Tag b = before(i), j = just_before(i);
  const bool past = (f.forms & form_past) != 0, participle = (f.forms & form_participle) != 0;
  if (b == Tag::have || b == Tag::be) return participle ? Tag::participle : Tag::past;
  if ((f.forms & form_base) != 0 && (b == Tag::to || b == Tag::modal || b == Tag::do_)) return Tag::base;
  if (!participle) return Tag::past;
  const bool modifies = j == Tag::determiner || j == Tag::possessive || j == Tag::adjective || j == Tag::preposition ||
                        (j == Tag::number && noun_like(i + 1));
  if (modifies || (j == Tag::mark && i > 0 && text(i - 1) == "-")) {
    if (j == Tag::preposition && !noun_like(i + 1)) return Tag::participle;
    return Tag::adjective;
  }
  if (j == Tag::adverb && i > 1) {
    const Tag k = word(i - 2).tag;
    if ((k == Tag::determiner || k == Tag::preposition || k == Tag::possessive) && noun_like(i + 1))
      return Tag::adjective;
  }
  if (j == Tag::conjunction && i > 1 && word(i - 2).tag == Tag::adjective && noun_like(i + 1)) return Tag::adjective;
  if (!past) {
    if (b == Tag::conjunction) return Tag::participle;
    return noun_like(i + 1) && !phrase_opens(i + 1) && !is_nominal(b) ? Tag::adjective : Tag::participle;
  }
  if (b == Tag::pronoun && i > 0) return Tag::past;
  if (b == Tag::relative) return Tag::past;
  const bool by_next = i + 1 < size() && facts_[i + 1].word.has(Is::agent_mark) && !timex(i + 2);
  if (b == Tag::conjunction || b == Tag::to || b == Tag::modal) {
    for (std::uint32_t k = i; k-- > 0;) {
      if (word(k).tag == Tag::past || word(k).tag == Tag::participle) {
        // "was arrested and charged", "called him and congratulated him"
        if (word(k).tag == Tag::participle && before(k) != Tag::be && before(k) != Tag::have)
          return finite_follows(i) ? Tag::participle : Tag::past;
        return word(k).tag;
      }
      if (is_verb(word(k).tag) || is_auxiliary(word(k).tag)) break;
    }
    return Tag::past;
  }
  if (f.verb.has(Is::reporting)) return by_next && clause_has_finite(i) ? Tag::participle : Tag::past;
  if (at_start(i))
    return phrase_opens(i + 1) && !f.verb.has(Is::act_toward) ? Tag::past
                                                              : (noun_like(i + 1) ? Tag::adjective : Tag::participle);
  if (is_nominal(b) || b == Tag::time || b == Tag::number || b == Tag::mark || b == Tag::adjective ||
      b == Tag::possessive) {
    if (j == Tag::mark && (text(i - 1) == "," || text(i - 1) == "-") && clause_has_finite(i)) {
      return phrase_opens(i + 1) && !by_next ? Tag::past : Tag::participle;
    }
    if (by_next) return Tag::participle;
    if (clause_has_finite(i)) return Tag::participle;
    if (finite_follows(i) && !in_relative_clause(i)) return Tag::participle;
    return Tag::past;
  }
  if (is_verb(b)) return noun_like(i + 1) || word(i - 1).meaning.has(Is::linking) ? Tag::adjective : Tag::participle;
  return clause_has_finite(i) ? Tag::participle : Tag::past;
}

Tag SentenceTagger::gerund_or_noun(std::uint32_t i, const WordFacts& f) {
  const Tag b = before(i), j = just_before(i);
  if (b == Tag::be) return f.word.has(Is::gerund_adjective) ? Tag::adjective : Tag::gerund;
  if (j == Tag::determiner || j == Tag::possessive || j == Tag::adjective || j == Tag::number) {
    // "the outgoing council", but "the meeting ended".
    const bool verb_next = i + 1 < size() && (facts_[i + 1].forms & (form_past | form_participle)) != 0;
    if (noun_like(i + 1) && !(verb_next && f.word.any(Is::gerund_noun, Is::noun_event, Is::noun_event_weak)))
      return Tag::adjective;
    return Tag::noun;
  }
  if (j == Tag::conjunction && i > 1 && word(i - 2).tag == Tag::adjective && noun_like(i + 1) && !phrase_opens(i + 1))
    return Tag::adjective;
  if (f.word.has(Is::gerund_noun) && !phrase_opens(i + 1)) return Tag::noun;
  if (f.word.has(Is::gerund_adjective)) return Tag::adjective;
  if (is_nominal(j) && !phrase_opens(i + 1) && f.word.any(Is::noun_event, Is::noun_event_weak)) return Tag::noun;
  return Tag::gerund;
}

Tag SentenceTagger::open_class(std::uint32_t i) {
  const WordFacts& f = facts_[i];
  if (i > 1 && token(i).glued && token(i - 1).glued && text(i - 1) == "-" && token(i - 2).kind == TokenKind::word) {
    // The second part of "president-elect", "free-flowing", "oil-related"; a prefix ("re-elected") leaves a verb a
    // verb.
    if (word(i - 2).tag == Tag::name && f.forms != 0 && (f.forms & (form_past | form_participle | form_ing)) == 0)
      return Tag::name;
    if (!facts_[i - 2].word.has(Is::verb_prefix) && f.forms != 0)
      return (f.forms & (form_past | form_participle | form_ing)) != 0 && !f.word.any(Is::noun_event, Is::gerund_noun)
                 ? Tag::adjective
                 : Tag::noun;
  }
  if ((f.forms & form_ing) != 0) return gerund_or_noun(i, f);
  if ((f.forms & (form_past | form_participle)) != 0) {
    if (f.word.has(Is::participle_adjective) && before(i) != Tag::have) {
      const Tag j = just_before(i);
      if (j == Tag::determiner || j == Tag::adjective || j == Tag::possessive || noun_like(i + 1) ||
          before(i) == Tag::be)
        return Tag::adjective;
    }
    if (f.word.any(Is::noun_event, Is::noun_event_weak, Is::verb_even, Is::verb_seldom)) {
      const Tag j = just_before(i);
      if (j == Tag::determiner || j == Tag::possessive || j == Tag::adjective || j == Tag::preposition ||
          j == Tag::number)
        return Tag::noun;
    }
    return past_or_participle(i, f);
  }
  if ((f.forms & form_3sg) != 0) {
    const Tag b = before(i), j = just_before(i);
    const bool modified = j == Tag::determiner || j == Tag::possessive || j == Tag::adjective || j == Tag::number ||
                          j == Tag::preposition;
    const bool takes_clause = i + 1 < size() && facts_[i + 1].word.any(Is::infinitive_mark, Is::subordinator) &&
                              f.verb.any(Is::reporting, Is::attitude, Is::act_toward, Is::forward);
    if (b == Tag::name && takes_clause && !modified && !clause_has_finite(i)) return Tag::present;
    // "the council plans a vote": a noun is not followed by an article.
    const bool article_next = i + 1 < size() && facts_[i + 1].word.any(Is::article, Is::pronoun_possessive);
    if (is_nominal(b) && !modified && article_next && !clause_has_finite(i)) return Tag::present;
    const bool name_next =
        i + 1 < size() && upper(text(i + 1)[0]) && facts_[i + 1].word.empty() && facts_[i + 1].forms == 0;
    if (headline_ && b == Tag::name && name_next && !clause_has_finite(i)) return Tag::present;
    if (modified || f.word.has(Is::verb_seldom))
      return b == Tag::pronoun || b == Tag::relative ? Tag::present : Tag::noun;
    const bool nounish = f.word.has(Is::verb_even) || f.noun.any(Is::noun_event, Is::noun_event_weak);
    if (!nounish) return Tag::present;
    if (b == Tag::relative || (b == Tag::pronoun && i > 0 && word(i - 1).self.has(Is::pronoun_subject)))
      return Tag::present;
    const bool subject = (is_nominal(b) && !word(i - 1).plural) || b == Tag::time;
    if (subject && verb_complement_opens(i + 1) && !clause_has_finite(i)) return Tag::present;
    // "if the dam breaks,"
    const bool ends = i + 1 >= size() || token(i + 1).kind == TokenKind::mark;
    const bool whole_subject =
        b == Tag::name || (i > 1 && (word(i - 2).tag == Tag::determiner || word(i - 2).tag == Tag::possessive));
    if (subject && ends && whole_subject && !clause_has_finite(i) && !finite_follows(i)) return Tag::present;
    if (headline_ && is_nominal(b) && i + 1 < size() && token(i + 1).kind == TokenKind::word && !clause_has_finite(i))
      return Tag::present;
    return Tag::noun;
  }
  if ((f.forms & form_base) != 0) return base_or_noun(i, f);
  if (f.word.has(Is::adjective) && !(f.word.any(Is::adverb_later, Is::adverb_earlier) && !noun_like(i + 1))) {
    if (f.word.has(Is::adverb) && !noun_like(i + 1)) return Tag::adverb;
    if (f.noun.any(Is::noun_event, Is::noun_event_weak, Is::actor_noun) && !noun_like(i + 1)) return Tag::noun;
    return Tag::adjective;
  }
  const bool sequence = f.word.any(Is::adverb_later, Is::adverb_earlier, Is::adverb_still);
  if (sequence && just_before(i) != Tag::determiner) return Tag::adverb;
  if (f.word.has(Is::adverb)) return Tag::adverb;
  if (f.word.any(Is::particle)) return Tag::particle;
  return Tag::noun;
}

}  // namespace

NameSet names_of(const Analysis& analysis, const EventLexicon& lexicon) {
  NameSet names;
  for (const Sentence& sentence : analysis.sentences) {
    if (analysis.document.blocks.size() > sentence.block &&
        analysis.document.blocks[sentence.block].kind != BlockKind::paragraph)
      continue;
    ClassSet classes;
    const auto classes_of = [&](std::uint32_t i) -> const ClassSet& {
      classes = lexicon.facts(text_of(analysis, i)).word;
      return classes;
    };
    if (is_headline(analysis, sentence, classes_of)) continue;
    for (std::uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
      const Token& token = analysis.tokens[i];
      if (token.kind != TokenKind::word || !upper(analysis.document.text[token.begin]) || token.end - token.begin < 3)
        continue;
      if (analysis.tokens[i - 1].kind == TokenKind::mark) continue;
      const std::string_view text = quote(analysis.document.text, token.span());
      if (names.count(text) != 0) continue;
      if (!lexicon.facts(text).word.any(Is::title_word, Is::determiner, Is::preposition)) names.insert(text);
    }
  }
  return names;
}

void tag_sentence(const Analysis& analysis, const Sentence& sentence, const EventLexicon& lexicon, const NameSet& names,
                  std::span<Word> words) {
  SentenceTagger(analysis, lexicon, names, words).run(sentence);
}

std::vector<Word> tag(const Analysis& analysis, const EventLexicon& lexicon) {
  std::vector<Word> words(analysis.tokens.size());
  for (std::size_t t = 0; t < analysis.timexes.size(); ++t) {
    const Span span = analysis.timexes[t].span;
    auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), span.begin,
                                  [](const Token& a, std::uint32_t at) { return a.begin < at; });
    for (; token != analysis.tokens.end() && token->begin < span.end; ++token)
      words[static_cast<std::size_t>(token - analysis.tokens.begin())].timex = static_cast<std::int32_t>(t);
  }
  const NameSet names = names_of(analysis, lexicon);
  SentenceTagger tagger(analysis, lexicon, names, words);
  const auto& blocks = analysis.document.blocks;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.block < blocks.size() && blocks[sentence.block].kind == BlockKind::boilerplate) continue;
    tagger.run(sentence);
  }
  return words;
}

}  // namespace annal
