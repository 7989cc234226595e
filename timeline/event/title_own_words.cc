#include "timeline/event/title_own_words.h"

#include <algorithm>
#include <climits>

#include "timeline/event/title_rules.h"
#include "timeline/event/verb_second.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

// A title reaches no further from its verb; what each event costs does not grow with its sentence.
constexpr std::uint32_t words_before = 40, words_behind = 25;
constexpr int unknown = INT_MIN;    ///< no cost
constexpr int arc_confidence = 50;  ///< hundredths: below it a word may hang on another than the tree says

class OwnWordsFinder {
 public:
  OwnWordsFinder(const TitleSentence& sentence, LineSetter& lines, std::uint32_t word, std::int32_t source,
                 OwnWords& out)
      : sentence_(sentence),
        tree_(sentence.tree()),
        lexicon_(sentence.lexicon()),
        lines_(lines),
        rules_(sentence, static_cast<std::int32_t>(word), true),
        word_(word),
        source_(source),
        out_(out),
        usable_(out.usable) {
    rules_.set_anchor(word);
    from_ = word > words_before ? word - words_before : 0;
    to_ = std::min(tree_.size(), word + words_behind);
    find_clause();
    while (start_ < word && (opens(start_) || is(start_, Upos::cconj)) && !in(start_, TitleClass::negation)) ++start_;
    usable_.fill(tree_.size());
    const NumberSet& marks = sentence.marks();
    for (std::uint32_t i = marks.next(start_); i < stop_; i = marks.next(i + 1)) usable_.remove(i);
    if (lexicon_.verb_second) find_front();
    for (std::uint32_t i = start_; i < stop_; ++i)
      if (tree_[i].time >= 0) leave_out_time(i);
    first_ = word;
    while (first_ > start_ && !sentence_.breaks()[first_ - 1]) --first_;
    while (first_ < word && (opens(first_) || is(first_, Upos::cconj)) && !in(first_, TitleClass::negation)) ++first_;
    out.costs.assign(stop_ - start_, unknown);
  }

  void find() {
    out_.complete = out_.whole = false;
    if (!tree_.is_clause(word_)) return noun_phrase();
    for (const int need : {needed, always, left_out}) {
      out_.complete = need == needed;
      if (longest(start_, need) || over_aside(need) || longest(first_, need)) return;
    }
    verb_alone();
  }

 private:
  bool is(std::uint32_t i, Upos upos) const { return tree_[i].upos == upos; }
  bool in(std::uint32_t i, TitleClass c) const { return sentence_[i].classes.has(c); }

  // What a word costs in a title; what may hang elsewhere is no need, unless it follows at once.
  int cost(std::uint32_t i) const {
    int& cost = out_.costs[i - start_];
    if (cost != unknown) return cost;
    const auto head = static_cast<std::uint32_t>(tree_[i].head);
    const bool sure = tree_[i].confidence >= arc_confidence || tree_.first(i) == head + 1 || i < head;
    return cost = sure ? rules_.cost(head, i, 0) : left_out;
  }

  // "When", "if", where the words behind it stand as in a clause of their own.
  bool subordinates(std::uint32_t i) const {
    return !lexicon_.verb_second && (is(i, Upos::sconj) || (tree_[i].deprel == Deprel::mark && is(i, Upos::adp)));
  }

  // What may be left out in front: "But the mayor ...", not "Neither the mayor nor"; "After [the match played]".
  bool opens(std::uint32_t i) const {
    const bool joins_clause = tree_[i].head < 0 || tree_.is_clause(static_cast<std::uint32_t>(tree_[i].head));
    return is(i, Upos::punct) || (is(i, Upos::cconj) && joins_clause && !in(i, TitleClass::negation)) ||
           in(i, TitleClass::adverb_linking) || (subordinates(i) && !in(i, TitleClass::condition)) ||
           (i > 0 && tree_[i].features.pron_type == syntax::PronType::rel) ||
           (tree_[i].deprel == Deprel::case_ && tree_[i].head >= 0 &&
            (tree_.under(word_, static_cast<std::uint32_t>(tree_[i].head)) ||
             (i + 1 < tree_.size() && rules_.is_relativizer(i + 1))));
  }

