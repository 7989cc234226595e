// The timeline in forms that other programs read. Each is a function of the timeline alone, each in a file of its own
// name; docs/formats.md says what each holds and leaves out. Titles and sentences are anyone's text: each form escapes
// what it would take for markup, a formula or a line of its own.
#pragma once

#include <string>

#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal {

/// TimelineJS 3. Its text is HTML, hence escaped.
std::string to_timelinejs(const Timeline& timeline);

/// Items and groups of vis-timeline. Its contents are HTML, hence escaped.
std::string to_vis(const Timeline& timeline);

/// Markwhen: a line for each event, grouped by lane.
std::string to_markwhen(const Timeline& timeline);

/// Mermaid's `timeline`: the order in words, without a scale.
std::string to_mermaid(const Timeline& timeline);

/// Mermaid's `gantt`.
std::string to_mermaid_gantt(const Timeline& timeline);

/// iCalendar, RFC 5545: what is known to the week or better.
std::string to_icalendar(const Timeline& timeline);

/// CSV, RFC 4180, one line for each event under one line of names.
std::string to_csv(const Timeline& timeline);

/// GraphML: events and time expressions, and the relations between them.
std::string to_graphml(const Timeline& timeline);

/// JSON-LD: schema.org's Event with the intervals and relations of OWL-Time, to `sink` in pieces, or in one piece.
void write_jsonld(const TextSink& sink, const Timeline& timeline);
std::string to_jsonld(const Timeline& timeline);

}  // namespace annal
