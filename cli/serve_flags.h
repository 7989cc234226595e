// The options of annal serve.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace annal {

/// As written.
struct RawServeFlags {
  std::uint32_t port = 0;
  std::optional<std::uint32_t> idle;
  bool no_open = false, api = false;
  std::optional<std::string> token_file;
};

struct ServeFlags {
  std::vector<std::string> files;  ///< the articles, each a file
  std::uint16_t port = 0;          ///< 0: a free one
  std::chrono::minutes idle{30};   ///< 0: without end
  bool open = true;                ///< in the browser, where there is one
  bool api = false;                ///< requests of programs are answered, and no article is served
  std::string token_file;          ///< with `api`; empty: none
};

/// The options as values; `edits` is what --edits states. Errors, all of them usage: no article, standard input as one,
/// one edits file for several, a number out of range, an article beside --api, a token file without it.
Result<ServeFlags> validate_serve_flags(const RawServeFlags& raw, const std::vector<std::string>& files,
                                        const std::optional<std::string>& edits);

}  // namespace annal
