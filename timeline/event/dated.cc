// A clause here is what lies between marks that part clauses, and grows over them until it says something beside its
// time.
#include "timeline/event/dated.h"

#include <algorithm>

#include "core/lang/language.h"
#include "core/unicode/letter_case.h"
#include "timeline/event/time_marker.h"

namespace annal {
namespace {

constexpr std::uint32_t telling_words = 3;  // words beside the time that make a clause worth a title
constexpr double dated_salience = 0.7;      // as a dated main clause of the other languages
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

class ClauseFinder {
 public:
  ClauseFinder(const Analysis& analysis, const Language& language)
      : analysis_(analysis),
        language_(language),
        time_tie_(language.word_class("time-tie")),
        parting_(language.word_class("direction-clause")),
        joiner_(language.word_class("clause-joiner")),
        verbs_{language.word_class("direction-past"), language.word_class("direction-future"),
               language.word_class("direction-present")} {}

  DatedClauses run() {
    out_.reading.words.resize(analysis_.tokens.size());
    out_.reading.bare = true;
    std::size_t t = 0;
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      out_.reading.sentence_clause.push_back(static_cast<std::uint32_t>(out_.reading.clauses.size()));
      const std::size_t first = t;
      while (t < analysis_.timexes.size() && analysis_.timexes[t].sentence == s) ++t;
      mark_times(s, first, t);
      if (!no_tale(analysis_.sentences[s])) read_sentence(s, first, t);
    }
    out_.reading.sentence_clause.push_back(static_cast<std::uint32_t>(out_.reading.clauses.size()));
    for (std::size_t c = 0; c < out_.reading.clauses.size(); ++c) tell(c);
    return std::move(out_);
  }

 private:
  bool no_tale(const Sentence& sentence) const {
    if (sentence.block >= analysis_.document.blocks.size()) return false;
    const BlockKind kind = analysis_.document.blocks[sentence.block].kind;
    return kind == BlockKind::boilerplate || kind == BlockKind::dateline;
  }
  std::string_view text(std::uint32_t token) const {
    return slice(analysis_.document.text, analysis_.tokens[token].span());
  }
  Word& word(std::uint32_t token) { return out_.reading.words[token]; }
  bool in_time(std::uint32_t token) const { return out_.reading.words[token].timex >= 0; }

  void mark_times(std::uint32_t sentence, std::size_t first, std::size_t last);
  void read_sentence(std::uint32_t sentence, std::size_t first, std::size_t last);
  bool parts(const Sentence& sentence, std::uint32_t token) const;
  std::uint32_t told_words(std::uint32_t first, std::uint32_t last) const;
  TimeTie tie_of(std::uint32_t timex, std::uint32_t first) const;
  std::uint32_t head_of(const Clause& clause) const;
  std::string title_of(const Clause& clause) const;
  void tell(std::size_t clause);

