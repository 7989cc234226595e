// What each stage costs per byte of English, on the project's sample articles: some 0.3 MB made of them, so that the text is larger
// than the caches near the core. Each figure stands beside what was found, so that a stage that finds less cannot look faster.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/date/calendar.h"
#include "core/find/recognise.h"
#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/resolve/resolve.h"
#include "core/text/blocks.h"
#include "core/text/read.h"
#include "core/token/sentence.h"
#include "render/json.h"
#include "render/svg/svg.h"
#include "timeline/pipeline.h"

namespace annal {
namespace {

const Language& english() { return *Language::find("en"); }

// The sample articles, each with a date of writing, over and over.
const std::vector<Document>& articles() {
  static const std::vector<Document> documents = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples"))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Document> read;
    std::size_t bytes = 0;
    while (bytes < 300'000)
      for (const auto& path : paths) {
        std::ostringstream contents;
        contents << std::ifstream(path, std::ios::binary).rdbuf();
        Document document = read_text(contents.str(), path.filename().string()).value();
        document.dct = {DctSource::given, interval_of(*parse_iso("2016-11-14")).begin, false, ""};
        bytes += document.text.size();
        read.push_back(std::move(document));
      }
    return read;
  }();
  return documents;
}

std::size_t bytes_of(const std::vector<Document>& documents) {
  std::size_t bytes = 0;
  for (const Document& document : documents) bytes += document.text.size();
  return bytes;
}

// The articles with everything before recognition done.
std::vector<Analysis> prepared() {
  std::vector<Analysis> all;
  for (const Document& document : articles()) {
    Analysis analysis;
    analysis.document = document;
    find_blocks(analysis.document, english());
    tokenise(analysis.document.text, analysis.tokens);
    analysis.sentences = find_sentences(analysis.document, analysis.tokens, english());
    all.push_back(std::move(analysis));
  }
  return all;
}

void report(benchmark::State& state, std::size_t found) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes_of(articles())));
  state.counters["found"] = static_cast<double>(found);
}

void tokenise_text(benchmark::State& state) {
  std::vector<Token> tokens;
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Document& document : articles()) {
      tokenise(document.text, tokens);
      found += tokens.size();
    }
  }
  report(state, found);
}
BENCHMARK(tokenise_text);

// Tokens, time expressions and their values: the normaliser as a whole.
void recognise_and_resolve(benchmark::State& state) {
  std::vector<Analysis> all = prepared();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (Analysis& analysis : all) {
      analysis.timexes.clear();
      analysis.expressions.clear();
      analysis.warnings.clear();
      tokenise(analysis.document.text, analysis.tokens);
      recognise(analysis.document.text, analysis.tokens, english(), analysis.expressions, analysis.timexes);
      resolve(analysis, english());
      found += analysis.timexes.size();
    }
  }
  report(state, found);
}
BENCHMARK(recognise_and_resolve);

// Blocks and sentences too.
void analyse_article(benchmark::State& state) {
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Document& document : articles()) found += analyse(document, english()).timexes.size();
  }
  report(state, found);
}
BENCHMARK(analyse_article);

void article_to_timeline(benchmark::State& state) {
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Document& document : articles()) found += build_timeline(analyse(document, english()), english()).events.size();
  }
  report(state, found);
}
BENCHMARK(article_to_timeline)->Unit(benchmark::kMillisecond);

void timeline_to_svg(benchmark::State& state) {
  std::vector<Timeline> timelines;
  for (const Document& document : articles()) timelines.push_back(build_timeline(analyse(document, english()), english()));
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Timeline& timeline : timelines) found += to_svg(timeline, {}).size();
  }
  report(state, found);
}
BENCHMARK(timeline_to_svg)->Unit(benchmark::kMillisecond);

void timeline_to_json(benchmark::State& state) {
  std::vector<Timeline> timelines;
  for (const Document& document : articles()) timelines.push_back(build_timeline(analyse(document, english()), english()));
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Timeline& timeline : timelines) found += to_json(timeline).size();
  }
  report(state, found);
}
BENCHMARK(timeline_to_json)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace annal
