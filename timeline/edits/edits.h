// Edits: what the owner of a timeline corrects. They stand in a small file beside the article (article.edits.toml,
// docs/edits.md), outlive a new version of the article or of Annal, and are applied after the network is solved from
// the text alone (apply_edits.h): a date stated here is evidence that is trusted before all else.
//
//   [[event]]                      which event: words of the article, or its title
//   words = "spoke by phone"
//   date = "14 Nov 2016"           what it should be
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// Names a place of the text: words quoted from it, whatever their case and white space. An event is also named by its
/// title. What is written by programs states more, so that it does not fall on other events of a changed text.
struct Quote {
  std::string words;
  std::uint32_t occurrence = 0;  ///< counted from 1, among the places of `sentence`; 0 where they stand there once
  std::string sentence{};        ///< in which the words stood, or what of it stood next to them; may be empty
  std::string head{};            ///< the one of the words that was the event; may be empty

  friend bool operator==(const Quote&, const Quote&) = default;
};

/// What an edit changes of an event; what is not stated stays. An empty text takes back what an edit before it states.
struct EventChange {
  std::optional<std::string> title;
  std::optional<std::string> date;  ///< in any wording that `annal dates` understands, or EDTF (entries/stated_date.h)
  std::optional<Status> status;
  std::optional<Visibility> visibility;
  std::optional<std::string> lane, colour, note, link, image;

  friend bool operator==(const EventChange&, const EventChange&) = default;
};

/// Every edit says on which line of its file it stands, from 1; 0 for one of the command line.
struct EventEdit {
  std::uint32_t line = 0;
  Quote event;
  EventChange change;
  /// As the timeline showed it when its owner accepted it: title and date are stated, and where the text no longer
  /// yields the event it is made of them.
  bool accepted = false;
  std::uint32_t date_line = 0;  ///< of its date
  /// Of an edit that is to be written: the line of the [[add]] that made its event, which then holds the change; 0
  /// where the text tells of it.
  std::uint32_t added_on = 0;
};

/// An event that the text does not tell of, or that Annal did not find.
struct AddEdit {
  std::uint32_t line = 0;
  std::optional<Quote> words;   ///< the words that tell of it, if any do
  EventChange change;           ///< its title is stated
  std::uint32_t date_line = 0;  ///< of its date
};

/// These tell of one happening: the first takes the mentions and the evidence of the others.
struct MergeEdit {
  std::uint32_t line = 0;
  std::vector<Quote> events;
};

/// A mention that is an event of its own.
struct SplitEdit {
  std::uint32_t line = 0;
  Quote event, mention;
};

/// `first` ends before `then` begins.
struct OrderEdit {
  std::uint32_t line = 0;
  Quote first, then;
};

/// A time expression that is none, or that counts from another day.
struct TimeEdit {
  std::uint32_t line = 0;
  Quote words;
  bool drop = false;
  std::string counts_from;  ///< "2016-11-10"; empty where it is dropped
};

/// Choosing at one go: where `pick` names events, all others are hidden.
struct NamedEvent {
  std::uint32_t line = 0;
  Quote event;
};

struct Edits {
  std::string name;  ///< of the file, for messages
  Presentation presentation;
  std::string written;  ///< the day of writing, "2019-11-19"; empty: as the article states it
  /// The owner accepted the timeline as it was: an event that no accepted edit names is new, stays hidden, and is
  /// reported.
  bool accepted = false;
  std::vector<NamedEvent> pick, drop;
  std::vector<EventEdit> events;
  std::vector<AddEdit> added;
  std::vector<MergeEdit> merged;
  std::vector<SplitEdit> split;
  std::vector<OrderEdit> ordered;
  std::vector<TimeEdit> times;
};

/// What is told of an edit, with the remedy.
struct EditProblem {
  enum class Kind : std::uint8_t {
    problem,  ///< it could not be carried out as it stands, or contradicts what the text says of other events
    note,     ///< it is carried out; the text, as Annal reads it, says otherwise
  };
  std::uint32_t line = 0;
  std::string message;
  Kind kind = Kind::problem;
};

/// A timeline with its edits applied.
struct EditedTimeline {
  Timeline timeline;
  std::vector<EditProblem> problems;   ///< by line
  std::vector<std::uint32_t> added{};  ///< the event that each of Edits::added made
};

}  // namespace annal
