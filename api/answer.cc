// See answer.h.
#include "api/answer.h"

#include <utility>

#include "api/brief.h"
#include "api/built.h"
#include "api/find_event.h"
#include "timeline/explain/why.h"

namespace annal::api {

Result<Answer> timeline(Request request) {
  auto built = build(request);
  if (!built) return tl::unexpected(built.error());
  if (request.brief) return Answer{.output = brief_timeline(*built)};
  Answer answer{.output = {}, .problems = std::move(built->problems), .faults = std::move(built->faults)};
  RenderOptions render = request.render;
  render.edits = request.toml;
  const auto rendered =
      request.format->build([&](std::string_view piece) { answer.output += piece; }, built->timeline, render);
  if (!rendered) return tl::unexpected(rendered.error());
  return answer;
}

Result<Answer> dates(Request request) {
  const auto analysis = analyse(request);
  if (!analysis) return tl::unexpected(analysis.error());
  if (request.brief) return Answer{.output = brief_dates(*analysis)};
  const DatesOptions options{.language = Language::find(analysis->document.language)};
  return Answer{.output = request.format->dates(*analysis, options)};
}

Result<Answer> why(Request request) {
  if (!request.pair) return fail(Code::usage, "'a' and 'b' must name the two events");
  auto built = build(request);
  if (!built) return tl::unexpected(built.error());
  const auto pair = find_pair(built->timeline, *request.pair, "POST /timeline, \"brief\": true, \"all\": true");
  if (!pair) return tl::unexpected(pair.error());
  const Proof proof = annal::why(built->timeline, pair->first, pair->second);
  return Answer{
      .output = request.format->for_terminal ? text_of(proof, built->timeline) : brief_proof(proof, built->timeline),
      .problems = std::move(built->problems),
      .faults = std::move(built->faults)};
}

}  // namespace annal::api
