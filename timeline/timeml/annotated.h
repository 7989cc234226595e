// Builds a Timeline from people's annotations (an Annotation): checked, proved and ordered like annal's own.
#pragma once

#include "core/lang/language.h"
#include "timeline/timeml/timeml.h"
#include "timeline/tlink/tlink_model.h"

namespace annal {

/// What a TLINK claims, as bounds: its type read by Allen's relations, DURING as SIMULTANEOUS and IDENTITY (TLEX,
/// arXiv 2406.05265). The rule is "tlink" and the link's id.
void append_evidence(const AnnotatedLink& link, const Annotation& annotation, std::vector<Evidence>& out);

/// The timeline of an annotated text. Its events and time expressions are those annotated, with their attributes;
/// clauses, titles and weights are read from the text.
///
///   with links      the order is theirs alone: each link is believed unless those before it exclude it; the calendar
///                   is asked after them, so that a conflict of links is not blamed on a date
///   without links   Annal finds the order as in any text
Timeline build_timeline(Annotation annotation, const Language& language);
/// The same with other relation models.
Timeline build_timeline(Annotation annotation, const Language& language, const TLinkTables& models);

}  // namespace annal
