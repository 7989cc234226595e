// See entries.h. The order is solved by the network as that of an article is, from the same kind of evidence: so
// proofs, ranks and graphs say of these dates what they say of others.
#include <algorithm>

#include "core/calendar/calendar.h"
#include "core/text/language_of.h"
#include "core/text/sentence.h"
#include "core/text/token.h"
#include "core/unicode/ascii.h"
#include "timeline/assemble.h"
#include "timeline/entries/entries.h"
#include "timeline/entries/entry_date.h"
#include "timeline/selection.h"
#include "timeline/tlink/evidence.h"

namespace annal {
namespace {

constexpr const char* rule = "entry-date";
constexpr std::string_view between_dates = " – ", behind_date = ": ";

/// `text` on one line, without control characters.
std::string on_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

const Language& language_for(const Entries& entries, const EntryOptions& options) {
  if (options.language != nullptr) return *options.language;
  const std::string& stated = entries.presentation.language;
  if (const Language* found = Language::find(stated); found != nullptr) return *found;
  std::string words;
  for (const Entry& entry : entries.entries)  // letters that number the entries are words of no language
    if (entry.title.size() > 1) words += entry.date + " " + entry.title + ". " + entry.note + "\n";
  return language_of(words, stated);
}

/// Where the words of an entry stand in the text.
struct EntryWords {
  Span date, end, title;
};

class EntryTimeline {
 public:
  EntryTimeline(const Language& language, const Dct& dct) : language_(language) {
    analysis_.document.language = language.tag();
    analysis_.document.dct = dct;
  }

  Result<Timeline> make(Entries entries) {
    const DayOrder order = day_order_of(entries);
    for (const Entry& entry : entries.entries) {
      auto date = read_entry_date(entry, order, language_, analysis_.document.dct);
      if (!date) return tl::unexpected(date.error());
      dates_.push_back(std::move(*date));
      write(entry);
    }
    if (order == DayOrder::unknown) warn_of_day_order(entries.entries);
    analysis_.document.title = on_line(entries.presentation.title);
    analysis_.document.id = std::move(entries.id);
    tokenise(analysis_.document.text, analysis_.tokens);
    analysis_.sentences = find_sentences(analysis_.document, analysis_.tokens, language_);
    for (const std::string& warning : entries.warnings) analysis_.warnings.push_back({{}, warning});
    timeline_.presentation = std::move(entries.presentation);
    for (std::uint32_t e = 0; e < entries.entries.size(); ++e) add(entries.entries[e], e);
    return solve();
  }

 private:
  /// Says how the first date is read that could be read otherwise.
  void warn_of_day_order(const std::vector<Entry>& entries) {
    for (std::size_t e = 0; e < entries.size(); ++e) {
      if (!dates_[e].first || !is_ambiguous_day(entries[e].date)) continue;
      analysis_.warnings.push_back({words_[e].date, "“" + entries[e].date + "” is read as " +
                                                        iso_text(dates_[e].first->window.begin, false) +
                                                        "; no date of the list tells whether the day or the month "
                                                        "comes first"});
      return;
    }
  }

