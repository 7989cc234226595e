// The characters of one character set. The program decodes by iconv(3), the module for browsers by tables that are made
// with it (wasm/annal/charset).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace annal {

class CharsetDecoder {
 public:
  /// What bytes begin with: a character, or a shift to other characters, whose text is empty.
  struct Piece {
    std::size_t used = 0;  ///< bytes; 0: they begin with neither
    std::string text{};    ///< UTF-8
  };

  /// For a set by its name in data/html/charsets.txt; nothing where this machine does not know it.
  static std::optional<CharsetDecoder> open(const std::string& name);

  /// The next piece of the bytes that are left. Where they begin with none, shifts are forgotten.
  Piece next(std::string_view bytes);

 private:
  struct Close {
    void operator()(void* converter) const;
  };
  CharsetDecoder(void* converter, std::string_view name);

  std::unique_ptr<void, Close> converter_;
  bool shifts_;
  std::size_t unit_;  ///< bytes of the shortest character
};

/// Whether a set has characters of two bytes and more alone.
inline bool is_wide(std::string_view charset) { return charset.starts_with("UTF-16"); }

/// Whether what the bytes of a set mean depends on those before them.
inline bool has_shifts(std::string_view charset) { return charset.starts_with("ISO-2022"); }

}  // namespace annal
