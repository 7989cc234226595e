// annal order: the events in order; with --why the proof of a pair, with --relation how it lies; with --conflicts what
// cannot all be true.
#include <optional>

#include "api/find_event.h"
#include "cli/case.h"
#include "cli/commands.h"
#include "cli/conflicts.h"
#include "cli/message.h"
#include "cli/nothing_fits.h"
#include "cli/screen.h"
#include "timeline/edits/edited_conflicts.h"
#include "timeline/explain/pair_relation_text.h"
#include "timeline/explain/why.h"

namespace annal {
namespace {

Result<std::string> proof(const Timeline& timeline, const std::pair<std::string, std::string>& names) {
  const auto pair = api::find_pair(timeline, names);
  if (!pair) return tl::unexpected(pair.error());
  return text_of(why(timeline, pair->first, pair->second), timeline);
}

Result<std::string> relation(const Timeline& timeline, const std::pair<std::string, std::string>& names) {
  const auto pair = api::find_pair(timeline, names);
  if (!pair) return tl::unexpected(pair.error());
  return pair_relation_text(timeline, pair->first, pair->second);
}

/// The answer to a question about the order, or nullopt where none is asked.
Result<std::optional<std::string>> answered(const Timeline& timeline, const Arguments& arguments) {
  const auto optional = [](std::string text) { return std::optional(std::move(text)); };
  if (arguments.why) return proof(timeline, *arguments.why).map(optional);
  if (arguments.relation) return relation(timeline, *arguments.relation).map(optional);
  if (!arguments.conflicts) return std::optional<std::string>();
  return optional(to_conflicts_text(timeline));
}

}  // namespace

Result<Exit> run_order(const Arguments& arguments) {
  const auto built = build_case(arguments);
  if (!built) return tl::unexpected(built.error());
  const Timeline* const timeline = &built->edited.timeline;
  const auto answer = answered(*timeline, arguments);
  if (!answer) return tl::unexpected(answer.error());
  const RenderOptions options = render_options(arguments);
  const auto written = write_rendered(arguments, [&](const TextSink& sink) -> Result<void> {
    if (!*answer) return arguments.format->order(sink, *timeline, options);
    sink(**answer);
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  report_warnings(*built, true);
  if (const std::string nothing = no_event_fits(*timeline, arguments.selection); !nothing.empty() && !*answer) {
    print_message(built->name + ": " + nothing);
    return Exit::nothing_found;
  }
  if (const std::string_view contradiction = contradiction_in(*timeline); arguments.strict && !contradiction.empty()) {
    if (!arguments.conflicts)
      print_message(built->name + ": " + std::string(contradiction) + "; --conflicts shows where");
    return Exit::nothing_found;
  }
  const bool failed = arguments.strict && count_problems(built->edited.problems) > 0;
  return failed || built->bad > 0 ? Exit::nothing_found : Exit::done;
}

}  // namespace annal
