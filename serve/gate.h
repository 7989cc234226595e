// Decides which requests are answered at all, before a byte of their body is read. A page of a stranger, open in the
// same browser, can send requests to this machine, and a name of his can be made to lead here (DNS rebinding); so a
// request has to know the token, to name us as its host, and to come from our own page. What it asks for is looked up
// in a fixed table: no path is ever a file's.
//
//   GET  /TOKEN/                      the list of articles
//   GET  /TOKEN/1/                    the page of the first
//   POST /TOKEN/1/edits               its edits, to be saved
//   GET  /TOKEN/1/date?wording=May    a date, read
//   GET  /TOKEN/1/timeline.svg        the timeline in another format, by its extension
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/result.h"
#include "render/formats.h"

namespace annal::serve {

inline constexpr std::uint64_t largest_body = std::uint64_t{4} << 20;  ///< bytes

/// The parts of a request that decide. The views hold as long as the request.
struct RequestHead {
  std::string_view method, target;  ///< as sent
  std::optional<std::string_view> host, origin, fetch_site, token, content_type;
  std::optional<std::uint64_t> length;  ///< of the body, where it is stated
  bool chunked = false;
  bool repeated = false;  ///< a field of these stands there twice
};

enum class Resource : std::uint8_t { index, page, edits, date, download };

/// What an admitted request asks for.
struct Route {
  Resource resource = Resource::index;
  std::size_t article = 0;         ///< from 0
  const Format* format = nullptr;  ///< of a download
  std::string wording;             ///< of a date, in valid UTF-8
};

struct Refusal {
  unsigned status = 404;    ///< of HTTP
  std::string_view reason;  ///< one line
};

/// 128 bits from the system, in 32 hexadecimal digits. Errors: unreadable, the system has none.
Result<std::string> random_token();

class Gate {
 public:
  Gate(std::string token, std::uint16_t port, std::size_t articles)
      : token_(std::move(token)), port_(std::to_string(port)), articles_(articles) {}

  const std::string& token() const { return token_; }
  /// "http://127.0.0.1:4711/TOKEN/"
  std::string address() const { return "http://127.0.0.1:" + port_ + '/' + token_ + '/'; }

  std::variant<Route, Refusal> admit(const RequestHead& head) const;

 private:
  std::optional<Refusal> check_source(const RequestHead& head) const;
  std::optional<Refusal> check_post(const RequestHead& head) const;
  std::variant<Route, Refusal> find(std::string_view path) const;

  std::string token_, port_;
  std::size_t articles_;
};

}  // namespace annal::serve
