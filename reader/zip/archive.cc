// See archive.h.
#include "reader/zip/archive.h"

#include <algorithm>

namespace annal {
namespace {

constexpr std::string_view local_mark = "PK\x03\x04", entry_mark = "PK\x01\x02", empty_mark = "PK\x05\x06";
constexpr std::size_t most_marks = 65'536;  // entries of archives inside the archive among them

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

tl::unexpected<Error> refused(unzip::Fault fault, const std::string& part, std::size_t most) {
  switch (fault) {
    case unzip::Fault::has_password: return fail(Code::not_text, "protected by a password; save it without one");
    case unzip::Fault::unknown_method:
      return fail(Code::syntax, "the part " + part + " is packed in a way that is not known; save the file again");
    case unzip::Fault::too_long:
      return fail(Code::out_of_range, "the part " + part + " is longer than " + std::to_string(most >> 20) +
                                          " MiB when it is unpacked, which no document of this size needs");
    case unzip::Fault::damaged: break;
  }
  return fail(Code::syntax, "the part " + part + " is damaged; get the file again");
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with(local_mark) || bytes.starts_with(empty_mark); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  if (bytes.size() > largest_archive) return fail(Code::out_of_range, "longer than 256 MiB, which no document needs");
  if (const std::string missing = unzip::missing_unpacker(); !missing.empty())
    return fail(Code::unreadable,
                "documents of this kind need " + missing + "; install it, or save the document as text");
  if (has_too_many_entries(bytes)) return too_many_parts();
  unzip::Handle archive = unzip::open(bytes);
  if (archive == nullptr) return fail(Code::syntax, "the zip archive is damaged or cut off; get the file again");
  if (unzip::count(archive) > most_parts) return too_many_parts();
  return ZipArchive(std::move(archive), bytes.size() * most_unpacked_ratio + most_unpacked_besides);
}

bool ZipArchive::has(const std::string& part) const { return unzip::has(archive_, part); }

Result<std::string> ZipArchive::read(const std::string& part) {
  if (!has(part)) return fail(Code::syntax, "the part " + part + " is missing; get the file again");
  const std::size_t most = std::min(left_, largest_part);
  auto bytes = unzip::read(archive_, part, most);
  if (!bytes) return refused(bytes.error(), part, most);
  left_ -= bytes->size();
  return std::move(*bytes);
}

}  // namespace annal
