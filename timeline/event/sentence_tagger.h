// The tagger of one sentence: what it knows, and the questions it asks of the words round one. Internal to event/tag.
#pragma once

#include <algorithm>

#include "timeline/event/tag.h"
#include "timeline/model/penn.h"

namespace annal {

inline bool upper(char c) { return c >= 'A' && c <= 'Z'; }

inline std::string_view text_of(const Analysis& analysis, std::uint32_t token) {
  return slice(analysis.document.text, analysis.tokens[token].span());
}

inline bool is_apostrophe(std::string_view word) { return word == "'" || word == "\xE2\x80\x99"; }

inline bool ends_sentence_part(std::string_view mark) {
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

/// The coarse tag of an open-class word that the model tags so.
Tag tag_of(Penn penn);

// The state of one sentence while it is tagged.
class SentenceTagger {
 public:
  SentenceTagger(const Analysis& analysis, const EventLexicon& lexicon, const NameSet& names, std::span<Word> words)
      : analysis_(analysis), lexicon_(lexicon), names_(names), words_(words) {}

  // `penn` has the model's tag of each token of the sentence, Penn::none inside a word of several tokens.
  void run(const Sentence& sentence, std::span<const Penn> penn) {
    sentence_ = sentence;
    penn_ = penn;
    const std::uint32_t n = sentence_.last - sentence_.first;
    facts_.assign(n, WordFacts{});
    for (std::uint32_t i = 0; i < n; ++i) {
      const Token& token = analysis_.tokens[sentence_.first + i];
      if (token.kind == TokenKind::word) facts_[i] = lexicon_.facts(slice(analysis_.document.text, token.span()));
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
    return i == 0 || (token(i - 1).kind == TokenKind::punctuation && ends_sentence_part(text(i - 1)));
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
    const bool hyphen =
        i > 1 && i < size() && token(i).no_space_before && token(i - 1).no_space_before && text(i - 1) == "-";
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
  // Whether another finite verb follows before the clause ends, so that a participle in front of it is no past tense.
  bool finite_follows(std::uint32_t i) {
    const std::uint32_t end = std::min(size(), i + 14);
    for (std::uint32_t k = i + 1; k < end; ++k) {
      const WordFacts& f = facts_[k];
      if (token(k).kind == TokenKind::punctuation) {
        if (!token(k).no_space_before || is_apostrophe(text(k)) || text(k) == "-") continue;
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
  bool must_be_finite(std::uint32_t i);
  bool clause_has_finite(std::uint32_t i);
  bool subject_between(std::uint32_t first, std::uint32_t last);

  const Analysis& analysis_;
  Sentence sentence_;
  const EventLexicon& lexicon_;
  const NameSet& names_;
  std::span<Word> words_;
  std::vector<WordFacts> facts_;
  std::span<const Penn> penn_;
  bool headline_ = false;
};

}  // namespace annal
