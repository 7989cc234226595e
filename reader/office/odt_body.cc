#include "reader/office/odt_body.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/unicode/ascii.h"
#include "reader/office/odt_styles.h"

namespace annal {
namespace {

bool is_index(std::string_view name) {
  return name == "text:bibliography" || name == "text:table-of-content" || name.ends_with("-index");
}

}  // namespace

/// Deleted words stand apart; remarks, numbers of notes, indices, prompts, descriptions of pictures and what an object
/// holds in place of a picture are no text. A cell that another one covers shows nothing.
bool OdtBodyReader::is_left_out(const XmlTag& tag) {
  constexpr std::array<std::string_view, 16> never = {"text:tracked-changes",
                                                      "office:annotation",
                                                      "text:note-citation",
                                                      "text:placeholder",
                                                      "text:ruby-text",
                                                      "office:forms",
                                                      "office:binary-data",
                                                      "table:covered-table-cell",
                                                      "svg:title",
                                                      "svg:desc",
                                                      "draw:object",
                                                      "office:scripts",
                                                      "office:styles",
                                                      "text:hidden-text",
                                                      "office:automatic-styles",
                                                      "office:font-face-decls"};
  if (std::ranges::find(never, tag.name) != never.end() || is_index(tag.name)) return true;
  if (tag.name == "text:hidden-paragraph") return false;
  return tag.name == "text:section" && tag.attribute("text:display") == "none";
}

const StyleUse& OdtBodyReader::use_of(const XmlTag& tag, std::string_view family, std::string_view attribute) const {
  return styles_.use(std::string(family) + "/" + std::string(tag.attribute(attribute)));
}

void OdtBodyReader::begin_paragraph(const XmlTag& tag) {
  const StyleUse& use = use_of(tag, "paragraph", "text:style-name");
  const bool boxed = text_.in_paragraph();
  if (boxed) text_.begin_box();
  ParagraphKind kind = use.kind;
  if (tag.name == "text:h") {
    kind = {};
    kind.level = std::max(std::uint8_t{1}, heading_level_of(tag.attribute("text:outline-level")));
  } else if (note_entry_ > 0) {
    kind.entry = note_entry_;
  } else if (lists_ > 0 && kind.level == 0) {
    kind.role = BlockRole::item;
    kind.entry = entry_;
  }
  text_.begin_paragraph(kind);
  paragraphs_.push_back({.boxed = boxed, .silent = use.contents});
  words_.push_back({.bold = false, .hidden = use.hidden});
}

void OdtBodyReader::begin_span(const XmlTag& tag) {
  Words words = words_.empty() ? Words{} : words_.back();
  const StyleUse& use = use_of(tag, "text", "text:style-name");
  words.bold = words.bold || use.bold;
  words.hidden = words.hidden || use.hidden;
  words_.push_back(words);
}

void OdtBodyReader::begin_block(const XmlTag& tag) {
  const std::string_view name = tag.name;
  if (name == "office:text") {
    has_text_ = true;
  } else if (name == "text:list") {
    ++lists_;
  } else if (name == "text:list-item") {
    if (lists_ == 1 || entry_ == 0) entry_ = text_.new_entry();
  } else if (name == "text:note-body") {
    text_.begin_note();
    note_entry_ = text_.new_entry();
  } else if (name == "draw:text-box") {
    text_.begin_box();
  } else if (name == "table:table") {
    text_.begin_table();
  } else if (name == "table:table-header-rows") {
    ++headers_;
  } else if (name == "table:table-row") {
    text_.begin_row(headers_ > 0);
  } else if (name == "table:table-cell") {
    const std::uint32_t columns = cell_span(tag.attribute("table:number-columns-spanned"));
    text_.begin_cell(std::max(columns, cell_span(tag.attribute("table:number-columns-repeated"))),
                     cell_span(tag.attribute("table:number-rows-spanned")));
  }
}

bool OdtBodyReader::start(const XmlTag& tag) {
  const std::string_view name = tag.name;
  if (is_left_out(tag)) return false;
  if (name == "text:p" || name == "text:h") {
    begin_paragraph(tag);
  } else if (name == "text:span") {
    begin_span(tag);
  } else if (name == "text:s") {
    mark(" ");
  } else if (name == "text:tab") {
    mark(" ");
  } else if (name == "text:line-break") {
    line_break();
  } else if (name == "text:hidden-paragraph") {
    if (!words_.empty()) words_.back().hidden = words_.back().hidden || tag.attribute("text:is-hidden") == "true";
  } else {
    begin_block(tag);
  }
  return true;
}

void OdtBodyReader::end(std::string_view name) {
  if (name == "text:p" || name == "text:h") {
    text_.end_paragraph();
    if (paragraphs_.back().boxed) text_.end_inner();
    paragraphs_.pop_back();
    words_.pop_back();
  } else if (name == "text:span") {
    words_.pop_back();
  } else if (name == "text:list") {
    if (--lists_ == 0) entry_ = 0;
  } else if (name == "text:note-body" || name == "draw:text-box") {
    text_.end_inner();
    if (name == "text:note-body") note_entry_ = 0;
  } else if (name == "table:table") {
    text_.end_table();
  } else if (name == "table:table-header-rows") {
    --headers_;
  } else if (name == "table:table-cell") {
    text_.end_paragraph();
    text_.end_cell();
  }
}

bool OdtBodyReader::silent() const { return paragraphs_.empty() || paragraphs_.back().silent || words_.back().hidden; }

void OdtBodyReader::mark(std::string_view characters) {
  if (!silent()) text_.text(characters, words_.back().bold);
}

void OdtBodyReader::line_break() {
  if (!silent()) text_.line_break(words_.back().bold);
}

void OdtBodyReader::text(std::string_view piece) { mark(piece); }

}  // namespace annal
