// Functions of several shapes (text or a Result of it, with options or without) are adapted to the one that the table
// takes. JSON and pages are handed over in pieces: those of
// a long text are larger than all else that is known of it.
#include "render/formats.h"

#include <algorithm>
#include <type_traits>

#include "core/unicode/edit_distance.h"
#include "render/export/export.h"
#include "render/export/timeml.h"
#include "render/graph/graph.h"
#include "render/json.h"
#include "render/page/page.h"
#include "render/svg/image.h"
#include "render/svg/svg.h"
#include "render/text/days.h"
#include "render/text/order.h"
#include "render/text/text.h"

namespace annal {
namespace {

Result<void> write_text(const TextSink& sink, const Result<std::string>& text) {
  if (!text) return tl::unexpected(text.error());
  sink(*text);
  return {};
}

/// An adapter of `render`, which takes the timeline, and the options or not, and returns text or a Result of it.
template <auto render>
Result<void> in_one_piece(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  if constexpr (std::is_invocable_v<decltype(render), const Timeline&>)
    return write_text(sink, render(timeline));
  else
    return write_text(sink, render(timeline, options));
}

std::string picture(const Timeline& timeline, const RenderOptions& options) {
  constexpr double vertical_width = 600;  // px, unless stated
  SvgOptions svg;
  svg.layout = options.layout;
  if (options.layout == SvgLayout::vertical) svg.width = vertical_width;
  if (options.width) svg.width = static_cast<double>(*options.width);
  return to_svg(timeline, svg);
}

Result<std::string> png(const Timeline& timeline, const RenderOptions& options) {
  return to_png(picture(timeline, options));
}

Result<std::string> pdf(const Timeline& timeline, const RenderOptions& options) {
  if (options.layout != SvgLayout::vertical || options.width) return to_pdf(picture(timeline, options));
  constexpr double paper_px = 720;  // as wide as a sheet: the smallest words have 9 points
  const double shape = (sheet_height - 2 * sheet_margin) / (sheet_width - 2 * sheet_margin);
  const SheetsSvg sheets = to_sheets(timeline, {.width = paper_px, .layout = options.layout}, shape);
  return to_pdf(sheets.svg, sheets.ends);
}

/// An adapter of `write`, which hands text to the sink.
template <auto write>
Result<void> in_pieces(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  if constexpr (std::is_invocable_v<decltype(write), const TextSink&, const Timeline&>)
    write(sink, timeline);
  else
    write(sink, timeline, options);
  return {};
}

void json(const TextSink& sink, const Timeline& timeline) {
  write_json(sink, timeline, JsonLayout::indented, JsonEvidence::written);
  sink("\n");
}

std::string timeml(const Timeline& timeline) { return to_timeml(timeline); }

std::string order_json(const Timeline& timeline) { return to_order_json(timeline, JsonLayout::indented) + '\n'; }

std::string days_json(const Timeline& timeline, std::span<const RankedDay> ranked, const RenderOptions& /*options*/) {
  return to_days_json(timeline, ranked, JsonLayout::indented) + '\n';
}

std::string dates_json(const Analysis& analysis, const DatesOptions& options) {
  return to_dates_json(analysis, options.one_of_several ? JsonLayout::line : JsonLayout::indented) + '\n';
}

std::string dates_timeml(const Analysis& analysis, const DatesOptions& /*options*/) { return to_timeml(analysis); }

constexpr std::uint8_t of(std::initializer_list<DisplayOption> options) {
  unsigned sum = 0;
  for (const DisplayOption option : options) sum |= static_cast<unsigned>(option);
  return static_cast<std::uint8_t>(sum);
}

using enum DisplayOption;

// clang-format off
constexpr Format table[] = {
    {.name = "svg", .extensions = {".svg"}, .media_type = "image/svg+xml", .display_options = of({layout, width}), .build = in_one_piece<picture>},
    {.name = "html", .extensions = {".html", ".htm"}, .media_type = "text/html", .display_options = of({layout, editor}),
     .build = in_pieces<write_html>},
    {.name = "png", .extensions = {".png"}, .media_type = "image/png", .display_options = of({layout, width}), .build = in_one_piece<png>},
    {.name = "pdf", .extensions = {".pdf"}, .media_type = "application/pdf", .display_options = of({layout, width}), .build = in_one_piece<pdf>},
    {.name = "text", .extensions = {".txt", ".text"}, .media_type = "text/plain", .display_options = of({width, around, ascii}), .for_terminal = true,
     .build = in_one_piece<to_text>, .order = in_one_piece<to_order_text>, .days = to_days_text,
     .dates = to_dates_text,
     .syntax = to_tree_text, .edit = true},
    {.name = "json", .extensions = {".json", ".jsonl"}, .media_type = "application/json", .has_every_event = true,
     .build = in_pieces<json>, .order = in_one_piece<order_json>, .days = days_json, .dates = dates_json, .batch = true, .edit = true},
    {.name = "timeml", .extensions = {".tml", ".timeml", ".xml"}, .media_type = "application/xml", .display_options = of({tlinks}), .has_every_event = true,
     .build = in_one_piece<timeml>, .dates = dates_timeml, .batch = true},
    {.name = "dot", .extensions = {".dot", ".gv"}, .media_type = "text/vnd.graphviz", .display_options = of({around}),
     .build = in_one_piece<to_dot>, .order = in_one_piece<to_dot>},
    {.name = "graph-svg", .extensions = {".graph.svg"}, .media_type = "image/svg+xml", .display_options = of({around}), .build = in_one_piece<to_graph_svg>},
    {.name = "timelinejs", .extensions = {".timelinejs.json"}, .media_type = "application/json", .build = in_one_piece<to_timelinejs>},
    {.name = "vis", .extensions = {".vis.json"}, .media_type = "application/json", .build = in_one_piece<to_vis>},
    {.name = "markwhen", .extensions = {".mw", ".markwhen"}, .media_type = "text/plain", .build = in_one_piece<to_markwhen>},
    {.name = "mermaid", .extensions = {".mmd", ".mermaid"}, .media_type = "text/plain", .build = in_one_piece<to_mermaid>},
    {.name = "mermaid-gantt", .extensions = {".gantt.mmd"}, .media_type = "text/plain", .build = in_one_piece<to_mermaid_gantt>},
    {.name = "ics", .extensions = {".ics"}, .media_type = "text/calendar", .build = in_one_piece<to_icalendar>},
    {.name = "csv", .extensions = {".csv"}, .media_type = "text/csv", .build = in_one_piece<to_csv>},
    {.name = "graphml", .extensions = {".graphml"}, .media_type = "application/xml", .build = in_one_piece<to_graphml>},
    {.name = "conllu", .extensions = {".conllu", ".conll"}, .media_type = "text/plain", .syntax = syntax::to_conllu},
    {.name = "jsonld", .extensions = {".jsonld"}, .media_type = "application/ld+json", .build = in_pieces<write_jsonld>},
};
// clang-format on

bool knows(const Format& format, FormatUse use) {
  switch (use) {
    case FormatUse::build: return format.build != nullptr;
    case FormatUse::order: return format.order != nullptr;
    case FormatUse::days: return format.days != nullptr;
    case FormatUse::dates: return format.dates != nullptr;
    case FormatUse::syntax: return format.syntax != nullptr;
    case FormatUse::batch: return format.batch;
    case FormatUse::edit: return format.edit;
  }
  return false;
}

std::vector<std::string_view> names_of(std::span<const Format* const> formats) {
  std::vector<std::string_view> names;
  for (const Format* format : formats) names.push_back(format->name);
  return names;
}

}  // namespace

std::span<const Format> formats() { return table; }

std::vector<const Format*> formats_for(FormatUse use) {
  std::vector<const Format*> found;
  for (const Format& format : table) {
    if (knows(format, use)) found.push_back(&format);
  }
  return found;
}

std::string format_names(std::span<const Format* const> formats) { return joined(names_of(formats)); }

Result<const Format*> choose_format(std::string_view stated, std::string_view output,
                                    std::span<const Format* const> allowed) {
  if (!stated.empty()) {
    const auto found = std::ranges::find(allowed, stated, &Format::name);
    if (found != allowed.end()) return *found;
    return fail(Code::usage, "unknown format '" + std::string(stated) + "' for this command; available: " +
                                 format_names(allowed) + did_you_mean(stated, names_of(allowed)));
  }
  if (output == "-") return allowed.front();
  const Format* found = nullptr;
  std::size_t longest = 0;
  for (const Format* format : allowed) {
    for (const std::string_view extension : format->extensions) {
      if (extension.size() > longest && output.ends_with(extension)) {
        longest = extension.size();
        found = format;
      }
    }
  }
  if (found != nullptr) return found;
  return fail(Code::usage, "cannot tell the format from the file name " + std::string(output) +
                               "; state it with --format; available: " + format_names(allowed));
}

}  // namespace annal
