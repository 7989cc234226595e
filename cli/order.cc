// annal order: the events in order; with --why the proof of a pair; with --conflicts what cannot all be true.
#include "render/order.h"
#include "cli/article.h"
#include "cli/commands.h"
#include "cli/conflicts.h"
#include "cli/events.h"
#include "cli/files.h"
#include "cli/message.h"
#include "cli/screen.h"
#include "render/graph.h"
#include "render/json.h"
#include "timeline/explain/why.h"

namespace annal {
namespace {

Result<std::string> proof(const Timeline& timeline, const std::pair<std::string, std::string>& pair) {
  const auto a = find_event(timeline, pair.first);
  if (!a) return tl::unexpected(a.error());
  const auto b = find_event(timeline, pair.second);
  if (!b) return tl::unexpected(b.error());
  if (*a == *b) {
    return fail(Code::usage,
                "'" + pair.first + "' and '" + pair.second + "' are the same event, " + timeline.events[*a].title);
  }
  return text_of(why(timeline, *a, *b), timeline);
}

Result<std::string> answered(const Timeline& timeline, const Arguments& arguments) {
  if (arguments.why) return proof(timeline, *arguments.why);
  if (arguments.conflicts) {
    return timeline.conflicts.empty() ? std::string("no conflict: everything that the text says can be true\n")
                                      : to_conflicts_text(timeline);
  }
  switch (arguments.format) {
    case Format::json: return to_order_json(timeline, JsonLayout::indented) + '\n';
    case Format::dot: return to_dot(timeline, {.all = arguments.all});
    default: return to_order_text(timeline, text_options(arguments));
  }
}

}  // namespace

Result<Exit> run_order(const Arguments& arguments) {
  const auto timeline = build_article(arguments);
  if (!timeline) return tl::unexpected(timeline.error());
  const auto bytes = answered(*timeline, arguments);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto written = write_output(arguments, *bytes); !written) return tl::unexpected(written.error());
  tell_open_ends(arguments, timeline->document, timeline->timexes, timeline->warnings);
  if (timeline->events.empty()) {
    say(shown(arguments.file) + ": no event found");
    return Exit::nothing_found;
  }
  if (arguments.strict && !timeline->conflicts.empty()) {
    if (!arguments.conflicts) {
      say(shown(arguments.file) + ": the text contradicts itself; --conflicts tells where");
    }
    return Exit::nothing_found;
  }
  return Exit::done;
}

}  // namespace annal
