// What all gates look at: the head of a request, as it was sent, and the refusals that they share. A page of a
// stranger, open in a browser on this machine, can send requests to it, and a name of his can be made to lead here (DNS
// rebinding): so a request has to name us as its host, to know a secret, and to state the length of its body.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace annal::serve {

inline constexpr std::uint64_t largest_body = std::uint64_t{4} << 20;  ///< bytes

/// The parts of a request that decide. The views hold as long as the request.
struct RequestHead {
  std::string_view method, target;  ///< as sent
  std::optional<std::string_view> host, origin, fetch_site, token, authorization, content_type;
  std::optional<std::uint64_t> length;  ///< of the body, where it is stated
  bool chunked = false;
  bool repeated = false;  ///< a field of these stands there twice
};

struct Refusal {
  unsigned status = 404;        ///< of HTTP
  std::string_view reason;      ///< one line
  std::string_view allow = {};  ///< of 405: the methods that the path has
};

/// 128 bits from the system, in 32 hexadecimal digits. Errors: unreadable, the system has none.
Result<std::string> random_token();

/// Whether both are the same; the time depends on their lengths alone.
bool same_secret(std::string_view a, std::string_view b);

/// Whether the request names this machine and `port` as its host, and no field twice.
std::optional<Refusal> check_host(const RequestHead& head, std::string_view port);

/// Whether its body is JSON, of a length that is stated and allowed.
std::optional<Refusal> check_body(const RequestHead& head);

/// Whether it has no body.
std::optional<Refusal> check_no_body(const RequestHead& head);

/// Whether the method is POST where `posts`, else GET or HEAD, which is answered as GET without the body.
std::optional<Refusal> check_method(const RequestHead& head, bool posts);

}  // namespace annal::serve
