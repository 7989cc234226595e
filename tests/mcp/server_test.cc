// The protocol as an assistant's program speaks it, line by line.
#include "mcp/server.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "mcp/lines.h"

using namespace annal;
using namespace annal::mcp;
using Json = nlohmann::json;

namespace {

const std::string mill = "The old mill burned on 3 May 2014. Two days later the council closed the bridge.";

Json request(const std::string& method, const Json& params = Json::object(), const Json& id = 1) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
}

Json asked(Server& server, const Json& message) {
  const auto answer = server.answer(message.dump());
  REQUIRE(answer.has_value());
  CHECK(answer->find('\n') == std::string::npos);
  return Json::parse(*answer);
}

Json called(Server& server, const std::string& tool, const Json& arguments) {
  return asked(server, request("tools/call", {{"name", tool}, {"arguments", arguments}})).at("result");
}

/// The line that a call is refused with.
std::string refused(Server& server, const std::string& tool, const Json& arguments) {
  const Json result = called(server, tool, arguments);
  CHECK(result.at("isError") == true);
  CHECK_FALSE(result.contains("structuredContent"));
  return result.at("content").at(0).at("text");
}

Json initialized(Server& server, const std::string& version) {
  return asked(server, request("initialize", {{"protocolVersion", version}, {"capabilities", Json::object()}}))
      .at("result");
}

Server with_files() {
  return Server(Tools([](const std::string& path) -> Result<std::string> {
    if (path == "minutes/mill.txt") return mill;
    return fail(Code::unreadable, "there is no file '" + path + "' in the folders that are open");
  }));
}

}  // namespace

TEST_CASE("the version of the protocol is the client's where it is known, else the latest", "[mcp]") {
  Server server{Tools()};
  for (const char* version : {"2024-11-05", "2025-03-26", "2025-06-18"})
    CHECK(initialized(server, version).at("protocolVersion") == version);
  const Json latest = initialized(server, "2099-01-01");
  CHECK(latest.at("protocolVersion") == "2025-06-18");
  CHECK(latest.at("capabilities") == Json{{"tools", Json::object()}});
  CHECK(latest.at("serverInfo").at("name") == "annal");
  CHECK(latest.contains("instructions"));
}

TEST_CASE("each line is answered as JSON-RPC has it, and with nothing else", "[mcp]") {
  struct Row {
    std::string line;
    std::string answer;  ///< empty: none
  };
  const auto error = [](const char* id, int code, const std::string& message) {
    return R"({"jsonrpc":"2.0","id":)" + std::string(id) + R"(,"error":{"code":)" + std::to_string(code) +
           R"(,"message":")" + message + "\"}}";
  };
  const std::string no_id = R"(\"id\" must be a text or a number of at most 15 digits)";
  const Row rows[] = {
      {R"({"jsonrpc":"2.0","id":7,"method":"ping"})", R"({"jsonrpc":"2.0","id":7,"result":{}})"},
      {R"({"jsonrpc":"2.0","id":"a\"b","method":"ping"})", R"({"jsonrpc":"2.0","id":"a\"b","result":{}})"},
      {R"({"jsonrpc":"2.0","id":-9007199254740993,"method":"ping"})",
       R"({"jsonrpc":"2.0","id":-9007199254740993,"result":{}})"},
      {R"({"jsonrpc":"2.0","method":"notifications/initialized"})", ""},
      {R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}})", ""},
      {R"({"jsonrpc":"2.0","method":"tools/list"})", ""},
      {R"({"jsonrpc":"2.0","id":7,"result":{}})", ""},
      {"", ""},
      {" \r", ""},
      {"{", error("null", -32700, "a line is one message in JSON; this is none")},
      {"\xff", error("null", -32700, "a line is one message in JSON; this is none")},
      {"{} {}", error("null", -32700, "a line is one message in JSON; this is none")},
      {"7", error("null", -32600, "a message is an object")},
      {"[]", error("null", -32600, "send one message a line")},
      {R"([{"jsonrpc":"2.0","id":7,"method":"ping"}])", error("null", -32600, "send one message a line")},
      {R"({"id":7,"method":"ping"})", error("7", -32600, R"(\"jsonrpc\" must be \"2.0\")")},
      {R"({"jsonrpc":"2.0","id":18446744073709551615,"method":"ping"})",
       R"({"jsonrpc":"2.0","id":18446744073709551615,"result":{}})"},
      {R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", R"({"jsonrpc":"2.0","id":1.5,"result":{}})"},
      {R"({"jsonrpc":"2.0","id":12345678901234567890123,"method":"ping"})", error("null", -32600, no_id)},
      {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", error("null", -32600, no_id)},
      {R"({"jsonrpc":"2.0","id":{},"method":"ping"})", error("null", -32600, no_id)},
      {R"({"jsonrpc":"2.0","id":7})", error("7", -32600, R"(there is no \"method\")")},
      {R"({"jsonrpc":"2.0","id":7,"method":7})", error("7", -32600, R"(\"method\" must be a text)")},
      {R"({"jsonrpc":"2.0","id":7,"method":"ping","params":[]})",
       error("7", -32600, R"(\"params\" must be an object)")},
      {R"({"jsonrpc":"2.0","id":7,"method":"resources/list"})",
       error("7", -32601, "there is no method 'resources/list'")},
      {R"({"jsonrpc":"2.0","id":7,"method":"initialize"})", error("7", -32602, R"(there is no \"protocolVersion\")")},
      {R"({"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"cursor":"x"}})",
       error("7", -32602, R"(there is no further page; leave out \"cursor\")")},
      {R"({"jsonrpc":"2.0","id":7,"method":"tools/call"})",
       error("7", -32602, "there is no tool ''; available: timeline, dates, why")},
      {R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"draw"}})",
       error("7", -32602, "there is no tool 'draw'; available: timeline, dates, why")},
      {R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"dates","arguments":[]}})",
       error("7", -32602, R"(\"arguments\" must be an object)")},
  };
  for (const Row& row : rows) {
    Server server{Tools()};
    INFO(row.line);
    CHECK(server.answer(row.line).value_or("") == row.answer);
  }
}

