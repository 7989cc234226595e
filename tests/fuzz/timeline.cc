// A timeline in JSON, or dates and titles in JSON or in a table: what is read can be written in every form, and its
// JSON is read again as the same.
#include "render/json.h"
#include "tests/fuzz/forms.h"
#include "timeline/read_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view input = fuzz::text_of(data, size);
  ArticleOptions options;
  options.name = "x";
  options.format = input.starts_with('{') || input.starts_with('[') ? ArticleFormat::json : ArticleFormat::entries;
  auto article = read_article(input, options);
  if (!article) return 0;
  const Timeline timeline = build_timeline(std::move(*article));
  const std::string json = to_json(timeline, JsonLayout::line, JsonEvidence::written);
  options.format = ArticleFormat::json;
  auto again = read_article(json, options);
  fuzz::law(again.has_value(), "what is written is read again");
  const std::string same = to_json(build_timeline(std::move(*again)), JsonLayout::line, JsonEvidence::written);
  fuzz::law(same == json, "what is read again is the same");
  fuzz::write_all(timeline);
  return 0;
}
