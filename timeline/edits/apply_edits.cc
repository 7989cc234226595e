// See apply_edits.h.
#include "timeline/edits/apply_edits.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "core/lang/language.h"
#include "core/text/sentence.h"
#include "core/unicode/letter_case.h"
#include "timeline/edits/choose_events.h"
#include "timeline/edits/edited_conflicts.h"
#include "timeline/edits/find_quote.h"
#include "timeline/edits/regroup.h"
#include "timeline/edits/set_fields.h"
#include "timeline/edits/solve_again.h"
#include "timeline/entries/stated_date.h"
#include "timeline/lanes.h"

namespace annal {
namespace {

class Applier {
 public:
  Applier(Timeline timeline, const Edits& edits) : timeline_(std::move(timeline)), edits_(edits) {}

  EditedTimeline run() {
    add_events();
    resolve();
    split_and_merge();
    std::map<std::uint32_t, EventChange> changes = changes_of_events();
    set_all_fields(changes);
    date_events(changes);
    state_orders();
    if (network_changed_) {
      dating_.resize(timeline_.events.size(), Dating::if_moved);
      solve_again(timeline_, dating_);
      for (EditProblem& problem : edited_conflicts(timeline_, lines_)) problems_.push_back(std::move(problem));
    }
    choose();
    present();
    choose_lanes(timeline_);
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const EditProblem& a, const EditProblem& b) { return a.line < b.line; });
    return {std::move(timeline_), std::move(problems_), std::move(made_)};
  }

 private:
  using Found = std::optional<std::uint32_t>;

  void report(std::uint32_t line, std::string message) { problems_.push_back({line, std::move(message)}); }

  std::uint32_t add(const std::string& title, EditedField field) {
    const auto index = static_cast<std::uint32_t>(timeline_.events.size());
    Event& event = timeline_.events.emplace_back();
    event.title = title;
    event.sentence = static_cast<std::uint32_t>(timeline_.sentences.size());
    event.pos = PartOfSpeech::other;
    event.salience = 1;
    event.visibility = Visibility::shown;
    event.edited = {field};
    event.position = index;
    timeline_.order.push_back(index);
    network_changed_ = true;
    return index;
  }

  /// Adds the events that the owner states, unless the timeline has them from a file that was read again: each of its
  /// events is one of them at most.
  void add_events() {
    for (const AddEdit& edit : edits_.added) {
      Found known;
      for (std::uint32_t e = 0; e < timeline_.events.size() && !known; ++e)
        if (is_added(timeline_.events[e], edit) && std::ranges::find(added_, e) == added_.end()) known = e;
      added_.push_back(known ? *known : add(edit.change.title.value_or(""), EditedField::added));
    }
    made_ = added_;
    is_merged_away_.assign(added_.size(), false);
  }

  /// Whether `event` is the one that `edit` adds, with its date.
  bool is_added(const Event& event, const AddEdit& edit) const {
    if (event.title != edit.change.title.value_or("") || !is_marked(event, EditedField::added)) return false;
    std::string wording = edit.change.date.value_or("");
    for (const EventEdit& later : edits_.events)
      if (later.change.date && quote_form(later.event.words) == quote_form(event.title)) wording = *later.change.date;
    const auto date = wording.empty() ? Result<StatedDate>(StatedDate{})
                                      : read_stated_date(wording, language(), timeline_.document.dct);
    return !date || is_same(date->label, event.when);
  }

  const Language& language() const {
    const Language* const stated = Language::find(timeline_.document.language);
    return stated != nullptr ? *stated : Language::fallback();
  }

