// Marks may overlap (an event inside a date), so the text is cut wherever any mark begins or ends, and each piece says
// what it belongs to: no nesting to get wrong. Only a sentence, which holds whole pieces, is an element round them.
#include "render/page/article.h"

#include <algorithm>

#include "render/encode/escape.h"
#include "render/export/entry.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/source_names.h"
#include "timeline/entries/address.h"

namespace annal::page {
namespace {

struct Mark {
  Span span;
  std::uint32_t index = 0;
  bool first = false;  ///< the place that a link to the event leads to
};

class Writer {
 public:
  Writer(std::string& out, const Timeline& timeline, const std::vector<bool>& shown)
      : out_(out), text_(timeline.document.text), points_(text_) {
    for (std::uint32_t i = 0; i < timeline.events.size(); ++i) {
      if (!shown[i]) continue;
      const Event& event = timeline.events[i];
      for (const Span mention : event.mentions) events_.push_back({mention, i, mention == event.span});
      if (std::ranges::find(event.mentions, event.span) == event.mentions.end())
        events_.push_back({event.span, i, true});
    }
    std::erase_if(events_, [](const Mark& mark) { return mark.span.size() == 0; });  // added by hand
    for (std::uint32_t i = 0; i < timeline.timexes.size(); ++i) times_.push_back({timeline.timexes[i].span, i, true});
    const auto by_place = [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; };
    std::ranges::stable_sort(events_, by_place);
    std::ranges::stable_sort(times_, by_place);
  }

  /// The places of the blocks that follow count from the byte `begin`.
  void begin_document(std::uint32_t begin) { first_ = points_.at(begin); }

  void block(const Block& block, const std::vector<Sentence>& sentences, std::size_t& sentence) {
    const char* tag = block.kind == BlockKind::title ? "h3" : "p";
    out_ += std::string("<") + tag + " data-begin=\"" + std::to_string(points_.at(block.span.begin) - first_) + "\">";
    std::uint32_t at = block.span.begin;
    while (sentence < sentences.size() && sentences[sentence].span.end <= block.span.begin) ++sentence;
    for (; sentence < sentences.size() && sentences[sentence].span.begin < block.span.end; ++sentence) {
      const Span span{std::max(at, sentences[sentence].span.begin),
                      std::min(block.span.end, sentences[sentence].span.end)};
      if (span.end <= span.begin) continue;
      pieces({at, span.begin});
      out_ += "<span class=\"sent\">";
      pieces(span);
      out_ += "</span>";
      at = span.end;
    }
    pieces({at, block.span.end});
    out_ += std::string("</") + tag + ">";
  }

  /// What stands between two blocks.
  void between(std::uint32_t begin, std::uint32_t end) {
    if (begin < end) append_xml_text(out_, slice(text_, {begin, end}));
  }

 private:
  /// The marks among `marks` that reach into `span`: those before it are passed for good.
  static void reaching(const std::vector<Mark>& marks, std::size_t& next, Span span, std::vector<const Mark*>& found) {
    found.clear();
    while (next < marks.size() && marks[next].span.end <= span.begin) ++next;
    for (std::size_t i = next; i < marks.size() && marks[i].span.begin < span.end; ++i)
      if (marks[i].span.end > span.begin) found.push_back(&marks[i]);
  }

  void pieces(Span span) {
    if (span.end <= span.begin) return;
    reaching(events_, next_event_, span, found_events_);
    reaching(times_, next_time_, span, found_times_);
    std::vector<std::uint32_t> cuts{span.begin, span.end};
    for (const auto* found : {&found_events_, &found_times_}) {
      for (const Mark* mark : *found) {
        cuts.push_back(std::clamp(mark->span.begin, span.begin, span.end));
        cuts.push_back(std::clamp(mark->span.end, span.begin, span.end));
      }
    }
    std::ranges::sort(cuts);
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) piece({cuts[i], cuts[i + 1]});
  }

  void piece(Span span) {
    std::string ids, anchor;
    for (const Mark* mark : found_events_) {
      if (!mark->span.contains(span)) continue;
      ids += (ids.empty() ? "" : " ") + event_id(mark->index);
      if (mark->first && mark->span.begin == span.begin && anchor.empty()) anchor = event_id(mark->index);
    }
    const bool in_time = std::ranges::any_of(found_times_, [&](const Mark* mark) { return mark->span.contains(span); });
    if (ids.empty() && !in_time) return append_xml_text(out_, slice(text_, span));
    out_ += std::string("<span class=\"") + (in_time ? (ids.empty() ? "tx" : "tx ev") : "ev") + '"';
    if (!ids.empty()) out_ += " data-event=\"" + ids + '"';
    if (!anchor.empty()) out_ += " id=\"" + anchor + '"';
    out_ += '>';
    append_xml_text(out_, slice(text_, span));
    out_ += "</span>";
  }

  std::string& out_;
  std::string_view text_;
  CodePoints points_;
  std::uint32_t first_ = 0;
  std::vector<Mark> events_, times_;
  std::size_t next_event_ = 0, next_time_ = 0;
  std::vector<const Mark*> found_events_, found_times_;
};

/// Which document it is, and its title where the text does not begin with it.
void append_head(std::string& out, const SourceDocument& source, const std::string& name, const Block* first,
                 std::string_view text, const Labels& labels) {
  const std::string title = one_line(source.title);
  const bool begins_with_title =
      first != nullptr && first->kind == BlockKind::title && one_line(slice(text, first->span)) == title;
  if (!title.empty() && !begins_with_title) out += "<h3>" + exports::html_text(title) + "</h3>\n";
  out += "<p class=\"origin muted\">";
  out +=
      exports::html_link(is_web_address(source.url) && is_link(source.url) ? source.url : "", exports::html_text(name));
  if (source.dct.known())
    out += " \u00b7 " + exports::html_text(labels::long_day_words(source.dct.at, source.dct.has_time, labels));
  out += "</p>\n";
}

}  // namespace

void append_article(std::string& out, const Timeline& timeline, const std::vector<bool>& shown) {
  Writer writer(out, timeline, shown);
  std::size_t sentence = 0;
  for (const Block& block : timeline.document.blocks) {
    writer.block(block, timeline.sentences, sentence);
    out += '\n';
  }
}

void append_documents(std::string& out, const Timeline& timeline, const std::vector<bool>& shown,
                      const Labels& labels) {
  Writer writer(out, timeline, shown);
  const labels::SourceNames names(timeline);
  const std::vector<Block>& blocks = timeline.document.blocks;
  std::size_t sentence = 0, block = 0;
  for (std::size_t d = 0; d < timeline.sources.size(); ++d) {
    const SourceDocument& source = timeline.sources[d];
    while (block < blocks.size() && blocks[block].span.begin < source.span.begin) ++block;
    const bool has_blocks = block < blocks.size() && blocks[block].span.begin < source.span.end;
    out +=
        "<section data-document=\"" + std::to_string(d) + "\" lang=\"" + exports::html_text(source.language) + "\">\n";
    append_head(out, source, names.name(d), has_blocks ? &blocks[block] : nullptr, timeline.document.text, labels);
    out += "<div class=\"text\">";
    writer.begin_document(source.span.begin);
    std::uint32_t at = source.span.begin;
    for (; block < blocks.size() && blocks[block].span.begin < source.span.end; ++block) {
      writer.between(at, blocks[block].span.begin);
      writer.block(blocks[block], timeline.sentences, sentence);
      at = blocks[block].span.end;
    }
    writer.between(at, source.span.end);
    out += "</div>\n</section>\n";
  }
}

}  // namespace annal::page
