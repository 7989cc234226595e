// A server of HTTP on this machine alone. Boost.Beast reads and writes HTTP; what is here
// bounds it: each request has a size and a deadline, each connection carries one request, and no number of connections
// that stall keeps another from being answered. One thread does all; an answer is made while no other is.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "core/result.h"
#include "serve/gate.h"

namespace annal::serve {

struct Answer {
  unsigned status = 200;
  std::string type = "application/json";
  std::string body = {};
  std::string_view policy = "default-src 'none'";  ///< the content security policy; no answer may be framed
  std::string file_name = {};                      ///< of a download, in letters, digits and dots of ASCII
  std::string location = {};                       ///< of a redirection: a path
  std::string_view allow = {};                     ///< of 405: the methods that the path has
};

/// An answer that says in JSON what is wrong: {"error": "..."}.
Answer error_answer(unsigned status, std::string_view message);

/// Makes the answer to an admitted request. What it throws becomes an answer of status 500.
using Handler = std::function<Answer(const Route& route, const std::string& body)>;

/// Makes the answer to an admitted request from its body. What it throws becomes an answer of status 500.
using Answerer = std::function<Answer(const std::string& body)>;
/// Decides on a request by its head.
using Admit = std::function<std::variant<Answerer, Refusal>(const RequestHead& head)>;

/// Where a server listens, and how long it waits.
struct Listening {
  std::uint16_t port = 0;                                         ///< 0: a free one
  std::chrono::milliseconds idle = std::chrono::minutes(30);      ///< without an admitted request, it ends; 0: never
  std::chrono::milliseconds patience = std::chrono::seconds(10);  ///< for a request to be complete
};

struct ServerOptions {
  std::string token;  ///< of all paths
  std::size_t articles = 1;
  std::uint16_t port = 0;                                         ///< 0: a free one
  std::chrono::milliseconds idle = std::chrono::minutes(30);      ///< without an admitted request, it ends; 0: never
  std::chrono::milliseconds patience = std::chrono::seconds(10);  ///< for a request to be complete
};

/// Why a server ended.
enum class End : std::uint8_t { signalled, idle };

/// Listens on 127.0.0.1, calls `ready` with the address of the list of articles, and answers until SIGINT, SIGTERM, or
/// `idle` has passed.
///
///   errors   unreadable: the port cannot be had; those of `ready`
Result<End> run(const ServerOptions& options, const Handler& handler,
                const std::function<Result<void>(const std::string& address)>& ready);

/// The same for any gate, which `admit_at` makes for a port; `ready` gets that port.
Result<End> run_gated(const Listening& where, const std::function<Admit(std::uint16_t port)>& admit_at,
                      const std::function<Result<void>(std::uint16_t port)>& ready);

}  // namespace annal::serve