TEST_CASE("several messages in a line are answered where the agreed version has them", "[mcp]") {
  Server server{Tools()};
  initialized(server, "2025-03-26");
  const Json ping = request("ping"), note{{"jsonrpc", "2.0"}, {"method", "notifications/initialized"}};
  CHECK(asked(server, Json::array({ping, note, ping})).size() == 2);
  CHECK_FALSE(server.answer(Json::array({note}).dump()).has_value());
  CHECK(asked(server, Json::array()).at("error").at("code") == -32600);
}

TEST_CASE("the tools are described with their arguments, and a path only where files are open", "[mcp]") {
  for (const bool files : {false, true}) {
    Server server = files ? with_files() : Server{Tools()};
    const Json tools = asked(server, request("tools/list")).at("result").at("tools");
    REQUIRE(tools.size() == 3);
    for (const Json& tool : tools) {
      CHECK(tool.at("description").get<std::string>().find("Use it") != std::string::npos);
      CHECK(tool.at("inputSchema").at("type") == "object");
      CHECK(tool.at("inputSchema").at("properties").contains("path") == files);
      CHECK_FALSE(tool.at("inputSchema").at("properties").contains("format"));
      CHECK(tool.at("outputSchema").at("type") == "object");
      CHECK(tool.dump().find("$ref") == std::string::npos);
    }
    CHECK(tools[2].at("inputSchema").at("required") == Json{"a", "b"});
  }
}

TEST_CASE("a timeline is told once as text and once as JSON, and asked about by its handle", "[mcp]") {
  Server server{Tools()};
  const Json result = called(server, "timeline", {{"text", mill}});
  const Json& told = result.at("structuredContent");
  CHECK(Json::parse(result.at("content").at(0).at("text").get<std::string>()) == told);
  CHECK_FALSE(result.contains("isError"));
  CHECK(told.at("events").size() == 2);
  const Json why = called(server, "why", {{"handle", told.at("handle")}, {"a", "burned"}, {"b", "e2"}});
  CHECK(why.at("structuredContent").at("verdict") == "before");
  CHECK(why.at("structuredContent").at("a").at("sentence") == "The old mill burned on 3 May 2014.");
  CHECK(why.at("structuredContent").at("handle") == told.at("handle"));
  const Json one = called(server, "timeline", {{"handle", told.at("handle")}, {"top", 1}}).at("structuredContent");
  CHECK(one.at("events").size() == 1);
  CHECK(one.at("left_out") == 1);
  const Json both = called(server, "timeline", {{"handle", told.at("handle")}}).at("structuredContent");
  CHECK(both.at("events").size() == 2);
}

TEST_CASE("an assistant is not flooded: of many events the most important are told, and all where it asks", "[mcp]") {
  Server server{Tools()};
  std::string text;
  for (int day = 1; day <= 28; ++day)
    for (const char* month : {"March", "May"})
      text += "The council closed bridge " + std::to_string(day) + " of " + month + " on " + std::to_string(day) + " " +
              month + " 2014.\n\n";
  const Json few = called(server, "timeline", {{"text", text}}).at("structuredContent");
  CHECK(few.at("events").size() == 30);
  const Json all = called(server, "timeline", {{"handle", few.at("handle")}, {"all", true}}).at("structuredContent");
  CHECK(all.at("events").size() >= 56);
}

