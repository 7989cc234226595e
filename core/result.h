// How everything fails: a function that can fail returns Result<T>, never throws across a library's border,
// never prints and never exits. `Error` blames the input; `assert` is for our own mistakes.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace annal {

enum class Code {
  usage,         ///< a wrong argument: unknown flag, bad DATE
  unreadable,    ///< a file that cannot be opened, read or written
  not_text,      ///< bytes that are no UTF-8 text
  syntax,        ///< text in a form of ours (rules, JSON lines) that breaks its grammar
  out_of_range,  ///< a value past a stated limit
};

/// One line for the reader: lower case, names the thing and its place, and says how to mend it.
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
