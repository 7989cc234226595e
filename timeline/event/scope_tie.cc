#include "timeline/event/scope_tie.h"

#include <algorithm>
#include <string_view>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

class ScopeTier {
 public:
  ScopeTier(const Analysis& analysis, const Reading& reading, const Language& language, std::vector<TimeTie>& ties)
      : analysis_(analysis),
        reading_(reading),
        ties_(ties),
        dated_(reading.clauses.size(), false),
        session_(find_session(language)) {
    for (const TimeTie& tie : ties) {
      const TimeValue& value = analysis.timexes[tie.timex].value;
      if (tie.clause >= 0 && value.type != TimexType::duration && value.type != TimexType::set)
        dated_[static_cast<std::size_t>(tie.clause)] = true;
    }
  }

  void run() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size() && s + 1 < reading_.sentence_clause.size(); ++s) {
      const BlockScope* const scope = scope_of(s);
      if (scope == nullptr || scope->label < 0) {
        if (session_.timexes > 0 && s > session_sentence_ && !is_boilerplate(s)) tie_clauses(s, session_, false);
        continue;
      }
      const BlockScope& label = analysis_.scopes[static_cast<std::size_t>(scope->label)];
      tie_clauses(s, label, scope->own);
      if (opens_entry(analysis_, s)) tie_head(label, s);
    }
  }

 private:
  const BlockScope* scope_of(std::uint32_t sentence) const {
    const std::uint32_t block = analysis_.sentences[sentence].block;
    return block < analysis_.scopes.size() ? &analysis_.scopes[block] : nullptr;
  }

  void tie_clauses(std::uint32_t sentence, const BlockScope& label, bool own) {
    for (std::uint32_t c = reading_.sentence_clause[sentence]; c < reading_.sentence_clause[sentence + 1]; ++c)
      if (!dated_[c] && is_told_there(reading_.clauses[c], own)) tie(label, static_cast<std::int32_t>(c), -1);
  }

  bool is_boilerplate(std::uint32_t sentence) const {
    const std::uint32_t block = analysis_.sentences[sentence].block;
    const auto& blocks = analysis_.document.blocks;
    return block < blocks.size() && blocks[block].kind == BlockKind::boilerplate;
  }

  // "Minutes of the council meeting held on 21 March 2018": where a line without a verb of its own at the head of the
  // text names a session and its day, what the text tells happened there.
  BlockScope find_session(const Language& language) {
    constexpr std::uint32_t head = 4;  // sentences
    const WordClass session = language.word_class("session");
    bool named = false;
    for (std::uint32_t s = 0; session != no_class && s < std::min<std::size_t>(head, analysis_.sentences.size()); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
        named = named || language.is(slice(analysis_.document.text, analysis_.tokens[t].span()), session);
      const bool headed = language.is(slice(analysis_.document.text, analysis_.tokens[sentence.first].span()), session);
      if (!headed && has_finite_verb(s)) return {};
      BlockScope scope;
      for (std::size_t t = 0; t < analysis_.timexes.size(); ++t) {
        const Timex& timex = analysis_.timexes[t];
        const TimeValue& value = timex.value;
        const bool day = value.frame == Frame::calendar && value.granularity <= Granularity::day &&
                         value.type != TimexType::duration && value.type != TimexType::set;
        if (timex.sentence != s || !day) continue;
        if (scope.timexes++ == 0) scope.first_timex = static_cast<std::int32_t>(t);
      }
      if (scope.timexes == 0) continue;
      session_sentence_ = s;
      return named && scope.timexes == 1 ? scope : BlockScope{};
    }
    return {};
  }

  bool has_finite_verb(std::uint32_t sentence) const {
    for (std::uint32_t c = reading_.sentence_clause[sentence]; c < reading_.sentence_clause[sentence + 1]; ++c)
      if (reading_.clauses[c].group.finite && reading_.clauses[c].opening == Opening::main) return true;
    return false;
  }

  // Whether the clause tells what happened then: of the text itself, in the past or the present of chronicles, or as a
  // headline does, without a finite verb; not what had happened before or would come, nor a noun's description.
  static bool is_told_there(const Clause& c, bool own) {
    if (c.framed || c.group.modal >= 0) return false;
    if (c.opening != Opening::main && c.opening != Opening::coordinate) return false;
    if (!holds(c.predication.status) && !(own && c.predication.status == Status::expected)) return false;
    if (c.group.tense == Tense::past) return c.group.aspect != Aspect::perfective;
    if (c.group.tense == Tense::future) return own;
    return own || c.group.tense == Tense::present;
  }

  // A line without a verb.
  void tie_head(const BlockScope& label, std::uint32_t sentence) {
    const std::int32_t root = root_of(analysis_, sentence);
    if (root < 0) return;
    const syntax::Word& word = analysis_.trees[sentence].words[static_cast<std::size_t>(root)];
    if (word.time < 0) tie(label, -1, static_cast<std::int32_t>(word.last - 1));
  }

  // "3 May 2014 - 9 May 2014", which no rule of the grammar reads as one: two dates of one unit with a dash between.
  bool are_both_ends(std::uint32_t from, std::uint32_t to) const {
    const Timex &a = analysis_.timexes[from], &b = analysis_.timexes[to];
    if (a.value.granularity != b.value.granularity || a.value.interval.begin >= b.value.interval.begin) return false;
    const std::string_view text = analysis_.document.text;
    const std::string_view between = trimmed(text.substr(a.span.end, b.span.begin - a.span.end));
    return between == "-" || between == "\u2013" || between == "\u2014";
  }

  // To the finest of the dates that stand together, or to both ends of a range.
  void tie(const BlockScope& label, std::int32_t clause, std::int32_t noun) {
    TimeTie out;
    out.clause = clause;
    out.noun = noun;
    const auto first = static_cast<std::uint32_t>(label.first_timex);
    const auto last = first + static_cast<std::uint32_t>(label.timexes);
    std::uint32_t finest = first;
    bool range = false;
    for (std::uint32_t t = first; t < last; ++t) {
      const Timex& timex = analysis_.timexes[t];
      if (timex.value.granularity < analysis_.timexes[finest].value.granularity) finest = t;
      if (timex.range == RangeRole::none || timex.partner < 0) continue;
      range = true;
      out.timex = t;
      out.kind = timex.range == RangeRole::from ? TieKind::range_from : TieKind::range_to;
      ties_.push_back(out);
    }
    if (range) return;
    if (label.timexes == 2 && are_both_ends(first, first + 1)) {
      out.timex = first;
      out.kind = TieKind::range_from;
      ties_.push_back(out);
      out.timex = first + 1;
      out.kind = TieKind::range_to;
      ties_.push_back(out);
      return;
    }
    out.timex = finest;
    // A session goes on from the hour that it began.
    const bool opens = &label == &session_ && analysis_.timexes[finest].value.granularity < Granularity::day;
    out.kind = opens ? TieKind::since : TieKind::in;
    ties_.push_back(out);
  }

  const Analysis& analysis_;
  const Reading& reading_;
  std::vector<TimeTie>& ties_;
  std::vector<bool> dated_;  // by clause
  std::uint32_t session_sentence_ = 0;
  BlockScope session_;  // of the whole text
};

}  // namespace

bool opens_entry(const Analysis& analysis, std::uint32_t sentence) {
  const std::uint32_t block = analysis.sentences[sentence].block;
  if (block >= analysis.scopes.size() || !analysis.scopes[block].own) return false;
  return sentence == 0 || analysis.sentences[sentence - 1].block != block;
}

std::int32_t root_of(const Analysis& analysis, std::uint32_t sentence) {
  if (sentence >= analysis.trees.size()) return -1;
  const auto& words = analysis.trees[sentence].words;
  const auto root = std::find_if(words.begin(), words.end(), [](const syntax::Word& w) { return w.head < 0; });
  return root == words.end() ? -1 : static_cast<std::int32_t>(root - words.begin());
}

void append_scope_ties(const Analysis& analysis, const Reading& reading, const Language& language,
                       std::vector<TimeTie>& ties) {
  if (!analysis.scopes.empty()) ScopeTier(analysis, reading, language, ties).run();
}

}  // namespace annal
