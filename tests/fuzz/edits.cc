// An edits file, applied to a small article and written again.
#include <optional>

#include "tests/fuzz/forms.h"
#include "timeline/edits/apply_edits.h"
#include "timeline/edits/find_quote.h"
#include "timeline/edits/read_edits.h"
#include "timeline/edits/write_edits.h"
#include "timeline/read_article.h"

namespace {

using namespace annal;

const Timeline& article() {
  static const Timeline timeline = [] {
    const std::string_view text =
        "14 November 2016\n\nAnna Kovar called Boris Brandt on 8 November 2016. The phone call lasted an hour.\n"
        "Brandt visited Vell last week. Two days later he resigned. The visit, he said, had been short.\n\n"
        "The mayor signed the treaty after the vote. The vote was on 9 November. The bridge may close in May.\n";
    return build_timeline(*read_article(text, {.name = "article.txt"}));
  }();
  return timeline;
}

void must_be_whole(const Timeline& timeline) {
  const std::size_t events = timeline.events.size();
  fuzz::law(timeline.order.size() == events, "every event has its place");
  for (std::size_t i = 0; i < events; ++i)
    fuzz::law(timeline.order[i] < events && timeline.events[timeline.order[i]].position == i, "places are the order's");
  for (const Evidence& e : timeline.evidence)
    for (const Point& point : {e.from, e.to})
      fuzz::law(point.kind != Point::Kind::event || point.index < events, "evidence is about events");
  for (const Relation& r : timeline.relations)
    for (const Entity& entity : {r.from, r.to})
      fuzz::law(entity.kind != Entity::Kind::event || entity.index < events, "relations are between events");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml = fuzz::text_of(data, size);
  const auto edits = read_edits(toml, "a.edits.toml");
  if (!edits) {
    fuzz::law(edits.error().message.starts_with("a.edits.toml:"), "an error names the file");
    return 0;
  }
  const auto unchanged = write_edits(toml, {}, "a.edits.toml");
  fuzz::law(unchanged && *unchanged == toml, "nothing written changes nothing");
  const auto written = write_edits("", *edits, "a.edits.toml");
  fuzz::law(written.has_value(), "what is read can be written");
  fuzz::law(read_edits(*written, "a.edits.toml").has_value(), "what is written can be read");
  fuzz::law(write_edits(toml, *edits, "a.edits.toml").has_value(), "a file takes its own edits");
  const EditedTimeline edited = apply_edits(article(), *edits);
  must_be_whole(edited.timeline);
  for (std::uint32_t e = 0; e < edited.timeline.events.size() && e < 20; ++e) quote_of(edited.timeline, e);
  fuzz::write_all(edited.timeline);
  return 0;
}
