// See page.h.
#include "render/page/page.h"

#include <algorithm>
#include <string_view>

#include "render/encode/escape.h"
#include "render/export/entry.h"
#include "render/json.h"
#include "render/labels/conflict_words.h"
#include "render/labels/words.h"
#include "render/page/article.h"
#include "render/page/edit_data.h"
#include "render/page/proofs.h"
#include "render/page/sha256.h"
#include "render/svg/svg.h"
#include "render/svg/write/style.h"
#include "render/view/certainty.h"

namespace annal {
namespace {

/// The picture at `width` px, named `prefix`; its style sheet is left to the page.
std::string picture(const Timeline& timeline, double width, SvgLayout layout, const char* prefix) {
  std::string svg = to_svg(timeline, {.width = width, .layout = layout, .prefix = prefix});
  const std::size_t begin = svg.find("<style>"), end = svg.find("</style>");
  if (begin != std::string::npos && end != std::string::npos) svg.erase(begin, end + 8 - begin);
  return svg;
}

std::string table_of(const Timeline& timeline, const std::vector<exports::Entry>& entries, const Labels& labels) {
  const auto text = [&](Label key) { return std::string(labels.text(key)); };
  const auto heading = [&](Label key) { return "<th scope=\"col\">" + text(key) + "</th>"; };
  std::string out = "<h2>" + text(Label::all_events) +
                    "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                    text(Label::table_of_events) + "\">\n<table>\n<caption>" + text(Label::in_order) +
                    "</caption>\n<tr>" + heading(Label::column_when) + heading(Label::column_event) +
                    heading(Label::column_status) + heading(Label::column_date) + "</tr>\n";
  for (const exports::Entry& entry : entries) {
    const Event& event = timeline.events[entry.index];
    out += "<tr data-event=\"" + entry.id + "\"><td>" + exports::html_text(entry.when) +
           "</td><th scope=\"row\"><a href=\"#" + entry.id + "\">" + exports::html_text(one_line(event.title)) +
           "</a></th><td>" + labels::status_name(event.status, labels) + "</td><td>" +
           text(view::style_of(view::certainty_of(event.certainty)).phrase) + "</td></tr>\n";
  }
  return out + "</table>\n</div>\n";
}

std::string conflicts_of(const Timeline& timeline, const Labels& labels) {
  if (timeline.conflicts.empty()) return {};
  std::string out = "<h2>" + labels.count(Label::contradictions_one, timeline.conflicts.size()) + "</h2>\n";
  for (const Conflict& conflict : timeline.conflicts) {
    out += "<ul>\n";
    for (const labels::ConflictStatement& statement : labels::statements_of(timeline, conflict))
      out += "<li>" + exports::html_text(labels::quote_of(timeline, statement)) + "</li>\n";
    out += "</ul>\n";
    if (const std::string words = labels::set_aside_words(timeline, conflict, labels); !words.empty())
      out += "<p>" + exports::html_text(words) + "</p>\n";
  }
  return out;
}

/// Hands on JSON for the inside of a script element: without "<", nothing ends the element or opens a comment.
void write_script_json(const TextSink& sink, std::string_view json) {
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t less_than = std::min(json.find('<', at), json.size());
    sink(json.substr(at, less_than - at));
    if (less_than < json.size()) sink("\\u003c");
    at = less_than + 1;
  }
}

void write_head(const TextSink& sink, const Labels& labels, const std::string& title, const PageSession* session) {
  const std::string style = std::string(svg_style()) + std::string(page_style());
  sink("<!doctype html>\n<html lang=\"" + std::string(labels.tag()) +
       "\">\n<head>\n<meta charset=\"utf-8\">\n"
       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-" +
       sha256_base64(style) + "'; script-src 'sha256-" + sha256_base64(page_script()) +
       (session != nullptr ? "'; connect-src 'self" : "") +
       "'; base-uri 'none'; form-action 'none'\">\n"
       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
       title + "</title>\n" +
       (session != nullptr ? "<meta name=\"annal-serve\" content=\"" + exports::html_text(session->token) + "\">\n"
                           : "") +
       "<style>" + style + "</style>\n</head>\n");
}

std::vector<std::size_t> shown_of(const Timeline& timeline) {
  std::vector<std::size_t> shown;
  for (const exports::Entry& entry : exports::entries_of(timeline)) shown.push_back(entry.index);
  return shown;
}

void write_document(const TextSink& sink, const Timeline& timeline, const RenderOptions& options,
                    const PageSession* session) {
  const Labels labels(timeline.document.language);
  const auto script = [&](std::string_view piece) { write_script_json(sink, piece); };
  write_head(sink, labels, exports::html_text(exports::heading_of(timeline)), session);
  sink("<body>\n");
  write_main(sink, timeline, options);
  sink("<script type=\"application/json\" id=\"annal-data\">");
  write_page_data(script, timeline, options);
  sink("</script>\n");
  if (session != nullptr) {
    std::string json = "{\"base\":";
    append_json_string(json, session->base);
    sink("<script type=\"application/json\" id=\"annal-session\">");
    script(json + ",\"problems\":" + problems_json(session->problems) + "}");
    sink("</script>\n");
  }
  sink("<script>" + std::string(page_script()) + "</script>\n</body>\n</html>\n");
}

}  // namespace

void write_main(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  const Labels labels(timeline.document.language);
  const std::string article = std::string(labels.text(Label::the_article));
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  std::vector<bool> shown(timeline.events.size());
  for (const exports::Entry& entry : entries) shown[entry.index] = true;

  sink("<main>\n<h1>" + exports::html_text(exports::heading_of(timeline)) + "</h1>\n");
  sink(
      "<div class=\"bar\" lang=\"en\" hidden></div>\n<div class=\"picture\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"" +
      std::string(labels.text(Label::picture)) +
      "\">\n"
      "<div class=\"wide\">" +
      picture(timeline, 1200, options.layout, "annal") + "</div>\n<div class=\"narrow\">" +
      picture(timeline, 400, SvgLayout::vertical, "annal-narrow") + "</div>\n</div>\n");
  std::string columns =
      "<div class=\"columns\">\n<section class=\"article\" aria-label=\"" + article + "\">\n<h2>" + article + "</h2>\n";
  page::append_article(columns, timeline, shown);
  columns += "</section>\n<div>\n<section class=\"why\" lang=\"en\" aria-label=\"" + std::string("Evidence") +
             "\" hidden></section>\n</div>\n</div>\n";
  sink(columns);
  sink(conflicts_of(timeline, labels) + table_of(timeline, entries, labels) + "</main>\n");
}

void write_page_data(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  sink("{\"timeline\":");
  write_json(sink, timeline);
  sink(",\"proofs\":");
  page::write_proofs(sink, timeline, shown_of(timeline));
  sink(",\"edits\":");
  page::write_edit_data(sink, timeline, options.edits);
  sink("}");
}

std::string problems_json(const std::vector<EditProblem>& problems) {
  std::string out = "[";
  for (const EditProblem& problem : problems) {
    if (out.size() > 1) out += ',';
    out += "{\"line\":" + std::to_string(problem.line) + ",\"message\":";
    append_json_string(out, problem.message);
    out += '}';
  }
  return out + ']';
}

void write_html(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  write_document(sink, timeline, options, nullptr);
}

void write_served_html(const TextSink& sink, const Timeline& timeline, const PageSession& session,
                       const RenderOptions& options) {
  write_document(sink, timeline, options, &session);
}

std::string to_html(const Timeline& timeline, const RenderOptions& options) {
  std::string out;
  write_html([&](std::string_view piece) { out += piece; }, timeline, options);
  return out;
}

}  // namespace annal
