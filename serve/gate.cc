#include "serve/gate.h"

#include <algorithm>
#include <charconv>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"

namespace annal::serve {
namespace {

constexpr std::size_t longest_wording = 1000;  // bytes

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

Refusal not_found() { return {404, "there is nothing here; open the address that annal serve printed"}; }

}  // namespace

std::optional<Refusal> Gate::check_source(const RequestHead& head) const {
  const bool post = head.method == "POST";
  if (const auto refusal = check_host(head, port_)) return refusal;
  if (head.origin ? *head.origin != "http://" + std::string(*head.host) : post)
    return Refusal{403, "the request comes from another page"};
  if (head.fetch_site && *head.fetch_site != "same-origin" && (post || *head.fetch_site != "none"))
    return Refusal{403, "the request comes from another site; paste the address into the browser instead"};
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
  if (const auto refusal = check_method(head, saves)) return *refusal;
  if (saves) {
    if (!head.token) return Refusal{403, "the request has no token"};
    if (const auto refusal = check_body(head)) return *refusal;
  } else if (const auto refusal = check_no_body(head)) {
    return *refusal;
  }
  return found;
}

}  // namespace annal::serve