  const Analysis& analysis_;
  const Language& language_;
  WordClass time_tie_, parting_, joiner_;
  WordClass verbs_[3];
  std::vector<std::uint32_t> told_before_ = {0};  ///< of each token: words before it that stand in no time
  DatedClauses out_;
};

void ClauseFinder::mark_times(std::uint32_t sentence, std::size_t first, std::size_t last) {
  const Sentence& s = analysis_.sentences[sentence];
  std::uint32_t i = s.first;
  for (std::size_t t = first; t < last; ++t) {
    const Span time = analysis_.timexes[t].span;
    while (i < s.last && analysis_.tokens[i].begin < time.begin) ++i;
    for (; i < s.last && analysis_.tokens[i].end <= time.end; ++i) word(i).timex = static_cast<std::int32_t>(t);
  }
  for (i = static_cast<std::uint32_t>(told_before_.size()) - 1; i < s.last; ++i)
    told_before_.push_back(told_before_.back() + (analysis_.tokens[i].kind == TokenKind::word && !in_time(i) ? 1 : 0));
}

// Whether the mark at `token` parts clauses: a comma and its kin, a dash between blanks; not inside a number or a time.
bool ClauseFinder::parts(const Sentence& sentence, std::uint32_t token) const {
  if (analysis_.tokens[token].kind != TokenKind::punctuation || in_time(token)) return false;
  const std::string_view mark = text(token);
  const bool touches = token + 1 < sentence.last && analysis_.tokens[token + 1].no_space_before;
  if (mark == "," || mark == ":") return !touches;
  return mark == ";" || (!touches && !analysis_.tokens[token].no_space_before &&
                         (mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94"));
}

std::uint32_t ClauseFinder::told_words(std::uint32_t first, std::uint32_t last) const {
  return told_before_[std::max(first, last)] - told_before_[first];
}

void ClauseFinder::read_sentence(std::uint32_t sentence, std::size_t first, std::size_t last) {
  const Sentence& s = analysis_.sentences[sentence];
  std::uint32_t at = s.first;
  for (std::size_t t = first; t < last; ++t) {
    const TimeValue& value = analysis_.timexes[t].value;
    if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
    while (at < s.last && word(at).timex != static_cast<std::int32_t>(t)) ++at;
    if (at == s.last) return;
    std::vector<Clause>& clauses = out_.reading.clauses;
    const bool follows = !clauses.empty() && clauses.back().sentence == sentence;
    if (!follows || clauses.back().last <= at) {
      Clause clause;
      clause.sentence = sentence;
      const std::uint32_t floor = follows ? clauses.back().last : s.first;
      clause.first = at;
      while (clause.first > floor && !parts(s, clause.first - 1)) --clause.first;
      clause.last = at;
      while (clause.last < s.last && !parts(s, clause.last)) ++clause.last;
      // "Am 3. Mai, einem Freitag, brach der Damm": on over the marks, to the right first.
      while (told_words(clause.first, clause.last) < telling_words && clause.last < s.last) {
        ++clause.last;
        while (clause.last < s.last && !parts(s, clause.last)) ++clause.last;
      }
      while (told_words(clause.first, clause.last) < telling_words && clause.first > floor) {
        --clause.first;
        while (clause.first > floor && !parts(s, clause.first - 1)) --clause.first;
      }
      const bool says = told_words(clause.first, clause.last) > 0;
      if (!says) return;  // nor does any later one: nothing but times is left in the sentence
      clauses.push_back(clause);
    }
    TimeTie tie = tie_of(static_cast<std::uint32_t>(t), at);
    tie.clause = static_cast<std::int32_t>(clauses.size()) - 1;
    out_.ties.push_back(tie);
  }
}

// The tie that the word before the time at token `first` gives it, an article between them skipped.
TimeTie ClauseFinder::tie_of(std::uint32_t timex, std::uint32_t first) const {
  TimeTie tie;
  tie.timex = timex;
  const Timex& time = analysis_.timexes[timex];
  std::uint32_t floor = first;
  while (floor > analysis_.sentences[time.sentence].first && !in_time(floor - 1)) --floor;
  const TimeMarker marker = time_marker_before(analysis_, language_, first, floor);
  tie.kind = marker.kind;
  tie.preposition = marker.token;
  // "von 1914 bis 1918": both ends together.
  if (time.range != RangeRole::none && time.partner >= 0)
    tie.kind = time.range == RangeRole::from ? TieKind::range_from : TieKind::range_to;
  return tie;
}

// The word that stands for the clause: the first that tells its tense, else the first after a time, else the first.
std::uint32_t ClauseFinder::head_of(const Clause& clause) const {
  std::int64_t after = -1, any = -1;
  bool timed = false;
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    if (in_time(i)) {
      timed = true;
      continue;
    }
    if (analysis_.tokens[i].kind != TokenKind::word) continue;
    for (const WordClass verb : verbs_)
      if (verb != no_class && language_.is(text(i), verb)) return i;
    if (any < 0) any = i;
    if (timed && after < 0) after = i;
  }
  return static_cast<std::uint32_t>(after >= 0 ? after : any);
}

// The clause as it stands, white space made single, cut at a word where it is too long.
std::string ClauseFinder::title_of(const Clause& clause) const {
  std::uint32_t first = clause.first, last = clause.last;
  while (last > first && analysis_.tokens[last - 1].kind == TokenKind::punctuation &&
         text(last - 1).find_first_of(".!?,;:") == 0)
    --last;
  while (first < last && analysis_.tokens[first].kind == TokenKind::punctuation &&
         text(first).find_first_of(".!?,;:-") == 0)
    ++first;
  // Inside a sentence the word that joins the clause to what stands before it says nothing here: "und", "which".
  while (first > analysis_.sentences[clause.sentence].first && told_words(first + 1, last) >= telling_words &&
         !in_time(first) &&
         (language_.is(text(first), joiner_) ||
          (language_.is(text(first), parting_) && !language_.is(text(first), time_tie_))))
    ++first;
  std::string out;
  std::size_t length = 0, fit = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const bool blank = i > first && !analysis_.tokens[i].no_space_before;
    if (blank && length < dated_title_limit) fit = out.size();
    if (blank) out += ' ', ++length;
    for (const char c : text(i)) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    out += text(i);
  }
  out = capitalised(out);
  if (length <= dated_title_limit || fit == 0) return out;
  out.resize(fit);
  while (!out.empty() && (out.back() == ',' || out.back() == ';' || out.back() == ':')) out.pop_back();
  return out.append(ellipsis);
}

void ClauseFinder::tell(std::size_t c) {
  Clause& clause = out_.reading.clauses[c];
  const std::uint32_t head = head_of(clause);
  clause.group.first = clause.group.main = head;
  clause.group.last = head + 1;
  clause.group.finite = true;
  Event event;
  event.span = analysis_.tokens[head].span();
  event.clause = {analysis_.tokens[clause.first].begin, analysis_.tokens[clause.last - 1].end};
  event.sentence = clause.sentence;
  event.title = title_of(clause);
  event.pos = PartOfSpeech::other;
  event.salience = dated_salience;
  event.mentions = {event.span};
  out_.events.push_back(std::move(event));
}

}  // namespace

DatedClauses find_dated_clauses(const Analysis& analysis, const Language& language) {
  return ClauseFinder(analysis, language).run();
}

}  // namespace annal
