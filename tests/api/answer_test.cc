// Requests in JSON and their answers, as a program hands them over and gets them back.
#include "api/answer.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace annal;
using Json = nlohmann::json;

namespace {

const std::string mill =
    "The old mill burned on 3 May 2014. Two days later the council closed the bridge. The mayor, police said, "
    "resigned.";

Result<api::Answer> ask(FormatUse use, const Json& request) {
  auto read = api::read_request(request.dump(), use);
  if (!read) return tl::unexpected(read.error());
  if (use == FormatUse::dates) return api::dates(std::move(*read));
  return use == FormatUse::order ? api::why(std::move(*read)) : api::timeline(std::move(*read));
}

Json answer(FormatUse use, const Json& request) {
  const auto answered = ask(use, request);
  INFO(request.dump());
  REQUIRE(answered.has_value());
  return Json::parse(answered->output);
}

std::string fault(FormatUse use, const Json& request) {
  const auto answered = ask(use, request);
  return answered ? "none" : answered.error().message;
}

}  // namespace

TEST_CASE("how a timeline is to be shown is read without a text", "[api]") {
  const auto read = api::read_display(R"({"format": "svg", "layout": "vertical", "width": 600})", FormatUse::build);
  REQUIRE(read.has_value());
  CHECK(read->format->name == "svg");
  CHECK(read->render.layout == SvgLayout::vertical);
  CHECK(read->render.width == 600);
  for (const char* json : {R"({"text": "x"})", R"({"top": 3})", "[]", "", R"({"width": -1})", R"({"format": "gif"})"})
    CHECK_FALSE(api::read_display(json, FormatUse::build).has_value());
}

TEST_CASE("in brief, events have their dates, sentences and places, and what is not known is absent", "[api]") {
  const Json brief = answer(FormatUse::build, {{"text", mill}, {"brief", true}, {"all", true}, {"name", "mill.txt"}});
  const Json& events = brief.at("events");
  REQUIRE(events.size() == 4);
  CHECK(events[0] == Json{{"id", "e1"},
                          {"title", "The old mill burned"},
                          {"when", "3 May 2014"},
                          {"earliest", "2014-05-03"},
                          {"latest", "2014-05-03"},
                          {"factuality", "fact"},
                          {"sentence", "The old mill burned on 3 May 2014."},
                          {"place", "1:14"}});
  CHECK(events[1].at("when") == "5 May 2014");
  CHECK(events[2].at("factuality") == "reported");
  CHECK(events[2].at("source") == "police");
  CHECK_FALSE(events[2].contains("when"));
  CHECK(brief.at("documents") == Json::array({{{"name", "mill.txt"}, {"language", "en"}}}));
  CHECK_FALSE(brief.contains("left_out"));
  CHECK_FALSE(brief.contains("notes"));
  CHECK_FALSE(brief.contains("conflicts"));
}

TEST_CASE("in brief, what stays open and what cannot all be true are told in words", "[api]") {
  const Json open = answer(FormatUse::build, {{"text", "The bridge opened yesterday."}, {"brief", true}});
  CHECK(open.at("notes") == Json::array({"text: no date of writing found, so relative dates stay open; state it with "
                                         "\"dct\": \"YYYY-MM-DD\""}));
  const Json two = answer(FormatUse::build, {{"documents",
                                              {{{"name", "a"}, {"text", "The fair in Vell opened on 3 May 2016."}},
                                               {{"name", "b"}, {"text", "The fair in Vell opened on 5 May 2016."}},
                                               {{"name", "c"}, {"base64", "AAECAwQF"}}}},
                                             {"brief", true}});
  REQUIRE(two.at("events").size() == 1);
  CHECK(two["events"][0].at("documents") == "a, b");
  CHECK(two["events"][0].at("when") == "3 May 2016 (a) · 5 May 2016 (b)");
  REQUIRE(two.at("conflicts").size() == 1);
  CHECK(two["conflicts"][0].get<std::string>().find("3 May 2016 (a) · 5 May 2016 (b)") != std::string::npos);
  REQUIRE(two.at("notes").size() == 1);
  CHECK(two["notes"][0].get<std::string>().find("c") == 0);
}

TEST_CASE("in brief, time expressions have their values and how they are read", "[api]") {
  const Json dates = answer(FormatUse::dates, {{"text", mill}, {"brief", true}});
  REQUIRE(dates.at("timexes").size() == 2);
  CHECK(dates["timexes"][1] == Json{{"id", "t2"},
                                    {"text", "Two days later"},
                                    {"type", "DATE"},
                                    {"value", "2014-05-05"},
                                    {"earliest", "2014-05-05"},
                                    {"latest", "2014-05-05"},
                                    {"reading", "2 days after t1"},
                                    {"place", "1:36"}});
}

