// The table of the events of a page: what a reader without script and without sight has of the picture.
#pragma once

#include <string>
#include <vector>

#include "core/lang/labels.h"
#include "render/export/entry.h"
#include "timeline/timeline.h"

namespace annal::page {

/// A row for each of `entries`: when, what (with the documents that tell it, its note, image and what its
/// owner changed), status, certainty. Where documents disagree, each date stands with those that give it. A title leads
/// to where its owner says, else to the words of the article, where there are any.
std::string table_of(const Timeline& timeline, const std::vector<exports::Entry>& entries, const Labels& labels);

}  // namespace annal::page
