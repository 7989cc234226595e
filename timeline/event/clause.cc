#include "timeline/event/clause.h"

#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

// Where the clause ends and what its object is.
void ClauseReader::close(std::size_t c) {
  Clause& clause = reading_.clauses[c];
  std::uint32_t end = end_;
  if (c + 1 < reading_.clauses.size()) {
    const Clause& next = reading_.clauses[c + 1];
    end = std::max(next.first, clause.group.last);
    if (!next.group.finite && next.group.first >= clause.group.last) end = next.group.first;
  }
  for (std::uint32_t k = clause.group.last; k < end; ++k) {
    if (words_[k].tag != Tag::mark || joins(analysis_, words_, k)) continue;
    const std::string_view mark = text_of(analysis_, k);
    if (mark == ";" || (is_quote_mark(mark) && k > clause.group.last)) {
      end = k;
      break;
    }
  }
  while (end > clause.group.last && words_[end - 1].tag == Tag::mark && !joins(analysis_, words_, end - 1)) --end;
  clause.last = end;
  std::uint32_t at = clause.group.last;
  while (at < end && (words_[at].tag == Tag::particle || words_[at].tag == Tag::adverb)) ++at;
  clause.object = phrase_after(analysis_, words_, at, end);
  if (clause.own_subject && clause.subject.first >= clause.group.last) clause.object = {};  // "..., said Kovar"
  // "the emergency that he declared": a noun's "that" with a gap behind its verb is relative.
  if (clause.opening == Opening::complement && !clause.framed && !clause.antecedent.empty() && clause.object.empty() &&
      !clause.group.copula)
    clause.opening = Opening::relative;
  if (!clause.object.empty()) {
    std::uint32_t k = clause.object.last;
    if (k + 1 < end && words_[k].tag == Tag::conjunction) {
      const Phrase more = phrase_after(analysis_, words_, k + 1, end);
      if (!more.empty() && more.first == k + 1) clause.object.last = more.last;
    }
  }
}

// "…," the statement said: a saying at the end frames the clauses before it.
void ClauseReader::frame_before(std::size_t c) {
  Clause& saying = reading_.clauses[c];
  if (!saying.group.finite || !words_[saying.group.main].meaning.has(Is::reporting) || c == first_clause_) return;
  if (saying.opening != Opening::main && saying.opening != Opening::coordinate) return;
  const std::uint32_t start = saying.own_subject ? saying.subject.first : saying.group.first;
  if (start <= begin_) return;
  std::uint32_t k = start;
  while (k > begin_ && words_[k - 1].tag == Tag::mark && is_quote_mark(text_of(analysis_, k - 1))) --k;
  if (k == begin_ || (text_of(analysis_, k - 1) != "," && k == start)) return;
  for (std::size_t p = first_clause_; p < c; ++p) {
    Clause& clause = reading_.clauses[p];
    if (clause.parent >= 0 || !clause.group.finite) continue;
    clause.parent = static_cast<std::int32_t>(c);
    clause.framed = true;
  }
}

Reading read_clauses(const Analysis& analysis, const EventLexicon& lexicon) {
  Reading reading;
  reading.words = tag(analysis, lexicon);
  reading.sentence_clause.reserve(analysis.sentences.size() + 1);
  ClauseReader reader(analysis, reading);
  const auto& blocks = analysis.document.blocks;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    reading.sentence_clause.push_back(static_cast<std::uint32_t>(reading.clauses.size()));
    const std::uint32_t block = analysis.sentences[s].block;
    const bool prose =
        block >= blocks.size() || blocks[block].kind == BlockKind::paragraph || blocks[block].kind == BlockKind::title;
    if (prose) reader.read(s);
  }
  reading.sentence_clause.push_back(static_cast<std::uint32_t>(reading.clauses.size()));
  return reading;
}

}  // namespace annal