  std::uint32_t next_break(std::uint32_t i) const { return i < to_ ? std::min(sentence_.breaks().next(i), to_) : i; }
  bool is_finite(std::uint32_t i) const { return sentence_.finite()[i]; }
  bool has_finite(std::uint32_t first, std::uint32_t last) const { return sentence_.finite().any(first, last); }

  // "A storm broke the lamp, and the workshop made a new one a year later" tells of two times: the clause of the word
  // alone. A mark between two finite verbs parts clauses unless what opens the second makes it a dependent one.
  void find_clause() {
    start_ = from_;
    stop_ = to_;
    const auto source = static_cast<std::uint32_t>(source_);
    if (source_ >= 0) start_ = std::min(start_, source), stop_ = std::max(stop_, source + 1);
    for (std::uint32_t i = next_break(start_); i + 1 < to_; i = next_break(i + 1)) {
      const bool quoted =
          i > 0 && is(i - 1, Upos::punct) && (ends_quotation(i - 1) || (i > 1 && ends_quotation(i - 2)));
      if (quoted) continue;  // "«We will not close it», — said Bell"
      const bool strong = sentence_[i].mark != Mark::comma;
      if (sentence_[i].text == ":" && i < word_ && !has_finite(start_, i)) start_ = i + 1;
      std::uint32_t after = i + 1;
      while (after < to_ && (is(after, Upos::punct) || is(after, Upos::cconj))) ++after;
      const bool dependent =
          after < to_ && (is(after, Upos::sconj) || rules_.is_relativizer(after) || is_finite(after));
      const bool parts = has_finite(start_, i) && has_finite(after, next_break(after)) && (strong || !dependent);
      if ((!parts && !begins_conjunct(i)) || ends_in_infinitive(after)) continue;
      if (i < word_ && (source_ < 0 || source > i)) start_ = i + 1;
      if (i > word_ && (source_ < 0 || source < i)) {
        stop_ = i;
        return;
      }
    }
  }

  // "Оверрі впав, 10 січня захоплена смуга": a clause with its own subject joins the one before at mark `i`.
  bool begins_conjunct(std::uint32_t i) const {
    for (std::uint32_t c = i + 1; c < next_break(i + 1); ++c)
      if (tree_[c].deprel == Deprel::conj && tree_.first(c) >= i && tree_.subject(c) >= 0 && tree_.finite(c) < 0 &&
          tree_.is_clause(static_cast<std::uint32_t>(tree_[c].head)))
        return true;
    return false;
  }
  // "beschloss, das Wehr instand zu setzen": where verbs stand last, a clause with an infinitive there is a part of the
  // one before, whatever else in it looks like a verb.
  bool ends_in_infinitive(std::uint32_t first) const {
    const std::uint32_t end = next_break(first);
    return lexicon_.verb_second && end > first + 1 && tree_[end - 1].features.verb_form == syntax::VerbForm::inf &&
           is(end - 2, Upos::part);
  }
  bool ends_quotation(std::uint32_t i) const { return sentence_[i].mark == Mark::paired; }

  // "on 3 May" goes; "spent 3 May", "the May fair" stay.
  void leave_out_time(std::uint32_t i) {
    bool marked = false;
    for (const std::uint32_t k : tree_.dependents(i)) marked |= tree_[k].deprel == Deprel::case_;
    const Deprel d = tree_[i].deprel;
    const bool part = d == Deprel::compound || d == Deprel::flat || d == Deprel::obj || tree_.is_subject(i);
    const bool length =
        sentence_.analysis().timexes[static_cast<std::size_t>(tree_[i].time)].value.type == TimexType::duration;
    if (i == word_ || length || tree_.is_hyphenated(i) || (part && !marked) || d == Deprel::nmod_poss ||
        tree_.under(word_, i) || i < front_stop_)
      return;
    for (const std::uint32_t k : sentence_.time_phrase(i)) usable_.remove(k);
    if (i > 0 && is(i - 1, Upos::det) && tree_[i - 1].head > static_cast<std::int32_t>(i)) usable_.remove(i - 1);
    const std::int32_t h = tree_[i].head;
    if (h >= 0 && static_cast<std::uint32_t>(h) != word_ && rules_.only_dates(static_cast<std::uint32_t>(h)))
      usable_.remove(static_cast<std::uint32_t>(h));
  }

