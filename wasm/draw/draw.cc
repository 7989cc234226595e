// What JavaScript calls (web/draw.ts): a JSON timeline comes in and stays, and is drawn with one set of options after
// the other. Each call leaves one text, the picture or what is wrong, until the next. docs/web.md describes the
// options.
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "core/calendar/calendar.h"
#include "render/svg/svg.h"
#include "render/svg/write/write.h"
#include "timeline/entries/theme.h"
#include "timeline/json/json_reader.h"
#include "timeline/json/parse_json.h"
#include "timeline/json/read_timeline.h"

namespace annal {
namespace {

constexpr std::string_view file = "timeline";

struct DrawOptions {
  SvgOptions svg;
  std::string theme, language;
  std::vector<std::string> only, hidden;  ///< ids of events
  bool has_only = false;
};

Timeline loaded;
std::string output, axes;

int hand_out(Result<std::string> text) {
  output = text ? std::move(*text) : std::move(text.error().message);
  return text ? 0 : 1;
}

Result<Timeline> read(std::string_view bytes) {
  const auto json = parse_json(bytes, file);
  if (!json) return tl::unexpected(json.error());
  const std::string_view schema = schema_of(*json);
  if (schema.empty() || schema == "annal-timeline/1")
    return fail(Code::syntax,
                std::string(schema.empty() ? "no annal-timeline/2: dates and titles" : "annal-timeline/1") +
                    " must first be completed, with: annal build timeline.json -f json");
  return read_timeline(*json, file);
}

/// A moment: seconds since 1970, or the first one of the day, month or year that `key` names, with `end` the one
/// behind.
void read_moment(JsonReader& in, const JsonReader::Value& object, const char* key, bool end, CivilSeconds& to) {
  if (const JsonReader::Value* value = in.member(object, key); value != nullptr && value->IsNumber()) {
    to = in.integer(object, key, to);
    return;
  }
  const std::string text = in.text(object, key);
  if (text.empty()) return;
  const auto value = parse_iso(text);
  if (!value) return in.note_fault(key, "'" + text + "' is no date of ISO 8601");
  to = end ? interval_of(*value).end : interval_of(*value).begin;
}

void read_window(JsonReader& in, const JsonReader::Value& json, SvgOptions& svg) {
  Interval window;
  read_moment(in, json, "from", false, window.begin);
  read_moment(in, json, "to", true, window.end);
  if (window == Interval{}) return;
  if (window.begin >= window.end) in.note_fault("to", "is before \"from\"");
  svg.window = window;
}

void read_ids(JsonReader& in, const JsonReader::Value& json, const char* key, std::vector<std::string>& to) {
  in.each(json, key, false, [&](const JsonReader::Value& item, std::size_t) { to.push_back(in.text(item)); });
}

void read_choices(JsonReader& in, const JsonReader::Value& json, SvgOptions& svg) {
  const std::string layout = in.text(json, "layout"), relations = in.text(json, "relations");
  bool known = layout.empty();
  for (const SvgLayout one : {SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical})
    if (layout_name(one) == layout) {
      svg.layout = one;
      known = true;
    }
  if (!known) in.note_fault("layout", "'" + layout + "' is no layout");
  using enum view::ViewRelations;
  if (relations == "stated")
    svg.relations = stated;
  else if (relations == "all")
    svg.relations = all;
  else if (!relations.empty() && relations != "none")
    in.note_fault("relations", "'" + relations + "' is no choice");
}

Result<DrawOptions> read_options(std::string_view bytes) {
  constexpr std::int64_t widest = 20'000, most_rows = 1'000;
  const auto json = parse_json(bytes, "options");
  if (!json) return tl::unexpected(json.error());
  DrawOptions options;
  JsonReader in;
  read_choices(in, *json, options.svg);
  read_window(in, *json, options.svg);
  if (const std::int64_t width = in.integer(*json, "width", 0); width < 0 || width > widest)
    in.note_fault("width", "is no width in px");
  else if (width > 0)
    options.svg.width = static_cast<double>(width);
  else if (options.svg.layout == SvgLayout::vertical)
    options.svg.width = 600;
  if (const std::int64_t rows = in.integer(*json, "rows", 60); rows < 1 || rows > most_rows)
    in.note_fault("rows", "is no number of rows from 1 to 1000");
  else
    options.svg.rows = static_cast<std::size_t>(rows);
  if (const std::string prefix = in.text(*json, "prefix"); !prefix.empty()) options.svg.prefix = prefix;
  options.theme = in.text(*json, "theme");
  if (const auto theme = parse_theme(options.theme); !theme) in.note_fault("theme", theme.error().message);
  options.language = in.text(*json, "lang");
  options.has_only = in.member(*json, "only") != nullptr;
  read_ids(in, *json, "only", options.only);
  read_ids(in, *json, "hidden", options.hidden);
  if (!in.fault().empty()) return fail(Code::usage, "options: " + in.fault());
  return options;
}

/// Takes events out of `timeline` for one picture: those that are not among `options.only`, and the hidden ones.
void choose_events(Timeline& timeline, const DrawOptions& options) {
  std::map<std::string, bool, std::less<>> only, hidden;
  for (const std::string& id : options.only) only[id] = true;
  for (const std::string& id : options.hidden) hidden[id] = true;
  for (std::size_t i = 0; i < timeline.events.size(); ++i) {
    Event& event = timeline.events[i];
    const std::string id = "e" + std::to_string(i + 1);
    const bool wanted = (options.has_only ? only.contains(id) : event.shown) && !hidden.contains(id);
    event.shown = wanted;
    if (!wanted && (options.has_only || hidden.contains(id))) event.visibility = Visibility::hidden;
  }
}

/// [{"begin", "end", "upright", "segments": [[from, to, px, px], ...]}, ...]: the axes of the calendar in civil seconds
/// and px.
std::string axes_json(const svg::Picture& picture) {
  std::string out = "[";
  const auto add = [&](auto number) { out += std::to_string(static_cast<long long>(number)) + ","; };
  for (const svg::TimeAxis& axis : picture.time_axes) {
    out += (out.size() > 1 ? ",{\"begin\":" : "{\"begin\":") + std::to_string(static_cast<int>(axis.begin)) +
           ",\"end\":" + std::to_string(static_cast<int>(axis.end)) +
           ",\"upright\":" + (axis.upright ? "true" : "false") + ",\"segments\":[";
    for (const view::Segment& segment : axis.segments) {
      out += '[';
      for (const auto number : {segment.begin, segment.end, static_cast<CivilSeconds>(segment.x0)}) add(number);
      out += std::to_string(static_cast<CivilSeconds>(segment.x1)) + "],";
    }
    if (!axis.segments.empty()) out.pop_back();
    out += "]}";
  }
  return out + ']';
}

Result<std::string> draw(std::string_view bytes) {
  const auto options = read_options(bytes);
  if (!options) return tl::unexpected(options.error());
  const Presentation presentation = loaded.presentation;
  std::vector<std::pair<bool, Visibility>> choices;
  for (const Event& event : loaded.events) choices.emplace_back(event.shown, event.visibility);
  if (!options->theme.empty()) loaded.presentation.theme = options->theme;
  if (!options->language.empty()) loaded.presentation.language = options->language;
  choose_events(loaded, *options);
  const svg::Picture picture = picture_of(loaded, options->svg);
  loaded.presentation = presentation;
  for (std::size_t i = 0; i < choices.size(); ++i)
    std::tie(loaded.events[i].shown, loaded.events[i].visibility) = choices[i];
  axes = axes_json(picture);
  return svg::write(picture);
}

}  // namespace
}  // namespace annal