  Span append(std::string_view words) {
    std::string& text = analysis_.document.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  /// The line of `entry`, a block of its own.
  void write(const Entry& entry) {
    if (!words_.empty()) append("\n");
    const auto begin = static_cast<std::uint32_t>(analysis_.document.text.size());
    const EntryDate& date = dates_.back();
    EntryWords words;
    if (date.first) words.date = append(on_line(entry.date));
    if (date.last) append(between_dates);
    if (date.last) words.end = append(on_line(entry.end));
    if (date.first || date.last) append(behind_date);
    words.title = append(on_line(entry.title));
    words_.push_back(words);
    analysis_.document.blocks.push_back({{begin, words.title.end}, BlockKind::paragraph});
  }

  void add(const Entry& entry, std::uint32_t index) {
    Event event;
    event.span = event.clause = words_[index].title;
    event.sentence = static_cast<std::uint32_t>(sentence_at(analysis_.sentences, event.span.begin));
    event.title = on_line(entry.title);
    event.pos = PartOfSpeech::other;
    event.status = entry.status;
    event.source = on_line(entry.source);
    event.lane = on_line(entry.lane);
    event.salience = 1;
    event.mentions = {event.span};
    event.visibility = entry.visibility;
    event.colour = entry.colour;
    event.note = entry.note;
    event.link = entry.link;
    event.image = entry.image;
    const EntryDate& date = dates_[index];
    const bool both = date.last.has_value();
    if (date.first) tie(*date.first, words_[index].date, both ? DatedPart::start : DatedPart::whole, index, event);
    if (date.last) tie(*date.last, words_[index].end, DatedPart::end, index, event);
    say_entry_date(date, event);
    timeline_.events.push_back(std::move(event));
  }

  /// Adds the time expression of a date, and how the event of this index lies to it.
  void tie(const StatedDate& date, Span words, DatedPart part, std::uint32_t index, Event& event) {
    const auto timex = static_cast<std::uint32_t>(analysis_.timexes.size());
    analysis_.timexes.push_back(timex_of(date, words, event.sentence));
    event.timexes.push_back(timex);
    TLink link;
    link.from = event_entity(index);
    link.to = timex_entity(timex);
    link.relation = relation_to(date, part);
    link.rule = rule;
    link.words = words;
    links_.push_back(link);
    if (part == DatedPart::whole && date.lasts && date.window.bounded()) lasts(date, words, index);
  }

  /// The event begins at the start of `date` and ends at its end.
  void lasts(const StatedDate& date, Span words, std::uint32_t index) {
    const auto [start, end] = ends_of(date);
    Evidence latest_start, earliest_end;
    latest_start.from =
        earliest_end.from = {date.frame == Frame::open_year ? Point::Kind::open_year : Point::Kind::origin, 0, false};
    latest_start.rule = earliest_end.rule = rule;
    latest_start.words = earliest_end.words = words;
    latest_start.to = {Point::Kind::event, index, false};
    latest_start.high = start.end - 1;
    earliest_end.to = {Point::Kind::event, index, true};
    earliest_end.low = end.begin;
    lengths_.push_back(std::move(latest_start));
    lengths_.push_back(std::move(earliest_end));
  }

  /// Puts an entry without a date between those beside it in the list, or the other way round in one that goes back in
  /// time.
  std::vector<Evidence> hints() const {
    std::vector<Evidence> hints;
    const bool back = goes_back();
    for (std::uint32_t e = 1; e < dates_.size(); ++e) {
      const bool dated = dates_[e].first || dates_[e].last, dated_before = dates_[e - 1].first || dates_[e - 1].last;
      if (dated && dated_before) continue;
      Evidence hint;
      hint.from = {Point::Kind::event, back ? e : e - 1, false};
      hint.to = {Point::Kind::event, back ? e - 1 : e, false};
      hint.low = 0;
      hint.strict = true;
      hint.kind = EvidenceKind::narrative;
      hint.rule = "entry-order";
      hint.trust = 0.1;
      hints.push_back(std::move(hint));
    }
    return hints;
  }

  bool goes_back() const {
    std::ptrdiff_t ahead = 0;
    const StatedDate* before = nullptr;
    for (const EntryDate& date : dates_) {
      if (!date.first || date.first->window.begin == unbounded_past) continue;
      if (before != nullptr) {
        const CivilSeconds a = before->window.begin, b = date.first->window.begin;
        ahead += a < b ? 1 : a > b ? -1 : 0;
      }
      before = &*date.first;
    }
    return ahead < 0;
  }

  Timeline solve() {
    append_calendar(analysis_, std::vector<bool>(analysis_.timexes.size(), false), timeline_.evidence);
    for (const TLink& link : links_) {
      append_evidence(link, timeline_.evidence);
      // The type for "from then on" claims that it begins after all of that.
      const bool open = link.relation == TemporalRelation::begins_from ||
                        link.relation == TemporalRelation::begins_until || link.relation == TemporalRelation::ends_by;
      auto relation = open ? std::nullopt : relation_of(link);
      if (relation) timeline_.relations.push_back(std::move(*relation));
    }
    std::ranges::move(lengths_, std::back_inserter(timeline_.evidence));
    order_events(analysis_.timexes.size(), analysis_.document.dct, timeline_, hints());
    for (std::size_t t = 0; t < analysis_.timexes.size(); ++t) {
      timeline_.readings.emplace_back();
      timeline_.trees.emplace_back();
    }
    timeline_.document = std::move(analysis_.document);
    timeline_.sentences = std::move(analysis_.sentences);
    timeline_.tokens = std::move(analysis_.tokens);
    timeline_.timexes = std::move(analysis_.timexes);
    std::ranges::move(analysis_.warnings, std::back_inserter(timeline_.warnings));
    round_shares(timeline_);
    select_events(timeline_);
    return std::move(timeline_);
  }

  const Language& language_;
  Analysis analysis_;
  Timeline timeline_;
  std::vector<EntryDate> dates_;
  std::vector<EntryWords> words_;
  std::vector<TLink> links_;
  std::vector<Evidence> lengths_;
};

}  // namespace

Result<Timeline> make_timeline(Entries entries, const EntryOptions& options) {
  const Language& language = language_for(entries, options);
  return EntryTimeline(language, options.dct).make(std::move(entries));
}

}  // namespace annal
