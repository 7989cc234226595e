// Turns links into the relations that the timeline asserts: TLINKs of TimeML, none of which contradicts another.
#pragma once

#include <span>
#include <vector>

#include "timeline/tlink/evidence.h"

namespace annal {

/// The bounds that a relation claims, read by Allen's relations, DURING and IDENTITY as SIMULTANEOUS; each with the
/// rule, words and trust of the relation, of kind stated.
void append_bounds(const Relation& relation, std::vector<Evidence>& out);

/// The relations of `links` that no piece of evidence set aside speaks for. Where several tie an event to the day of
/// writing, a model's word stands for all: it knows whether "past" means before that day or on it. What then still
/// contradicts the network or more trusted relations is left out; what follows from others too.
std::vector<Relation> asserted(const Analysis& analysis, const std::vector<TLink>& links,
                               const LinkedEvidence& evidence, std::span<const Evidence> pieces, std::size_t events);

}  // namespace annal