  // "Von 1914 bis 1918 stand die Mühle still": where the verb must stand second, a time in front of it goes only if the
  // phrase behind the verb can take its place, and stays whole else. Either says what the text says.
  void find_front() {
    std::uint32_t verb = start_;
    bool dates = true;
    while (verb < stop_ && !is_finite(verb)) {
      bool timed = false;
      for (auto w = static_cast<std::int32_t>(verb); w >= 0 && !timed; w = tree_[static_cast<std::uint32_t>(w)].head)
        timed = tree_[static_cast<std::uint32_t>(w)].time >= 0;
      dates = dates && (timed || is(verb, Upos::punct));
      ++verb;
    }
    if (!dates || verb == start_ || verb == stop_) return;
    front_stop_ = verb;
    if (!phrase_behind(tree_, verb, stop_)) return;
    front_stop_ = 0;
    for (std::uint32_t i = start_; i < verb; ++i) usable_.remove(i);
  }

  // Words [first, last) without [gap_first, gap_last).
  struct Stretch {
    std::uint32_t first, last, gap_first = 0, gap_last = 0;
  };
  bool holds(const Stretch& s, std::uint32_t i) const {
    return s.first <= i && i < s.last && (i < s.gap_first || s.gap_last <= i);
  }

  // Notes the ends at which a word of `s`, cut off there, lacks what it needs or hangs on what is left out. False where
  // there is no other behind `word_`.
  bool find_open_ends(const Stretch& s, int need) {
    out_.open_ends.clear(s.last + 1);
    const auto note = [&](std::uint32_t first, std::uint32_t last) {
      for (std::uint32_t end = std::max(first, word_ + 1); end <= last; ++end) out_.open_ends.add(end);
      return word_ + 1 < first || last < s.last;
    };
    for (std::uint32_t i = usable_.next(start_); i < stop_; i = usable_.next(i + 1)) {
      if (tree_[i].head < 0) continue;
      const auto head = static_cast<std::uint32_t>(tree_[i].head);
      const bool in = holds(s, i), with_head = holds(s, head);
      if (in && (!with_head || i < head) && is_sure(s, i) && !tree_.under(word_, i))
        if (!note(i + 1, with_head ? head : s.last)) return false;
      if (with_head && (!in || head < i) && 0 <= cost(i) && cost(i) <= need &&
          !(i < s.first && (opens(i) || subordinates(i))))
        if (!note(head + 1, in ? i : s.last)) return false;
    }
    return true;
  }
  // Whether word `i` of it hangs where the tree says.
  bool is_sure(const Stretch& s, std::uint32_t i) const {
    const Deprel d = tree_[i].deprel;
    const bool bound = d == Deprel::det || d == Deprel::case_ || d == Deprel::amod || d == Deprel::compound;
    return bound || i == s.first || tree_[i].confidence >= arc_confidence;
  }

  // Whether its last word waits for no more.
  bool ends_well(const Stretch& s, int need) const {
    std::uint32_t end = s.last;
    while (end > s.first && !usable_[end - 1]) --end;
    if (end == s.first) return false;
    if (tree_[end - 1].deprel == Deprel::compound_prt) return true;
    switch (tree_[end - 1].upos) {
      case Upos::adp:
      case Upos::cconj:
      case Upos::det:
      case Upos::part:
      case Upos::sconj: return false;
      case Upos::aux: return lexicon_.verb_second;
      default:
        return !is_suspended(sentence_.analysis().document.text, tree_, end - 1) && rules_.may_end(end) &&
               (need == left_out || !rules_.waits(end - 1));
    }
  }

