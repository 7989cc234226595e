// The text of an OpenDocument text as a reader sees it: what was deleted, hidden or is a remark, indices and prompts
// are left out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/office/office_text.h"
#include "reader/office/styles.h"
#include "reader/xml/read_xml.h"

namespace annal {

class OdtBodyReader final : public XmlHandler {
 public:
  /// Both outlive it.
  OdtBodyReader(const OfficeStyles& styles, OfficeText& text) : styles_(styles), text_(text) {}

  bool start(const XmlTag& tag) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  bool has_text() const { return has_text_; }

 private:
  struct Paragraph {
    bool boxed = false;  ///< stands in another paragraph, as those of shapes do
    bool silent = false;
  };
  struct Words {
    bool bold = false, hidden = false;
  };

  static bool is_left_out(const XmlTag& tag);
  const StyleUse& use_of(const XmlTag& tag, std::string_view family, std::string_view attribute) const;
  void begin_paragraph(const XmlTag& tag);
  void begin_span(const XmlTag& tag);
  void begin_block(const XmlTag& tag);
  void mark(std::string_view characters);
  void line_break();
  bool silent() const;

  const OfficeStyles& styles_;
  OfficeText& text_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Words> words_;  ///< of the paragraphs and spans that are open
  int lists_ = 0, headers_ = 0;
  std::uint32_t entry_ = 0, note_entry_ = 0;
  bool has_text_ = false;
};

}  // namespace annal
