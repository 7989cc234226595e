#include "evaluate.h"

#include <cstdio>
#include <ctime>

#include "core/syntax/parser.h"

namespace annal::syntax {
namespace {

struct Score {
  std::size_t words = 0, upos = 0, names = 0, arcs = 0, heads = 0, labels = 0;
  std::size_t sure = 0, sure_right = 0;  ///< heads of confidence 90 or more

  void add(const Model& model, const GoldWord& gold, const Word& word) {
    ++words;
    upos += word.upos == gold.upos;
    names += gold.name.empty() ? word.features == gold.features : model.tag_name(word.tag) == gold.name;
    if (gold.upos == Upos::punct || !gold.certain) return;
    ++arcs;
    const bool right = word.head + 1 == gold.head;
    heads += right;
    labels += right && word.deprel == gold.deprel;
    sure += word.confidence >= 90;
    sure_right += word.confidence >= 90 && right;
  }
};

double percent(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(all);
}

void print(const Score& s, const std::string& name, double seconds) {
  std::printf("%-28s UPOS %.2f  XPOS/FEATS %.2f  UAS %.2f  LAS %.2f  sure %.1f right %.2f  %zu words %.0f/s\n",
              name.c_str(), percent(s.upos, s.words), percent(s.names, s.words), percent(s.heads, s.arcs),
              percent(s.labels, s.arcs), percent(s.sure, s.arcs), percent(s.sure_right, s.sure), s.words,
              static_cast<double>(s.words) / seconds);
  std::fflush(stdout);
}

}  // namespace

void print_scores(const Model& model, const std::string& name, const std::vector<GoldSentence>& sentences) {
  Parser parser(model);
  for (const bool times : {false, true}) {
    Score score;
    const std::clock_t start = std::clock();
    for (const GoldSentence& sentence : sentences) {
      const std::vector<GoldWord>& gold = times ? sentence.with_times : sentence.words;
      std::vector<std::string_view> forms;
      for (const GoldWord& word : gold) forms.push_back(word.form);
      std::vector<Word> words(gold.size());
      parser.parse(forms, words);
      for (std::size_t i = 0; i < gold.size(); ++i) score.add(model, gold[i], words[i]);
    }
    print(score, times ? name + ", times" : name, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
}

}  // namespace annal::syntax
