#include "timeline/event/title_own_words.h"

#include <algorithm>

#include "core/unicode/utf8.h"
#include "timeline/event/time_marker.h"
#include "timeline/event/verb_second.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr std::uint32_t words_behind = 20;  ///< a title does not reach further behind its verb

class OwnWords {
 public:
  OwnWords(const Analysis& analysis, const TreeView& tree, const TitleLexicon& lexicon, std::uint32_t word,
           std::int32_t source)
      : analysis_(analysis), tree_(tree), lexicon_(lexicon), word_(word), source_(source) {
    find_clause();
    while (start_ < word && opens(start_)) ++start_;
    usable_.assign(tree.size(), true);
    if (lexicon_.verb_second) find_front();
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
      usable_[i] = usable_[i] && tree[i].upos != Upos::punct;
      if (tree[i].time >= 0) leave_out_time(i);
    }
    first_ = word;
    while (first_ > start_ && !breaks(first_ - 1)) --first_;
    while (first_ < word && opens(first_)) ++first_;
  }

  std::string title() {
    if (!tree_.is_clause(word_)) return noun_phrase();
    measure();
    std::string out = fitting(start_, stop_);
    if (!out.empty() && !ends_open(start_, stop_)) return out;
    for (const bool loosely : {false, true}) {
      loosely_ = loosely;
      out = from(start_);
      if (out.empty()) out = over_aside();
      if (!out.empty()) return out;
    }
    if (out.empty() && may_begin_at_mark()) out = from(first_);
    alone_ = true;
    if (out.empty()) out = verb_alone();
    return out;
  }

 private:
  bool is(std::uint32_t i, Upos upos) const { return tree_[i].upos == upos; }
  bool in(std::uint32_t i, WordClass c) const {
    return c != no_class && lexicon_.language->is(slice(analysis_.document.text, tree_[i].span), c);
  }
  bool is_noun_part(std::uint32_t i) const {
    return is(i, Upos::noun) || is(i, Upos::propn) || is(i, Upos::det) || is(i, Upos::num) || is(i, Upos::adj);
  }

  // What may be left out in front: "But the mayor ...", not "Neither the mayor nor"; "After [the match played]".
  bool opens(std::uint32_t i) const {
    const bool joins_clause = tree_[i].head < 0 || tree_.is_clause(static_cast<std::uint32_t>(tree_[i].head));
    return is(i, Upos::punct) || (is(i, Upos::cconj) && joins_clause && !in(i, lexicon_.negation)) ||
           in(i, lexicon_.adverb_linking) ||
           (!lexicon_.verb_second && is(i, Upos::sconj) && tree_.finite(word_) >= 0) ||
           (i > 0 && tree_[i].features.pron_type == syntax::PronType::rel) ||
           (tree_[i].deprel == Deprel::case_ && tree_[i].head >= 0 &&
            tree_.under(word_, static_cast<std::uint32_t>(tree_[i].head)));
  }

  // A mark that is no part of a word parts phrases.
  bool breaks(std::uint32_t i) const {
    if (!is(i, Upos::punct)) return false;
    const bool inside = i > 0 && i + 1 < tree_.size() && tree_[i - 1].span.end == tree_[i].span.begin &&
                        tree_[i].span.end == tree_[i + 1].span.begin;
    const Mark mark = mark_of(slice(analysis_.document.text, tree_[i].span));
    return !inside && (mark == Mark::comma || mark == Mark::other);
  }

  bool is_finite(std::uint32_t i) const {
    const syntax::Features& f = tree_[i].features;
    return (is(i, Upos::verb) || is(i, Upos::aux)) &&
           (f.verb_form == syntax::VerbForm::fin ||
            (f.verb_form == syntax::VerbForm::none && f.mood != syntax::Mood::none));
  }
  bool has_finite(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (is_finite(i)) return true;
    return false;
  }

  // "A storm broke the lamp, and the workshop made a new one a year later" tells of two times: the clause of the word
  // alone. A mark between two finite verbs parts clauses unless what opens the second makes it a dependent one.
  void find_clause() {
    stop_ = tree_.size();
    for (std::uint32_t i = next_break(0); i + 1 < tree_.size(); i = next_break(i + 1)) {
      const std::string_view mark = slice(analysis_.document.text, tree_[i].span);
      const bool quoted =
          i > 0 && is(i - 1, Upos::punct) && (ends_quotation(i - 1) || (i > 1 && ends_quotation(i - 2)));
      if (quoted) continue;  // "«We will not close it», — said Bell"
      const bool strong = mark_of(mark) != Mark::comma;
      if (mark == ":" && i < word_ && !has_finite(start_, i)) start_ = i + 1;
      std::uint32_t after = i + 1;
      while (after < tree_.size() && (is(after, Upos::punct) || is(after, Upos::cconj))) ++after;
      const bool dependent = after < tree_.size() && (is(after, Upos::sconj) || is_relative(after) || is_finite(after));
      const bool parts = has_finite(start_, i) && has_finite(after, next_break(after)) && (strong || !dependent);
      if ((!parts && !begins_conjunct(i)) || ends_in_infinitive(after)) continue;
      if (i < word_ && (source_ < 0 || static_cast<std::uint32_t>(source_) > i)) start_ = i + 1;
      if (i > word_ && (source_ < 0 || static_cast<std::uint32_t>(source_) < i)) {
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
  bool ends_quotation(std::uint32_t i) const {
    return is(i, Upos::punct) && mark_of(slice(analysis_.document.text, tree_[i].span)) == Mark::paired;
  }
  bool is_relative(std::uint32_t i) const {
    const syntax::PronType kind = tree_[i].features.pron_type;
    return kind == syntax::PronType::rel || kind == syntax::PronType::int_;
  }

  // "on 3 May" goes; "spent 3 May", "the May fair" stay.
  void leave_out_time(std::uint32_t i) {
    bool marked = false;
    for (const std::uint32_t k : tree_.dependents(i)) marked |= tree_[k].deprel == Deprel::case_;
    const Deprel d = tree_[i].deprel;
    const bool part = d == Deprel::compound || d == Deprel::flat || d == Deprel::obj || tree_.is_subject(i);
    const bool length = analysis_.timexes[static_cast<std::size_t>(tree_[i].time)].value.type == TimexType::duration;
    if (i == word_ || length || tree_.is_hyphenated(i) || (part && !marked) || i < front_stop_) return;
    usable_[i] = false;
    const Span whole = analysis_.timexes[static_cast<std::size_t>(tree_[i].time)].span;
    for (std::uint32_t k = start_; k < stop_; ++k)  // "between 1992 [and] 1994"
      usable_[k] = usable_[k] && (tree_[k].span.begin < whole.begin || whole.end < tree_[k].span.end);
    if (i > 0 && is(i - 1, Upos::det) && tree_[i - 1].head > static_cast<std::int32_t>(i)) usable_[i - 1] = false;
    for (const std::uint32_t k : tree_.dependents(i))
      if (tree_[k].deprel == Deprel::case_ || tree_[k].deprel == Deprel::det) usable_[k] = false;
    // "à partir [du 11 juin]": all the words that say how it lies.
    const std::uint32_t sentence = analysis_.timexes[static_cast<std::size_t>(tree_[i].time)].sentence;
    const TimeMarker marker =
        lexicon_.time_markers.before(analysis_, tree_[i].first, analysis_.sentences[sentence].first);
    for (std::uint32_t k = i;
         marker.token >= 0 && k-- > 0 && tree_[k].first >= static_cast<std::uint32_t>(marker.token);)
      usable_[k] = false;
    const std::uint32_t first = tree_.first(i);
    if (first > 0 && in(first - 1, lexicon_.adverb_focus)) usable_[first - 1] = false;  // "only in May"
    // "after three days of test runs"
    for (std::uint32_t k = i + 1;
         k <= tree_.last(i) && tree_.under(k, i) && !tree_.under(word_, k) && !tree_.is_stray(k) && !breaks(k); ++k)
      usable_[k] = false;
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
    for (std::uint32_t i = start_; i < verb; ++i) usable_[i] = false;
  }

  // Whether a phrase or a clause begins at `i`, and the word before it is none that waits for more: "declines in most |
  // of Europe", "complained | of costs", "stepped | up" may not be cut; "had been accused | of fraud" may.
  bool may_end_before(std::uint32_t i) const {
    if (i == 0 || i == tree_.size()) return i > 0 && !is(i - 1, Upos::punct);
    const Upos before = tree_[i - 1].upos;
    if (is(i, Upos::punct)) {
      if (is_suspended(analysis_.document.text, tree_, i - 1)) return false;
      const bool glued = tree_[i - 1].span.end == tree_[i].span.begin;
      const bool inside = glued && i + 1 < tree_.size() && tree_[i].span.end == tree_[i + 1].span.begin;
      const std::string_view mark = slice(analysis_.document.text, tree_[i].span);
      const bool bracket = mark == "(" || mark == "[";
      return !inside && !bracket && before != Upos::adp && before != Upos::aux && before != Upos::cconj &&
             before != Upos::det && before != Upos::part && before != Upos::punct && before != Upos::sconj;
    }
    bool whole = before == Upos::noun || before == Upos::propn || before == Upos::adv ||
                 tree_[i - 1].deprel == Deprel::compound_prt;
    for (const std::uint32_t k : tree_.dependents(i - 1)) whole |= tree_[k].deprel == Deprel::aux_pass;
    // "was stripped of his rank | and sentenced"
    if (tree_[i].deprel == Deprel::cc)
      return (whole || before == Upos::verb) && tree_[i].head >= 0 &&
             tree_.is_clause(static_cast<std::uint32_t>(tree_[i].head));
    // "called on the agency | to transfer its mandate"
    if (loosely_ && is(i, Upos::part) && tree_[i].deprel == Deprel::mark)
      return before == Upos::noun || before == Upos::propn;
    // "the cabinet | headed by Siniora", "broke out | when the rebels fought"
    if (whole && (tree_[i].deprel == Deprel::acl || (is(i, Upos::adv) && is_relative(i)))) return true;
    return whole && (is(i, Upos::sconj) || (is(i, Upos::adp) && tree_[i].deprel != Deprel::compound_prt));
  }

  // "collapsed when his son-in-law |, Alexander, deposed him": a clause was opened and has no verb yet.
  bool is_unfinished(std::uint32_t last) const {
    for (const std::uint32_t k : tree_.dependents(word_))
      if ((tree_[k].deprel == Deprel::ccomp || tree_[k].deprel == Deprel::xcomp) && k >= last &&
          tree_.first(k) < last && k > word_)
        return true;
    for (std::uint32_t i = word_ + 1; i < last; ++i)
      if (tree_.is_subject(i) && tree_[i].head >= static_cast<std::int32_t>(last)) return true;
    for (std::uint32_t i = last; i-- > word_ + 1;) {
      if (is(i, Upos::verb) || is(i, Upos::aux)) return false;
      const bool pronoun = is(i, Upos::pron) && i > 0 && is(i - 1, Upos::punct);
      if (is(i, Upos::sconj) || is_relative(i) || pronoun) return true;
    }
    return false;
  }

  // "and [in 1995]": with its time left out, a word is last that waits for more.
  bool ends_open(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t end = last;
    while (end > first && !usable_[end - 1]) --end;
    if (end == first) return true;
    const Upos u = tree_[end - 1].upos;
    if (tree_[end - 1].deprel == Deprel::compound_prt) return false;
    return u == Upos::adp || (u == Upos::aux && !lexicon_.verb_second) || u == Upos::cconj || u == Upos::det ||
           u == Upos::part || u == Upos::sconj;
  }

  // Words [first, last) without [gap_first, gap_last); empty where the verb would stand first that must stand second.
  std::string line(std::uint32_t first, std::uint32_t last, std::uint32_t gap_first = 0,
                   std::uint32_t gap_last = 0) const {
    TitleWords words;
    words.kept = usable_;
    words.instead.resize(tree_.size());
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      if (i < first || i >= last || (gap_first <= i && i < gap_last)) words.kept[i] = false;
    const auto opening =
        static_cast<std::uint32_t>(std::find(words.kept.begin(), words.kept.end(), true) - words.kept.begin());
    if (lexicon_.verb_second && opening < last && is_finite(opening)) {
      const std::optional<WordRange> front = phrase_behind(tree_, opening, last);
      if (!front && !alone_) return {};
      if (front) {
        words.front_first = static_cast<std::int32_t>(front->first);
        words.front_last = static_cast<std::int32_t>(front->last);
      }
    }
    return title_line(analysis_, tree_, words);
  }

  // Most lines that are too long need not be written: their words tell it.
  void measure() {
    least_size_.assign(tree_.size() + 1, 0);
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const bool repeats = i > 0 && tree_[i - 1].span == tree_[i].span;
      const bool counts = usable_[i] && !repeats;
      least_size_[i + 1] = least_size_[i] + (counts ? least_size(slice(analysis_.document.text, tree_[i].span)) : 0);
    }
  }

  // Words [first, last) without [gap_first, gap_last) where they make a title; else empty.
  std::string fitting(std::uint32_t first, std::uint32_t last, std::uint32_t gap_first = 0,
                      std::uint32_t gap_last = 0) const {
    if (least_size_[last] - least_size_[first] - (least_size_[gap_last] - least_size_[gap_first]) > longest_title)
      return {};
    std::string out = line(first, last, gap_first, gap_last);
    if (count_code_points(out) > longest_title) out.clear();
    return out;
  }

  // The longest line from `first` that holds the word and fits; empty where there is none.
  std::string from(std::uint32_t first, std::uint32_t gap_first = 0, std::uint32_t gap_last = 0) const {
    const auto source = static_cast<std::uint32_t>(source_);
    for (std::uint32_t last = std::min(stop_, word_ + words_behind); last > word_; --last) {
      if (!may_end_before(last) || is_unfinished(last) || ends_open(first, last) ||
          (source_ >= 0 && (source < first || last <= source)))
        continue;
      std::string out = fitting(first, last, gap_first, gap_last);
      if (!out.empty()) return out;
    }
    return {};
  }

  // A verb behind a mark has its subject before the mark before: "Pawlak, chairman of the mine, told the agency".
  std::string over_aside() const {
    if ((!is(first_, Upos::verb) && !is(first_, Upos::aux)) || first_ == 0 || !is(first_ - 1, Upos::punct)) return {};
    const std::uint32_t comma = next_break(start_);
    // "Two crewmen, baker Vell and sailor Marl, testified"; "The baker, the miller and Vell, a sailor, testified": a
    // list
    bool several = false, joined = false;
    for (std::uint32_t i = start_; i < comma; ++i) several |= tree_[i].features.number == syntax::Number::plur;
    for (std::uint32_t i = comma; i < first_; ++i) joined |= is(i, Upos::cconj);
    if (joined && !several) return {};
    if (comma >= first_ || has_verb(start_, comma) || !is_noun_part(start_) || is(start_, Upos::adj)) return {};
    return from(start_, comma, first_);
  }

  std::uint32_t next_break(std::uint32_t i) const {
    while (i < tree_.size() && !breaks(i)) ++i;
    return i;
  }
  bool has_verb(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (is(i, Upos::verb) || is(i, Upos::aux)) return true;
    return false;
  }

  // Whether the words behind the mark before the verb are a clause. A noun there may end a list that began before it,
  // unless it is surely the subject (", the mayor said") or all before is one phrase ("At the conference, Faisal ...").
  bool may_begin_at_mark() const {
    const bool phrase = is_noun_part(first_) || is(first_, Upos::adp);
    if (!phrase || (first_ > 0 && is(first_ - 1, Upos::sconj))) return true;
    if (first_ > 0 && is(first_ - 1, Upos::cconj)) return false;
    const std::int32_t own = tree_.subject(word_);
    if (own >= 0) {
      const auto subject = static_cast<std::uint32_t>(own);
      bool alone = tree_[subject].confidence >= sure_enough && tree_.first(subject) == first_;
      for (std::uint32_t i = first_; i < word_; ++i) alone = alone && !is(i, Upos::cconj);
      if (alone) return true;
    }
    return next_break(start_) + 1 == first_ && (is(start_, Upos::adp) || is(start_, Upos::adv)) &&
           !has_verb(start_, first_);
  }

  // The verb with its auxiliaries and what stands behind it.
  std::string verb_alone() const {
    std::uint32_t group = word_;
    for (const std::uint32_t k : tree_.dependents(word_))
      if (k < group && !tree_.is_subject(k) && (is(k, Upos::aux) || tree_[k].features.negative)) group = k;
    for (std::uint32_t last = std::min(stop_, word_ + words_behind); last > word_ + 1; --last) {
      std::string out = may_end_before(last) && !is_unfinished(last) ? fitting(group, last) : std::string();
      if (!out.empty()) return out;
    }
    std::uint32_t last = word_ + 1;
    while (last < stop_ && tree_[last].deprel == Deprel::compound_prt) ++last;
    std::string out = line(group, last);
    return count_code_points(out) <= longest_title ? out : line(word_, word_ + 1);
  }

  // A noun with what stands straight before it, up to a place where a phrase ends.
  std::string noun_phrase() const {
    std::uint32_t front = word_;
    while (front > 0 && tree_.under(front - 1, word_) && !is(front - 1, Upos::punct) &&
           tree_[front - 1].deprel != Deprel::case_ && tree_[front - 1].deprel != Deprel::cc)
      --front;
    while (front > 1 && tree_[front - 1].span.end == tree_[front].span.begin && is(front - 1, Upos::punct) &&
           tree_[front - 2].span.end == tree_[front - 1].span.begin)
      front -= 2;  // "state-run"
    std::uint32_t last = next_break(word_ + 1);
    for (; last > word_ + 1; --last)
      if (may_end_before(last) && !has_verb(word_, last) && count_code_points(line(front, last)) <= longest_title)
        break;
    return line(front, last);
  }

  const Analysis& analysis_;
  const TreeView& tree_;
  const TitleLexicon& lexicon_;
  const std::uint32_t word_;
  const std::int32_t source_;
  std::vector<std::size_t> least_size_;  ///< of the words before each one, as `measure` says
  bool alone_ = false;                   ///< the verb may stand first
  bool loosely_ = false;          ///< what a noun is followed by may be cut too: "the agency | to transfer its mandate"
  std::vector<bool> usable_;      ///< words that date nothing
  std::uint32_t front_stop_ = 0;  ///< times before it stay
  std::uint32_t start_ = 0;       ///< of the independent clause that the word stands in
  std::uint32_t stop_ = 0;        ///< its end
  std::uint32_t first_ = 0;       ///< behind the last mark before the word
};

}  // namespace

std::string own_words(const Analysis& analysis, const TreeView& tree, const TitleLexicon& lexicon, std::uint32_t word,
                      std::int32_t source) {
  return OwnWords(analysis, tree, lexicon, word, source).title();
}

}  // namespace annal
