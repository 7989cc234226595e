// The documents of a timeline in JSON, and the spans that point into them. Only the .cc files that write JSON include
// it.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/json.h"
#include "render/labels/extent.h"
#include "timeline/page_of.h"
#include "timeline/sources.h"
#include "timeline/timeline.h"

namespace annal {

/// Writes spans of the text of a timeline as {"begin", "end", "document"}: in code points from the start of their
/// document, which is named by its index unless it is the first; with "page" where the document has pages.
class SpanWriter {
 public:
  SpanWriter(JsonWriter& json, const Timeline& timeline)
      : json_(json), timeline_(timeline), points_(timeline.document.text) {
    for (const SourceDocument& source : timeline.sources) first_.push_back(points_.at(source.span.begin));
  }

  void write(Span span) {
    const std::size_t document = source_at(timeline_, span.begin);
    json_.begin_object();
    write_ends(span, document);
    if (document > 0) json_.count("document", static_cast<std::int64_t>(document));
    if (const std::uint32_t page = page_of(timeline_, span.begin); page > 0) json_.count("page", page);
    json_.end_object();
  }

  void write(std::string_view key, Span span) {
    json_.key(key);
    write(span);
  }

  /// Where the pages of the document that begins at `document` begin.
  void write_pages(const std::vector<std::uint32_t>& pages, std::uint32_t document) {
    if (pages.empty()) return;
    json_.key("pages");
    json_.begin_array();
    for (const std::uint32_t page : pages) json_.number(points_.at(page) - points_.at(document));
    json_.end_array();
  }

  /// Without the name of its document, which it stands in.
  void write_within(std::string_view key, Span span) {
    json_.key(key);
    json_.begin_object();
    write_ends(span, source_at(timeline_, span.begin));
    json_.end_object();
  }

 private:
  void write_ends(Span span, std::size_t document) {
    const std::uint32_t first = document < first_.size() ? first_[document] : 0;
    json_.count("begin", points_.at(span.begin) - first);
    json_.count("end", points_.at(span.end) - first);
  }

  JsonWriter& json_;
  const Timeline& timeline_;
  CodePoints points_;
  std::vector<std::uint32_t> first_;  ///< of each of several documents the code points before it
};

/// What a document says of itself: a Document or a SourceDocument.
template <class D>
void describe_document(JsonWriter& json, const D& document) {
  json.known("id", document.id);
  json.known("title", document.title);
  json.known("url", document.url);
  json.known("language", document.language);
  json.key("dct");
  json.begin_object();
  json.known("value", text_of(document.dct));
  json.field("source", name(document.dct.source));
  json.known("reason", document.dct.reason);
  json.end_object();
}

/// The blocks that lie in `text`.
inline void write_blocks(JsonWriter& json, const std::vector<Block>& blocks, Span text, SpanWriter& spans) {
  json.key("blocks");
  json.begin_array();
  auto block = std::ranges::lower_bound(blocks, text.begin, {}, [](const Block& b) { return b.span.begin; });
  for (; block != blocks.end() && block->span.begin < text.end; ++block) {
    json.begin_object();
    json.field("kind", name(block->kind));
    spans.write_within("span", block->span);
    json.end_object();
  }
  json.end_array();
}

/// "documents", and for readers of version 1 "document" where there is one. JsonTexts::left_out holds of several.
inline void write_documents(JsonWriter& json, const Timeline& timeline, SpanWriter& spans, JsonTexts texts) {
  const Document& whole = timeline.document;
  const auto write = [&](const auto& document, Span text, bool with_blocks) {
    json.begin_object();
    describe_document(json, document);
    const std::string_view words = slice(whole.text, text);
    if (texts == JsonTexts::written || timeline.sources.empty() || !fits_xml_text(words)) json.field("text", words);
    spans.write_pages(document.pages, text.begin);
    if (with_blocks) write_blocks(json, whole.blocks, text, spans);
    json.end_object();
  };
  const Span all{0, static_cast<std::uint32_t>(whole.text.size())};
  json.key("documents");
  json.begin_array();
  if (timeline.sources.empty()) write(whole, all, true);
  for (const SourceDocument& source : timeline.sources) write(source, source.span, true);
  json.end_array();
  if (!timeline.sources.empty()) return;
  json.key("document");
  write(whole, all, false);
}

}  // namespace annal
