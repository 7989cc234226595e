#include "batch/process_line.h"

#include <optional>
#include <string>
#include <string_view>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/export/timeml.h"
#include "render/json.h"
#include "timeline/article_line.h"

namespace annal {
namespace {

Result<std::string> timeline_line(const ArticleLine& article, BatchFormat format, const Language* language) {
  auto read = read_article(article, language);
  if (!read) return tl::unexpected(read.error());
  const Timeline timeline = build_timeline(std::move(*read));
  if (format != BatchFormat::timeml) {
    const JsonEvidence evidence = format == BatchFormat::proofs ? JsonEvidence::written : JsonEvidence::left_out;
    return to_json(timeline, JsonLayout::line, evidence) + '\n';
  }
  std::string line;
  append_written(line, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    json.field("id", *article.id);
    json.field("tml", to_timeml(timeline));
    json.end_object();
  });
  return line + '\n';
}

std::string error_line(const ArticleLine& article, const std::string& file, std::uint64_t number, const Error& error) {
  std::string line;
  append_written(line, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    if (article.id) json.field("id", *article.id);
    json.known("file", file);
    json.count("line", static_cast<std::int64_t>(number));
    json.field("error", visible(error.message));
    json.end_object();
  });
  return line + '\n';
}

Result<std::string> read_and_build(const Lines::Line& line, ArticleLine& article, BatchFormat format,
                                   const Language* language) {
  if (line.too_long) return fail(Code::out_of_range, "the line is longer than 256 MiB; split the document");
  if (auto read = read_article_line(line.text, article); !read) return tl::unexpected(read.error());
  return timeline_line(article, format, language);
}

}  // namespace

std::string_view name(BatchFormat format) {
  switch (format) {
    case BatchFormat::json: return "json";
    case BatchFormat::timeml: return "timeml";
    case BatchFormat::proofs: return "proofs";
  }
  return {};
}

std::optional<BatchFormat> batch_format(std::string_view name) {
  for (const BatchFormat format : {BatchFormat::json, BatchFormat::timeml, BatchFormat::proofs})
    if (annal::name(format) == name) return format;
  return std::nullopt;
}

LineResult process_line(const Lines::Line& line, BatchFormat format, const Language* language, const std::string& file,
                        const std::function<std::uint64_t()>& number) {
  ArticleLine article;
  auto answered = read_and_build(line, article, format, language);
  if (answered) return {std::move(*answered), false};
  return {error_line(article, file, number(), answered.error()), true};
}

}  // namespace annal
