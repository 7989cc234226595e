// annal build: the article's timeline in the form asked for.
#include <algorithm>
#include <string>

#include "batch/files.h"
#include "cli/article.h"
#include "cli/commands.h"
#include "cli/find_event.h"
#include "cli/message.h"
#include "cli/screen.h"
#include "render/export/export.h"
#include "render/export/timeml.h"
#include "render/graph/graph.h"
#include "render/graph/neighbourhood.h"
#include "render/json.h"
#include "render/page/page.h"
#include "render/svg/image.h"
#include "render/svg/svg.h"
#include "render/text/text.h"
#include "timeline/network/closure.h"

namespace annal {
namespace {

constexpr double vertical_width = 600;  // px, where none is stated

SvgOptions svg_options(const Arguments& arguments) {
  SvgOptions options;
  options.layout = arguments.display.layout;
  options.all = arguments.all;
  if (arguments.display.layout == SvgLayout::vertical) options.width = vertical_width;
  if (arguments.display.width) options.width = static_cast<double>(*arguments.display.width);
  return options;
}

Result<std::string> rendered(const Timeline& timeline, const Arguments& arguments) {
  std::vector<std::uint32_t> only;
  if (arguments.display.around) {
    const auto event = find_event(timeline, *arguments.display.around);
    if (!event) return tl::unexpected(event.error());
    only = neighbourhood(timeline, static_cast<std::uint32_t>(*event));
  }
  const GraphOptions graph{.all = arguments.all, .only = only};
  switch (arguments.format) {
    case Format::svg: return to_svg(timeline, svg_options(arguments));
    case Format::html: return to_html(timeline, {.all = arguments.all, .layout = arguments.display.layout});
    case Format::png: return to_png(to_svg(timeline, svg_options(arguments)));
    case Format::pdf: return to_pdf(to_svg(timeline, svg_options(arguments)));
    case Format::json: return to_json(timeline, JsonLayout::indented) + '\n';
    case Format::timeml: {
      if (!arguments.all_links) return to_timeml(timeline);
      Timeline all = timeline;
      Closure closed = closure(timeline);
      if (closed.left_out > 0)
        print_message(shown(arguments.file) + ": " + std::to_string(closed.left_out) +
                      " pairs of events near each other were not compared; the text is too long to compare all");
      all.relations = std::move(closed.relations);
      return to_timeml(all);
    }
    case Format::dot: return to_dot(timeline, graph);
    case Format::graph_svg: return to_graph_svg(timeline, graph);
    case Format::text: {
      TextOptions options = text_options(arguments);
      options.only = only;
      return to_text(timeline, options);
    }
    case Format::timelinejs: return to_timelinejs(timeline, {.all = arguments.all});
    case Format::vis: return to_vis(timeline, {.all = arguments.all});
    case Format::markwhen: return to_markwhen(timeline, {.all = arguments.all});
    case Format::mermaid: return to_mermaid(timeline, {.all = arguments.all});
    case Format::mermaid_gantt: return to_mermaid_gantt(timeline, {.all = arguments.all});
    case Format::icalendar: return to_icalendar(timeline, {.all = arguments.all});
    case Format::csv: return to_csv(timeline, {.all = arguments.all});
    case Format::graphml: return to_graphml(timeline, {.all = arguments.all});
    case Format::jsonld: return to_jsonld(timeline, {.all = arguments.all});
  }
  return fail(Code::usage, "there is no such format");
}

/// The text shows the warnings itself, below the timeline.
bool shows_warnings(Format format) { return format == Format::text; }

/// The JSON goes out in pieces: that of a long text is larger than all else that is known of it.
Result<void> write_json_pieces(const Timeline& timeline, const Arguments& arguments) {
  Output output;
  if (auto opened = output.open(arguments.output); !opened) return opened;
  Result<void> written;
  const auto sink = [&](std::string_view piece) {
    if (written) written = output.write(piece);
  };
  write_json(sink, timeline, JsonLayout::indented);
  sink("\n");
  return written ? output.finish() : written;
}

Result<void> write(const Timeline& timeline, const Arguments& arguments) {
  if (arguments.format == Format::json && !arguments.display.around) return write_json_pieces(timeline, arguments);
  const auto bytes = rendered(timeline, arguments);
  if (!bytes) return tl::unexpected(bytes.error());
  return shows_warnings(arguments.format) ? write_text(arguments, *bytes) : write_output(arguments, *bytes);
}

bool holds_every_event(Format format) { return format == Format::json || format == Format::timeml; }

}  // namespace

Result<Exit> run_build(const Arguments& arguments) {
  const auto timeline = build_article(arguments);
  if (!timeline) return tl::unexpected(timeline.error());
  if (auto written = write(*timeline, arguments); !written) return tl::unexpected(written.error());

  const std::string file = shown(arguments.file);
  report_warnings(arguments, timeline->document, timeline->timexes,
                  shows_warnings(arguments.format) ? std::vector<Warning>() : timeline->warnings);
  if (timeline->events.empty()) {
    print_message(file + ": no event found");
    return Exit::nothing_found;
  }
  const auto salient = [](const Event& event) { return event.salience >= salience_threshold; };
  if (!arguments.all && !holds_every_event(arguments.format) && std::ranges::none_of(timeline->events, salient)) {
    print_message(file + ": none of its " + std::to_string(timeline->events.size()) +
                  " events carries weight; --all shows them");
  }
  if (arguments.strict && !timeline->conflicts.empty()) {
    print_message(file + ": the text contradicts itself; see annal order " + shown(arguments.file) + " --conflicts");
    return Exit::nothing_found;
  }
  return Exit::done;
}

}  // namespace annal