TEST_CASE("what is wrong with the arguments of a tool is told to the assistant in one line", "[mcp]") {
  Server server{Tools()};
  CHECK(refused(server, "timeline", Json::object()) ==
        "there is no text; state one of: text, base64, documents, handle");
  CHECK(refused(server, "dates", Json::object()) == "there is no text; state one of: text, base64");
  CHECK(refused(server, "timeline", {{"text", mill}, {"documents", Json::array()}}) ==
        "there are several texts; state only one of: text, documents");
  CHECK(refused(server, "timeline", {{"documents", {{{"text", mill}}, {{"name", "b"}}}}}) ==
        "documents[1]: there is no text; state one of: text, base64");
  CHECK(refused(server, "timeline", {{"text", mill}, {"format", "svg"}}).starts_with("there is no 'format'; known: "));
  CHECK(refused(server, "timeline", {{"attachment", 0}}).starts_with("there is no 'attachment'"));
  CHECK(refused(server, "timeline", {{"documents", {{{"attachment", 0}}}}})
            .starts_with("documents[0]: there is no 'attachment'"));
  CHECK(refused(server, "timeline", {{"path", "/etc/passwd"}}).starts_with("no folder is open to you"));
  CHECK(refused(server, "timeline", {{"text", mill}, {"dct", "soon"}}) ==
        "dct: 'soon' is no date of the form 2016-11-14 or 2016-11-14T06:30");
  CHECK(refused(server, "timeline", {{"handle", "timeline-9"}}) ==
        "no answer gave the handle 'timeline-9'; state one that an answer gave, or the text");
  CHECK(refused(server, "timeline", {{"handle", 5}}) == "'handle' is no text; state the one that an answer gave");
  CHECK(refused(server, "timeline", {{"handle", 1}, {"text", ""}}) ==
        "there are several texts; state only one of: text, handle");
  CHECK(refused(server, "timeline", {{"handle", "timeline-1"}, {"dct", "2016"}}) == "with 'handle' leave out 'dct'");
  CHECK(refused(server, "why", {{"text", mill}, {"a", "e1"}}) == "there is no \"b\"");
  CHECK(refused(server, "why", {{"text", mill}, {"a", "e1"}, {"b", "sank"}}) ==
        "there is no event called 'sank'; list all events with: the tool timeline, \"all\": true");
  Json deep = 1;
  for (int i = 0; i < 6; ++i) deep = Json::array({deep});
  CHECK(refused(server, "dates", {{"text", deep}}) == "the arguments are nested too deep");
}

TEST_CASE("arguments that are nested a million deep are refused, and the server goes on", "[mcp]") {
  Server server{Tools()};
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  const auto answer = server.answer(
      R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"dates","arguments":{"text":)" + deep + "}}}");
  REQUIRE(answer.has_value());
  CHECK(answer->find("nested too deep") != std::string::npos);
  CHECK(asked(server, request("ping")).contains("result"));
}

TEST_CASE("a file is named by its path where its folder is open, alone or among several", "[mcp]") {
  Server server = with_files();
  const Json one = called(server, "timeline", {{"path", "minutes/mill.txt"}}).at("structuredContent");
  CHECK(one.at("documents").at(0).at("name") == "mill.txt");
  CHECK(one.at("events").size() == 2);
  const Json two =
      called(
          server, "timeline",
          {{"documents", {{{"path", "minutes/mill.txt"}}, {{"name", "b"}, {"text", "The bridge reopened in 2016."}}}}})
          .at("structuredContent");
  CHECK(two.at("documents").size() == 2);
  CHECK(refused(server, "dates", {{"path", "gone.txt"}}) == "there is no file 'gone.txt' in the folders that are open");
  CHECK(refused(server, "dates", {{"path", 1}}) == "'path' is no text");
  CHECK(refused(server, "dates", {{"path", "minutes/mill.txt"}, {"text", mill}}) ==
        "there are several texts; state only one of: text, path");
}

TEST_CASE("the last eight timelines have handles", "[mcp]") {
  Server server{Tools()};
  for (int i = 1; i <= 9; ++i) called(server, "timeline", {{"text", mill}});
  CHECK(refused(server, "timeline", {{"handle", "timeline-1"}}) ==
        "the timeline of this handle is no longer kept; hand over the text again");
  CHECK(called(server, "timeline", {{"handle", "timeline-2"}}).contains("structuredContent"));
}

TEST_CASE("lines come out whole however their bytes come in, and one that is too long as none", "[mcp]") {
  const std::string bytes = "one\ntwo two\n\nfar too long\nthree\nlast";
  for (std::size_t step = 1; step <= bytes.size(); ++step) {
    Lines lines(8);
    std::vector<std::string> taken;
    const Lines::Taker take = [&](std::optional<std::string_view> line) {
      taken.emplace_back(line.value_or("(too long)"));
      return true;
    };
    for (std::size_t at = 0; at < bytes.size(); at += step)
      CHECK(lines.feed(std::string_view(bytes).substr(at, step), take));
    CHECK(lines.finish(take));
    CHECK(taken == std::vector<std::string>{"one", "two two", "", "(too long)", "three", "last"});
  }
  Lines stopped(8);
  CHECK_FALSE(stopped.feed("one\ntwo\n", [](auto) { return false; }));
}
