// Timelines of any shape, with the input's bytes for their words: pictures without a fault, and every form readable.
#include "render/svg/layout/layout.h"
#include "render/svg/write/write.h"
#include "tests/fuzz/forms.h"
#include "tests/render/made_timeline.h"
#include "tests/render/svg/drawn_faults.h"
#include "tests/render/svg/view_maker.h"

using namespace annal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  svg::Trial trial = svg::make_trial(bytes.below(1u << 20));
  const std::string words(bytes.rest().substr(0, 400));
  if (find_invalid_utf8(words)) return 0;
  for (std::size_t i = 0; i < trial.view.rows.size() && !words.empty(); i += 5) trial.view.rows[i].title = words;
  const std::string picture = svg::write(svg::layout(trial.view, trial.options));
  fuzz::law(!find_invalid_utf8(picture), "a picture is UTF-8");
  const std::vector<std::string> faults = svg::drawn_faults(picture);
  fuzz::law(faults.empty(), faults.empty() ? "" : faults.front().c_str());

  testing::Made made = testing::ferry();
  for (Event& event : made.timeline.events) event.title = words;
  made.timeline.document.title = words;
  made.timeline.document.id = words;
  made.timeline.document.url = words;
  fuzz::write_all(made.timeline);
  return 0;
}