  /// Finds the events that all quotes name, before any of them changes.
  void resolve() {
    const EventQuotes quotes(timeline_);
    const auto find = [&](std::uint32_t line, const Quote& quote) -> Found {
      const auto found = quotes.event(quote);
      if (found) return *found;
      report(line, found.error());
      return std::nullopt;
    };
    std::map<std::string, std::uint32_t> titled;  // by an edit before
    for (const EventEdit& edit : edits_.events) {
      const auto known = quotes.event(edit.event);
      const auto renamed = titled.find(quote_form(edit.event.words));
      if (known || renamed == titled.end() || edit.event.occurrence > 0)
        events_.push_back(known ? Found(*known) : keep_accepted(edit, known.error()));
      else
        events_.push_back(renamed->second);
      if (events_.back() && edit.change.title) titled[quote_form(*edit.change.title)] = *events_.back();
    }
    for (const NamedEvent& named : edits_.pick) picked_.push_back(find(named.line, named.event));
    for (const NamedEvent& named : edits_.drop) dropped_.push_back(find(named.line, named.event));
    for (const MergeEdit& edit : edits_.merged) {
      std::vector<std::uint32_t>& group = merged_.emplace_back();
      for (const Quote& quote : edit.events)
        if (const Found found = find(edit.line, quote)) group.push_back(*found);
    }
    for (const SplitEdit& edit : edits_.split) {
      const auto place = find_place(quotes.index(), edit.mention);
      if (!place) report(edit.line, place.error());
      const Found event = find(edit.line, edit.event);
      split_.emplace_back(event, place ? *place : Span{});
    }
    for (const OrderEdit& edit : edits_.ordered)
      for (const Quote* quote : {&edit.first, &edit.then}) ordered_.push_back(find(edit.line, *quote));
    for (std::size_t i = 0; i < added_.size(); ++i) place_added(i, quotes.index());
  }

  /// An event that was accepted and that the text no longer yields is made from the edit.
  Found keep_accepted(const EventEdit& edit, const std::string& problem) {
    if (!edit.accepted) {
      report(edit.line, problem);
      return std::nullopt;
    }
    report(edit.line, problem + "; the event is kept as it was accepted");
    const std::string title = edit.change.title.value_or("");
    return kept_.emplace_back(add(title.empty() ? edit.event.words : title, EditedField::added));
  }

  void place_added(std::size_t i, const QuoteIndex& index) {
    const AddEdit& edit = edits_.added[i];
    if (!edit.words) return;
    const auto place = find_place(index, *edit.words);
    if (!place) return report(edit.line, place.error());
    Event& event = timeline_.events[added_[i]];
    event.span = *place;
    event.mentions = {*place};
    event.sentence = static_cast<std::uint32_t>(sentence_at(timeline_.sentences, place->begin));
    event.clause = event.sentence < timeline_.sentences.size() ? timeline_.sentences[event.sentence].span : *place;
  }

  void split_and_merge() {
    for (std::size_t i = 0; i < split_.size(); ++i) split(edits_.split[i], split_[i].first, split_[i].second);
    std::vector<std::uint32_t> into(timeline_.events.size());
    std::iota(into.begin(), into.end(), 0u);
    const auto first_of = [&](std::uint32_t e) {
      while (into[e] != e) e = into[e];
      return e;
    };
    dating_.resize(timeline_.events.size(), Dating::if_moved);
    for (std::size_t i = 0; i < merged_.size(); ++i) {
      if (merged_[i].size() < 2) continue;
      const std::uint32_t first = first_of(merged_[i].front());
      for (const std::uint32_t named : merged_[i]) {
        const std::uint32_t other = first_of(named);
        if (other == first) continue;
        into[other] = first;
        merge_event(timeline_, other, first);
        mark(timeline_.events[other], EditedField::merged);
        dating_[first] = Dating::anew;
        network_changed_ = true;
      }
      mark(timeline_.events[first], EditedField::merged);
      changed_.push_back(first);
      lines_.merge[first] = edits_.merged[i].line;
    }
    for (std::size_t i = 0; i < added_.size(); ++i) is_merged_away_[i] = first_of(added_[i]) != added_[i];
    for (auto* list : {&events_, &picked_, &dropped_, &ordered_})
      for (Found& event : *list)
        if (event) event = first_of(*event);
    for (auto* list : {&added_, &kept_})
      for (std::uint32_t& event : *list) event = first_of(event);
  }

