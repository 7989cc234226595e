// Sentences in the order of the text, each with its place.
#include "cli/conflicts.h"

#include <algorithm>

#include "render/encode/escape.h"
#include "render/labels/conflict_words.h"
#include "render/labels/date_words.h"
#include "render/labels/heading.h"
#include "render/labels/places.h"
#include "render/labels/quote.h"
#include "timeline/edits/edited_conflicts.h"

namespace annal {

namespace {

void append_conflict(const Timeline& timeline, const Conflict& conflict, const Labels& labels, labels::Places& places,
                     std::string& out) {
  out += labels::conflict_heading(timeline, conflict, labels) + '\n';
  for (const labels::ConflictStatement& statement : labels::statements_of(timeline, conflict))
    out += "  " + places.at(statement.words.begin) + "  " + labels::quote_of(timeline, statement) + '\n';
  if (const std::string words = labels::set_aside_words(timeline, conflict, labels); !words.empty())
    out += "  " + words + "  (" + one_line(timeline.evidence[conflict.set_aside].rule) + ")\n";
}

/// The sentences of documents that do not agree on a date, by that date.
void append_accounts(const Timeline& timeline, const Event& event, const Labels& labels, labels::Places& places,
                     std::string& out) {
  out += labels.text(Label::documents_disagree, one_line(event.title)) + '\n';
  for (const Account& account : event.accounts) {
    out += "  " + labels::date_words(account.when, labels) + '\n';
    for (const std::uint32_t mention : account.mentions) {
      const Span words = event.mentions[mention];
      out += "    " + places.at(words.begin) + "  " +
             labels::quote_of(timeline, {labels::sentence_around(timeline, words), words}) + '\n';
    }
  }
}

}  // namespace

std::string to_conflicts_text(const Timeline& timeline) {
  const Labels labels = labels::labels_of(timeline);
  labels::Places places(timeline);
  std::string out;
  const auto set_apart = [&] { out += out.empty() ? "" : "\n"; };
  for (const Conflict& conflict : timeline.conflicts) {
    set_apart();
    append_conflict(timeline, conflict, labels, places, out);
  }
  for (const std::uint32_t e : timeline.order) {
    if (timeline.events[e].accounts.empty()) continue;
    set_apart();
    append_accounts(timeline, timeline.events[e], labels, places, out);
  }
  return out.empty() ? std::string(labels.text(Label::no_contradiction)) + '\n' : out;
}

std::string_view contradiction_in(const Timeline& timeline) {
  if (contradicts_itself(timeline)) return "the text contradicts itself";
  const bool disagree = std::ranges::any_of(timeline.events, [](const Event& e) { return !e.accounts.empty(); });
  return disagree ? "the documents disagree" : "";
}

}  // namespace annal
