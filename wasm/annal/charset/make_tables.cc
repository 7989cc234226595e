// Writes the tables of tables.h: what the program's decoder makes of all sequences of bytes, so that the module's makes
// the same of them. The C library of the module has fewer sets, and other versions of some. Rows go into files of their
// own, of the part "charsets".
// Usage: make-charset-tables CHARSETS.TXT OUTPUT.CC FOLDER; writes FOLDER/0.rows and so on
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "reader/html/charset_decoder.h"
#include "wasm/annal/charset/tables.h"

namespace annal::charset {
namespace {

using Values = std::vector<std::uint16_t>;

class Maker {
 public:
  Maker(const char* output, std::string folder) : out_(output), folder_(std::move(folder)) {
    out_ << "#include \"wasm/annal/charset/tables.h\"\n\nnamespace annal::charset {\nnamespace {\n";
  }

  void add(const std::string& name) {
    decoder_ = CharsetDecoder::open(name);
    if (!decoder_) return;
    Values single;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) single.push_back(value({byte}));
    const std::string id = std::to_string(count_++);
    write("single_" + id, single);
    entries_ += "    {.name = \"" + name + "\", .single = single_" + id;
    add_rows("pairs", [&](std::size_t lead, std::size_t trail) { return value({lead, trail}); });
    add_rows("behind_8f", [&](std::size_t lead, std::size_t trail) { return value({0x8F, lead, trail}); });
    add_quads(id);
    entries_ += "},\n";
  }

  void finish() {
    out_ << "constexpr Table all_tables[]{\n" << entries_ << "};\nconstexpr std::string_view all_texts[]{\"\"";
    for (const std::string& text : texts_) out_ << ",\n    \"" << text << '"';
    out_ << "};\n\n}  // namespace\n\nconst std::span<const Table> tables(all_tables);\n"
         << "const std::span<const std::string_view> texts(all_texts);\n\n}  // namespace annal::charset\n";
    if (!out_.flush()) std::exit(2);
  }

 private:
  /// The text of a sequence that is one character; empty where it is none or begins with one.
  std::string text(std::initializer_list<std::size_t> sequence) {
    std::string bytes;
    for (const std::size_t byte : sequence) bytes += static_cast<char>(byte);
    CharsetDecoder::Piece piece = decoder_->next(bytes);
    return piece.used == bytes.size() ? std::move(piece.text) : std::string();
  }

  std::uint16_t value(std::initializer_list<std::size_t> sequence) {
    const std::string found = text(sequence);
    if (found.empty()) return 0;
    const std::uint32_t code_point = only_code_point(found);
    if (code_point != 0 && code_point < 0x10000) return static_cast<std::uint16_t>(code_point);
    const auto [place, is_new] = places_.try_emplace(found, static_cast<std::uint16_t>(texts_.size() + 1));
    if (is_new) texts_.push_back(found);
    if (texts_.size() >= texts_end - texts_begin) std::exit(3);
    return static_cast<std::uint16_t>(texts_begin + place->second);
  }

  /// Of UTF-8; 0 for several.
  static std::uint32_t only_code_point(const std::string& text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() != size) return 0;
    std::uint32_t out = size == 1 ? lead : lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) out = out << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    return out;
  }

  template <class ValueOf>
  void add_rows(const std::string& kind, const ValueOf& value_of) {
    Values values;
    std::size_t first = 0, used = 0;
    for (std::size_t lead = 0x81; lead < 0xFF; ++lead) {
      if (first == 0) values.clear();
      bool any = false;
      for (std::size_t trail = trails_begin; trail < 0x100; ++trail) {
        values.push_back(value_of(lead, trail));
        any = any || values.back() != 0;
      }
      if (any && first == 0) first = lead;
      if (any) used = values.size();
    }
    if (first == 0) return;
    values.resize(used);
    const std::string table = std::to_string(rows_++);
    std::ofstream file(folder_ + '/' + table + ".rows", std::ios::binary);
    for (const std::uint16_t value : values) file << static_cast<char>(value & 0xFF) << static_cast<char>(value >> 8);
    if (!file.flush()) std::exit(2);
    entries_ += ", ." + kind + " = {.first = " + std::to_string(first) + ", .table = " + table + '}';
  }

  void add_quads(const std::string& id) {
    std::vector<Run> runs;
    std::uint32_t expected = 0;
    for (std::uint32_t i = 0; i < quad_count; ++i) {
      const std::string found = text({0x81 + i / 12'600, 0x30 + i / 1'260 % 10, 0x81 + i / 10 % 126, 0x30 + i % 10});
      const std::uint32_t code_point = found.empty() ? 0 : only_code_point(found);
      if (code_point != expected) runs.push_back({i, code_point});
      expected = code_point == 0 ? 0 : code_point + 1;
    }
    if (runs.empty()) return;
    out_ << "constexpr Run quads_" << id << "[]{";
    for (const Run& run : runs) out_ << '{' << run.begin << ',' << run.code_point << "},\n";
    out_ << "};\n";
    entries_ += ", .quads = quads_" + id;
  }

  void write(const std::string& name, const Values& values) {
    out_ << "constexpr std::uint16_t " << name << "[]{";
    for (std::size_t i = 0; i < values.size(); ++i) out_ << values[i] << (i % 16 == 15 ? ",\n" : ",");
    out_ << "};\n";
  }

  std::ofstream out_;
  std::string folder_;
  std::optional<CharsetDecoder> decoder_;
  int count_ = 0, rows_ = 0;
  std::string entries_;
  std::vector<std::string> texts_;
  std::map<std::string, std::uint16_t> places_;
};

}  // namespace
}  // namespace annal::charset

int main(int count, char** arguments) {
  if (count != 4) return 2;
  annal::charset::Maker maker(arguments[2], arguments[3]);
  std::ifstream in(arguments[1]);
  std::set<std::string> known;
  for (std::string line; std::getline(in, line);) {
    const std::string name = line.substr(0, line.find(' '));
    const bool by_code = name.starts_with('#') || name.starts_with("UTF-") || name.starts_with("ISO-2022");
    if (!by_code && known.insert(name).second) maker.add(name);
  }
  maker.finish();
}
