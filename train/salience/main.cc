// annal-salience-features: what salience knows of every mention of an event, for train/salience/train.py.
//
// Reads documents as `annal batch` does, {"id", "text", "dct"?, "title"?} a line. Writes a line for each mention: the
// id, begin and end of its head in code points, the number of the event in its document, how many mentions that has,
// and the names of its features, separated by tabs and blanks.
#include <algorithm>
#include <iostream>
#include <string>

#include <rapidjson/document.h>

#include "core/dct/parse_dct.h"
#include "core/pipeline.h"
#include "core/trees.h"
#include "core/unicode/code_points.h"
#include "timeline/event/event.h"
#include "timeline/read_article.h"

using namespace annal;

namespace {

void write_mentions(const std::string& id, const Analysis& analysis, const FoundEvents& found) {
  const CodePoints points(analysis.document.text);
  const auto names = salience_feature_names();
  for (std::size_t e = 0; e < found.events.size(); ++e) {
    for (const Span& span : found.events[e].mentions) {
      const auto mention = std::ranges::lower_bound(found.mentions, span.begin, {}, &RatedMention::begin);
      if (mention == found.mentions.end() || mention->begin != span.begin) continue;
      std::cout << id << '\t' << points.at(span.begin) << '\t' << points.at(span.end) << '\t' << e << '\t'
                << found.events[e].mentions.size() << '\t';
      for (std::size_t f = 0; f < names.size(); ++f)
        if (mention->features[f]) std::cout << names[f] << ' ';
      std::cout << '\n';
    }
  }
}

Result<void> write_document(const std::string& line) {
  rapidjson::Document json;
  if (json.Parse(line.data(), line.size()).HasParseError() || !json.IsObject() || !json.HasMember("id") ||
      !json.HasMember("text"))
    return fail(Code::syntax, "no JSON object with id and text");
  ArticleOptions options;
  options.format = ArticleFormat::text;
  options.id = json["id"].GetString();
  if (json.HasMember("title") && json["title"].IsString()) options.title = json["title"].GetString();
  if (json.HasMember("dct") && json["dct"].IsString()) {
    const auto dct = parse_dct(json["dct"].GetString());
    if (!dct) return tl::unexpected(dct.error());
    options.dct = *dct;
  }
  options.language = Language::find("en");
  auto article = read_article(json["text"].GetString(), options);
  if (!article) return tl::unexpected(article.error());
  const Language& language = *article->language;
  Analysis analysis = analyse(std::move(*article));
  read_trees(analysis, language);
  const EventLexicon& lexicon = EventLexicon::of(language);
  const Reading reading = read_clauses(analysis, lexicon);
  write_mentions(*options.id, analysis,
                 find_events(analysis, reading, tie_times(analysis, reading, language), lexicon));
  return {};
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    if (const auto written = write_document(line); !written) {
      std::cerr << "annal-salience-features: " << written.error().message << '\n';
      return 2;
    }
  }
}
