#include "serve/request_head.h"

#include <sys/random.h>

#include <array>
#include <iterator>

#include "core/unicode/ascii.h"

namespace annal::serve {
namespace {

bool is_json(std::string_view content_type) {
  return lowered(trimmed(content_type.substr(0, content_type.find(';')))) == "application/json";
}

}  // namespace

Result<std::string> random_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != std::ssize(bytes))  // so few come at once, or not at all
    return fail(Code::unreadable, "the system gives no random numbers");
  std::string token;
  for (const unsigned char byte : bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    token += digits[byte >> 4];
    token += digits[byte & 15];
  }
  return token;
}

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

std::optional<Refusal> check_host(const RequestHead& head, std::string_view port) {
  if (head.repeated) return Refusal{400, "a field of the request is repeated"};
  for (const std::string_view name : {"127.0.0.1:", "localhost:"})
    if (head.host && head.host->starts_with(name) && head.host->substr(name.size()) == port) return {};
  return Refusal{403, "the request names another host"};
}

std::optional<Refusal> check_body(const RequestHead& head) {
  if (!head.content_type || !is_json(*head.content_type)) return Refusal{415, "the body must be application/json"};
  if (head.chunked || !head.length) return Refusal{411, "the request must state the length of its body"};
  if (*head.length > largest_body) return Refusal{413, "the body is larger than 4 MiB"};
  return {};
}

std::optional<Refusal> check_no_body(const RequestHead& head) {
  if (head.chunked || head.length.value_or(0) > 0) return Refusal{400, "a GET has no body"};
  return {};
}

std::optional<Refusal> check_method(const RequestHead& head, bool posts) {
  if (posts && head.method != "POST") return Refusal{405, "only POST", "POST"};
  if (!posts && head.method != "GET" && head.method != "HEAD") return Refusal{405, "only GET", "GET, HEAD"};
  return {};
}

}  // namespace annal::serve
