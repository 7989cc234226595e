// The members are read into strings of their own, since the parser's memory goes with its document.
#include "batch/process_line.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "core/dct/parse_dct.h"
#include "core/lang/find_language.h"
#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/export/timeml.h"
#include "render/json.h"
#include "timeline/read_article.h"

namespace annal {
namespace {

/// Iterative, so that no depth of nesting can end the program; checks UTF-8.
constexpr unsigned parse_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

/// What a line asks for.
struct Request {
  std::optional<std::string> id, text, tml, html, dct, title, url, lang;
};

Error not_json(const rapidjson::Document& json) {
  std::string reason = rapidjson::GetParseError_En(json.GetParseError());
  if (!reason.empty() && reason.back() == '.') reason.pop_back();
  return {Code::syntax, "invalid JSON at byte " + std::to_string(json.GetErrorOffset() + 1) + ": " + reason +
                            "; each line must be a JSON object"};
}

/// The member called `name`, if there is one. Errors: it is not a string, or stands there twice.
Result<void> read_member(const rapidjson::Document& json, std::string_view name, std::optional<std::string>& target) {
  const auto is_named = [&](const auto& member) {
    return std::string_view(member.name.GetString(), member.name.GetStringLength()) == name;
  };
  const auto found = std::find_if(json.MemberBegin(), json.MemberEnd(), is_named);
  if (found == json.MemberEnd()) return {};
  const std::string quoted = "\"" + std::string(name) + "\"";
  if (!found->value.IsString()) return fail(Code::syntax, quoted + " must be a string");
  if (std::find_if(found + 1, json.MemberEnd(), is_named) != json.MemberEnd())
    return fail(Code::syntax, quoted + " occurs more than once");
  target.emplace(found->value.GetString(), found->value.GetStringLength());
  return {};
}

/// The known members; others are ignored. `request` holds what was read before an error.
Result<void> read_request(const std::string& line, Request& request) {
  rapidjson::Document json;
  json.Parse<parse_flags>(line.data(), line.size());
  if (json.HasParseError()) return tl::unexpected(not_json(json));
  if (!json.IsObject()) return fail(Code::syntax, "not a JSON object; write {\"id\": ..., \"text\": ...}");
  const std::pair<std::string_view, std::optional<std::string>*> members[] = {
      {"id", &request.id},   {"text", &request.text},   {"tml", &request.tml}, {"html", &request.html},
      {"dct", &request.dct}, {"title", &request.title}, {"url", &request.url}, {"lang", &request.lang}};
  for (const auto& [name, target] : members) {
    if (auto read = read_member(json, name, *target); !read) return read;
  }
  if (!request.id) return fail(Code::syntax, "\"id\" is missing");
  if (request.text && request.text->empty()) return fail(Code::not_text, "\"text\" is empty");
  const int articles = request.text.has_value() + request.html.has_value() + request.tml.has_value();
  if (articles > 1) return fail(Code::syntax, "\"text\", \"html\" and \"tml\" exclude each other; give one of them");
  if (articles == 0) return fail(Code::syntax, "there is no \"text\", \"html\" or \"tml\"");
  return {};
}

Result<Timeline> timeline_of(const Request& request, const Language* language) {
  ArticleOptions options;
  options.id = request.id;
  options.title = request.title;
  options.url = request.url.value_or("");
  options.language = language;
  if (request.lang) {
    const auto stated = find_language(*request.lang);
    if (!stated) return fail(stated.error().code, "\"lang\": " + stated.error().message);
    options.language = *stated;
  }
  if (request.dct) {
    const auto dct = parse_dct(*request.dct);
    if (!dct) return fail(dct.error().code, "\"dct\": " + dct.error().message);
    options.dct = *dct;
  }
  options.format = request.tml ? ArticleFormat::timeml : request.html ? ArticleFormat::html : ArticleFormat::text;
  options.name = request.tml ? "\"tml\"" : request.html ? "\"html\"" : "\"text\"";
  auto article = read_article(request.tml ? *request.tml : request.html ? *request.html : *request.text, options);
  if (!article) return tl::unexpected(article.error());
  return build_timeline(std::move(*article));
}

Result<std::string> timeline_line(const Request& request, BatchFormat format, const Language* language) {
  const auto timeline = timeline_of(request, language);
  if (!timeline) return tl::unexpected(timeline.error());
  if (format == BatchFormat::json) return to_json(*timeline, JsonLayout::line) + '\n';
  std::string line;
  append_written(line, false, [&](auto& json) {
    json.begin_object();
    json.field("id", *request.id);
    json.field("tml", to_timeml(*timeline));
    json.end_object();
  });
  return line + '\n';
}

std::string error_line(const Request& request, const std::string& file, std::uint64_t number, const Error& error) {
  std::string line;
  append_written(line, false, [&](auto& json) {
    json.begin_object();
    if (request.id) json.field("id", *request.id);
    json.known("file", file);
    json.count("line", static_cast<std::int64_t>(number));
    json.field("error", visible(error.message));
    json.end_object();
  });
  return line + '\n';
}

Result<std::string> read_and_build(const Lines::Line& line, Request& request, BatchFormat format,
                                   const Language* language) {
  if (line.too_long) return fail(Code::out_of_range, "the line is longer than 256 MiB; split the document");
  if (auto read = read_request(line.text, request); !read) return tl::unexpected(read.error());
  return timeline_line(request, format, language);
}

}  // namespace

std::string_view name(BatchFormat format) { return format == BatchFormat::json ? "json" : "timeml"; }

std::optional<BatchFormat> batch_format(std::string_view name) {
  if (name == "json") return BatchFormat::json;
  if (name == "timeml") return BatchFormat::timeml;
  return std::nullopt;
}

LineResult process_line(const Lines::Line& line, BatchFormat format, const Language* language, const std::string& file,
                        const std::function<std::uint64_t()>& number) {
  Request request;
  auto answered = read_and_build(line, request, format, language);
  if (answered) return {std::move(*answered), false};
  return {error_line(request, file, number(), answered.error()), true};
}

}  // namespace annal
