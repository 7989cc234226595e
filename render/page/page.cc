// See page.h.
#include "render/page/page.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "render/encode/base64.h"
#include "render/encode/escape.h"
#include "render/export/entry.h"
#include "render/json.h"
#include "render/labels/heading.h"
#include "render/page/article.h"
#include "render/page/conflicts.h"
#include "render/page/draw_module.h"
#include "render/page/edit_data.h"
#include "render/page/proofs.h"
#include "render/page/sha256.h"
#include "render/page/table.h"
#include "render/page/theme_style.h"
#include "render/page/words.h"
#include "render/svg/svg.h"
#include "render/svg/write/style.h"
#include "timeline/entries/theme.h"

namespace annal {
namespace {

/// The picture at `width` px, named `prefix`; its style sheet is left to the page.
std::string picture(const Timeline& timeline, double width, SvgLayout layout, const char* prefix) {
  std::string svg = to_svg(
      timeline,
      {.width = width, .layout = layout, .numbered = 0, .relations = view::ViewRelations::stated, .prefix = prefix});
  const std::size_t begin = svg.find("<style>"), end = svg.find("</style>");
  if (begin != std::string::npos && end != std::string::npos) svg.erase(begin, end + 8 - begin);
  return svg;
}

/// Words of the timeline's owner, which the editor finds by the class `name`; nothing where there are none.
std::string paragraph(const std::string& name, const std::string& words) {
  const std::string line = one_line(words);
  return line.empty() ? "" : "<p class=\"" + name + " muted\">" + exports::html_text(line) + "</p>\n";
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

/// What other sites show of a link to the page (Open Graph). It names no picture: that would need the page's address.
std::string share_tags(const Timeline& timeline, const std::string& title) {
  const Labels labels = labels::labels_of(timeline);
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  std::string about = one_line(timeline.presentation.subtitle);
  if (about.empty()) {
    std::vector<std::string> dates;
    for (const exports::Entry& entry : entries) {
      const DateLabel& when = timeline.events[entry.index].when;
      if (!when.empty() && when.relation == DateLabel::Relation::none) dates.push_back(entry.when);
    }
    if (dates.size() > 1) about = labels.text(Label::first_to_last, dates.front(), dates.back()) + " \u00b7 ";
    about += labels.count(Label::events_one, entries.size());
  }
  const auto tag = [](const char* kind, const char* name, const std::string& content) {
    return std::string("<meta ") + kind + "=\"" + name + "\" content=\"" + content + "\">\n";
  };
  about = exports::html_text(about);
  return tag("name", "description", about) + tag("property", "og:type", "article") +
         tag("property", "og:title", title) + tag("property", "og:description", about) +
         tag("property", "og:locale", std::string(labels.tag())) + tag("name", "twitter:card", "summary");
}

/// What the editor saves belongs to one article: a page of several documents has none.
bool has_editor(const Timeline& timeline, const RenderOptions& options) {
  return options.editor && timeline.sources.empty();
}

/// The article, or the documents one after the other; the page's script makes tabs of these.
void write_texts(const TextSink& sink, const Timeline& timeline, const std::vector<bool>& shown, const Labels& labels) {
  const bool several = !timeline.sources.empty();
  const std::string name = several ? labels.count(Label::sources_one, timeline.sources.size())
                                   : std::string(labels.text(Label::the_article));
  std::string section = std::string("<section class=\"article") + (several ? " documents" : "") + "\" aria-label=\"" +
                        name + "\">\n<h2>" + name + "</h2>\n";
  if (several)
    page::append_documents(section, timeline, shown, labels);
  else
    page::append_article(section, timeline, shown);
  sink(section + "</section>\n");
}

void write_head(const TextSink& sink, const Timeline& timeline, const RenderOptions& options,
                const PageSession* session) {
  const std::string style = page_style_of(timeline, options), title = exports::html_text(exports::heading_of(timeline));
  sink("<!doctype html>\n<html lang=\"" + std::string(labels::labels_of(timeline).tag()) +
       "\">\n<head>\n<meta charset=\"utf-8\">\n"
       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-" +
       sha256_base64(style) + "'; script-src 'wasm-unsafe-eval' 'sha256-" + digest_base64(page_script_digest()) +
       (has_editor(timeline, options) ? "' 'sha256-" + digest_base64(editor_script_digest()) : "") +
       (session != nullptr ? "'; connect-src 'self" : "") +
       "'; base-uri 'none'; form-action 'none'\">\n"
       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
       title + "</title>\n" + share_tags(timeline, title) +
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
  const auto script = [&](std::string_view piece) { write_script_json(sink, piece); };
  write_head(sink, timeline, options, session);
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
  sink("<script type=\"text/plain\" id=\"annal-draw\">");
  sink(base64(page::draw_module()));
  sink("</script>\n");
  if (has_editor(timeline, options))
    sink("<script id=\"annal-editor\">" + std::string(editor_script()) + "</script>\n");
  sink("<script>" + std::string(page_script()) + "</script>\n</body>\n</html>\n");
}

}  // namespace

/// Of the pictures, of the page, and what its owner states.
std::string page_style_of(const Timeline& timeline, const RenderOptions& options) {
  const Theme theme = parse_theme(timeline.presentation.theme).value_or(Theme{});
  std::set<std::string> colours;
  for (const Event& event : timeline.events)
    if (const std::optional<Colour> colour = read_colour(event.colour); event.shown && colour)
      colours.insert(hexadecimal(*colour));
  return svg_style(theme, colours) + std::string(page_style()) +
         (has_editor(timeline, options) ? std::string(editor_style()) : "") + page::theme_style(theme);
}

void write_main(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  const Labels labels = labels::labels_of(timeline);
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  std::vector<bool> shown(timeline.events.size());
  for (const exports::Entry& entry : entries) shown[entry.index] = true;

  sink(std::string(options.story ? "<main data-view=\"story\">" : "<main>") + "\n<h1>" +
       exports::html_text(exports::heading_of(timeline)) + "</h1>\n" +
       paragraph("subtitle", timeline.presentation.subtitle));
  sink("<div class=\"bar\" hidden></div>\n<div class=\"picture\" data-layout=\"" +
       std::string(layout_name(options.layout)) + "\" tabindex=\"0\" role=\"region\" aria-label=\"" +
       std::string(labels.text(Label::picture)) +
       "\">\n"
       "<div class=\"wide\">" +
       picture(timeline, 1200, options.layout, "annal") + "</div>\n<div class=\"narrow\">" +
       picture(timeline, 400, SvgLayout::vertical, "annal-narrow") + "</div>\n</div>\n");
  write_texts(sink, timeline, shown, labels);
  sink(page::conflicts_of(timeline, labels) + page::table_of(timeline, entries, labels) +
       paragraph("note", timeline.presentation.note) + paragraph("credit", timeline.presentation.credit) + "</main>\n");
}

void write_page_data(const TextSink& sink, const Timeline& timeline, const RenderOptions& options) {
  sink("{\"timeline\":");
  write_json(sink, timeline, JsonLayout::line, JsonEvidence::left_out, JsonTexts::left_out);
  sink(",\"proofs\":");
  const Labels labels = labels::labels_of(timeline);
  page::write_proofs(sink, timeline, shown_of(timeline), labels);
  sink(",\"words\":");
  page::write_words(sink, timeline, labels);
  if (has_editor(timeline, options)) {
    sink(",\"edits\":");
    page::write_edit_data(sink, timeline, options.edits);
  } else if (options.editor) {
    sink(",\"edits\":null");  // the page says why
  }
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
