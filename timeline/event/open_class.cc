// Verbs, nouns, adjectives and names: what a word that can be several is in its place.
#include "timeline/event/sentence_tagger.h"

namespace annal {

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

}  // namespace annal