  void split(const SplitEdit& edit, Found event, Span place) {
    if (!event || place.size() == 0) return;
    const Event& whole = timeline_.events[*event];
    const auto mention = std::find_if(whole.mentions.begin(), whole.mentions.end(),
                                      [&](Span m) { return place.contains(m) && !(m == whole.span); });
    if (mention == whole.mentions.end()) {
      const bool head = place.contains(whole.span);
      return report(edit.line,
                    "“" + edit.mention.words + "” is no further mention of “" + whole.title + "”" +
                        (head ? ": it is the event itself; split another mention off"
                              : ", so nothing is split; for an event that these words tell of, write an [[add]] with "
                                "words = \"" +
                                    edit.mention.words + "\", or use annal edit --add"));
    }
    const std::uint32_t made = split_event(timeline_, *event, *mention, capitalised(edit.mention.words));
    mark(timeline_.events[made], EditedField::split);
    mark(timeline_.events[*event], EditedField::split);
    dating_.resize(timeline_.events.size(), Dating::if_moved);
    dating_[*event] = dating_[made] = Dating::anew;
    changed_.insert(changed_.end(), {*event, made});
    // Edits that quote the mention mean the new event.
    for (std::size_t i = 0; i < events_.size(); ++i)
      if (events_[i] == event && names_mention(edits_.events[i].event, edit.mention)) events_[i] = made;
    network_changed_ = true;
  }

  static bool names_mention(const Quote& quote, const Quote& mention) {
    return quote_form(quote.words) == quote_form(mention.words) && quote.occurrence == mention.occurrence;
  }

