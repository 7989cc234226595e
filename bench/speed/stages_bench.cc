// What each stage costs per byte of English, on articles with as many dates as news has and on the sample articles,
// which are full of them. Each figure stands beside what was found, so that a stage that finds less cannot look faster.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bench/speed/text/corpus.h"
#include "core/grammar/recognise.h"
#include "core/lang/language.h"
#include "core/normalize/resolve.h"
#include "core/pipeline.h"
#include "core/text/blocks.h"
#include "core/text/sentence.h"
#include "core/trees.h"
#include "render/json.h"
#include "render/svg/svg.h"
#include "timeline/event/event.h"
#include "timeline/event/lexicon.h"
#include "timeline/pipeline.h"

namespace annal {
namespace {

using Articles = std::vector<Document>;

const Language& english() { return *Language::find("en"); }

void report(benchmark::State& state, const Articles& articles, std::size_t found) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bench::bytes_of(articles)));
  state.counters["found"] = static_cast<double>(found);
  state.counters["bytes_each"] = static_cast<double>(bench::bytes_of(articles)) / static_cast<double>(found);
}

// The articles with everything before recognition done.
std::vector<Analysis> prepared(const Articles& articles) {
  std::vector<Analysis> all;
  for (const Document& document : articles) {
    Analysis analysis;
    analysis.document = document;
    find_blocks(analysis.document, english());
    tokenise(analysis.document.text, analysis.tokens);
    analysis.sentences = find_sentences(analysis.document, analysis.tokens, english());
    all.push_back(std::move(analysis));
  }
  return all;
}

// Runs `stage`, which says how many things it found in one article, over all of them.
template <class Items, class Stage>
void over_all(benchmark::State& state, const Articles& articles, Items& items, Stage stage) {
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (auto& item : items) found += stage(item);
  }
  report(state, articles, found);
}

void tokenise_text(benchmark::State& state, const Articles& articles) {
  std::vector<Token> tokens;
  over_all(state, articles, articles, [&](const Document& document) {
    tokenise(document.text, tokens);
    return tokens.size();
  });
}

void blocks(benchmark::State& state, const Articles& articles) {
  std::vector<Document> documents = articles;
  over_all(state, articles, documents, [](Document& document) {
    find_blocks(document, english());
    return document.blocks.size();
  });
}

void sentences(benchmark::State& state, const Articles& articles) {
  std::vector<Analysis> all = prepared(articles);
  over_all(state, articles, all, [](const Analysis& analysis) {
    return find_sentences(analysis.document, analysis.tokens, english()).size();
  });
}

// Time expressions and their values: the normaliser as a whole, its words given ...
void recognise_and_resolve(benchmark::State& state, const Articles& articles) {
  std::vector<Analysis> all = prepared(articles);
  over_all(state, articles, all, [](Analysis& analysis) {
    analysis.timexes.clear();
    analysis.trees.clear();
    analysis.expressions.clear();
    analysis.warnings.clear();
    recognise(analysis.document.text, analysis.tokens, english(), analysis.expressions, analysis.timexes);
    resolve(analysis, english());
    return analysis.timexes.size();
  });
}

// ... and from the bytes on: blocks, words and sentences too.
void analyse_article(benchmark::State& state, const Articles& articles) {
  over_all(state, articles, articles,
           [](const Document& document) { return analyse(document, english()).timexes.size(); });
}

// Words, clauses and events of an article whose dates are known and whose sentences are parsed; and the parser by
// itself.
void find_events_in(benchmark::State& state, const Articles& articles) {
  const EventLexicon& lexicon = EventLexicon::of(english());
  std::vector<Analysis> all;
  for (const Document& document : articles) {
    all.push_back(analyse(document, english()));
    read_trees(all.back(), english());
  }
  over_all(state, articles, all, [&](const Analysis& analysis) {
    const Reading reading = read_clauses(analysis, lexicon);
    return find_events(analysis, reading, TieIndex(tie_times(analysis, reading, english())), lexicon).events.size();
  });
}
void parse_sentences(benchmark::State& state, const Articles& articles) {
  std::vector<Analysis> all;
  for (const Document& document : articles) all.push_back(analyse(document, english()));
  over_all(state, articles, all, [](Analysis& analysis) {
    analysis.trees.clear();
    read_trees(analysis, english());
    return analysis.trees.size();
  });
}

void article_to_timeline(benchmark::State& state, const Articles& articles) {
  over_all(state, articles, articles, [](const Document& document) {
    return build_timeline(analyse(document, english()), english()).events.size();
  });
}

#define ON_BOTH(stage)                                    \
  BENCHMARK_CAPTURE(stage, news, bench::news_articles()); \
  BENCHMARK_CAPTURE(stage, dense, bench::dense_articles())
ON_BOTH(tokenise_text);
ON_BOTH(blocks);
ON_BOTH(sentences);
ON_BOTH(recognise_and_resolve);
ON_BOTH(analyse_article);
ON_BOTH(parse_sentences)->Unit(benchmark::kMillisecond);
ON_BOTH(find_events_in)->Unit(benchmark::kMillisecond);
ON_BOTH(article_to_timeline)->Unit(benchmark::kMillisecond);

void timeline_to_svg(benchmark::State& state) {
  std::vector<Timeline> timelines;
  for (const Document& document : bench::dense_articles())
    timelines.push_back(build_timeline(analyse(document, english()), english()));
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Timeline& timeline : timelines) found += to_svg(timeline, {}).size();
  }
  report(state, bench::dense_articles(), found);
}
BENCHMARK(timeline_to_svg)->Unit(benchmark::kMillisecond);

void timeline_to_json(benchmark::State& state) {
  std::vector<Timeline> timelines;
  for (const Document& document : bench::dense_articles())
    timelines.push_back(build_timeline(analyse(document, english()), english()));
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Timeline& timeline : timelines) found += to_json(timeline).size();
  }
  report(state, bench::dense_articles(), found);
}
BENCHMARK(timeline_to_json)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace annal
