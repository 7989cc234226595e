// Zip archives, which JavaScript unpacks: the functions of the module "annal" that it must provide.
#include "reader/zip/archive.h"

#include <cstdint>

#define ANNAL_IMPORT(name) extern "C" __attribute__((import_module("annal"), import_name(#name)))

/// Opens an archive. Returns its number from 1 on; 0: no archive, or a damaged one; -1: none can be opened.
ANNAL_IMPORT(zip_open) std::int32_t annal_zip_open(const char* bytes, std::size_t size);
/// The unpacked size of a part; -1: there is none of this name; -2: protected by a password.
ANNAL_IMPORT(zip_size) std::int32_t annal_zip_size(std::int32_t archive, const char* name, std::size_t size);
/// Writes the part to `to`, which has room for `room` bytes. Returns its size; -1: it is damaged, or has no room.
ANNAL_IMPORT(zip_read)
std::int32_t annal_zip_read(std::int32_t archive, const char* name, std::size_t size, char* to, std::size_t room);
ANNAL_IMPORT(zip_close) void annal_zip_close(std::int32_t archive);

namespace annal {
namespace {

std::int32_t number_of(void* archive) { return static_cast<std::int32_t>(reinterpret_cast<std::intptr_t>(archive)); }

}  // namespace

void ZipArchive::Close::operator()(void* archive) const { annal_zip_close(number_of(archive)); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  if (bytes.size() > largest_archive) return fail(Code::out_of_range, "an archive of more than 256 MiB");
  const std::int32_t number = annal_zip_open(bytes.data(), bytes.size());
  if (number < 0) return fail(Code::unreadable, "archives cannot be unpacked here");
  if (number == 0) return fail(Code::syntax, "a damaged archive");
  void* const archive = reinterpret_cast<void*>(static_cast<std::intptr_t>(number));
  return ZipArchive(archive, bytes.size() * most_unpacked_ratio + most_unpacked_besides);
}

bool ZipArchive::has(const std::string& part) const {
  return annal_zip_size(number_of(archive_.get()), part.data(), part.size()) != -1;
}

Result<std::string> ZipArchive::read(const std::string& part) {
  const std::int32_t number = number_of(archive_.get()), size = annal_zip_size(number, part.data(), part.size());
  if (size == -2) return fail(Code::not_text, "protected by a password");
  if (size < 0) return fail(Code::syntax, "its part " + part + " is missing");
  if (static_cast<std::size_t>(size) > largest_part || static_cast<std::size_t>(size) > left_)
    return fail(Code::out_of_range, "its part " + part + " is too large");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (annal_zip_read(number, part.data(), part.size(), bytes.data(), bytes.size()) != size)
    return fail(Code::syntax, "its part " + part + " is damaged");
  left_ -= bytes.size();
  return bytes;
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

}  // namespace annal