TEST_CASE("the order of two events is told with both sentences and a proof, in JSON and in text", "[api]") {
  const Json request{{"text", mill}, {"a", "burned"}, {"b", "closed"}};
  const Json told = answer(FormatUse::order, request);
  CHECK(told.at("verdict") == "before");
  CHECK(told.at("a").at("sentence") == "The old mill burned on 3 May 2014.");
  CHECK(told.at("b").at("sentence") == "Two days later the council closed the bridge.");
  Json in_text = request;
  in_text["format"] = "text";
  CHECK(told.at("proof") == ask(FormatUse::order, in_text)->output);
  CHECK(told["proof"].get<std::string>().find("1:36  \"Two days later\"") != std::string::npos);
  const Json open = answer(FormatUse::order, {{"text", mill}, {"a", "burned"}, {"b", "resigned"}});
  CHECK(open.at("verdict") == "unknown");
  CHECK_FALSE(open.contains("trust"));
}

TEST_CASE("a request that nobody can answer is told what is wrong with it", "[api]") {
  struct Row {
    FormatUse use;
    Json request;
    std::string message;
  };
  const std::string several = "there are several texts; state only one of 'text' and 'base64'";
  const auto row = GENERATE_COPY(values<Row>({
      {FormatUse::build, Json::array(), "the request is no object"},
      {FormatUse::build, Json::object(), "there is no text; state 'text', 'base64' or 'documents'"},
      {FormatUse::build, {{"text", ""}, {"base64", ""}}, several},
      {FormatUse::build, {{"text", 5}}, "text: is no text"},
      {FormatUse::build, {{"text", mill}, {"attachment", 0}}, several},
      {FormatUse::build, {{"attachment", 0}}, "attachment: there is none of this number"},
      {FormatUse::build,
       {{"documents", {{{"text", mill}}, Json::object()}}},
       "documents[1]: there is no text; state 'text' or 'base64'"},
      {FormatUse::build,
       {{"documents", {{{"text", mill}, {"dct", "14.11.2016"}}}}},
       "documents[0].dct: '14.11.2016' is no date of the form 2016-11-14 or 2016-11-14T06:30"},
      {FormatUse::build, {{"documents", {{{"text", mill}}}}, {"name", "a"}}, "'name' belongs into one of 'documents'"},
      {FormatUse::build,
       {{"text", mill}, {"layout", "circle"}},
       "layout: 'circle' is no layout; known: rows, compact, lanes, vertical, story"},
      {FormatUse::build,
       {{"text", mill}, {"brief", true}, {"format", "svg"}},
       "brief: is for json; leave out 'format'"},
      {FormatUse::order, {{"text", mill}, {"a", "burned"}}, "there is no \"b\""},
      {FormatUse::order,
       {{"text", mill}, {"a", "e1"}, {"b", "e2"}, {"format", "dot"}},
       "format: the order of two events is told in json or text"},
      {FormatUse::order,
       {{"text", mill}, {"a", "burned"}, {"b", "e1"}},
       "'burned' and 'e1' are the same event, The old mill burned"},
      {FormatUse::order,
       {{"text", mill}, {"a", "burned"}, {"b", "zzz"}},
       "there is no event called 'zzz'; list all events with: POST /timeline, \"brief\": true, \"all\": true"},
  }));
  CHECK(fault(row.use, row.request) == row.message);
}

TEST_CASE("a member that nothing reads is named, with what there is", "[api]") {
  CHECK(fault(FormatUse::build, {{"text", mill}, {"formt", "svg"}}).find("did you mean 'format'?") !=
        std::string::npos);
  CHECK(fault(FormatUse::build, {{"text", mill}, {"a", "e1"}})
            .starts_with("there is no 'a'; known: text, base64, name, "));
}

TEST_CASE("bytes in base64 are read whole or not at all, and the fault has its place", "[api]") {
  struct Row {
    std::string base64, message;
  };
  const auto row = GENERATE(values<Row>({
      {"VGhlIG1pbGwgYnVybmVkLg==", "none"},
      {"VGhlIG1p\r\nbGwgYnVy bmVkLg==\n", "none"},
      {"VGhlIG1pbGwg!!", "base64: is no base64 at character 13"},
      {"VGhl\xc3\xbc", "base64: is no base64 at character 5"},
      {"VGhlIG1pbGwgYnVybmVkLg", "base64: is no whole base64, whose characters come in fours, filled up with ="},
      {"VGhl=", "base64: is no whole base64, whose characters come in fours, filled up with ="},
      {"VGhlIG1pbGwgYnVybmVkLg==VGhl", "base64: goes on behind its end, = at character 25"},
      {"VGhl_-==", "base64: is base64url, not base64, at character 5; write + for - and / for _"},
      {"data:text/plain;base64,VGhl", "base64: is the address data:...; state what stands behind its comma"},
  }));
  CHECK(fault(FormatUse::build, {{"base64", row.base64}}) == row.message);
}

TEST_CASE("documents of one name are told apart", "[api]") {
  const Json told = answer(FormatUse::build, {{"documents",
                                               {{{"name", "a"}, {"text", "The fair opened on 3 May 2016."}},
                                                {{"name", "a"}, {"text", "The mill burned on 5 May 2017."}},
                                                {{"name", "a (2)"}, {"text", "The dam broke on 6 May 2018."}},
                                                {{"name", "a"}, {"text", "The abbey fell on 7 May 2019."}}}}});
  std::vector<std::string> ids;
  for (const Json& document : told.at("documents")) ids.push_back(document.at("id"));
  CHECK(ids == std::vector<std::string>{"a", "a (3)", "a (2)", "a (4)"});
}
