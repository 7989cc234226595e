#include "serve/api_gate.h"

#include <algorithm>
#include <array>

#include "core/unicode/ascii.h"

namespace annal::serve {
namespace {

struct Row {
  std::string_view target;
  ApiRoute route;
};
constexpr std::array<Row, 4> rows{{{"/timeline", ApiRoute::timeline},
                                   {"/dates", ApiRoute::dates},
                                   {"/why", ApiRoute::why},
                                   {"/openapi.json", ApiRoute::description}}};

bool has_token(const RequestHead& head, std::string_view token) {
  constexpr std::string_view scheme = "bearer ";
  if (!head.authorization || lowered(head.authorization->substr(0, scheme.size())) != scheme) return false;
  return same_secret(trimmed(head.authorization->substr(scheme.size())), token);
}

}  // namespace

std::variant<ApiRoute, Refusal> ApiGate::admit(const RequestHead& head) const {
  if (const auto refusal = check_host(head, port_)) return *refusal;
  if (head.origin || head.fetch_site) return Refusal{403, "the request comes from a browser; this is for programs"};
  if (!has_token(head, token_))
    return Refusal{401, "the request needs the field Authorization: Bearer, with the token of annal serve --api"};
  const auto row = std::ranges::find(rows, head.target, &Row::target);
  if (row == rows.end())
    return Refusal{404, "there is nothing here; POST /timeline, /dates or /why, or GET /openapi.json"};
  const bool posts = row->route != ApiRoute::description;
  if (const auto refusal = check_method(head, posts)) return *refusal;
  if (const auto refusal = posts ? check_body(head) : check_no_body(head)) return *refusal;
  return row->route;
}

}  // namespace annal::serve
