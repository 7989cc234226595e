// The functions of libzip 1.7 that are used, as its manual declares them. Linked in, it would bring OpenSSL's library
// to every start of the program.
#include "reader/zip/archive.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/loaded_library.h"

namespace annal {
namespace {

struct ZipError {
  int code, system;
  char* words;
};

constexpr int read_only = 16;
constexpr int no_password = 26, method_unknown = 16, encryption_unknown = 24;
constexpr std::string_view local_mark = "PK\x03\x04", entry_mark = "PK\x01\x02", empty_mark = "PK\x05\x06";
constexpr std::size_t most_marks = 65'536;  // entries of archives inside the archive among them

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

/// Entries cost memory as soon as the archive is opened, so they are counted before.
bool has_too_many_entries(std::string_view bytes) {
  std::size_t marks = 0;
  for (std::size_t at = bytes.find(entry_mark); at != std::string_view::npos && marks <= most_marks;
       at = bytes.find(entry_mark, at + entry_mark.size()))
    ++marks;
  return marks > most_marks;
}

tl::unexpected<Error> too_many_parts() {
  return fail(Code::out_of_range,
              "the archive holds more than " + std::to_string(most_parts) + " parts, which no document needs");
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with(local_mark) || bytes.starts_with(empty_mark); }

void ZipArchive::Close::operator()(void* archive) const { library().discard(archive); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  if (bytes.size() > largest_archive) return fail(Code::out_of_range, "longer than 256 MiB, which no document needs");
  const Library& zip = library();
  if (!zip.loaded.trouble().empty()) {
    return fail(Code::unreadable, "documents of this kind need libzip (Debian's libzip4), which cannot be loaded: " +
                                      zip.loaded.trouble() + "; install it, or save the document as text");
  }
  if (has_too_many_entries(bytes)) return too_many_parts();
  ZipError error{};
  void* const source = zip.source(bytes.data(), bytes.size(), 0, &error);
  void* const archive = source == nullptr ? nullptr : zip.open(source, read_only, &error);
  zip.end_error(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip.free_source(source);
    return fail(Code::syntax, "the zip archive is damaged or cut off; get the file again");
  }
  ZipArchive opened(archive, bytes.size() * most_unpacked_ratio + most_unpacked_besides);
  if (zip.count(archive, 0) > static_cast<std::int64_t>(most_parts)) return too_many_parts();
  return opened;
}

bool ZipArchive::has(const std::string& part) const { return library().locate(archive_.get(), part.c_str(), 0) >= 0; }

Result<std::string> ZipArchive::read(const std::string& part) {
  const Library& zip = library();
  const std::int64_t index = zip.locate(archive_.get(), part.c_str(), 0);
  if (index < 0) return fail(Code::syntax, "the part " + part + " is missing; get the file again");
  const std::unique_ptr<void, int (*)(void*)> file(zip.open_part(archive_.get(), static_cast<std::uint64_t>(index), 0),
                                                   zip.close_part);
  if (file == nullptr) {
    const int code = zip.error(archive_.get())->code;
    if (code == no_password || code == encryption_unknown)
      return fail(Code::not_text, "protected by a password; save it without one");
    if (code == method_unknown)
      return fail(Code::syntax, "the part " + part + " is packed in a way that is not known; save the file again");
    return fail(Code::syntax, "the part " + part + " is damaged; get the file again");
  }
  const std::size_t most = std::min(left_, largest_part);
  std::string out;
  std::array<char, 1 << 16> piece;
  for (;;) {
    const std::int64_t got = zip.read(file.get(), piece.data(), piece.size());
    if (got < 0) return fail(Code::syntax, "the part " + part + " is damaged; get the file again");
    if (got == 0) break;
    out.append(piece.data(), static_cast<std::size_t>(got));
    if (out.size() > most) {
      return fail(Code::out_of_range, "the part " + part + " is longer than " + std::to_string(most >> 20) +
                                          " MiB when it is unpacked, which no document of this size needs");
    }
  }
  left_ -= out.size();
  return out;
}

}  // namespace annal
