// Annal's rows of the table of bench/peers/run, in one process as the others' are: its stages on the same articles.
//   annal-peers articles            writes the articles, parted by NUL
//   annal-peers SECONDS < ARTICLES  reads them for so many seconds of CPU time each way, one line of JSON a way
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "bench/speed/text/corpus.h"
#include "core/calendar/calendar.h"
#include "core/grammar/recognise.h"
#include "core/lang/language.h"
#include "core/normalize/resolve.h"
#include "core/pipeline.h"
#include "core/text/blocks.h"
#include "core/text/read.h"
#include "core/text/sentence.h"
#include "render/json.h"
#include "timeline/pipeline.h"

namespace annal {
namespace {

const Language& english() { return *Language::find("en"); }

double used() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Runs `read`, which says how many things it found, over the articles again and again.
template <class Items, class Read>
void time(const char* name, double seconds, const std::vector<std::string>& articles, Items& items, Read read) {
  read(items[0]);
  read(items[1]);
  std::size_t bytes = 0, found = 0, count = 0;
  const double begin = used();
  while (used() - begin < seconds) {
    // As many as keep the clock out of it.
    for (int i = 0; i < 20; ++i, ++count) {
      bytes += articles[count % articles.size()].size();
      found += read(items[count % articles.size()]);
    }
  }
  std::printf("{\"name\": \"%s\", \"bytes\": %zu, \"seconds\": %.3f, \"articles\": %zu, \"found\": %zu}\n", name, bytes,
              used() - begin, count, found);
}

Document read(const std::string& article) {
  Document document = read_text(article, "").value();
  document.dct = {DctSource::given, interval_of(*parse_iso("2016-11-14")).begin, false, ""};
  return document;
}

int run(double seconds) {
  const std::string all((std::istreambuf_iterator<char>(std::cin)), {});
  std::vector<std::string> articles;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\0', at);
    articles.push_back(all.substr(at, end - at));
    at = end == std::string::npos ? all.size() : end + 1;
  }
  if (articles.size() < 2) return 2;

  // Words and sentences known, as recognition finds them.
  std::vector<Analysis> prepared;
  for (const std::string& article : articles) {
    Analysis analysis;
    analysis.document = read(article);
    find_blocks(analysis.document, english());
    tokenise(analysis.document.text, analysis.tokens);
    analysis.sentences = find_sentences(analysis.document, analysis.tokens, english());
    prepared.push_back(std::move(analysis));
  }
  time("annal, recognise alone", seconds, articles, prepared, [](Analysis& analysis) {
    analysis.timexes.clear();
    analysis.expressions.clear();
    recognise(analysis.document.text, analysis.tokens, english(), analysis.expressions, analysis.timexes);
    return analysis.timexes.size();
  });
  time("annal, recognise and resolve alone", seconds, articles, prepared, [](Analysis& analysis) {
    analysis.timexes.clear();
    analysis.trees.clear();
    analysis.expressions.clear();
    analysis.warnings.clear();
    recognise(analysis.document.text, analysis.tokens, english(), analysis.expressions, analysis.timexes);
    resolve(analysis, english());
    return analysis.timexes.size();
  });
  time("annal, bytes to dates", seconds, articles, articles,
       [](const std::string& article) { return analyse(read(article), english()).timexes.size(); });
  time("annal, bytes to timeline", seconds, articles, articles, [](const std::string& article) {
    return build_timeline(analyse(read(article), english()), english()).events.size();
  });
  time("annal, bytes to timeline to JSON", seconds, articles, articles, [](const std::string& article) {
    const Timeline timeline = build_timeline(analyse(read(article), english()), english());
    return to_json(timeline).empty() ? 0 : timeline.events.size();
  });
  return 0;
}

}  // namespace
}  // namespace annal

int main(int count, char** words) {
  if (count != 2) return 2;
  if (std::string_view(words[1]) == "articles") {
    for (const annal::Document& document : annal::bench::news_articles()) std::cout << document.text << '\0';
    return 0;
  }
  return annal::run(std::atof(words[1]));
}
