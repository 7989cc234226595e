// Changes of one event: its fields, and the date that its owner states.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/edits/edits.h"
#include "timeline/entries/stated_date.h"

namespace annal {

/// The rule of the evidence of an edited date.
inline constexpr const char* rule_edited_date = "edited-date";

/// The rule of the evidence that one event ends before another begins.
inline constexpr const char* rule_edited_order = "edited-order";

/// Notes that the owner states `field` of `event`.
void mark(Event& event, EditedField field);
bool is_marked(const Event& event, EditedField field);

/// Puts `later` over `change`: what it states replaces. An empty text then states nothing.
void put_over(EventChange& change, const EventChange& later);

/// Whether both state the same field, and differently; what only takes back states nothing.
bool contradicts(const EventChange& a, const EventChange& b);

/// Whether it states more than the date and whether the event is shown.
bool states_field(const EventChange& change);

/// Sets what `change` states but for the date, and marks what is another than before.
void set_fields(Event& event, const EventChange& change);

/// Drops the evidence that bounds two events by each other of which one has another status now, and which no longer may
/// (may_bound). Returns whether there was any.
bool drop_bounds(Timeline& timeline, const std::vector<bool>& other_status);

/// Dates the event and adds the evidence for it, instead of that of an edit before.
void state_date(Timeline& timeline, std::uint32_t event, const StatedDate& date);

/// States that `first` ends before `then` begins, unless that is stated already.
void state_order(Timeline& timeline, std::uint32_t first, std::uint32_t then);

/// Whether a reader is told the same.
bool is_same(const DateLabel& a, const DateLabel& b);

}  // namespace annal