#define ANNAL_EXPORT(name) extern "C" __attribute__((export_name(#name)))

ANNAL_EXPORT(annal_allocate) void* annal_allocate(std::size_t size) { return std::malloc(size); }
ANNAL_EXPORT(annal_free) void annal_free(void* bytes) { std::free(bytes); }

/// Reads a JSON timeline. Returns 0; 1 where something is wrong, which the output says.
ANNAL_EXPORT(annal_open) int annal_open(const char* bytes, std::size_t size) {
  auto timeline = annal::read({bytes, size});
  if (!timeline) return annal::hand_out(tl::unexpected(timeline.error()));
  annal::loaded = std::move(*timeline);
  return annal::hand_out(std::string());
}

/// Draws it with options in JSON. Returns as annal_open.
ANNAL_EXPORT(annal_draw) int annal_draw(const char* options, std::size_t size) {
  return annal::hand_out(annal::draw({options, size}));
}

/// Makes the axes of the last picture the output, as axes_json has them.
ANNAL_EXPORT(annal_axes) void annal_axes() { annal::output = annal::axes; }

ANNAL_EXPORT(annal_output) const char* annal_output() { return annal::output.data(); }
ANNAL_EXPORT(annal_output_size) std::size_t annal_output_size() { return annal::output.size(); }
