// Zip archives, which JavaScript unpacks: the functions of the module "annal" that it must provide (web/module/zip.ts).
#include "reader/zip/unpacker.h"

#include <string>

#define ANNAL_IMPORT(name) extern "C" __attribute__((import_module("annal"), import_name(#name)))

/// Opens an archive. Returns its number from 1 on; 0: no archive, or a damaged one.
ANNAL_IMPORT(zip_open) std::int32_t annal_zip_open(const char* bytes, std::size_t size);
ANNAL_IMPORT(zip_count) std::int32_t annal_zip_count(std::int32_t archive);
/// Whether it has a part of this name: 1 or 0.
ANNAL_IMPORT(zip_has) std::int32_t annal_zip_has(std::int32_t archive, const char* name, std::size_t size);
/// Unpacks a part, of `most` bytes at most, for zip_take. Returns its size, or -1 less the number of an unzip::Fault.
ANNAL_IMPORT(zip_read)
std::int32_t annal_zip_read(std::int32_t archive, const char* name, std::size_t size, std::size_t most);
/// Writes the bytes of the part that was unpacked last.
ANNAL_IMPORT(zip_take) void annal_zip_take(std::int32_t archive, char* to);
ANNAL_IMPORT(zip_close) void annal_zip_close(std::int32_t archive);

namespace annal::unzip {
namespace {

std::int32_t number_of(const void* archive) {
  return static_cast<std::int32_t>(reinterpret_cast<std::intptr_t>(archive));
}

}  // namespace

void Close::operator()(void* archive) const { annal_zip_close(number_of(archive)); }

std::string missing_unpacker() { return {}; }

Handle open(std::string_view bytes) {
  return Handle(reinterpret_cast<void*>(static_cast<std::intptr_t>(annal_zip_open(bytes.data(), bytes.size()))));
}

std::size_t count(const Handle& archive) { return static_cast<std::size_t>(annal_zip_count(number_of(archive.get()))); }

bool has(const Handle& archive, const std::string& part) {
  return annal_zip_has(number_of(archive.get()), part.data(), part.size()) != 0;
}

tl::expected<std::string, Fault> read(const Handle& archive, const std::string& part, std::size_t most) {
  const std::int32_t number = number_of(archive.get());
  const std::int32_t size = annal_zip_read(number, part.data(), part.size(), most);
  if (size < 0) return tl::unexpected(static_cast<Fault>(-1 - size));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  annal_zip_take(number, bytes.data());
  return bytes;
}

}  // namespace annal::unzip
