// Which requests are answered, and what each asks for.
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "serve/gate.h"

using namespace annal;
using namespace annal::serve;

namespace {

const std::string token = "00112233445566778899aabbccddeeff";

Gate gate() { return {token, 4711, 2}; }

RequestHead get(std::string_view target) {
  RequestHead head;
  head.method = "GET";
  head.target = target;
  head.host = "127.0.0.1:4711";
  return head;
}

RequestHead post() {
  static const std::string target = "/" + token + "/1/edits";
  RequestHead head = get(target);
  head.method = "POST";
  head.origin = "http://127.0.0.1:4711";
  head.fetch_site = "same-origin";
  head.token = token;
  head.content_type = "application/json";
  head.length = 2;
  return head;
}

/// The status of a refusal, or 200.
unsigned status(const RequestHead& head) {
  const auto admitted = gate().admit(head);
  const Refusal* refusal = std::get_if<Refusal>(&admitted);
  return refusal == nullptr ? 200 : refusal->status;
}

unsigned status_of_path(const std::string& path) {
  const std::string target = "/" + token + "/" + path;
  return status(get(target));
}

}  // namespace

TEST_CASE("a path names one of the resources in the table, or nothing", "[serve][gate]") {
  struct Row {
    const char* path;
    Resource resource;
    std::size_t article;
    const char* format;
    const char* wording;
  };
  const auto row = GENERATE(values<Row>({
      {"", Resource::index, 0, "", ""},
      {"1/", Resource::page, 0, "", ""},
      {"2/", Resource::page, 1, "", ""},
      {"2/date?wording=14+Nov%202016", Resource::date, 1, "", "14 Nov 2016"},
      {"1/date?wording=", Resource::date, 0, "", ""},
      {"1/date?wording=M%C3%A4rz", Resource::date, 0, "", "M\u00e4rz"},
      {"1/timeline.svg", Resource::download, 0, "svg", ""},
      {"1/timeline.json", Resource::download, 0, "json", ""},
      {"1/timeline.timelinejs.json", Resource::download, 0, "timelinejs", ""},
  }));
  INFO(row.path);
  const std::string target = "/" + token + "/" + row.path;
  const auto admitted = gate().admit(get(target));
  REQUIRE(std::holds_alternative<Route>(admitted));
  const Route& route = std::get<Route>(admitted);
  CHECK(route.resource == row.resource);
  CHECK(route.article == row.article);
  CHECK((route.format == nullptr ? "" : route.format->name) == row.format);
  CHECK(route.wording == row.wording);
}

TEST_CASE("a path that is not in the table is refused, whatever it spells", "[serve][gate]") {
  const std::string path = GENERATE("0/", "3/", "01/", "-1/", "1", "1//", "/1/", "//", "1/..", "1/../", "../", "..%2f",
                                    "1/..%2f..%2fetc%2fpasswd", "%31/", "1/edits/", "1/edits?x=1", "1/?x=1", "?x=1",
                                    "1/timeline", "1/timeline.", "1/timeline.conllu", "1/timeline.svg/",
                                    "1/timeline.svg?x", "1/timeline/../timeline.svg", "1/timeline.SVG", "1/date",
                                    "1/date?", "18446744073709551617/", "99999999999999999999999999/", "1\\", "1/\xff");
  INFO(path);
  CHECK(status_of_path(path) == 404);
}

TEST_CASE("the wording of a date is one value of a form in UTF-8", "[serve][gate]") {
  for (const char* wording : {"%", "%4", "%zz", "a&b=1", "a=b", "%ff", "%c3"})
    CHECK(status_of_path(std::string("1/date?wording=") + wording) == 400);
  CHECK(status_of_path("1/date?wording=" + std::string(1000, 'a')) == 200);
  CHECK(status_of_path("1/date?wording=" + std::string(1001, 'a')) == 400);
}

TEST_CASE("without the token in its path, or with another, a request finds nothing", "[serve][gate]") {
  const std::string target = GENERATE("/", "", "*", "/1/", "//1/", "/00112233445566778899aabbccddeefe/1/",
                                      "/00112233445566778899AABBCCDDEEFF/1/", "/00112233445566778899aabbccddeeff",
                                      "/00112233445566778899aabbccddee/ff/", "127.0.0.1:4711",
                                      "http://127.0.0.1:4711/00112233445566778899aabbccddeeff/1/");
  INFO(target);
  CHECK(status(get(target)) == 404);
}

