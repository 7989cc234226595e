#include "reader/office/docx_body.h"

#include <algorithm>
#include <array>

#include "core/unicode/ascii.h"
#include "reader/office/docx_styles.h"

namespace annal {
namespace {

template <std::size_t n>
bool is_any(std::string_view name, const std::array<std::string_view, n>& names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

/// What changes were before, the code of fields, the reading above a word, the place of tabs. Deleted words are left
/// out with what holds them; where the same tag is a property, it says that the mark or the row is deleted.
bool DocxBodyReader::is_left_out(const XmlTag& tag) {
  constexpr std::array<std::string_view, 12> never = {
      "w:pPrChange",     "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPr",
      "w:tblPrExChange", "w:instrText", "w:delText",     "w:tblGrid",    "w:rt",         "w:tabs"};
  if (is_any(tag.name, never)) return true;
  const bool deletes = tag.name == "w:del" || tag.name == "w:moveFrom";
  return deletes && tag.parent != "w:rPr" && tag.parent != "w:trPr";
}

/// Of what is there in several forms for several programs, the first.
bool DocxBodyReader::choose(const XmlTag& tag) {
  if (tag.name == "mc:AlternateContent") {
    chosen_.push_back(false);
    return true;
  }
  if (chosen_.empty()) return true;
  const bool first = !chosen_.back();
  chosen_.back() = true;
  return first;
}

void DocxBodyReader::set_run_property(const XmlTag& tag) {
  if (paragraphs_.empty()) return;
  Paragraph& paragraph = paragraphs_.back();
  if (of_mark_) {
    if (tag.name == "w:del" || tag.name == "w:moveFrom" || tag.name == "w:specVanish") paragraph.joins_next = true;
    return;
  }
  if (tag.name == "w:b") paragraph.bold = is_on(tag);
  if (tag.name == "w:vanish") paragraph.hidden = is_on(tag);
  if (tag.name != "w:rStyle") return;
  const StyleUse& use = styles_.use(tag.attribute("w:val"));
  paragraph.bold = paragraph.bold || use.bold;
  paragraph.hidden = paragraph.hidden || use.hidden;
}

/// Properties of rows, cells and content controls. Returns whether `tag` is one.
bool DocxBodyReader::set_block_property(const XmlTag& tag) {
  const std::string_view name = tag.name, parent = tag.parent;
  if (parent == "w:trPr") {
    if (name == "w:tblHeader" && is_on(tag)) text_.mark_header();
    if (name == "w:del" || name == "w:moveFrom") ++muted_;
    return true;
  }
  if (parent == "w:tcPr") {
    if (name == "w:gridSpan") cell_columns_ = cell_span(tag.attribute("w:val"));
    if (name == "w:vMerge") cell_goes_on_ = tag.attribute("w:val") != "restart";
    if (name == "w:cellDel") ++muted_;
    return true;
  }
  if (!unwanted_.empty()) {
    if (name == "w:showingPlcHdr" && is_on(tag)) unwanted_.back() = true;
    if (name == "w:docPartGallery" && office_words().is("contents-gallery", lowered(tag.attribute("w:val"))))
      unwanted_.back() = true;
  }
  return parent == "w:sdtPr";
}

/// Properties of paragraphs and runs. Returns whether `tag` is a property of anything.
bool DocxBodyReader::set_property(const XmlTag& tag) {
  const std::string_view name = tag.name, parent = tag.parent;
  if (parent == "w:rPr") {
    set_run_property(tag);
    return true;
  }
  const bool of_paragraph = parent == "w:pPr" || parent == "w:numPr";
  if (!of_paragraph || paragraphs_.empty()) return set_block_property(tag);
  Paragraph& paragraph = paragraphs_.back();
  if (name == "w:pStyle") {
    paragraph.style = &styles_.use(tag.attribute("w:val"));
  } else if (name == "w:outlineLvl") {
    paragraph.level = outline_level(tag);
    paragraph.has_level = true;
  } else if (name == "w:numId") {
    paragraph.item = is_on(tag);
    paragraph.has_item = true;
  } else if (name == "w:ilvl") {
    paragraph.sub_item = is_on(tag);
  } else if (name == "w:rPr") {
    of_mark_ = true;
  }
  return true;
}

/// The note with its own words, where the text refers to it.
bool DocxBodyReader::begin_note(const XmlTag& tag) {
  const auto& ids = tag.name == "w:footnote" ? notes_.feet : notes_.ends;
  const std::string_view type = tag.attribute("w:type");
  if (!ids.contains(tag.attribute("w:id")) || (!type.empty() && type != "normal")) return false;
  text_.begin_note();
  note_entry_ = text_.new_entry();
  return true;
}

void DocxBodyReader::begin_content(const XmlTag& tag) {
  const std::string_view name = tag.name;
  if (name == "w:body") {
    has_body_ = true;
  } else if (name == "w:p") {
    settle_cell();
    paragraphs_.emplace_back();
  } else if (name == "w:r") {
    if (!paragraphs_.empty()) {
      Paragraph& paragraph = paragraphs_.back();
      paragraph.bold = false;
      paragraph.hidden = paragraph.style != nullptr && paragraph.style->hidden;
    }
  } else if (name == "w:t" || name == "m:t") {
    words_ = true;
  } else if (name == "w:tab" || name == "w:ptab") {
    mark(" ");
  } else if (name == "w:br" || name == "w:cr") {
    line_break();
  } else if (name == "w:noBreakHyphen") {
    mark("-");
  } else if (name == "w:fldChar") {
    field_mark(tag.attribute("w:fldCharType"));
  } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
    if (!silent()) (name == "w:footnoteReference" ? notes_.feet : notes_.ends).emplace(tag.attribute("w:id"));
  } else if (name == "w:txbxContent") {
    begin_words();
    text_.begin_box();
  } else if (name == "w:tbl") {
    settle_cell();
    text_.begin_table();
  } else if (name == "w:tr") {
    outer_muted_.push_back(muted_);
    text_.begin_row(false);
  } else if (name == "w:tc") {
    outer_muted_.push_back(muted_);
    cell_waits_ = true;
    cell_goes_on_ = false;
    cell_columns_ = 1;
  } else if (name == "w:sdt") {
    unwanted_.push_back(false);
  }
}

bool DocxBodyReader::start(const XmlTag& tag) {
  const std::string_view name = tag.name;
  if (is_left_out(tag)) return false;
  if (name.starts_with("mc:")) return choose(tag);
  if (name == "w:footnote" || name == "w:endnote") return begin_note(tag);
  if (name == "w:sdtContent") return unwanted_.empty() || !unwanted_.back();
  if (name == "w:rPr" && tag.parent == "w:r") {
    of_mark_ = false;
    return true;
  }
  if (set_property(tag)) return name == "w:rPr" || name == "w:numPr" || name == "w:docPartObj";
  if (name == "w:rPr") return false;  // of anything else
  begin_content(tag);
  return true;
}

void DocxBodyReader::end(std::string_view name) {
  if (name == "w:t" || name == "m:t") {
    words_ = false;
  } else if (name == "w:p") {
    end_paragraph();
  } else if (name == "w:txbxContent" || name == "w:footnote" || name == "w:endnote") {
    joined_ = false;
    text_.end_inner();
    note_entry_ = 0;
  } else if (name == "w:tbl") {
    text_.end_table();
  } else if (name == "w:tr" || name == "w:tc") {
    settle_cell();
    muted_ = outer_muted_.back();
    outer_muted_.pop_back();
    if (name == "w:tr") return;
    joined_ = false;
    text_.end_paragraph();
    text_.end_cell();
  } else if (name == "mc:AlternateContent") {
    chosen_.pop_back();
  } else if (name == "w:sdt") {
    unwanted_.pop_back();
  }
}

/// Code of a field may hold the result of another field.
void DocxBodyReader::field_mark(std::string_view type) {
  if (type == "begin") {
    results_.push_back(false);
  } else if (!results_.empty() && type == "separate") {
    results_.back() = true;
  } else if (!results_.empty() && type == "end") {
    results_.pop_back();
  }
}

void DocxBodyReader::settle_cell() {
  if (!cell_waits_) return;
  cell_waits_ = false;
  text_.begin_cell(cell_columns_, 1, cell_goes_on_);
}

bool DocxBodyReader::silent() const {
  if (muted_ > 0 || paragraphs_.empty() || paragraphs_.back().hidden) return true;
  const StyleUse* style = paragraphs_.back().style;
  return (style != nullptr && style->contents) || std::ranges::find(results_, false) != results_.end();
}

/// Begins the paragraph in the text, once its properties are known.
void DocxBodyReader::begin_words() {
  if (paragraphs_.empty()) return;
  Paragraph& paragraph = paragraphs_.back();
  if (paragraph.begun) return;
  paragraph.begun = true;
  if (joined_ && text_.in_paragraph()) return;
  const StyleUse none, &style = paragraph.style == nullptr ? none : *paragraph.style;
  ParagraphKind kind = style.kind;
  if (paragraph.has_level) kind.level = paragraph.level;
  if (note_entry_ > 0) {
    kind.entry = note_entry_;
  } else if (kind.level == 0 && (paragraph.has_item ? paragraph.item : style.item)) {
    if (!paragraph.sub_item || entry_ == 0) entry_ = text_.new_entry();
    kind.role = BlockRole::item;
    kind.entry = entry_;
  }
  text_.begin_paragraph(kind);
}

void DocxBodyReader::mark(std::string_view characters) {
  if (silent()) return;
  begin_words();
  text_.text(characters, paragraphs_.back().bold);
}

void DocxBodyReader::line_break() {
  if (silent()) return;
  begin_words();
  text_.line_break(paragraphs_.back().bold);
}

void DocxBodyReader::text(std::string_view piece) {
  if (words_) mark(piece);
}

void DocxBodyReader::end_paragraph() {
  if (paragraphs_.empty()) return;
  const Paragraph paragraph = paragraphs_.back();
  paragraphs_.pop_back();
  // A field whose code has no end takes no more than the paragraph.
  std::fill(results_.begin(), results_.end(), true);
  if (!paragraph.begun && !(joined_ && text_.in_paragraph())) return;
  joined_ = paragraph.joins_next;
  if (!joined_) text_.end_paragraph();
}

}  // namespace annal