  /// What all edits of an event together change; of two that state the same the later counts, and an empty text takes
  /// back.
  std::map<std::uint32_t, EventChange> changes_of_events() {
    std::map<std::uint32_t, EventChange> changes;
    for (const bool merged_away : {true, false}) {
      for (std::size_t i = 0; i < added_.size(); ++i) {
        if (is_merged_away_[i] != merged_away) continue;
        EventChange change = edits_.added[i].change;
        EventChange& whole = changes[added_[i]];
        if (merged_away) change.title.reset();  // what it was merged into has one
        if (merged_away && whole.date) change.date.reset();
        put_over(whole, change);
        if (change.date) note_date(added_[i], edits_.added[i]);
      }
    }
    std::map<std::uint32_t, std::size_t> last;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (!events_[i]) continue;
      const EventEdit& edit = edits_.events[i];
      if (const auto before = last.find(*events_[i]); before != last.end())
        report_contrary(edits_.events[before->second], edit);
      last[*events_[i]] = i;
      put_over(changes[*events_[i]], edit.change);
      if (edit.change.date) note_date(*events_[i], edit);
      if (edit.accepted) accepted_.push_back(*events_[i]);
      named_.push_back(*events_[i]);
    }
    std::sort(accepted_.begin(), accepted_.end());
    return changes;
  }

  template <class Edit>
  void note_date(std::uint32_t event, const Edit& edit) {
    lines_.date[event] = edit.line;
    line_of_wording_[event] = edit.date_line > 0 ? edit.date_line : edit.line;
  }

  /// Two quotes that now name one event, and state different things of it: one of them meant another.
  void report_contrary(const EventEdit& edit, const EventEdit& later) {
    const bool by_title = quote_form(later.event.words) == quote_form(edit.change.title.value_or(""));
    if (by_title || names_mention(edit.event, later.event) || !contradicts(edit.change, later.change)) return;
    report(edit.line, "“" + edit.event.words + "” and “" + later.event.words + "” (line " + std::to_string(later.line) +
                          ") name one event; what the later one states stands");
  }

  void set_all_fields(const std::map<std::uint32_t, EventChange>& changes) {
    std::vector<bool> other_status(timeline_.events.size(), false);
    for (const auto& [index, change] : changes) {
      Event& event = timeline_.events[index];
      const Status before = event.status;
      const bool was_hidden = event.visibility == Visibility::hidden;
      set_fields(event, change);
      other_status[index] = event.status != before;
      if (states_field(change) || (was_hidden && event.visibility == Visibility::selected)) changed_.push_back(index);
      own_visibility_.resize(timeline_.events.size(), false);
      own_visibility_[index] = change.visibility.value_or(Visibility::selected) != Visibility::selected;
    }
    network_changed_ = drop_bounds(timeline_, other_status) || network_changed_;
  }

  bool is_accepted(std::uint32_t event) const { return std::binary_search(accepted_.begin(), accepted_.end(), event); }

  /// The edited dates become evidence; the labels are those of the owner.
  void date_events(const std::map<std::uint32_t, EventChange>& changes) {
    for (const auto& [index, change] : changes) {
      if (!change.date || change.date->empty()) continue;
      if (is_accepted(index) && *change.date == timeline_.events[index].edtf) continue;
      const auto edtf = is_accepted(index) ? read_stated_edtf(*change.date) : std::nullopt;
      const auto date =
          edtf ? Result<StatedDate>(*edtf) : read_stated_date(*change.date, language(), timeline_.document.dct);
      if (!date) {
        report(line_of_wording_[index], date.error().message);
        continue;
      }
      changed_.push_back(index);
      Event& event = timeline_.events[index];
      if (is_accepted(index) && !date->lasts && is_same(event.when, date->label)) continue;
      state_date(timeline_, index, *date);
      dating_.resize(timeline_.events.size(), Dating::if_moved);
      dating_[index] = Dating::stated;
      network_changed_ = true;
    }
  }

  void state_orders() {
    for (std::size_t i = 0; i < edits_.ordered.size(); ++i) {
      const Found first = ordered_[2 * i], then = ordered_[2 * i + 1];
      const OrderEdit& edit = edits_.ordered[i];
      if (!first || !then) continue;
      if (first == then) {
        report(edit.line, "“" + edit.first.words + "” and “" + edit.then.words + "” name one event; name two");
        continue;
      }
      state_order(timeline_, *first, *then);
      lines_.order[*first] = edit.line;
      dating_.resize(timeline_.events.size(), Dating::if_moved);
      network_changed_ = true;
    }
  }

  /// Which events are in the pictures.
  void choose() {
    Choice choice{
        .picked = picked_, .dropped = dropped_, .stated = added_, .changed = changed_, .own = {}, .named = {}};
    choice.own = own_visibility_;
    choice.named.resize(timeline_.events.size(), false);
    choice.accepted = edits_.accepted;
    choice.stated.insert(choice.stated.end(), kept_.begin(), kept_.end());
    choice.stated.insert(choice.stated.end(), accepted_.begin(), accepted_.end());
    choice.changed.insert(choice.changed.end(), accepted_.begin(), accepted_.end());
    for (const std::uint32_t event : named_) choice.named[event] = true;
    if (std::string news = choose_events(timeline_, choice); !news.empty()) report(0, std::move(news));
  }

  void present() {
    const auto put = [](std::string& into, const std::string& stated) {
      if (!stated.empty()) into = stated;
    };
    Presentation& into = timeline_.presentation;
    const Presentation& stated = edits_.presentation;
    put(into.title, stated.title);
    put(into.subtitle, stated.subtitle);
    put(into.credit, stated.credit);
    put(into.note, stated.note);
    put(into.language, stated.language);
    put(into.theme, stated.theme);
    put(into.lanes, stated.lanes);
  }

  Timeline timeline_;
  const Edits& edits_;
  std::vector<EditProblem> problems_;
  std::vector<Found> events_, picked_, dropped_;  ///< what edits_ names
  std::vector<Found> ordered_;                    ///< the first and the second event of each order
  std::vector<std::vector<std::uint32_t>> merged_;
  std::vector<std::pair<Found, Span>> split_;
  std::vector<std::uint32_t> added_, kept_, accepted_, named_;
  std::vector<std::uint32_t> made_;     ///< the event of each [[add]], before events are merged
  std::vector<std::uint32_t> changed_;  ///< of which an edit states more than whether they are shown
  std::vector<bool> is_merged_away_;    ///< of each added event
  std::vector<Dating> dating_;
  std::vector<bool> own_visibility_;  ///< of each event whether an edit of its own states it
  LineOfEvent line_of_wording_;
  StatedLines lines_;
  bool network_changed_ = false;
};

}  // namespace

EditedTimeline apply_edits(Timeline timeline, const Edits& edits) { return Applier(std::move(timeline), edits).run(); }

}  // namespace annal
