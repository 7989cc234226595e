// Verbs, nouns, adjectives and names: the model's tag, held to what the words round it and the lexicon allow.
#include "timeline/event/sentence_tagger.h"

namespace annal {

Tag tag_of(Penn penn) {
  switch (penn) {
    case Penn::vb: return Tag::base;
    case Penn::vbd: return Tag::past;
    case Penn::vbn: return Tag::participle;
    case Penn::vbg: return Tag::gerund;
    case Penn::vbp:
    case Penn::vbz: return Tag::present;
    case Penn::jj:
    case Penn::jjr:
    case Penn::jjs:
    case Penn::afx: return Tag::adjective;
    case Penn::rb:
    case Penn::rbr:
    case Penn::rbs:
    case Penn::uh: return Tag::adverb;
    case Penn::rp: return Tag::particle;
    case Penn::in: return Tag::preposition;
    case Penn::cd: return Tag::number;
    default: return Tag::noun;
  }
}

// Whether the word stands where a verb's past must: behind its subject, in a clause that has no other finite verb.
bool SentenceTagger::must_be_finite(std::uint32_t i) {
  const Tag j = just_before(i);
  const bool comma = j == Tag::mark && i > 1 && text(i - 1) == ",";
  if (!is_nominal(j) && j != Tag::time && j != Tag::number && j != Tag::pronoun && !comma) return false;
  return !clause_has_finite(i) && !finite_follows(i);
}

Tag SentenceTagger::open_class(std::uint32_t i) {
  const WordFacts& f = facts_[i];
  if (f.word.has(Is::verb_prefix) && i + 1 < size() && token(i + 1).no_space_before && text(i + 1) == "-")
    return Tag::noun;
  const Tag tag = tag_of(penn_[i]);
  const Tag b = before(i), j = just_before(i);
  if (i > 1 && token(i).no_space_before && token(i - 1).no_space_before && text(i - 1) == "-" &&
      token(i - 2).kind == TokenKind::word) {
    // The second part of "president-elect", "free-flowing", "oil-related"; a prefix ("re-elected") leaves a verb a
    // verb.
    constexpr unsigned inflected = form_past | form_participle | form_ing;
    if (word(i - 2).tag == Tag::name && f.forms != 0 && (f.forms & inflected) == 0) return Tag::name;
    if (!facts_[i - 2].word.has(Is::verb_prefix) && f.forms != 0)
      return (f.forms & inflected) != 0 && !f.word.any(Is::noun_event, Is::gerund_noun) ? Tag::adjective : Tag::noun;
  }
  const bool governed = b == Tag::to || b == Tag::modal || b == Tag::do_;
  const bool form_of_past = (f.forms & form_past) != 0, form_of_participle = (f.forms & form_participle) != 0;
  if (!is_verb(tag)) {
    // Words that the lexicon knows as verbs alone.
    if (j == Tag::to && (f.forms & form_base) != 0) return Tag::base;
    const bool other = !f.noun.empty() || f.word.any(Is::participle_adjective, Is::gerund_adjective, Is::adjective,
                                                     Is::verb_even, Is::verb_seldom);
    if (!other && form_of_past && !noun_like(i + 1) && must_be_finite(i)) return Tag::past;
    if (tag == Tag::adjective && b == Tag::be && form_of_participle && !other) return Tag::participle;
    // A noun that is a verb's form, where the clause has no verb: "if the dam breaks,", "Kovar Visits Brandt".
    if (tag == Tag::noun && (f.forms & form_3sg) != 0 && is_nominal(j) && !word(i - 1).plural) {
      const bool ends = i + 1 >= size() ||
                        (token(i + 1).kind == TokenKind::punctuation && !token(i + 1).no_space_before) ||
                        (token(i + 1).kind == TokenKind::punctuation && text(i + 1) == ",");
      const bool object = i + 1 < size() && facts_[i + 1].word.any(Is::article, Is::pronoun_possessive);
      const bool whole =
          j == Tag::name || (i > 1 && (word(i - 2).tag == Tag::determiner || word(i - 2).tag == Tag::possessive));
      const bool headline = headline_ && j == Tag::name && i + 1 < size() && token(i + 1).kind == TokenKind::word;
      if (((ends && whole && i > 1) || object || headline) && must_be_finite(i)) return Tag::present;
    }
    // "the last of them"; "was last repaired".
    if (tag == Tag::adjective && i + 1 < size()) {
      if (j == Tag::determiner && facts_[i + 1].word.has(Is::genitive_mark)) return Tag::noun;
      if (j == Tag::be && penn_[i + 1] == Penn::vbn) return Tag::adverb;
    }
    if (tag == Tag::adverb && j == Tag::determiner && i + 1 < size() && is_noun(penn_[i + 1])) return Tag::adjective;
    if (tag == Tag::adverb && is_verb(j) && f.word.has(Is::particle)) return Tag::particle;
    return tag;
  }
  // "discussed the battered ties": a participle in front of its noun.
  const bool modifies = tag == Tag::participle || (tag == Tag::gerund && !f.word.has(Is::gerund_noun));
  if (modifies && noun_like(i + 1) && !phrase_opens(i + 1) &&
      (j == Tag::determiner || j == Tag::possessive || j == Tag::adjective || j == Tag::number ||
       (tag == Tag::participle && (j == Tag::preposition || (is_verb(j) && b == j)))))
    return Tag::adjective;
  // The tags of a verb group agree.
  const bool past = tag == Tag::past || tag == Tag::participle;
  if (past && form_of_participle && (b == Tag::have || b == Tag::be)) return Tag::participle;
  if (past && form_of_past && !form_of_participle) return Tag::past;
  if (past && form_of_participle && !form_of_past && f.forms != 0) return Tag::participle;
  if (tag == Tag::participle && form_of_past && must_be_finite(i)) return Tag::past;
  if (tag == Tag::participle && form_of_past && b == Tag::conjunction) {
    // "presented a plan and promised to build": parallel with the verb before.
    for (std::uint32_t k = i; k-- > 0;)
      if (is_verb(word(k).tag) || is_auxiliary(word(k).tag)) return word(k).tag == Tag::past ? Tag::past : tag;
  }
  if (tag == Tag::present && (f.forms & form_base) != 0 && governed) return Tag::base;
  return tag;
}

}  // namespace annal
