// See conflicts.h.
#include "render/page/conflicts.h"

#include "render/encode/escape.h"
#include "render/export/entry.h"
#include "render/labels/conflict_words.h"
#include "render/labels/date_words.h"
#include "render/labels/quote.h"
#include "render/labels/source_names.h"
#include "timeline/sources.h"

namespace annal::page {
namespace {

class ConflictWriter {
 public:
  ConflictWriter(const Timeline& timeline, const Labels& labels)
      : timeline_(timeline), labels_(labels), names_(timeline) {}

  std::string all() const {
    std::string of_text, of_edits, of_documents;
    std::size_t count = 0;
    for (const Conflict& conflict : timeline_.conflicts) {
      const std::string statements = statements_of(conflict);
      if (labels::has_edit(timeline_, conflict)) {
        of_edits += heading(labels::conflict_heading(timeline_, conflict, labels_)) + statements;
      } else {
        of_text += statements;
        ++count;
      }
    }
    if (count > 0) of_text.insert(0, heading(labels_.count(Label::contradictions_one, count)));
    for (const std::uint32_t e : timeline_.order)
      if (timeline_.events[e].shown) of_documents += accounts_of(timeline_.events[e]);
    return of_text + of_edits + of_documents;
  }

 private:
  static std::string heading(const std::string& words) { return "<h2>" + exports::html_text(words) + "</h2>\n"; }

  std::string item(const labels::ConflictStatement& statement) const {
    std::string out = "<li>" + exports::html_text(labels::quote_of(timeline_, statement));
    if (!timeline_.sources.empty()) {
      const std::string& name = names_.name(source_at(timeline_, statement.words.begin));
      out += " <span class=\"muted\">" + exports::html_text(name) + "</span>";
    }
    return out + "</li>\n";
  }

  std::string statements_of(const Conflict& conflict) const {
    std::string out = "<ul>\n";
    for (const labels::ConflictStatement& statement : labels::statements_of(timeline_, conflict))
      out += item(statement);
    out += "</ul>\n";
    if (const std::string words = labels::set_aside_words(timeline_, conflict, labels_); !words.empty())
      out += "<p>" + exports::html_text(words) + "</p>\n";
    return out;
  }

  std::string accounts_of(const Event& event) const {
    if (event.accounts.empty()) return "";
    std::string out = heading(labels_.text(Label::documents_disagree, one_line(event.title))) + "<ul>\n";
    for (const Account& account : event.accounts) {
      out += "<li>" + exports::html_text(labels::date_words(account.when, labels_)) + "\n<ul>\n";
      for (const std::uint32_t mention : account.mentions) {
        const Span words = event.mentions[mention];
        out += item({labels::sentence_around(timeline_, words), words});
      }
      out += "</ul>\n</li>\n";
    }
    return out + "</ul>\n";
  }

  const Timeline& timeline_;
  const Labels& labels_;
  labels::SourceNames names_;
};

}  // namespace

std::string conflicts_of(const Timeline& timeline, const Labels& labels) {
  return ConflictWriter(timeline, labels).all();
}

}  // namespace annal::page
