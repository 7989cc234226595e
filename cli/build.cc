// annal build: the article's timeline in the form asked for.
#include <algorithm>
#include <string>

#include "api/find_event.h"
#include "cli/case.h"
#include "cli/commands.h"
#include "cli/conflicts.h"
#include "cli/message.h"
#include "cli/nothing_fits.h"
#include "cli/screen.h"
#include "render/graph/neighbourhood.h"
#include "render/svg/write/palette.h"
#include "timeline/edits/edited_conflicts.h"
#include "timeline/entries/theme.h"
#include "timeline/lanes.h"
#include "timeline/network/closure.h"
#include "timeline/selection.h"

namespace annal {
namespace {

Result<void> write(const EditedArticle& article, const Arguments& arguments) {
  RenderOptions options = render_options(arguments);
  options.edits = article.toml;
  return write_rendered(arguments,
                        [&](const TextSink& sink) { return arguments.format->build(sink, article.timeline, options); });
}

/// Shows the events of --around alone.
Result<void> select_around(Timeline& timeline, const Arguments& arguments) {
  if (!arguments.display.around) return {};
  const auto event = api::find_event(timeline, *arguments.display.around);
  if (!event) return tl::unexpected(event.error());
  select_events(timeline, {.only = neighbourhood(timeline, *event)});
  choose_lanes(timeline);
  return {};
}

/// Replaces the relations of `timeline` by all that follow from them between neighbours.
void add_implied_relations(Timeline& timeline, const std::string& name) {
  Closure closed = closure(timeline);
  if (closed.left_out > 0)
    print_message(name + ": the text is too long to compare all events; " + std::to_string(closed.left_out) +
                  " pairs of nearby events were not compared");
  timeline.relations = std::move(closed.relations);
}

/// Says where the theme that its owner states is hard to read.
void report_theme(const std::string& file, const Timeline& timeline) {
  const auto theme = parse_theme(timeline.presentation.theme);
  if (const std::string words = theme ? contrast_warning(*theme) : theme.error().message; !words.empty())
    print_message(file + ": " + words);
}

}  // namespace

Result<Exit> run_build(const Arguments& arguments) {
  if (arguments.only_stores)
    return store_case(arguments).map([](bool all) { return all ? Exit::done : Exit::nothing_found; });
  auto built = build_case(arguments);
  if (!built) return tl::unexpected(built.error());
  Timeline* const timeline = &built->edited.timeline;
  const Format& format = *arguments.format;
  if (arguments.all_links && format.uses(DisplayOption::tlinks)) add_implied_relations(*timeline, built->name);
  if (auto selected = select_around(*timeline, arguments); !selected) return tl::unexpected(selected.error());
  if (auto written = write(built->edited, arguments); !written) return tl::unexpected(written.error());

  report_theme(built->name, *timeline);
  report_warnings(*built, !format.for_terminal);
  if (const std::string nothing = no_event_fits(*timeline, arguments.selection); !nothing.empty()) {
    print_message(built->name + ": " + nothing);
    return Exit::nothing_found;
  }
  if (!format.has_every_event && std::ranges::none_of(timeline->events, &Event::shown)) {
    const std::size_t count = timeline->events.size();
    print_message(built->name + ": none of the " + std::to_string(count) + (count == 1 ? " event" : " events") +
                  " found is shown; show all with --all");
  }
  if (const std::string_view contradiction = contradiction_in(*timeline); arguments.strict && !contradiction.empty()) {
    print_message(built->name + ": " + std::string(contradiction) + "; see annal order " + built->operands +
                  " --conflicts");
    return Exit::nothing_found;
  }
  const bool failed = arguments.strict && count_problems(built->edited.problems) > 0;
  return failed || built->bad > 0 ? Exit::nothing_found : Exit::done;
}

}  // namespace annal
