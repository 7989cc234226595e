// The members are read into strings of their own, since the parser's memory goes with its document.
#include "batch/process_line.h"

#include <optional>
#include <string>
#include <string_view>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "core/dct/parse_dct.h"
#include "core/lang/find_language.h"
#include "core/pipeline.h"
#include "core/text/language_of.h"
#include "core/text/read.h"
#include "reader/html/read_html.h"
#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/export/timeml.h"
#include "render/json.h"
#include "timeline/pipeline.h"
#include "timeline/timeml/annotated.h"

namespace annal {
namespace {

/// Iterative, so that no depth of nesting can end the program; checks UTF-8.
constexpr unsigned parse_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

/// What a line asks for.
struct Request {
  std::optional<std::string> id, text, tml, html, dct, title, url, lang;
};

/// The members that we know, each a string; others are left alone. `request` holds what was read before an error.
Result<void> read_request(const std::string& line, Request& request) {
  rapidjson::Document json;
  json.Parse<parse_flags>(line.data(), line.size());
  if (json.HasParseError()) {
    std::string reason = rapidjson::GetParseError_En(json.GetParseError());
    if (!reason.empty() && reason.back() == '.') reason.pop_back();
    return fail(Code::syntax, "no JSON: " + reason + " at byte " + std::to_string(json.GetErrorOffset() + 1));
  }
  if (!json.IsObject()) return fail(Code::syntax, "no JSON object; write {\"id\": ..., \"text\": ...}");
  const std::pair<std::string_view, std::optional<std::string>*> members[] = {
      {"id", &request.id},   {"text", &request.text},   {"tml", &request.tml}, {"html", &request.html},
      {"dct", &request.dct}, {"title", &request.title}, {"url", &request.url}, {"lang", &request.lang}};
  for (const auto& [name, target] : members) {
    const auto found = json.FindMember(rapidjson::StringRef(name.data(), name.size()));
    if (found == json.MemberEnd()) continue;
    if (!found->value.IsString()) return fail(Code::syntax, "\"" + std::string(name) + "\" is no string");
    target->emplace(found->value.GetString(), found->value.GetStringLength());
  }
  if (!request.id) return fail(Code::syntax, "\"id\" is missing");
  if (request.text && request.text->empty()) return fail(Code::not_text, "\"text\" is empty");
  if (request.text.has_value() + request.html.has_value() + request.tml.has_value() > 1)
    return fail(Code::syntax, "\"text\", \"html\" and \"tml\" are articles of their own; give one");
  if (request.text || request.html || request.tml) return {};
  return fail(Code::syntax, "\"text\" is missing, and so are \"html\" and \"tml\"");
}

/// What the line says of its document.
Result<void> name_document(const Request& request, Document& document) {
  document.id = *request.id;
  if (request.title) document.title = *request.title;
  if (request.url) document.url = *request.url;
  if (request.dct) {
    const auto dct = parse_dct(*request.dct);
    if (!dct) return fail(dct.error().code, "\"dct\": " + dct.error().message);
    document.dct = *dct;
  }
  return {};
}

Result<Timeline> timeline_of(const Request& request, const Language* given) {
  if (request.tml) {
    auto annotation = read_timeml(*request.tml, "\"tml\"");
    if (!annotation) return tl::unexpected(annotation.error());
    if (auto named = name_document(request, annotation->document); !named) return tl::unexpected(named.error());
    const Language& language = settle_language(annotation->document, given);
    return build_timeline(std::move(*annotation), language);
  }
  auto document = request.text ? read_text(*request.text, "\"text\"")
                               : read_html(*request.html, "\"html\"", request.url.value_or(""), given);
  if (!document) return tl::unexpected(document.error());
  if (auto named = name_document(request, *document); !named) return tl::unexpected(named.error());
  const Language& language = settle_language(*document, given);
  return build_timeline(analyse(std::move(*document), language), language);
}

Result<std::string> timeline_line(const Request& request, Format format, const Language* language) {
  if (request.lang) {
    const auto stated = find_language(*request.lang);
    if (!stated) return fail(stated.error().code, "\"lang\": " + stated.error().message);
    language = *stated;
  }
  const auto timeline = timeline_of(request, language);
  if (!timeline) return tl::unexpected(timeline.error());
  if (format == Format::json) return to_json(*timeline, JsonLayout::line) + '\n';
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

Result<std::string> read_and_build(const Lines::Line& line, Request& request, Format format, const Language* language) {
  if (line.too_long) return fail(Code::out_of_range, "longer than 256 MiB; split the document");
  if (auto read = read_request(line.text, request); !read) return tl::unexpected(read.error());
  return timeline_line(request, format, language);
}

}  // namespace

LineResult process_line(const Lines::Line& line, Format format, const Language* language, const std::string& file,
                        const std::function<std::uint64_t()>& number) {
  Request request;
  auto answered = read_and_build(line, request, format, language);
  if (answered) return {std::move(*answered), false};
  return {error_line(request, file, number(), answered.error()), true};
}

}  // namespace annal
