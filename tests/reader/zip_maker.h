// Zip archives as tests make them, byte by byte.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annal::test {

/// A part of an archive, and how it is packed.
struct ZipPart {
  std::string name, bytes;
  bool deflated = false;
  bool locked = false;  ///< marked as encrypted
};

inline std::string little_endian(std::uint64_t number, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
  return out;
}

inline std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string zip(const std::vector<ZipPart>& parts) {
  std::string out, directory;
  for (const ZipPart& part : parts) {
    const std::string packed = part.deflated ? deflated(part.bytes) : part.bytes;
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(part.bytes.data()), static_cast<uInt>(part.bytes.size()));
    const std::string facts = little_endian(part.locked ? 1 : 0, 2) + little_endian(part.deflated ? 8 : 0, 2) +
                              little_endian(0, 2) + little_endian(0x21, 2) + little_endian(crc, 4) +
                              little_endian(packed.size(), 4) + little_endian(part.bytes.size(), 4) +
                              little_endian(part.name.size(), 2) + little_endian(0, 2);
    directory += "PK\x01\x02" + little_endian(20, 2) + little_endian(20, 2) + facts + std::string(10, '\0') +
                 little_endian(out.size(), 4) + part.name;
    out += "PK\x03\x04" + little_endian(20, 2) + facts + part.name + packed;
  }
  const std::size_t begin = out.size();
  return out + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(parts.size(), 2) +
         little_endian(parts.size(), 2) + little_endian(directory.size(), 4) + little_endian(begin, 4) +
         little_endian(0, 2);
}

}  // namespace annal::test
