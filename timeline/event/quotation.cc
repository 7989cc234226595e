#include "timeline/event/quotation.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace annal {
namespace {

using syntax::Deprel;

/// The tokens of its two marks, and the sentences that these stand in.
struct Quotation {
  std::uint32_t first = 0, last = 0;
  std::uint32_t from = 0, to = 0;

  bool holds(std::uint32_t token) const { return first < token && token < last; }
};

bool is_mark(std::string_view text) {
  // " “ ” „ « »
  static constexpr std::array<std::string_view, 6> marks{"\"",           "\xE2\x80\x9C", "\xE2\x80\x9D",
                                                         "\xE2\x80\x9E", "\xC2\xAB",     "\xC2\xBB"};
  return std::find(marks.begin(), marks.end(), text) != marks.end();
}

// A mark opens where it touches a word behind it alone, and closes where it touches what stands before alone; any
// other closes what is open.
std::vector<Quotation> quotations_of(const Analysis& analysis) {
  const std::vector<Token>& tokens = analysis.tokens;
  std::vector<Quotation> quotations;
  bool open = false;
  Quotation q;
  std::uint32_t block = 0;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    if (sentence.block != block) open = false;
    block = sentence.block;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (tokens[t].kind != TokenKind::punctuation || !is_mark(slice(analysis.document.text, tokens[t].span())))
        continue;
      const bool before = tokens[t].no_space_before;
      const bool behind =
          t + 1 < tokens.size() && tokens[t + 1].no_space_before && tokens[t + 1].kind != TokenKind::punctuation;
      const bool opens = before == behind ? !open : behind;
      if (!opens && open) {
        q.last = t;
        q.to = s;
        quotations.push_back(q);
      }
      open = opens;
      if (opens) q = {t, t, s, s};
    }
  }
  return quotations;
}

class QuotationReader {
 public:
  QuotationReader(const Analysis& analysis, Reading& reading)
      : analysis_(analysis), reading_(reading), quotations_(quotations_of(analysis)) {}

  void run() {
    const Quotation* before = nullptr;
    Elsewhere speaker;
    for (const Quotation& q : quotations_) {
      Elsewhere named = named_in(q.to, q);
      if (named.sentence < 0 && q.from != q.to) named = named_in(q.from, q);
      const bool goes_on = before != nullptr && q.from <= before->to + 1 &&
                           analysis_.sentences[before->to].block == analysis_.sentences[q.from].block;
      if (named.sentence < 0 && is_whole(q.from, q) && goes_on) named = speaker;
      if (q.from != q.to || is_whole(q.from, q)) attribute(q, named);
      before = &q;
      speaker = named;
    }
    for (std::uint32_t s = 1; s < analysis_.sentences.size(); ++s)
      if (analysis_.sentences[s].block == analysis_.sentences[s - 1].block) continue_speech(s);
  }

 private:
  // Whether no word of the sentence stands outside the quotation.
  bool is_whole(std::uint32_t s, const Quotation& q) const {
    for (std::uint32_t t = analysis_.sentences[s].first; t < analysis_.sentences[s].last; ++t)
      if (analysis_.tokens[t].kind != TokenKind::punctuation && !q.holds(t)) return false;
    return true;
  }

  std::uint32_t token_of(std::uint32_t s, std::uint32_t word) const { return analysis_.trees[s].words[word].first; }

  // Who speaks, by a clause of speech: its agent.
  Elsewhere agent_of(const Clause& clause) const {
    const Argument* agent = clause.predication.find(Role::agent);
    const ClassSet& verb = reading_.words[clause.group.main].meaning;
    if (!clause.group.finite || !verb.any(Is::reporting, Is::announcing, Is::denying) || agent == nullptr ||
        agent->confidence < sure_enough)
      return {};
    return {static_cast<std::int32_t>(clause.sentence), agent->word};
  }

  // Who a sentence says speaks in the quotation, in words outside it.
  Elsewhere named_in(std::uint32_t s, const Quotation& q) const {
    Elsewhere found;
    for (std::uint32_t c = reading_.sentence_clause[s]; c < reading_.sentence_clause[s + 1]; ++c) {
      const Clause& clause = reading_.clauses[c];
      const std::int32_t source = clause.predication.source;
      if (q.holds(clause.group.main)) {
        if (source >= 0 && !q.holds(token_of(s, static_cast<std::uint32_t>(source))))
          return {static_cast<std::int32_t>(s), static_cast<std::uint32_t>(source)};
      } else if (found.sentence < 0) {
        found = agent_of(clause);
      }
    }
    return found;
  }

  static void report(Predication& predication, Elsewhere speaker) {
    if (predication.status != Status::fact) return;
    predication.status = Status::reported;
    if (predication.source < 0) predication.speaker = speaker;
  }

  void attribute(const Quotation& q, Elsewhere speaker) {
    for (std::uint32_t c = reading_.sentence_clause[q.from]; c < reading_.sentence_clause[q.to + 1]; ++c)
      if (q.holds(reading_.clauses[c].group.main)) report(reading_.clauses[c].predication, speaker);
    const auto begin =
        std::lower_bound(reading_.nominals.begin(), reading_.nominals.end(), q.first,
                         [](const NominalEvent& event, std::uint32_t token) { return event.token < token; });
    for (auto n = begin; n != reading_.nominals.end() && n->token < q.last; ++n) report(n->predication, speaker);
  }

  // Who speaks in a sentence: the agent of a verb of speech, or whom it names as a source.
  Elsewhere speaker_in(std::uint32_t s) const {
    Elsewhere found;
    for (std::uint32_t c = reading_.sentence_clause[s]; c < reading_.sentence_clause[s + 1]; ++c) {
      const Clause& clause = reading_.clauses[c];
      const std::int32_t source = clause.predication.source;
      const Elsewhere agent = agent_of(clause);
      if (agent.sentence >= 0 && clause.opening == Opening::main) return agent;
      if (clause.predication.speaker.sentence >= 0) return clause.predication.speaker;
      if (source >= 0) found = {static_cast<std::int32_t>(s), static_cast<std::uint32_t>(source)};
    }
    return found;
  }

  // "He denied the deed. He had (habe) never opened the safe."
  void continue_speech(std::uint32_t s) {
    for (std::uint32_t c = reading_.sentence_clause[s]; c < reading_.sentence_clause[s + 1]; ++c) {
      Predication& predication = reading_.clauses[c].predication;
      if (predication.status != Status::reported && predication.status != Status::denied) continue;
      if (predication.source >= 0 || predication.speaker.sentence >= 0 || predication.relation != Deprel::root)
        continue;
      const std::vector<syntax::Word>& words = analysis_.trees[s].words;
      const bool subjunctive = std::any_of(words.begin(), words.end(), [&](const syntax::Word& w) {
        const bool own = w.head == predication.word || &w == &words[static_cast<std::size_t>(predication.word)];
        return own && w.features.mood == syntax::Mood::sub && w.features.tense == syntax::Tense::pres;
      });
      if (subjunctive) predication.speaker = speaker_in(s - 1);
    }
  }

  const Analysis& analysis_;
  Reading& reading_;
  std::vector<Quotation> quotations_;
};

}  // namespace

std::vector<bool> quoted_tokens(const Analysis& analysis) {
  std::vector<bool> quoted(analysis.tokens.size(), false);
  for (const Quotation& q : quotations_of(analysis))
    for (std::uint32_t t = q.first; t < q.last; ++t) quoted[t] = true;
  return quoted;
}

void attribute_quotations(const Analysis& analysis, Reading& reading) { QuotationReader(analysis, reading).run(); }

}  // namespace annal
