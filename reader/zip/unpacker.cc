// The functions of libzip 1.7 that are used, as its manual declares them. Linked in, it would bring OpenSSL's library
// to every start of the program.
#include "reader/zip/unpacker.h"

#include <algorithm>
#include <array>

#include "core/loaded_library.h"

namespace annal::unzip {
namespace {

struct ZipError {
  int code, system;
  char* words;
};

constexpr int read_only = 16;
constexpr int no_password = 26, method_unknown = 16, encryption_unknown = 24;

/// libzip, loaded once.
struct Library {
  void* (*source)(const void*, std::uint64_t, int, ZipError*) = nullptr;
  void (*free_source)(void*) = nullptr;
  void* (*open)(void*, int, ZipError*) = nullptr;
  void (*discard)(void*) = nullptr;
  std::int64_t (*count)(void*, std::uint32_t) = nullptr;
  std::int64_t (*locate)(void*, const char*, std::uint32_t) = nullptr;
  void* (*open_part)(void*, std::uint64_t, std::uint32_t) = nullptr;
  std::int64_t (*read)(void*, void*, std::uint64_t) = nullptr;
  int (*close_part)(void*) = nullptr;
  ZipError* (*error)(void*) = nullptr;
  void (*end_error)(ZipError*) = nullptr;
  LoadedLibrary loaded{"libzip.so.4"};

  Library() {
    loaded.find(source, "zip_source_buffer_create");
    loaded.find(free_source, "zip_source_free");
    loaded.find(open, "zip_open_from_source");
    loaded.find(discard, "zip_discard");
    loaded.find(count, "zip_get_num_entries");
    loaded.find(locate, "zip_name_locate");
    loaded.find(open_part, "zip_fopen_index");
    loaded.find(read, "zip_fread");
    loaded.find(close_part, "zip_fclose");
    loaded.find(error, "zip_get_error");
    loaded.find(end_error, "zip_error_fini");
  }
};

const Library& library() {
  static const Library zip;
  return zip;
}

Fault fault_of(int code) {
  if (code == no_password || code == encryption_unknown) return Fault::has_password;
  return code == method_unknown ? Fault::unknown_method : Fault::damaged;
}

}  // namespace

void Close::operator()(void* archive) const { library().discard(archive); }

std::string missing_unpacker() {
  const std::string& trouble = library().loaded.trouble();
  return trouble.empty() ? trouble : "libzip (Debian's libzip4), which cannot be loaded: " + trouble;
}

Handle open(std::string_view bytes) {
  const Library& zip = library();
  ZipError error{};
  void* const source = zip.source(bytes.data(), bytes.size(), 0, &error);
  void* const archive = source == nullptr ? nullptr : zip.open(source, read_only, &error);
  zip.end_error(&error);
  if (archive == nullptr && source != nullptr) zip.free_source(source);
  return Handle(archive);
}

std::size_t count(const Handle& archive) { return static_cast<std::size_t>(library().count(archive.get(), 0)); }

bool has(const Handle& archive, const std::string& part) {
  return library().locate(archive.get(), part.c_str(), 0) >= 0;
}

tl::expected<std::string, Fault> read(const Handle& archive, const std::string& part, std::size_t most) {
  const Library& zip = library();
  const auto index = static_cast<std::uint64_t>(zip.locate(archive.get(), part.c_str(), 0));
  const std::unique_ptr<void, int (*)(void*)> file(zip.open_part(archive.get(), index, 0), zip.close_part);
  if (file == nullptr) return tl::unexpected(fault_of(zip.error(archive.get())->code));
  std::string out;
  std::array<char, 1 << 16> piece;
  for (;;) {
    const std::int64_t got = zip.read(file.get(), piece.data(), piece.size());
    if (got < 0) return tl::unexpected(Fault::damaged);
    if (got == 0) return out;
    out.append(piece.data(), static_cast<std::size_t>(got));
    if (out.size() > most) return tl::unexpected(Fault::too_long);
  }
}

}  // namespace annal::unzip