  void take(const Stretch& s) {
    TitleWords& words = out_.words;
    words.clear(tree_.size());
    for (std::uint32_t i = usable_.next(s.first); i < s.last; i = usable_.next(i + 1))
      if (holds(s, i)) words.kept.add(i);
    const std::uint32_t opening = words.kept.first();
    if (!lexicon_.verb_second || opening >= s.last || !is_finite(opening)) return;
    if (const std::optional<WordRange> front = phrase_behind(tree_, opening, s.last)) {
      words.front_first = static_cast<std::int32_t>(front->first);
      words.front_last = static_cast<std::int32_t>(front->last);
    }
  }
  // Where `s` must end so that the letters of its words alone leave room: a cheap look before lines are set.
  std::uint32_t end_of_room(const Stretch& s) const {
    std::size_t letters = 0;
    Span before{};
    for (std::uint32_t i = usable_.next(s.first); i < s.last; i = usable_.next(i + 1)) {
      if (!holds(s, i) || is(i, Upos::punct) || tree_[i].span == before) continue;
      before = tree_[i].span;
      letters += sentence_[i].letters;
      if (letters > longest_title) return i;
    }
    return s.last;
  }
  bool fits() { return lines_.size(out_.words) <= longest_title; }

  bool may_be_subject(std::uint32_t i) const {
    const bool in_place = i < word_ || lexicon_.verb_second || tree_[i].features.grammatical_case == syntax::Case::nom;
    bool marked = !in_place || !usable_[i] || !is_nominal(tree_[i]) || tree_[i].deprel == Deprel::compound;
    for (const std::uint32_t k : tree_.dependents(i)) marked |= tree_[k].deprel == Deprel::case_;
    return !marked;
  }

  // Whether a subject stands in it that is no relative pronoun, and it does not begin with a participle.
  bool is_statement(const Stretch& s) const {
    std::uint32_t top = word_;
    while (tree_[top].head >= 0 && holds(s, static_cast<std::uint32_t>(tree_[top].head)))
      top = static_cast<std::uint32_t>(tree_[top].head);
    if (!tree_.is_clause(top)) return false;
    std::uint32_t first = s.first;
    while (first < s.last && !usable_[first]) ++first;
    if (first == s.last || tree_[first].deprel == Deprel::mark || (is(first, Upos::verb) && !is_finite(first)) ||
        rules_.is_relativizer(first))
      return false;
    const syntax::Deprel d = tree_[word_].deprel;
    const bool infinitive = tree_[word_].features.verb_form == syntax::VerbForm::inf;
    const bool participle = !is_finite(word_) && (d == Deprel::acl || d == Deprel::advcl || d == Deprel::xcomp);
    const bool finite = has_finite(s.first, s.last);
    if (finite && lexicon_.subject_drop) return true;
    if ((participle || infinitive) && !finite) return false;
    for (std::uint32_t i = s.first; i < s.last; ++i)
      if (holds(s, i) && !rules_.is_relativizer(i) && (tree_.is_subject(i) || may_be_subject(i))) return true;
    return false;
  }

  // Where it must stand second, and no phrase can take the place before it.
  bool verb_stands_first() const {
    const std::uint32_t first = out_.words.kept.first();
    return lexicon_.verb_second && out_.words.front_first < 0 && first < tree_.size() && is_finite(first);
  }

  // The longest stretch from `first` that is closed and fits.
  bool longest(std::uint32_t first, int need, std::uint32_t gap_first = 0, std::uint32_t gap_last = 0) {
    const auto source = static_cast<std::uint32_t>(source_);
    Stretch s{first, stop_, gap_first, gap_last};
    s.last = end_of_room(s);
    if (s.last <= word_ || !find_open_ends(s, need)) return false;
    for (; s.last > word_; --s.last) {
      if ((source_ >= 0 && !holds(s, source)) || out_.open_ends[s.last] || !ends_well(s, need)) continue;
      take(s);
      if (verb_stands_first()) continue;
      out_.whole = need != left_out && is_statement(s);
      if (fits()) return true;
    }
    return false;
  }

