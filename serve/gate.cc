#include "serve/gate.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"

namespace annal::serve {
namespace {

constexpr std::size_t longest_wording = 1000;  // bytes

/// Whether both are the same; the time depends on their lengths alone.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char letter = lower_ascii(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// A value of a form, application/x-www-form-urlencoded; nothing where it is none, is too long, or is not UTF-8.
std::optional<std::string> form_value(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&' || text[i] == '=') return {};
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[i + 2]);
    if (low < 0) return {};
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (out.size() > longest_wording || find_invalid_utf8(out)) return {};
  return out;
}

const Format* format_of(std::string_view extension) {
  for (const Format& format : formats()) {
    if (format.build == nullptr) continue;
    for (const std::string_view known : format.extensions)
      if (!known.empty() && known == extension) return &format;
  }
  return nullptr;
}

bool is_json(std::string_view content_type) {
  return lowered(trimmed(content_type.substr(0, content_type.find(';')))) == "application/json";
}

Refusal not_found() { return {404, "there is nothing here; open the address that annal serve printed"}; }

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

std::optional<Refusal> Gate::check_source(const RequestHead& head) const {
  const bool post = head.method == "POST";
  if (head.repeated) return Refusal{400, "a field of the request is repeated"};
  if (!head.host || (*head.host != "127.0.0.1:" + port_ && *head.host != "localhost:" + port_))
    return Refusal{403, "the request names another host"};
  if (head.origin ? *head.origin != "http://" + std::string(*head.host) : post)
    return Refusal{403, "the request comes from another page"};
  if (head.fetch_site && *head.fetch_site != "same-origin" && (post || *head.fetch_site != "none"))
    return Refusal{403, "the request comes from another site; paste the address into the browser instead"};
  return {};
}

std::optional<Refusal> Gate::check_post(const RequestHead& head) const {
  if (!head.token) return Refusal{403, "the request has no token"};
  if (!head.content_type || !is_json(*head.content_type)) return Refusal{415, "the body must be application/json"};
  if (head.chunked || !head.length) return Refusal{411, "the request must state the length of its body"};
  if (*head.length > largest_body) return Refusal{413, "the body is larger than 4 MiB"};
  return {};
}

std::variant<Route, Refusal> Gate::find(std::string_view path) const {
  if (path.empty()) return Route{};
  Route route;
  const std::size_t slash = path.find('/');
  std::size_t number = 0;
  const auto read = std::from_chars(path.data(), path.data() + std::min(slash, path.size()), number);
  if (slash == std::string_view::npos || read.ec != std::errc() || read.ptr != path.data() + slash ||
      path.front() == '0' || number > articles_)
    return not_found();
  route.article = number - 1;
  path.remove_prefix(slash + 1);
  constexpr std::string_view date = "date?wording=", timeline = "timeline";
  if (path.empty()) {
    route.resource = Resource::page;
  } else if (path == "edits") {
    route.resource = Resource::edits;
  } else if (path.starts_with(date)) {
    auto wording = form_value(path.substr(date.size()));
    if (!wording) return Refusal{400, "the wording cannot be read"};
    route.resource = Resource::date;
    route.wording = std::move(*wording);
  } else if (path.starts_with(timeline)) {
    route.resource = Resource::download;
    route.format = format_of(path.substr(timeline.size()));
    if (route.format == nullptr) return not_found();
  } else {
    return not_found();
  }
  return route;
}

std::variant<Route, Refusal> Gate::admit(const RequestHead& head) const {
  if (const auto refusal = check_source(head)) return *refusal;
  if (head.token && !same_secret(*head.token, token_)) return Refusal{403, "the token is another one"};
  const std::size_t end = 1 + token_.size();
  const std::string_view target = head.target;
  if (target.size() <= end || target.front() != '/' || target[end] != '/' ||
      !same_secret(target.substr(1, token_.size()), token_))
    return not_found();
  auto found = find(target.substr(end + 1));
  const Route* route = std::get_if<Route>(&found);
  if (route == nullptr) return found;
  const bool saves = route->resource == Resource::edits;
  if (head.method != (saves ? "POST" : "GET")) return Refusal{405, saves ? "only POST" : "only GET"};
  if (saves) {
    if (const auto refusal = check_post(head)) return *refusal;
  } else if (head.chunked || head.length.value_or(0) > 0) {
    return Refusal{400, "a GET has no body"};
  }
  return found;
}

}  // namespace annal::serve
