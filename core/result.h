// Result<T>: the return type of functions that can fail. The libraries do not throw, print or exit.
// An `Error` is about the input; `assert` is for mistakes in the program.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace annal {

enum class Code {
  usage,         ///< a wrong argument: unknown flag, bad DATE
  unreadable,    ///< a file that cannot be opened, read or written
  not_text,      ///< bytes that are not UTF-8 text
  syntax,        ///< text that breaks the grammar of its format (rules, JSON lines)
  out_of_range,  ///< a value beyond a stated limit
};

/// One line for the user, in lower case: what is wrong and where, and how to fix it.
struct Error {
  Code code;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Code code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace annal
