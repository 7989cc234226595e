// The page reads and writes dates with these labels alone (web/stated_date.ts).
#include "render/page/edit_data.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/lang/labels.h"
#include "render/encode/json_writer.h"
#include "timeline/edits/find_quote.h"

namespace annal::page {
namespace {

constexpr std::array date_labels{
    Label::months_short,
    Label::months_short_alone,
    Label::months_long,
    Label::first_day,
    Label::day,
    Label::month,
    Label::day_year,
    Label::day_year_governed,
    Label::day_long,
    Label::days_year,
    Label::month_year,
    Label::month_year_governed,
    Label::clock,
    Label::date_and_clock,
    Label::range,
    Label::years_range,
    Label::from_to,
    Label::decade,
    Label::decade_governed,
    Label::about,
    Label::since,
    Label::from,
    Label::after,
    Label::before,
    Label::by,
    Label::until,
    Label::from_on,
    Label::contractions,
};

/// Of a text that repeats itself each quote costs a search of all of it. Behind the first events, the page makes its
/// own (web/quotes.ts), which outlive a changed article less well.
constexpr std::size_t most_quotes = 500;

/// "article.edits.toml" for "texts/article.txt".
std::string edits_file_of(std::string_view document) {
  document.remove_prefix(document.find_last_of("/\\") + 1);
  if (const std::size_t dot = document.rfind('.'); dot != std::string_view::npos && dot > 0)
    document = document.substr(0, dot);
  return (document.empty() ? "article" : std::string(document)) + ".edits.toml";
}

}  // namespace

void write_edit_data(const TextSink& sink, const Timeline& timeline, std::string_view edits) {
  const Labels labels(timeline.document.language);
  const EventQuotes quotes(timeline);
  write_pieces(sink, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    json.field("file", edits_file_of(timeline.document.id));
    json.known("text", edits);
    json.field("language", labels.tag());
    json.key("labels");
    json.begin_object();
    for (const Label label : date_labels)
      json.known(label_keys[static_cast<std::size_t>(label)].name, labels.text(label));
    json.end_object();
    json.key("quotes");
    json.begin_array();
    for (std::uint32_t i = 0; i < std::min(timeline.events.size(), most_quotes); ++i) {
      const Quote quote = quotes.quote_of(i);
      json.begin_object();
      json.field("words", quote.words);
      if (quote.occurrence > 0) json.count("occurrence", quote.occurrence);
      if (!quote.head.empty()) json.field("head", quote.head);
      if (!quote.sentence.empty()) json.field("sentence", quote.sentence);
      json.end_object();
      json.pass_on();
    }
    json.end_array();
    json.end_object();
  });
}

}  // namespace annal::page
