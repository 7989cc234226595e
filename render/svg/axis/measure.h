// Estimates the width of text without loading a font.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annal::svg {

/// Width in px of valid UTF-8 `text` on one line at `size` px, in Arial or Liberation Sans.
double text_width(std::string_view text, double size, bool bold = false);

/// text_width and 15 % more, 24 % in bold: room for whichever font of the list the reader has.
double reserved_width(std::string_view text, double size, bool bold = false);

/// Whether the text holds scripts or signs whose fonts need a higher line than Latin.
bool tall(std::string_view text);

/// A text taken apart where it may break: at blanks, between East Asian characters, and, where a word is wider than the
/// line, inside it. Nothing but the blanks at the breaks is lost. Refers to `text`, which must outlive it.
class Breakable {
 public:
  Breakable(std::string_view text, double size, bool bold = false);

  /// The lines, each at most `width` px reserved; at least one.
  std::vector<std::string> lines(double width) const;
  /// How many `lines` would be.
  std::size_t count(double width) const;
  /// Reserved width of the whole on one line.
  double width() const { return width_; }

 private:
  struct Piece {
    std::size_t begin = 0, end = 0;  // bytes
    double width = 0;                // reserved
    double blank = 0;                // reserved, of the blanks before it
  };
  template <class Line>
  void each_line(double width, Line line) const;

  std::string_view text_;
  double size_;
  bool bold_;
  double width_ = 0;
  std::vector<Piece> pieces_;
};

/// The lines of `text` in one go.
std::vector<std::string> wrap(std::string_view text, double size, bool bold, double width);

}  // namespace annal::svg
