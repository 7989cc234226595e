#include "render/page/table.h"

#include "core/unicode/ascii.h"
#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/source_names.h"
#include "render/labels/words.h"
#include "render/view/certainty.h"
#include "timeline/sources.h"

namespace annal::page {
namespace {

/// `html` as a link to the words of the article that tell of it, where there are any.
std::string link_to_words(const exports::Entry& entry, const Event& event, const std::string& html) {
  if (event.span.size() == 0) return html;
  return "<a href=\"#" + entry.id + "\">" + html + "</a>";
}

/// A page loads nothing: an image that is not in its address stands as a link.
std::string image(const exports::Entry& entry, const Labels& labels) {
  if (entry.image.empty()) return "";
  const std::string name = labels::field_name(EditedField::image, labels);
  const bool inside = lowered(entry.image.substr(0, 5)) == "data:";
  if (!inside) return "<div>" + exports::html_link(entry.image, name) + "</div>";
  return "<div><img src=\"" + exports::html_text(entry.image) + "\" alt=\"" + name +
         "\" height=\"64\" loading=\"lazy\"></div>";
}

std::string muted(const std::string& words) {
  return words.empty() ? "" : "<div class=\"muted\">" + exports::html_text(words) + "</div>";
}

/// The dates that documents give it, each with those that do; nothing where they agree.
std::string accounts_of(const Event& event, const labels::SourceNames& names, const Labels& labels) {
  std::string out;
  for (const Account& account : event.accounts)
    out += "<div>" + exports::html_text(labels::date_words(account.when, labels)) + "</div>" +
           muted(names.of(event, account));
  return out;
}

/// "3 sources: herald, post, times"; of one document its name.
std::string sources_in_words(const Timeline& timeline, const Event& event, const labels::SourceNames& names,
                             const Labels& labels) {
  const std::size_t count = sources_of(timeline, event).size();
  return (count > 1 ? labels.count(Label::sources_one, count) + ": " : "") + names.of(event);
}

std::string row(const Timeline& timeline, const exports::Entry& entry, const labels::SourceNames& names,
                const Labels& labels) {
  const Event& event = timeline.events[entry.index];
  const std::string title = exports::html_text(one_line(event.title)), when = exports::html_text(entry.when);
  std::string out = "<tr data-event=\"" + entry.id + "\"><td>";
  if (const std::string accounts = accounts_of(event, names, labels); !accounts.empty())
    out += accounts;
  else
    out += entry.link.empty() ? when : link_to_words(entry, event, when);
  out += "</td><th scope=\"row\">";
  out += entry.link.empty() ? link_to_words(entry, event, title) : exports::html_link(entry.link, title);
  out += muted(sources_in_words(timeline, event, names, labels));
  out += muted(entry.note) + image(entry, labels) + muted(labels::edited_words(event.edited, labels));
  out += "</th><td>" + labels::status_name(event.status, labels) + "</td><td>";
  if (!event.when.empty()) out += labels.text(view::style_of(view::certainty_of(event.certainty)).phrase);
  return out + "</td></tr>\n";
}

}  // namespace

std::string table_of(const Timeline& timeline, const std::vector<exports::Entry>& entries, const Labels& labels) {
  const auto text = [&](Label key) { return std::string(labels.text(key)); };
  const auto heading = [&](Label key) { return "<th scope=\"col\">" + text(key) + "</th>"; };
  std::string out = "<h2>" + text(Label::all_events) +
                    "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                    text(Label::table_of_events) + "\">\n<table>\n<caption>" + text(Label::in_order) +
                    "</caption>\n<tr>" + heading(Label::column_when) + heading(Label::column_event) +
                    heading(Label::column_status) + heading(Label::column_date) + "</tr>\n";
  const labels::SourceNames names(timeline);
  for (const exports::Entry& entry : entries) out += row(timeline, entry, names, labels);
  return out + "</table>\n</div>\n";
}

}  // namespace annal::page
