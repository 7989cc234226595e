// What every document of a reader must be, and a timeline of it.
#pragma once

#include "core/pipeline.h"
#include "core/text/language_of.h"
#include "core/unicode/utf8.h"
#include "render/json.h"
#include "tests/fuzz/fuzz.h"
#include "timeline/pipeline.h"

namespace annal::fuzz {

inline void check_document(Result<Document> document, std::size_t size) {
  if (!document) return;
  law(!find_invalid_utf8(document->text), "the text is UTF-8");
  std::uint32_t end = 0;
  for (const Block& block : document->blocks) {
    law(block.span.begin >= end && block.span.begin < block.span.end, "blocks are in order and hold something");
    end = block.span.end;
  }
  law(end <= document->text.size(), "blocks lie in the text");
  for (std::uint32_t at = 0; at < document->text.size(); at += 7)
    law(document->source.identity() || document->source.at(at) <= size, "a letter leads back into the source");
  const Language& language = settle_language(*document, nullptr);
  to_json(build_timeline(analyse(std::move(*document), language), language));
}

}  // namespace annal::fuzz