  // A verb behind a mark has its subject before the mark before: "Pawlak, chairman of the mine, told the agency".
  bool over_aside(int need) {
    if ((!is(first_, Upos::verb) && !is(first_, Upos::aux)) || first_ == 0 || !is(first_ - 1, Upos::punct))
      return false;
    const std::uint32_t comma = next_break(start_);
    // "Two crewmen, baker Vell and sailor Marl, testified"; "The baker, the miller and Vell, a sailor, testified": a
    // list
    bool several = false, joined = false;
    for (std::uint32_t i = start_; i < comma; ++i) several |= tree_[i].features.number == syntax::Number::plur;
    for (std::uint32_t i = comma; i < first_; ++i) joined |= is(i, Upos::cconj);
    if (joined && !several) return false;
    return comma < first_ && !has_finite(start_, comma) && longest(start_, need, comma, first_);
  }

  // The verb with its auxiliaries and what stands behind it.
  void verb_alone() {
    std::uint32_t group = word_;
    for (const std::uint32_t k : tree_.dependents(word_))
      if (k < group && k >= start_ && !tree_.is_subject(k) &&
          (is(k, Upos::aux) || (tree_[k].features.negative && !rules_.negates_beside(word_))))
        group = k;
    out_.complete = out_.whole = false;
    if (longest(group, always) || longest(word_, always)) return;
    std::uint32_t last = word_ + 1;
    while (last < stop_ && tree_[last].deprel == Deprel::compound_prt) ++last;
    take({group, last});
    if (!fits()) take({word_, word_ + 1});
  }

  // A noun with what stands straight before it and what it needs.
  void noun_phrase() {
    std::uint32_t front = word_;
    while (front > start_ && tree_.under(front - 1, word_) && !is(front - 1, Upos::punct) &&
           tree_[front - 1].deprel != Deprel::case_ && tree_[front - 1].deprel != Deprel::cc)
      --front;
    while (front > start_ + 1 && tree_[front - 1].span.end == tree_[front].span.begin && is(front - 1, Upos::punct) &&
           tree_[front - 2].span.end == tree_[front - 1].span.begin)
      front -= 2;  // "state-run"
    out_.whole = true;
    const std::uint32_t end = next_break(word_ + 1);
    for (const int need : {needed, always}) {
      Stretch s{front, std::min(end, stop_)};
      if (s.last <= word_ || !find_open_ends(s, need)) continue;
      for (; s.last > word_; --s.last) {
        if (out_.open_ends[s.last] || has_finite(word_, s.last) || !ends_well(s, need)) continue;
        take(s);
        out_.complete = need == needed;
        if (fits()) return;
      }
    }
    take({front, word_ + 1});
    out_.whole = out_.complete = false;
  }

  const TitleSentence& sentence_;
  const TreeView& tree_;
  const TitleLexicon& lexicon_;
  LineSetter& lines_;
  TitleRules rules_;
  const std::uint32_t word_;
  const std::int32_t source_;
  OwnWords& out_;
  NumberSet& usable_;
  std::uint32_t from_ = 0, to_ = 0;
  std::uint32_t front_stop_ = 0;  ///< times before it stay
  std::uint32_t start_ = 0;       ///< of the independent clause that the word stands in
  std::uint32_t stop_ = 0;        ///< its end
  std::uint32_t first_ = 0;       ///< behind the last mark before the word
};

}  // namespace

void own_words(const TitleSentence& sentence, LineSetter& lines, std::uint32_t word, std::int32_t source,
               OwnWords& own) {
  OwnWordsFinder(sentence, lines, word, source, own).find();
}

}  // namespace annal
