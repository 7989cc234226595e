// Splits a page into HTML tokens: runs of text with references decoded, tags with attributes, and separators (comments,
// document types). Linear in the page for any bytes; each run is as long as possible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/html/parser/dom.h"

namespace annal::html {

inline constexpr std::size_t most_attributes = 1000;  ///< of one tag; those behind them are counted and not kept

enum class TokenKind : std::uint8_t { text, start_tag, end_tag, comment, doctype, end };

struct Attribute {
  std::string_view name;  ///< in small letters; no two of a tag are the same
  std::string_view value;
};

struct Token {
  TokenKind kind = TokenKind::end;
  Tag tag = Tag::unknown;
  bool self_closing = false;
  std::string_view name;              ///< of a tag, in small letters
  std::vector<Attribute> attributes;  ///< of a start tag
  std::size_t attribute_count = 0;    ///< of any tag, repeated ones too
  std::string_view text;              ///< of a text, decoded; of a document type, all of it
  std::vector<TextRun> runs;          ///< of `text`: offsets into it, to offsets into the page
};

/// What the content of an element is, which its start tag decides (HTML standard, "parsing elements that contain only
/// text"): text with references, raw text, a script, or text to the end of the page.
enum class ContentModel : std::uint8_t { data, rcdata, rawtext, script, plaintext };

class Tokenizer {
 public:
  /// Reads `html`, which is valid UTF-8; both it and `dom`, whose `strings` take what is not in the page as it stands,
  /// outlive the tokens.
  Tokenizer(std::string_view html, Dom& dom) : html_(html), dom_(dom) {}

  /// The next token; TokenKind::end for ever at the end. `cdata` allows sections of CDATA, as in SVG and MathML.
  /// The views of a token that lead to its text hold until the next call.
  void next(Token& token, bool cdata);

  /// The content of the element whose start tag, of the name `end_name`, was the last token.
  void set_content(ContentModel model, std::string_view end_name);

 private:
  bool is_markup(std::size_t at) const;
  std::size_t end_of_text() const;
  void join_text(Token& token);
  void read_markup(Token& token, bool cdata);
  void read_tag(Token& token);
  void read_attribute(Token& token, bool keep);
  std::string_view value_of(std::size_t begin, std::size_t end);
  void read_name(Token& token);
  void read_comment(Token& token);
  void read_bogus_comment(Token& token, TokenKind kind);
  bool read_raw(Token& token);
  std::size_t end_of_raw() const;
  std::size_t end_of_script() const;
  bool is_end_tag(std::size_t at) const;
  std::string_view in_small_letters(std::size_t begin, std::size_t end);
  void read_text(Token& token, std::size_t end, bool references, bool keep_nul);

  std::string_view html_;
  Dom& dom_;
  std::size_t at_ = 0;
  ContentModel model_ = ContentModel::data;
  std::string end_name_;
  std::string decoded_;  ///< of the text at hand, where it is not in the page as it stands
};

}  // namespace annal::html
