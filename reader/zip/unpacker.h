// What takes zip archives apart: libzip in the program, JavaScript in the module for browsers (wasm/annal/unpacker.cc).
// ZipArchive bounds what it does and says what is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace annal::unzip {

struct Close {
  void operator()(void* archive) const;
};
using Handle = std::unique_ptr<void, Close>;

/// Why no archive can be opened on this machine; empty where they can.
std::string missing_unpacker();

/// Opens an archive, whose bytes outlive it; null: no archive, or a damaged one.
Handle open(std::string_view bytes);

/// Parts, among them those that no document needs.
std::size_t count(const Handle& archive);

bool has(const Handle& archive, const std::string& part);

enum class Fault : std::uint8_t { damaged, has_password, unknown_method, too_long };

/// Unpacks a part that the archive has, of `most` bytes at most.
tl::expected<std::string, Fault> read(const Handle& archive, const std::string& part, std::size_t most);

}  // namespace annal::unzip
