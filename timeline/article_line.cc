// The members are read into strings of their own, since the parser's memory goes with its document.
#include "timeline/article_line.h"

#include <algorithm>
#include <utility>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "core/dct/parse_dct.h"
#include "core/lang/find_language.h"
#include "core/unicode/ascii.h"

namespace annal {
namespace {

/// Iterative, so that no depth of nesting can end the program; checks UTF-8.
constexpr unsigned parse_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

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
  if (!found->value.IsString()) return fail(Code::syntax, quoted + " must be a string; put it in quotation marks");
  if (std::find_if(found + 1, json.MemberEnd(), is_named) != json.MemberEnd())
    return fail(Code::syntax, quoted + " occurs more than once; keep one of them");
  target.emplace(found->value.GetString(), found->value.GetStringLength());
  return {};
}

}  // namespace

bool is_article_lines(std::string_view bytes, std::string_view name) {
  const std::string file = lowered(name);
  if (file.ends_with(".jsonl") || file.ends_with(".ndjson")) return true;
  std::string_view text = trimmed(bytes);
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || !text.starts_with('{') || !trimmed(text.substr(end)).starts_with('{'))
    return false;
  rapidjson::Document json;
  json.Parse<parse_flags>(text.data(), end);
  return !json.HasParseError() && json.IsObject();
}

Result<void> read_article_line(std::string_view line, ArticleLine& article) {
  rapidjson::Document json;
  json.Parse<parse_flags>(line.data(), line.size());
  if (json.HasParseError()) return tl::unexpected(not_json(json));
  if (!json.IsObject()) return fail(Code::syntax, "not a JSON object; write {\"id\": ..., \"text\": ...}");
  const std::pair<std::string_view, std::optional<std::string>*> members[] = {
      {"id", &article.id},   {"text", &article.text},   {"tml", &article.tml}, {"html", &article.html},
      {"dct", &article.dct}, {"title", &article.title}, {"url", &article.url}, {"lang", &article.lang}};
  for (const auto& [name, target] : members) {
    if (auto read = read_member(json, name, *target); !read) return read;
  }
  if (!article.id) return fail(Code::syntax, "\"id\" is missing; write {\"id\": ..., \"text\": ...}");
  if (article.text && article.text->empty()) return fail(Code::not_text, "\"text\" is empty; leave the line out");
  const int forms = article.text.has_value() + article.html.has_value() + article.tml.has_value();
  if (forms > 1) return fail(Code::syntax, "\"text\", \"html\" and \"tml\" exclude each other; give one of them");
  if (forms == 0)
    return fail(Code::syntax, "there is no \"text\", \"html\" or \"tml\"; give the article as one of them");
  return {};
}

Result<Article> read_article(const ArticleLine& line, const Language* language) {
  ArticleOptions options;
  options.id = line.id;
  options.title = line.title;
  options.url = line.url.value_or("");
  options.language = language;
  if (line.lang) {
    const auto stated = find_language(*line.lang);
    if (!stated) return fail(stated.error().code, "\"lang\": " + stated.error().message);
    options.language = *stated;
  }
  if (line.dct) {
    const auto dct = parse_dct(*line.dct);
    if (!dct) return fail(dct.error().code, "\"dct\": " + dct.error().message);
    options.dct = *dct;
  }
  options.format = line.tml ? ArticleFormat::timeml : line.html ? ArticleFormat::html : ArticleFormat::text;
  options.name = line.tml ? "\"tml\"" : line.html ? "\"html\"" : "\"text\"";
  return read_article(line.tml ? *line.tml : line.html ? *line.html : *line.text, options);
}

}  // namespace annal
