// The decoder of the program (reader/html/charset_decoder.h) without iconv(3): by tables that are made with it.
#include "reader/html/charset_decoder.h"

#include <algorithm>
#include <cstdint>

#include "render/encode/escape.h"
#include "wasm/annal/charset/tables.h"
#include "wasm/annal/parts.h"

namespace annal {
namespace {

using charset::Table;
using Piece = CharsetDecoder::Piece;

constexpr std::string_view kanji =
    "EUC-JP";  // has the characters of ISO-2022-JP, with the highest bit of both bytes set
constexpr char escape = 0x1B;
constexpr std::uint32_t yen = 0xA5, overline = 0x203E;

/// What the bytes of ISO-2022-JP stand for.
enum class Shift : std::uint8_t { ascii, roman, kanji };

struct State {
  const Table* table;  ///< null: UTF-16
  bool big_endian;
  Shift shift = Shift::ascii;
};

const Table* find(std::string_view name) {
  const auto found = std::ranges::find(charset::tables, name, &Table::name);
  return found == charset::tables.end() ? nullptr : &*found;
}

std::size_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

Piece piece_of(std::size_t used, std::uint32_t value) {
  Piece piece{.used = used};
  if (value >= charset::texts_begin && value < charset::texts_end)
    piece.text = charset::texts[value - charset::texts_begin];
  else
    append_utf8(piece.text, value);
  return piece;
}

/// The value of the two bytes from `at` on; 0 for none.
std::uint32_t in_rows(const charset::Rows& rows, std::string_view bytes, std::size_t at) {
  if (rows.first == 0 || at + 1 >= bytes.size() || byte_at(bytes, at) < rows.first ||
      byte_at(bytes, at + 1) < charset::trails_begin)
    return 0;
  const std::size_t place =
      2 * ((byte_at(bytes, at) - rows.first) * charset::trails + byte_at(bytes, at + 1) - charset::trails_begin);
  const auto values = table_of("charsets", rows.table);
  return place + 1 < values.size() ? values[place] | std::uint32_t{values[place + 1]} << 8 : 0;
}

/// The code point of four bytes; 0 for none.
std::uint32_t in_runs(std::span<const charset::Run> runs, std::string_view bytes) {
  if (runs.empty() || bytes.size() < 4) return 0;
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t least = i % 2 == 0 ? 0x81 : 0x30, count = i % 2 == 0 ? 126 : 10, byte = byte_at(bytes, i);
    if (byte < least || byte >= least + count) return 0;
    place = place * static_cast<std::uint32_t>(count) + static_cast<std::uint32_t>(byte - least);
  }
  const auto behind = std::ranges::upper_bound(runs, place, {}, &charset::Run::begin);
  if (behind == runs.begin()) return 0;
  const charset::Run& run = *std::prev(behind);
  return run.code_point == 0 ? 0 : run.code_point + (place - run.begin);
}

Piece next_in(const Table& table, std::string_view bytes) {
  const std::size_t lead = byte_at(bytes, 0);
  if (lead < 0x80) return piece_of(1, static_cast<std::uint32_t>(lead));
  if (const std::uint32_t value = table.single[lead - 0x80]; value != 0) return piece_of(1, value);
  if (const std::uint32_t value = in_rows(table.pairs, bytes, 0); value != 0) return piece_of(2, value);
  if (const std::uint32_t value = lead == 0x8F ? in_rows(table.behind_8f, bytes, 1) : 0; value != 0)
    return piece_of(3, value);
  if (const std::uint32_t value = in_runs(table.quads, bytes); value != 0) return piece_of(4, value);
  return {};
}

Piece next_wide(bool big_endian, std::string_view bytes) {
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    if (at + 1 >= bytes.size()) return 0xFFFF'FFFF;
    const std::size_t high = byte_at(bytes, big_endian ? at : at + 1), low = byte_at(bytes, big_endian ? at + 1 : at);
    return static_cast<std::uint32_t>(high << 8 | low);
  };
  Piece piece;
  const std::uint32_t first = unit(0), second = unit(2);
  if (first > 0xFFFF || (first >= 0xDC00 && first < 0xE000)) return piece;
  const bool pair = first >= 0xD800 && first < 0xDC00;
  if (pair && (second < 0xDC00 || second >= 0xE000)) return piece;
  append_utf8(piece.text, pair ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00) : first);
  piece.used = pair ? 4 : 2;
  return piece;
}

std::optional<Shift> shift_of(std::string_view bytes) {
  if (bytes.starts_with("\x1B(B")) return Shift::ascii;
  if (bytes.starts_with("\x1B(J")) return Shift::roman;
  if (bytes.starts_with("\x1B$@") || bytes.starts_with("\x1B$B")) return Shift::kanji;
  return std::nullopt;
}

Piece next_shifted(State& state, std::string_view bytes) {
  if (const auto shift = shift_of(bytes)) {
    state.shift = *shift;
    return {.used = 3};
  }
  const std::size_t lead = byte_at(bytes, 0);
  if (lead >= 0x80 || bytes[0] == escape) return {};
  if (state.shift == Shift::roman && lead == '\\') return piece_of(1, yen);
  if (state.shift == Shift::roman && lead == '~') return piece_of(1, overline);
  if (state.shift != Shift::kanji || lead < 0x21 || lead == 0x7F) return piece_of(1, static_cast<std::uint32_t>(lead));
  if (bytes.size() < 2 || byte_at(bytes, 1) >= 0x80) return {};
  const char pair[]{static_cast<char>(lead | 0x80), static_cast<char>(byte_at(bytes, 1) | 0x80)};
  const std::uint32_t value = in_rows(state.table->pairs, {pair, 2}, 0);
  return value == 0 ? Piece{} : piece_of(2, value);
}

}  // namespace

void CharsetDecoder::Close::operator()(void* converter) const { delete static_cast<State*>(converter); }

CharsetDecoder::CharsetDecoder(void* converter, std::string_view name)
    : converter_(converter), shifts_(has_shifts(name)), unit_(is_wide(name) ? 2 : 1) {}

std::optional<CharsetDecoder> CharsetDecoder::open(const std::string& name) {
  const Table* const table = find(has_shifts(name) ? kanji : std::string_view(name));
  if (table == nullptr && !is_wide(name)) return std::nullopt;
  return CharsetDecoder(new State{.table = table, .big_endian = name.ends_with("BE")}, name);
}

CharsetDecoder::Piece CharsetDecoder::next(std::string_view bytes) {
  State& state = *static_cast<State*>(converter_.get());
  if (bytes.size() < unit_) return {};
  Piece piece = state.table == nullptr ? next_wide(state.big_endian, bytes)
                : shifts_              ? next_shifted(state, bytes)
                                       : next_in(*state.table, bytes);
  if (piece.used == 0) state.shift = Shift::ascii;
  return piece;
}

}  // namespace annal
