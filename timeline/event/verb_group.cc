// Verb groups: "has been told", "did he go", with their tense, aspect and voice.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

// The chain of auxiliaries from `i` on, with what stands between them, up to the main verb.
bool ClauseReader::group_at(std::uint32_t i, VerbGroup& group) {
  group.first = i;
  std::int32_t have = -1, be = -1, do_ = -1, to = -1;
  std::uint32_t last_auxiliary = i, j = i;
  bool inverted = false;
  std::int32_t main = -1;
  for (; j < end_; ++j) {
    const Word& w = words_[j];
    const auto at = static_cast<std::int32_t>(j);
    if (w.tag == Tag::negation) {
      group.negated = true;
    } else if (w.tag == Tag::adverb) {
      if (w.self.has(Is::negation)) group.negated = true;
    } else if (w.tag == Tag::conjunction && j > i && words_[j - 1].tag == Tag::negation && w.self.has(Is::adverb)) {
      continue;  // "has not yet decided"
    } else if (w.tag == Tag::time && j > i) {
      continue;  // "will now visit"
    } else if (w.tag == Tag::mark) {
      const std::string_view mark = text_of(analysis_, j);
      // "had 'betrayed every patient'": a quotation that begins with the verb.
      if (is_quote_mark(mark) && j > i && j == last_auxiliary + 1 && j + 1 < end_ && is_verb(words_[j + 1].tag))
        continue;
      const bool apostrophe = (mark == "'" || mark == "\xE2\x80\x99") && analysis_.tokens[j].no_space_before;
      if (!apostrophe || j + 1 >= end_ || !analysis_.tokens[j + 1].no_space_before) break;
    } else if (w.tag == Tag::to) {
      if (j != i && !(group.modal >= 0 && have < 0 && be < 0)) break;
      to = at;
      last_auxiliary = j;
    } else if (w.tag == Tag::modal) {
      if (j != i) break;
      group.modal = at;
      last_auxiliary = j;
    } else if (w.tag == Tag::have) {
      if (have >= 0 || be >= 0) break;
      have = at;
      last_auxiliary = j;
    } else if (w.tag == Tag::be) {
      if (be >= 0 && w.value != 5) break;
      be = be >= 0 ? be : at;
      last_auxiliary = j;
    } else if (w.tag == Tag::do_) {
      if (j != i && !(group.modal >= 0 || to >= 0)) break;
      do_ = at;
      last_auxiliary = j;
    } else if (is_verb(w.tag)) {
      // After an auxiliary only the form that it governs belongs to the chain.
      const bool fits = j == i || (be >= 0     ? w.tag == Tag::participle || w.tag == Tag::gerund
                                   : have >= 0 ? w.tag == Tag::participle
                                               : w.tag == Tag::base);
      if (fits) main = at;
      break;
    } else if (w.tag == Tag::pronoun && j == last_auxiliary + 1 && j > i && w.self.has(Is::pronoun_subject) &&
               !inverted) {
      inverted = true;  // "did he go"
    } else {
      break;
    }
  }
  if (to >= 0 && main < 0 && be < 0 && have < 0 && do_ < 0) return false;
  if (main < 0 && group.modal >= 0 && be < 0 && have < 0 && do_ < 0) return false;
  const std::int32_t head = main >= 0 ? main : std::max({have, be, do_});
  group.main = static_cast<std::uint32_t>(head);
  group.last = main >= 0 ? group.main + 1 : last_auxiliary + 1;
  const Tag main_tag = words_[group.main].tag;
  const auto finite_value = [&](std::int32_t token) {
    return token >= 0 && words_[static_cast<std::uint32_t>(token)].value <= 2;
  };
  const auto past_value = [&](std::int32_t token) {
    return token >= 0 && words_[static_cast<std::uint32_t>(token)].value == 2;
  };

  group.copula = main < 0 && be >= 0;
  group.passive = main >= 0 && be >= 0 && main_tag == Tag::participle;
  const bool progressive = be >= 0 && main >= 0 && main_tag == Tag::gerund;
  const bool perfective = have >= 0 && (be >= 0 || (main >= 0 && main_tag == Tag::participle));
  group.aspect = perfective ? (progressive ? Aspect::perfective_progressive : Aspect::perfective)
                            : (progressive ? Aspect::progressive : Aspect::none);
  if (to >= 0) {
    group.tense = Tense::infinitive;
  } else if (group.modal >= 0) {
    group.finite = true;
    group.tense = words_[static_cast<std::uint32_t>(group.modal)].value == 1 ? Tense::future : Tense::none;
  } else if (have >= 0 || be >= 0 || do_ >= 0) {
    const std::int32_t lead = have >= 0 ? have : be >= 0 ? be : do_;
    if (finite_value(lead)) {
      group.finite = true;
      group.tense = past_value(lead) ? Tense::past : Tense::present;
    } else {
      group.tense = words_[static_cast<std::uint32_t>(lead)].value == 5 ? Tense::prespart : Tense::none;
    }
  } else {
    switch (main_tag) {
      case Tag::past:
        group.tense = Tense::past;
        group.finite = true;
        break;
      case Tag::present:
        group.tense = Tense::present;
        group.finite = true;
        break;
      case Tag::gerund: group.tense = Tense::prespart; break;
      case Tag::participle: group.tense = Tense::pastpart; break;
      default: group.tense = Tense::none; break;
    }
  }
  if (group.copula || words_[group.main].meaning.has(Is::linking)) {
    for (std::uint32_t k = group.last; k < end_ && k < group.last + 5; ++k) {
      const Tag t = words_[k].tag;
      if (t == Tag::negation) group.negated = true;
      if (t == Tag::adverb || t == Tag::negation || t == Tag::determiner || t == Tag::number) continue;
      if (t == Tag::mark && joins(analysis_, words_, k)) continue;
      if (t == Tag::adjective) {
        if (k + 1 < end_ && (is_nominal(words_[k + 1].tag) || words_[k + 1].tag == Tag::adjective)) continue;
        group.predicate = static_cast<std::int32_t>(k);
      }
      if (t == Tag::noun) {
        if (k + 1 < end_ && is_nominal(words_[k + 1].tag)) continue;
        group.predicate = static_cast<std::int32_t>(k);
      }
      break;
    }
  }
  return true;
}

}  // namespace annal
