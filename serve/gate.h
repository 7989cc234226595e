// Decides which requests of pages are answered at all, before a byte of their body is read: a request has to know the
// token, to name us as its host, and to come from our own page. What it asks for is looked up in a fixed table: no path
// is ever a file's.
//
//   GET  /TOKEN/                      the list of articles
//   GET  /TOKEN/1/                    the page of the first
//   POST /TOKEN/1/edits               its edits, to be saved
//   GET  /TOKEN/1/date?wording=May    a date, read
//   GET  /TOKEN/1/timeline.svg        the timeline in another format, by its extension
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "render/formats.h"
#include "serve/request_head.h"

namespace annal::serve {

enum class Resource : std::uint8_t { index, page, edits, date, download };

/// What an admitted request asks for.
struct Route {
  Resource resource = Resource::index;
  std::size_t article = 0;         ///< from 0
  const Format* format = nullptr;  ///< of a download
  std::string wording;             ///< of a date, in valid UTF-8
};

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
  std::variant<Route, Refusal> find(std::string_view path) const;

  std::string token_, port_;
  std::size_t articles_;
};

}  // namespace annal::serve
