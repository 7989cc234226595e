// Which requests of programs are answered, and what each asks for.
#include "serve/api_gate.h"

#include <catch2/catch.hpp>

using namespace annal;
using namespace annal::serve;

namespace {

const std::string token = "00112233445566778899aabbccddeeff", bearer = "Bearer " + token;

RequestHead get(std::string_view target = "/openapi.json") {
  RequestHead head;
  head.method = "GET";
  head.target = target;
  head.host = "127.0.0.1:4711";
  head.authorization = bearer;
  return head;
}

RequestHead post(std::string_view target = "/timeline") {
  RequestHead head = get(target);
  head.method = "POST";
  head.content_type = "application/json";
  head.length = 2;
  return head;
}

std::variant<ApiRoute, Refusal> admitted(const RequestHead& head) { return ApiGate(token, 4711).admit(head); }

/// The status of a refusal, or 200.
unsigned status(const RequestHead& head) {
  const auto answer = admitted(head);
  const Refusal* refusal = std::get_if<Refusal>(&answer);
  return refusal == nullptr ? 200 : refusal->status;
}

}  // namespace

TEST_CASE("a program's request asks for one of four things", "[serve][gate]") {
  CHECK(std::get<ApiRoute>(admitted(post("/timeline"))) == ApiRoute::timeline);
  CHECK(std::get<ApiRoute>(admitted(post("/dates"))) == ApiRoute::dates);
  CHECK(std::get<ApiRoute>(admitted(post("/why"))) == ApiRoute::why);
  CHECK(std::get<ApiRoute>(admitted(get())) == ApiRoute::description);
}

TEST_CASE("any other path is refused, whatever it spells", "[serve][gate]") {
  const char* target = GENERATE("", "/", "*", "timeline", "/timeline/", "//timeline", "/Timeline", "/timeline?x=1",
                                "/%74imeline", "/../etc/passwd", "http://127.0.0.1:4711/timeline", "/why/../timeline");
  CHECK(status(post(target)) == 404);
}

TEST_CASE("a program's request is refused for each fault, and the token before all that tells what there is",
          "[serve][gate]") {
  struct Row {
    const char* why;
    void (*spoil)(RequestHead& head);
    unsigned status;
  };
  const auto row = GENERATE(values<Row>({
      {"as it should be", [](RequestHead&) {}, 200},
      {"by another name of this machine", [](RequestHead& head) { head.host = "localhost:4711"; }, 200},
      {"the scheme in small letters",
       [](RequestHead& head) { head.authorization = "bearer 00112233445566778899aabbccddeeff"; }, 200},
      {"no host", [](RequestHead& head) { head.host.reset(); }, 403},
      {"another host", [](RequestHead& head) { head.host = "evil.example:4711"; }, 403},
      {"another port", [](RequestHead& head) { head.host = "127.0.0.1:80"; }, 403},
      {"a host that goes on", [](RequestHead& head) { head.host = "127.0.0.1:47110"; }, 403},
      {"a page of this machine", [](RequestHead& head) { head.origin = "http://127.0.0.1:4711"; }, 403},
      {"a page of a stranger", [](RequestHead& head) { head.origin = "null"; }, 403},
      {"a browser", [](RequestHead& head) { head.fetch_site = "none"; }, 403},
      {"a field twice", [](RequestHead& head) { head.repeated = true; }, 400},
      {"no token", [](RequestHead& head) { head.authorization.reset(); }, 401},
      {"an empty field", [](RequestHead& head) { head.authorization = ""; }, 401},
      {"the scheme alone", [](RequestHead& head) { head.authorization = "Bearer "; }, 401},
      {"another scheme", [](RequestHead& head) { head.authorization = "Basic 00112233445566778899aabbccddeeff"; }, 401},
      {"another token", [](RequestHead& head) { head.authorization = "Bearer 10112233445566778899aabbccddeeff"; }, 401},
      {"part of the token", [](RequestHead& head) { head.authorization = "Bearer 00112233445566778899aabbccddee"; },
       401},
      {"no token, and a path that is none",
       [](RequestHead& head) {
         head.authorization.reset();
         head.target = "/nothing";
       },
       401},
      {"a GET", [](RequestHead& head) { head.method = "GET"; }, 405},
      {"a preflight", [](RequestHead& head) { head.method = "OPTIONS"; }, 405},
      {"no JSON", [](RequestHead& head) { head.content_type = "text/plain"; }, 415},
      {"no type", [](RequestHead& head) { head.content_type.reset(); }, 415},
      {"no length", [](RequestHead& head) { head.length.reset(); }, 411},
      {"in chunks", [](RequestHead& head) { head.chunked = true; }, 411},
      {"too long", [](RequestHead& head) { head.length = largest_body + 1; }, 413},
  }));
  RequestHead head = post();
  row.spoil(head);
  INFO(row.why);
  CHECK(status(head) == row.status);
}

TEST_CASE("the description is had by GET and HEAD, without a body", "[serve][gate]") {
  RequestHead head = get();
  head.method = "POST";
  CHECK(status(head) == 405);
  CHECK(std::get<Refusal>(admitted(head)).allow == "GET, HEAD");
  head = get();
  head.method = "HEAD";
  CHECK(std::get<ApiRoute>(admitted(head)) == ApiRoute::description);
  head.target = "/timeline";
  CHECK(std::get<Refusal>(admitted(head)).allow == "POST");
  head = get();
  head.length = 2;
  CHECK(status(head) == 400);
}
