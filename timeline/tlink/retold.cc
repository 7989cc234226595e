#include "timeline/tlink/retold.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/syntax/lemmas.h"
#include "core/unicode/letter_case.h"

namespace annal {
namespace {

constexpr double trust_retold = 0.35;        // less than in anything that the text says of when
constexpr std::int32_t once_a_year = 2;      ///< value of class "verb-once": it may come again in another year
constexpr std::uint32_t sentences_back = 3;  ///< "the fair" further back may be another one
constexpr CivilSeconds most_apart = 3650 * seconds_per_day;  ///< of one name with two dates of birth: father and son

/// A deed with its date.
struct Deed {
  std::string key;  ///< the verb's lemma and the thing that it comes to once
  std::int32_t how_often = 0;
  std::uint32_t timex = 0;
  std::uint32_t sentence = 0;
  bool named = false;  ///< the thing has a name
};

class Retold {
 public:
  Retold(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const std::vector<Event>& events)
      : analysis_(analysis), reading_(reading), ties_(ties), events_(events) {
    language_ = Language::find(analysis.document.language);
    if (language_ != nullptr) once_ = language_->word_class("verb-once");
  }

  /// The deed that the event at `site` is, where it comes but once and has one date.
  std::optional<Deed> deed_of(const EventSite& site) const {
    if (once_ == no_class || site.nominal || site.clause < 0 || events_[site.event].status != Status::fact) return {};
    const Clause& clause = reading_.clauses[static_cast<std::size_t>(site.clause)];
    const Word& verb = reading_.words[clause.group.main];
    if (verb.node < 0 || clause.group.negated || clause.group.modal >= 0) return {};
    const syntax::Word& word = analysis_.trees[clause.sentence].words[static_cast<std::size_t>(verb.node)];
    const std::string lemma = syntax::lemma_of(word, slice(analysis_.document.text, word.span), language_->tag());
    Deed deed;
    deed.how_often = language_->value_in(lemma, once_, 0);
    if (deed.how_often == 0) return {};
    const Phrase& thing = !clause.group.passive && !clause.object.empty() ? clause.object : clause.subject;
    const auto date = date_of(site);
    if (thing.empty() || !date || !is_known(thing, clause.sentence, deed)) return {};
    deed.timex = *date;
    deed.sentence = clause.sentence;
    deed.key = lemma + ' ' + name_of(thing);
    return deed;
  }

  /// Whether the dates of two tellings of one deed exclude each other.
  bool disagree(const Deed& a, const Deed& b) const {
    if (!a.named && b.sentence > a.sentence + sentences_back) return false;
    const Interval x = interval(a), y = interval(b);
    if (x.begin < y.end && y.begin < x.end) return false;
    if (a.how_often == once_a_year || !a.named) return year_at(x.begin) == year_at(y.begin);
    return std::max(x.begin, y.begin) - std::min(x.end, y.end) < most_apart;
  }

 private:
  Interval interval(const Deed& deed) const { return analysis_.timexes[deed.timex].value.interval; }
  static int year_at(CivilSeconds at) { return civil_from_days(day_number(at)).year; }

  /// Whether the phrase has a name or "the", so that it is the same thing where it stands again; sets `deed.named`.
  bool is_known(const Phrase& phrase, std::uint32_t sentence, Deed& deed) const {
    const std::int32_t node = reading_.words[phrase.head].node;
    if (node < 0) return false;
    const syntax::Upos upos = analysis_.trees[sentence].words[static_cast<std::size_t>(node)].upos;
    deed.named = upos == syntax::Upos::propn;
    return deed.named || (upos != syntax::Upos::pron && reading_.words[phrase.first].self.has(Is::definite));
  }

  /// The words of the phrase in small letters, without its article.
  std::string name_of(const Phrase& phrase) const {
    std::string name;
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
      if (!reading_.words[t].self.has(Is::definite))
        name += folded(slice(analysis_.document.text, analysis_.tokens[t].span())) + ' ';
    return name;
  }

  /// The one time within which the event lies, if its own words fix it.
  std::optional<std::uint32_t> date_of(const EventSite& site) const {
    std::optional<std::uint32_t> date;
    for (const TimeTie& tie : ties_of(ties_, site)) {
      const Timex& timex = analysis_.timexes[tie.timex];
      const TimeValue& value = timex.value;
      const bool within = tie.kind == TieKind::bare || tie.kind == TieKind::in;
      if (date || !within || value.frame != Frame::calendar || value.anchor_kind != AnchorKind::none ||
          !value.interval.bounded() || timex.range != RangeRole::none)
        return {};
      date = tie.timex;
    }
    return date;
  }

  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const std::vector<Event>& events_;
  const Language* language_ = nullptr;
  WordClass once_ = no_class;
};

}  // namespace

void append_retold(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                   const std::vector<Event>& events, const std::vector<EventSite>& sites, std::vector<TLink>& links) {
  const Retold retold(analysis, reading, ties, events);
  std::map<std::string, std::pair<Deed, std::uint32_t>> first;  // the first telling of each deed, with its event
  for (const EventSite& site : sites) {
    const auto deed = retold.deed_of(site);
    if (!deed) continue;
    const auto [before, is_new] = first.try_emplace(deed->key, *deed, site.event);
    const auto& [other, event] = before->second;
    if (is_new || event == site.event || !retold.disagree(other, *deed)) continue;
    links.push_back({event_entity(event), event_entity(site.event), TemporalRelation::overlaps, EvidenceKind::identity,
                     "told-again", trust_retold, events[site.event].span, true, false});
  }
}

}  // namespace annal
