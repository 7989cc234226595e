// The text of a Word document as a reader sees it who has accepted all changes: what was deleted, hidden or is a
// remark, the code of fields, tables of contents and prompts are left out.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reader/office/office_text.h"
#include "reader/office/styles.h"
#include "reader/xml/read_xml.h"

namespace annal {

/// The notes that a text refers to, by their ids.
struct NoteIds {
  std::set<std::string, std::less<>> feet, ends;
};

/// Reads the part of the text, and then those of the notes, into `text`.
class DocxBodyReader final : public XmlHandler {
 public:
  /// All outlive it.
  DocxBodyReader(const OfficeStyles& styles, OfficeText& text, NoteIds& notes)
      : styles_(styles), text_(text), notes_(notes) {}

  bool start(const XmlTag& tag) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  bool has_body() const { return has_body_; }

 private:
  /// A paragraph while it is read, and the run in it.
  struct Paragraph {
    const StyleUse* style = nullptr;
    std::uint8_t level = 0;
    bool has_level = false, item = false, has_item = false, sub_item = false;
    bool begun = false;
    bool joins_next = false;  ///< the mark at its end was deleted
    bool bold = false, hidden = false;
  };

  static bool is_left_out(const XmlTag& tag);
  bool choose(const XmlTag& tag);
  bool set_property(const XmlTag& tag);
  void set_run_property(const XmlTag& tag);
  bool set_block_property(const XmlTag& tag);
  bool begin_note(const XmlTag& tag);
  void begin_content(const XmlTag& tag);
  void field_mark(std::string_view type);
  void settle_cell();
  void begin_words();
  void end_paragraph();
  void mark(std::string_view characters);
  void line_break();
  bool silent() const;

  const OfficeStyles& styles_;
  OfficeText& text_;
  NoteIds& notes_;
  std::vector<Paragraph> paragraphs_;  ///< the innermost last
  std::vector<int> outer_muted_;       ///< `muted_` before each row and cell that is open
  std::vector<bool> chosen_;           ///< by open alternative: one of its choices has been taken
  std::vector<bool> unwanted_;         ///< by open content control: what it holds is no text of the document
  std::vector<bool> results_;          ///< by open field: its result has begun
  int muted_ = 0;                      ///< deleted rows and cells that are open
  bool words_ = false;                 ///< in w:t
  bool of_mark_ = false;               ///< the properties are those of the mark at the end of a paragraph
  bool cell_waits_ = false;            ///< a cell has begun whose properties are being read
  bool cell_goes_on_ = false;
  bool joined_ = false;  ///< the paragraph to come goes on from the one before
  bool has_body_ = false;
  std::uint32_t cell_columns_ = 1, entry_ = 0, note_entry_ = 0;
};

}  // namespace annal
