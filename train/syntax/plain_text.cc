#include "plain_text.h"

#include <fstream>
#include <stdexcept>

#include "core/syntax/parser.h"
#include "core/syntax/words.h"
#include "time_words.h"

namespace annal::syntax {
namespace {

constexpr int certain = 70;

std::vector<TimeSpan> times_of(const Analysis& analysis) {
  std::vector<TimeSpan> times;
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  for (const Timex& timex : analysis.timexes) {
    while (token < count && analysis.tokens[token].begin < timex.span.begin) ++token;
    std::uint32_t last = token;
    while (last < count && analysis.tokens[last].end <= timex.span.end) ++last;
    times.push_back({timex.span, token, last, static_cast<std::int32_t>(times.size())});
  }
  return times;
}

void add_sentences(std::string paragraph, const Language& language, std::vector<GoldSentence>& found) {
  const Analysis analysis = find_times(std::move(paragraph), language);
  const std::string& text = analysis.document.text;
  const WordDivider divider(text, analysis.tokens, language);
  const std::vector<TimeSpan> times = times_of(analysis);
  for (const Sentence& sentence : analysis.sentences) {
    GoldSentence made;
    std::vector<TimeSpan> inside;
    for (const TimeSpan& time : times)
      if (time.first >= sentence.first && time.last <= sentence.last) inside.push_back(time);
    for (const Word& word : divider.divide(sentence.first, sentence.last, inside)) {
      made.words.emplace_back();
      made.words.back().form = word.time >= 0 ? std::string(time_form) : form_of(word, text, language);
    }
    found.push_back(std::move(made));
  }
}

}  // namespace

std::vector<GoldSentence> read_plain_text(const std::filesystem::path& file, const Language& language) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<GoldSentence> found;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) add_sentences(line, language, found);
  return found;
}

void annotate(const Model& teacher, std::vector<GoldSentence>& sentences) {
  Parser parser(teacher);
  for (GoldSentence& sentence : sentences) {
    std::vector<std::string_view> forms;
    for (const GoldWord& word : sentence.words) forms.push_back(word.form);
    std::vector<Word> words(forms.size());
    parser.parse(forms, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      GoldWord& gold = sentence.words[i];
      gold.upos = words[i].upos;
      gold.name = teacher.tag_name(words[i].tag);
      gold.features = words[i].features;
      gold.head = words[i].head + 1;
      gold.deprel = words[i].deprel;
      gold.certain = words[i].confidence >= certain;
    }
  }
}

}  // namespace annal::syntax
