// From TLinks to the relations of the timeline: none contradicts another or the network, and none follows from others.
#pragma once

#include <span>
#include <vector>

#include "timeline/tlink/evidence.h"

namespace annal {

/// Appends the bounds that a TimeML relation claims, by Allen's relations, with DURING and IDENTITY as SIMULTANEOUS.
/// They have the rule, words and trust of the relation and the kind stated.
void append_bounds(const Relation& relation, std::vector<Evidence>& out);

/// Those of `relations` that the network of `solved` evidence, and more trusted ones of them, admit.
std::vector<Relation> admitted(std::vector<Relation> relations, std::size_t timexes, std::size_t events,
                               std::span<const Evidence> solved);

/// The relations of those `links` that are salient and none of whose evidence was set aside.
///
///   solved   the evidence after `solve`, which has set its `set_aside`; the first of it is `evidence.evidence`
///   events   how many there are
///
/// Where both the model and other rules relate an event to the day of writing, the model counts: it knows whether
/// "past" means before that day or on it. A relation that claims more than the network admits, or that contradicts a
/// more trusted one, is left out; so is what follows from others (see reduce.h), a claim where it follows from claims.
std::vector<Relation> asserted(const Analysis& analysis, const std::vector<TLink>& links,
                               const LinkedEvidence& evidence, std::span<const Evidence> solved, std::size_t events);

}  // namespace annal
