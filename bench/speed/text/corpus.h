// The texts that the benches run on: the project's sample articles, full of dates, and articles in which dates come as
// seldom as in the news, made by setting the samples' sentences into plain prose (prose.txt beside this file). Larger
// than the caches near the core.
#pragma once

#include <cstddef>
#include <vector>

#include "core/text/document.h"

namespace annal::bench {

/// The sample articles over and over, some 0.3 MB: one time expression in 55 bytes.
const std::vector<Document>& dense_articles();

/// Made articles of some 5 kB, 1.5 MB together: one time expression in about 280 bytes, no two articles alike.
const std::vector<Document>& news_articles();

std::size_t bytes_of(const std::vector<Document>& documents);

}  // namespace annal::bench
