// annal days: the days that matter most in articles, with the sentences that tell each best.
#include "cli/article.h"
#include "cli/case.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/nothing_fits.h"
#include "cli/screen.h"
#include "timeline/collection/day_ranking.h"

namespace annal {
namespace {

DayOptions day_options(const Arguments& arguments) {
  DayOptions options;
  options.sentences = arguments.sentences;
  if (!arguments.selection) return options;
  options.from = arguments.selection->from;
  options.to = arguments.selection->to;
  options.about = arguments.selection->about;
  options.days = arguments.selection->top.value_or(options.days);
  return options;
}

}  // namespace

Result<Exit> run_days(const Arguments& arguments) {
  const auto built = build_case(arguments);
  if (!built) return tl::unexpected(built.error());
  const Timeline& timeline = built->edited.timeline;
  const std::vector<RankedDay> ranked = rank_days(timeline, day_options(arguments));
  const auto written = write_rendered(arguments, [&](const TextSink& sink) -> Result<void> {
    sink(arguments.format->days(timeline, ranked, render_options(arguments)));
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  report_warnings(*built, true);
  if (ranked.empty()) print_message(built->name + ": " + no_day_fits(timeline, arguments.selection));
  return ranked.empty() || built->bad > 0 ? Exit::nothing_found : Exit::done;
}

}  // namespace annal
