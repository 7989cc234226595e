// zlib and libzstd, each in its streaming form, so that no ratio of compression needs memory.
#include "batch/compression.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <stdexcept>

namespace annal {
namespace {

constexpr std::size_t step_size = std::size_t{1} << 17;
constexpr int gzip_window = 15 + 16;  // the largest window; + 16: gzip's header and checksum
constexpr int gzip_level = 6;
constexpr int zstd_level = 3;
constexpr int zstd_window_log = 27;  // of what is read: its memory

Bytef* as_bytes(const char* text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text)); }

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = as_bytes(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = as_bytes(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (done != Z_STREAM_END) throw std::runtime_error("gzip: more bytes than one member holds");
  return out;
}

std::string zstandard(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), zstd_level);
  if (ZSTD_isError(size) != 0) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

}  // namespace

Compression detect_compression(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B")) return Compression::gzip;
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD")) return Compression::zstd;
  // A frame that is to be skipped, as pzstd writes before each other: sixteen numbers, 0x184D2A50 and on.
  if (first_bytes.size() >= 4 && (first_bytes[0] & 0xF0) == 0x50 && first_bytes.substr(1, 3) == "\x2A\x4D\x18")
    return Compression::zstd;
  return Compression::none;
}

Compression compression_by_name(std::string_view path) {
  for (const Compression compression : {Compression::gzip, Compression::zstd})
    if (path.ends_with(extension(compression))) return compression;
  return Compression::none;
}

std::string_view extension(Compression compression) {
  if (compression == Compression::gzip) return ".gz";
  return compression == Compression::zstd ? ".zst" : "";
}

std::string_view without_compression_extension(std::string_view path) {
  path.remove_suffix(extension(compression_by_name(path)).size());
  return path;
}

std::string compress(std::string bytes, Compression compression) {
  if (bytes.empty() || compression == Compression::none) return bytes;
  return compression == Compression::gzip ? gzipped(bytes) : zstandard(bytes);
}

std::uint32_t crc32_of(std::uint32_t so_far, std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(so_far, as_bytes(bytes.data()), bytes.size()));
}

struct Decompressor::State {
  explicit State(Compression kind) : compression(kind) {
    if (compression == Compression::gzip && inflateInit2(&gzip, gzip_window) != Z_OK) throw std::bad_alloc();
    if (compression == Compression::zstd && (zstd = ZSTD_createDStream()) == nullptr) throw std::bad_alloc();
    if (compression == Compression::zstd) ZSTD_DCtx_setParameter(zstd, ZSTD_d_windowLogMax, zstd_window_log);
  }
  ~State() {
    if (compression == Compression::gzip) inflateEnd(&gzip);
    if (compression == Compression::zstd) ZSTD_freeDStream(zstd);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  Compression compression;
  bool whole = true;
  z_stream gzip{};
  ZSTD_DStream* zstd = nullptr;
};

Decompressor::Decompressor(Compression compression) : state_(std::make_unique<State>(compression)) {}
Decompressor::~Decompressor() = default;
Decompressor::Decompressor(Decompressor&&) noexcept = default;
Decompressor& Decompressor::operator=(Decompressor&&) noexcept = default;

bool Decompressor::whole() const { return state_->whole; }

Result<void> Decompressor::step(std::string_view& in, std::string& out) {
  State& state = *state_;
  out.clear();
  if (state.whole && in.empty()) return {};
  out.resize(step_size);
  if (state.compression == Compression::gzip) {
    if (state.whole) inflateReset(&state.gzip);
    state.gzip.next_in = as_bytes(in.data());
    state.gzip.avail_in = static_cast<uInt>(in.size());
    state.gzip.next_out = as_bytes(out.data());
    state.gzip.avail_out = static_cast<uInt>(out.size());
    const int done = inflate(&state.gzip, Z_NO_FLUSH);
    if (done != Z_OK && done != Z_STREAM_END && done != Z_BUF_ERROR)
      return fail(Code::syntax, "its gzip data is damaged");
    state.whole = done == Z_STREAM_END;
    in.remove_prefix(in.size() - state.gzip.avail_in);
    out.resize(out.size() - state.gzip.avail_out);
    return {};
  }
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  const std::size_t left = ZSTD_decompressStream(state.zstd, &to, &from);
  if (ZSTD_getErrorCode(left) == ZSTD_error_frameParameter_windowTooLarge)
    return fail(Code::out_of_range,
                "its zstd window is larger than 128 MiB; recompress it without --long, or with --long=27");
  if (ZSTD_isError(left) != 0) return fail(Code::syntax, "its zstd data is damaged");
  state.whole = left == 0;
  in.remove_prefix(from.pos);
  out.resize(to.pos);
  return {};
}

}  // namespace annal
