// zlib and libzstd, each in its streaming form, so that no ratio of compression needs memory.
#include "batch/coding.h"

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

Coding coding_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B")) return Coding::gzip;
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD")) return Coding::zstd;
  // A frame that is to be skipped, as pzstd writes before each other: sixteen numbers, 0x184D2A50 and on.
  if (first_bytes.size() >= 4 && (first_bytes[0] & 0xF0) == 0x50 && first_bytes.substr(1, 3) == "\x2A\x4D\x18")
    return Coding::zstd;
  return Coding::none;
}

Coding coding_named(std::string_view path) {
  for (const Coding coding : {Coding::gzip, Coding::zstd})
    if (path.ends_with(ending(coding))) return coding;
  return Coding::none;
}

std::string_view ending(Coding coding) {
  if (coding == Coding::gzip) return ".gz";
  return coding == Coding::zstd ? ".zst" : "";
}

std::string_view without_coding(std::string_view path) {
  path.remove_suffix(ending(coding_named(path)).size());
  return path;
}

std::string compressed(std::string bytes, Coding coding) {
  if (bytes.empty() || coding == Coding::none) return bytes;
  return coding == Coding::gzip ? gzipped(bytes) : zstandard(bytes);
}

std::uint32_t crc32_of(std::uint32_t so_far, std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(so_far, as_bytes(bytes.data()), bytes.size()));
}

struct Decoder::State {
  explicit State(Coding kind) : coding(kind) {
    if (coding == Coding::gzip && inflateInit2(&gzip, gzip_window) != Z_OK) throw std::bad_alloc();
    if (coding == Coding::zstd && (zstd = ZSTD_createDStream()) == nullptr) throw std::bad_alloc();
    if (coding == Coding::zstd) ZSTD_DCtx_setParameter(zstd, ZSTD_d_windowLogMax, zstd_window_log);
  }
  ~State() {
    if (coding == Coding::gzip) inflateEnd(&gzip);
    if (coding == Coding::zstd) ZSTD_freeDStream(zstd);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  Coding coding;
  bool whole = true;
  z_stream gzip{};
  ZSTD_DStream* zstd = nullptr;
};

Decoder::Decoder(Coding coding) : state_(std::make_unique<State>(coding)) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

bool Decoder::whole() const { return state_->whole; }

Result<void> Decoder::step(std::string_view& in, std::string& out) {
  State& state = *state_;
  out.clear();
  if (state.whole && in.empty()) return {};
  out.resize(step_size);
  if (state.coding == Coding::gzip) {
    if (state.whole) inflateReset(&state.gzip);
    state.gzip.next_in = as_bytes(in.data());
    state.gzip.avail_in = static_cast<uInt>(in.size());
    state.gzip.next_out = as_bytes(out.data());
    state.gzip.avail_out = static_cast<uInt>(out.size());
    const int done = inflate(&state.gzip, Z_NO_FLUSH);
    if (done != Z_OK && done != Z_STREAM_END && done != Z_BUF_ERROR)
      return fail(Code::syntax, "its gzip data are damaged");
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
                "its zstd window is larger than 128 MiB; compress it again without --long, or with --long=27");
  if (ZSTD_isError(left) != 0) return fail(Code::syntax, "its zstd data are damaged");
  state.whole = left == 0;
  in.remove_prefix(from.pos);
  out.resize(to.pos);
  return {};
}

}  // namespace annal
