// See order.h.
#include "render/text/order.h"
#include "render/labels/heading.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/encode/version.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/source_names.h"
#include "render/labels/words.h"
#include "render/text/gutter.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"
#include "timeline/page_of.h"

namespace annal {
namespace {

/// The best evidence of every event, in one pass over the evidence.
std::vector<std::optional<std::size_t>> strongest(const Timeline& timeline) {
  std::vector<std::optional<std::size_t>> best(timeline.events.size());
  const auto weight = [&](std::size_t i) {
    const Evidence& evidence = timeline.evidence[i];
    // Calendar arithmetic says what a date is, not that the event lies in it: it stands last among equals.
    const int kind = evidence.kind == EvidenceKind::calendar ? 100 : static_cast<int>(evidence.kind);
    return std::tuple(-evidence.trust, kind, evidence.words.begin, i);
  };
  for (std::size_t i = 0; i < timeline.evidence.size(); ++i) {
    const Evidence& evidence = timeline.evidence[i];
    if (evidence.set_aside || evidence.words.size() == 0) continue;
    for (const Point& point : {evidence.from, evidence.to}) {
      if (point.kind != Point::Kind::event || point.index >= best.size()) continue;
      auto& known = best[point.index];
      if (!known || weight(i) < weight(*known)) known = i;
    }
  }
  return best;
}

/// Widths in cells.
struct OrderColumns {
  std::size_t id, when, title;
  std::size_t why;  ///< 0 where there is no room for the evidence
};

/// Id, when and the evidence take what they need up to a bound; the title takes the rest and wraps.
OrderColumns order_columns(const Timeline& timeline, const std::vector<std::uint32_t>& shown,
                           const RenderOptions& options, const Labels& labels, const labels::SourceNames& names) {
  OrderColumns columns{.id = 2, .when = 4, .title = 0, .why = 0};
  for (const std::uint32_t i : shown) {
    columns.id = std::max(columns.id, event_id(i).size());
    columns.when = std::max(columns.when, cells(names.date(timeline.events[i], labels)));
  }
  const std::size_t width = columns_of(options);
  columns.when = std::min(columns.when, std::max<std::size_t>(width / 4, 8));
  const std::size_t fixed = columns.id + columns.when + 6;
  const std::size_t left = width > fixed + 10 ? width - fixed : 10;
  columns.why = left >= 44 ? std::min<std::size_t>(left * 2 / 5, 48) : 0;
  columns.title = columns.why > 0 ? left - columns.why - 2 : left;
  return columns;
}

/// The words at `span`, with their page where there are pages.
std::string quoted(const Timeline& timeline, Span span, const Labels& labels) {
  const std::string words = one_line(slice(timeline.document.text, span));
  const std::string page = labels::page_words(page_of(timeline, span.begin), labels);
  return page.empty() ? words : words + " (" + page + ")";
}

void write_bounds(JsonWriter& json, std::string_view key, const Bounds& bounds, Granularity precision) {
  const Extent known = extent(bounds, precision);
  json.key(key);
  json.begin_object();
  json.known("earliest", known.earliest);
  json.known("latest", known.latest);
  json.end_object();
}

}  // namespace

std::optional<std::size_t> strongest_evidence(const Timeline& timeline, std::size_t event) {
  return strongest(timeline).at(event);
}

std::string to_order_text(const Timeline& timeline, const RenderOptions& options) {
  const auto evidence = strongest(timeline);
  const Labels labels = labels::labels_of(timeline);
  const labels::SourceNames names(timeline);
  std::vector<std::uint32_t> shown;
  for (const std::uint32_t i : timeline.order)
    if (timeline.events[i].shown) shown.push_back(i);
  if (shown.empty()) return {};

  const auto [id, when, title, why] = order_columns(timeline, shown, options, labels, names);
  std::string out;
  const auto ink = [&](const std::string& text, Ink kind) { return inked(text, kind, options.colour); };
  append_line(out, ink("  " + pad("id", id) + "  " + pad("when", when) + "  " + pad("event", title) +
                           (why > 0 ? "  " + std::string("in the words") : ""),
                       Ink::faint));
  const Gutter gutter(timeline, shown, options.ascii);
  for (std::size_t row = 0; row < shown.size(); ++row) {
    const std::uint32_t i = shown[row];
    const Event& event = timeline.events[i];
    const std::vector<std::string> dates = wrap(event.when.empty() ? "?" : names.date(event, labels), when);
    std::vector<std::string> titles = wrap(one_line(event.title) + labels::status_words(event.status, labels), title);
    if (!timeline.sources.empty())
      for (std::string& part : wrap(names.of(event), title)) titles.push_back(std::move(part));
    std::vector<std::string> reasons;
    if (why > 0 && evidence[i]) reasons = wrap(quoted(timeline, timeline.evidence[*evidence[i]].words, labels), why);
    if (why > 0 && std::ranges::find(event.edited, EditedField::date) != event.edited.end())
      reasons = wrap(labels.text(Label::edited, labels::field_name(EditedField::date, labels)), why);
    if (reasons.size() > 2) {
      reasons.resize(2);
      reasons[1] = cut(reasons[1] + " ...", why, "...");
    }
    const std::size_t lines = std::max({dates.size(), titles.size(), reasons.size()});
    for (std::size_t line = 0; line < lines; ++line) {
      const auto part = [line](const std::vector<std::string>& of) {
        return line < of.size() ? of[line] : std::string();
      };
      std::string text = ink(std::string(gutter.mark(row, line, lines)), Ink::faint) + ' ';
      text += ink(pad(line == 0 ? event_id(i) : "", id), Ink::faint) + "  ";
      text += ink(pad(part(dates), when), Ink::date) + "  ";
      text += line < reasons.size() ? pad(part(titles), title) : part(titles);
      if (line < reasons.size()) text += "  " + ink(reasons[line], Ink::faint);
      append_line(out, text);
    }
  }
  const std::vector<std::string> legend = gutter.legend(labels);
  if (!legend.empty()) out += '\n';
  for (const std::string& meaning : legend)
    for (const std::string& part : wrap(meaning, columns_of(options))) append_line(out, ink(part, Ink::faint));
  return out;
}

std::string to_order_json(const Timeline& timeline, JsonLayout layout) {
  const auto evidence = strongest(timeline);
  const CodePoints points(timeline.document.text);
  const Labels labels = labels::labels_of(timeline);
  std::string out;
  append_written(out, layout, [&](JsonWriter& json) {
    json.begin_object();
    json.field("schema", "annal-order/2");
    json.count("version", 2);
    json.field("generator", generator());
    json.key("documents");
    json.begin_array();
    json.begin_object();
    json.known("id", timeline.document.id);
    json.known("title", timeline.document.title);
    json.end_object();
    json.end_array();
    json.key("events");
    json.begin_array();
    for (const std::uint32_t i : timeline.order) {
      const Event& event = timeline.events[i];
      json.begin_object();
      json.field("id", event_id(i));
      json.count("position", event.position);
      json.count("rank", event.rank);
      json.key("precedes");
      json.begin_array();
      for (const std::uint32_t later : event.precedes) json.text(event_id(later));
      json.end_array();
      json.known("when", labels::date_words(event.when, labels));
      json.field("title", event.title);
      json.field("factuality", name(event.status));
      json.share("salience", event.salience);
      write_bounds(json, "start", event.start, event.precision);
      write_bounds(json, "end", event.end, event.precision);
      if (evidence[i]) {
        const Evidence& reason = timeline.evidence[*evidence[i]];
        json.key("evidence");
        json.begin_object();
        json.field("kind", name(reason.kind));
        json.known("rule", reason.rule);
        json.share("trust", reason.trust);
        json.field("text", slice(timeline.document.text, reason.words));
        json.span("span", reason.words, points);
        if (const std::uint32_t page = page_of(timeline, reason.words.begin); page > 0) json.count("page", page);
        json.end_object();
      }
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return out;
}

}  // namespace annal
