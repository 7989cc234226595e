#include "render/page/words.h"

#include <string>

#include "render/encode/json_writer.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "timeline/event/when.h"

namespace annal::page {

void write_words(const TextSink& sink, const Timeline& timeline, const Labels& labels) {
  sink("{\"language\":\"" + std::string(labels.tag()) + "\",\"texts\":" + std::string(words_json(labels.tag())));
  if (const Dct& dct = timeline.document.dct; dct.known()) {
    sink(",\"written\":");
    std::string written;
    append_json_string(written, labels::long_day_words(dct.at, false, labels));
    sink(written);
  }
  sink(",\"times\":");
  write_pieces(sink, false, [&](auto& json) {
    json.begin_object();
    for (std::size_t i = 0; i < timeline.timexes.size(); ++i) {
      json.known(timex_id(i), labels::date_words(timex_label(timeline.timexes[i]), labels));
      json.pass_on();
    }
    json.end_object();
  });
  sink("}");
}

}  // namespace annal::page