TEST_CASE("a request that names another host is refused", "[serve][gate]") {
  RequestHead head = post();
  head.host = GENERATE("evil.example", "evil.example:4711", "127.0.0.1", "127.0.0.1:4712",
                       "127.0.0.1:4711.evil.example", "localhost", "LOCALHOST:4711", "[::1]:4711", "0.0.0.0:4711", "");
  const std::string own = "http://" + std::string(*head.host);
  head.origin = own;
  CHECK(status(head) == 403);
  head.host.reset();
  CHECK(status(head) == 403);
}

TEST_CASE("a request that comes from another page is refused", "[serve][gate]") {
  for (const char* origin : {"http://evil.example", "https://127.0.0.1:4711", "http://127.0.0.1:4712", "null", "",
                             "http://127.0.0.1:4711/", "http://localhost:4711"}) {
    INFO(origin);
    const std::string target = "/" + token + "/1/";
    RequestHead saves = post(), reads = get(target);
    saves.origin = reads.origin = origin;
    CHECK(status(saves) == 403);
    CHECK(status(reads) == 403);
  }
  for (const char* site : {"cross-site", "same-site", ""}) {
    const std::string target = "/" + token + "/1/";
    RequestHead saves = post(), reads = get(target);
    saves.fetch_site = reads.fetch_site = site;
    CHECK(status(saves) == 403);
    CHECK(status(reads) == 403);
  }
}

TEST_CASE("a page that was opened by hand is answered, also under the name localhost", "[serve][gate]") {
  const std::string target = "/" + token + "/1/";
  RequestHead head = get(target);
  head.fetch_site = "none";
  CHECK(status(head) == 200);
  head.host = "localhost:4711";
  head.origin = "http://localhost:4711";
  CHECK(status(head) == 200);
}

TEST_CASE("what is to be saved comes from our own page, with the token and as JSON of a stated length",
          "[serve][gate]") {
  struct Row {
    const char* why;
    void (*change)(RequestHead& head);
    unsigned status;
  };
  const auto row = GENERATE(values<Row>({
      {"as the page sends it", [](RequestHead&) {}, 200},
      {"a browser without fetch metadata", [](RequestHead& head) { head.fetch_site.reset(); }, 200},
      {"with its character set", [](RequestHead& head) { head.content_type = "Application/JSON; charset=utf-8"; }, 200},
      {"as large as may be", [](RequestHead& head) { head.length = largest_body; }, 200},
      {"no origin", [](RequestHead& head) { head.origin.reset(); }, 403},
      {"opened by hand", [](RequestHead& head) { head.fetch_site = "none"; }, 403},
      {"no token in its field", [](RequestHead& head) { head.token.reset(); }, 403},
      {"another token in its field", [](RequestHead& head) { head.token = "00112233445566778899aabbccddeef0"; }, 403},
      {"a form", [](RequestHead& head) { head.content_type = "text/plain"; }, 415},
      {"no type", [](RequestHead& head) { head.content_type.reset(); }, 415},
      {"a longer type", [](RequestHead& head) { head.content_type = "application/json2"; }, 415},
      {"in chunks", [](RequestHead& head) { head.chunked = true; }, 411},
      {"no length", [](RequestHead& head) { head.length.reset(); }, 411},
      {"too large", [](RequestHead& head) { head.length = largest_body + 1; }, 413},
      {"a field twice", [](RequestHead& head) { head.repeated = true; }, 400},
      {"another method", [](RequestHead& head) { head.method = "PUT"; }, 405},
      {"a preflight", [](RequestHead& head) { head.method = "OPTIONS"; }, 405},
      {"read", [](RequestHead& head) { head.method = "GET"; }, 405},
  }));
  INFO(row.why);
  RequestHead head = post();
  row.change(head);
  CHECK(status(head) == row.status);
}

TEST_CASE("what is read is only read", "[serve][gate]") {
  const std::string target = "/" + token + "/1/";
  RequestHead head = get(target);
  head.method = GENERATE("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get");
  head.origin = "http://127.0.0.1:4711";
  CHECK(status(head) == 405);
  head = get(target);
  head.method = "HEAD";
  CHECK(status(head) == 200);
  head.length = 1;
  CHECK(status(head) == 400);
  head.length = 0;
  CHECK(status(head) == 200);
  head.chunked = true;
  CHECK(status(head) == 400);
}

TEST_CASE("a token is 32 hexadecimal digits, and no two are the same", "[serve][gate]") {
  const std::string one = random_token().value(), other = random_token().value();
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != other);
}

TEST_CASE("no bytes get past the gate without the token", "[serve][gate][property]") {
  rc::prop("for any fields", [](const std::string& target, const std::string& field) {
    RequestHead head = post();
    const std::string path = "/" + target;
    head.target = path;
    head.token = field;
    RC_ASSERT(status(head) != 200);
    head.token.reset();
    head.method = "GET";
    RC_ASSERT(status(head) != 200);
  });
}
