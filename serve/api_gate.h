// Decides which requests of programs are answered at all, before a byte of their body is read. A program sends the
// token in a field that no page of a browser may set for another site; what a browser sends is refused altogether.
//
//   POST /timeline  /dates  /why      Authorization: Bearer TOKEN
//   GET  /openapi.json
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "serve/request_head.h"

namespace annal::serve {

enum class ApiRoute : std::uint8_t { timeline, dates, why, description };

class ApiGate {
 public:
  ApiGate(std::string token, std::uint16_t port) : token_(std::move(token)), port_(std::to_string(port)) {}

  std::variant<ApiRoute, Refusal> admit(const RequestHead& head) const;

 private:
  std::string token_, port_;
};

}  // namespace annal::serve
