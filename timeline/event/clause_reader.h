// The reader of one sentence's clauses. Internal to event/clause: verb_group.cc has the verbs, clause_opening.cc how a
// clause hangs in its sentence and what its subject is, clause.cc the rest.
#pragma once

#include <string_view>

#include "timeline/event/clause.h"

namespace annal {

inline std::string_view text_of(const Analysis& analysis, std::uint32_t token) {
  return slice(analysis.document.text, analysis.tokens[token].span());
}

inline bool is_quote_mark(std::string_view mark) {
  return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xAB" || mark == "\xC2\xBB";
}

// Whether a word of this tag can be part of a noun phrase.
inline bool in_phrase(Tag t) {
  return t == Tag::name || t == Tag::noun || t == Tag::adjective || t == Tag::number || t == Tag::possessive ||
         t == Tag::determiner;
}

class ClauseReader {
 public:
  ClauseReader(const Analysis& analysis, Reading& reading)
      : analysis_(analysis), reading_(reading), words_(reading.words) {}

  void read(std::uint32_t sentence) {
    const Sentence& s = analysis_.sentences[sentence];
    begin_ = s.first;
    end_ = s.last;
    first_clause_ = reading_.clauses.size();
    for (std::uint32_t i = begin_; i < end_;) {
      // "due to debate": what the tagger took for a noun's "to" stands before a verb's base form.
      if (words_[i].tag == Tag::preposition && words_[i].self.has(Is::infinitive_mark) && i + 1 < end_ &&
          words_[i + 1].tag == Tag::base)
        words_[i].tag = Tag::to;
      const Tag t = words_[i].tag;
      if (is_verb(t) || is_auxiliary(t) || t == Tag::to) {
        Clause clause;
        clause.sentence = sentence;
        if (group_at(i, clause.group)) {
          i = clause.group.last;
          // "never spoke": the negation stands before the group.
          if (clause.group.first > begin_ && words_[clause.group.first - 1].tag == Tag::negation) {
            --clause.group.first;
            clause.group.negated = true;
          }
          reading_.clauses.push_back(clause);
          continue;
        }
      }
      ++i;
    }
    for (std::size_t c = first_clause_; c < reading_.clauses.size(); ++c) open(c);
    for (std::size_t c = first_clause_; c < reading_.clauses.size(); ++c) close(c);
    for (std::size_t c = first_clause_; c < reading_.clauses.size(); ++c) frame_before(c);
  }

 private:
  bool group_at(std::uint32_t i, VerbGroup& group);
  /// Whether the words [first, last) begin with a time expression, or words that belong to one, and a comma.
  bool only_time_to_comma(std::uint32_t first, std::uint32_t last) const;
  void open(std::size_t c);
  void close(std::size_t c);
  void frame_before(std::size_t c);
  bool apposed(std::size_t c);
  bool describes(std::size_t c) const;
  bool follow_list(std::size_t c, std::int32_t previous);
  Phrase subject_of(std::size_t c, std::uint32_t floor);
  Phrase whole_phrase_before(std::uint32_t end, std::uint32_t floor, bool may_join);

  const Analysis& analysis_;
  Reading& reading_;
  std::vector<Word>& words_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::size_t first_clause_ = 0;
};

}  // namespace annal
