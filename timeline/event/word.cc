#include "timeline/event/word.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/sentence.h"
#include "timeline/event/word_meanings.h"
#include "timeline/model/form_memo.h"
#include "timeline/model/models.h"

namespace annal {
namespace {

using syntax::Upos;

constexpr std::uint32_t longest_phrase = 5;

// Whether the expression is no more than a noun of time ("a fun day", "night market"), which places nothing: it ties
// nothing.
bool bare_noun(const Analysis& analysis, const Timex& timex) {
  if (timex.expression >= analysis.expressions.size()) return false;
  const ExpressionNode& node = analysis.expressions[timex.expression];
  if (std::holds_alternative<op::DayPart>(node)) return timex.value.frame != Frame::calendar;
  // One word, and no number in it.
  const auto* const length = std::get_if<op::Length>(&node);
  return length != nullptr && slice(analysis.document.text, timex.span).find(' ') == std::string_view::npos &&
         length->thousandths == 1000;
}

bool is_asked_at_once(Upos upos) {
  return upos != Upos::propn && upos != Upos::adv && upos != Upos::adp && upos != Upos::sconj && upos != Upos::num;
}

void read_forms(const Analysis& analysis, const syntax::Tree& tree, std::vector<Form>& forms) {
  static thread_local FormMemo memo(sense_table());
  forms.clear();
  for (const syntax::Word& node : tree.words) forms.push_back(memo.of(slice(analysis.document.text, node.span)));
}

class WordReader {
 public:
  WordReader(const Analysis& analysis, const EventLexicon& lexicon)
      : analysis_(analysis),
        lexicon_(lexicon),
        separable_(lexicon.language().word_class("separable-prefix")),
        words_(analysis.tokens.size()),
        meanings_(analysis.document.text, lexicon, lemmas_) {}

  ReadWords run() {
    mark_times();
    for (std::size_t s = 0; s < analysis_.sentences.size() && s < analysis_.trees.size(); ++s) {
      const auto& words = analysis_.trees[s].words;
      read_particles(words);
      lemmas_.begin_sentence();
      for (std::size_t i = 0; i < words.size(); ++i) read(words[i], static_cast<std::int32_t>(i), particles_[i]);
      read_phrases(analysis_.sentences[s]);
    }
    if (models_know(lexicon_.language().tag()))
      guess_events();
    else
      class_by_lexicon();
    return {std::move(words_), std::move(lemmas_)};
  }

 private:
  std::string_view text(std::uint32_t token) const {
    return slice(analysis_.document.text, analysis_.tokens[token].span());
  }

  void mark_times() {
    for (std::size_t t = 0; t < analysis_.timexes.size(); ++t) {
      if (bare_noun(analysis_, analysis_.timexes[t])) continue;
      const Span span = analysis_.timexes[t].span;
      auto token = std::lower_bound(analysis_.tokens.begin(), analysis_.tokens.end(), span.begin,
                                    [](const Token& a, std::uint32_t at) { return a.begin < at; });
      for (; token != analysis_.tokens.end() && token->begin < span.end; ++token)
        words_[static_cast<std::size_t>(token - analysis_.tokens.begin())].timex = static_cast<std::int32_t>(t);
    }
  }

  // For each verb of a sentence the prefix or particle that stands apart from it: "teilte ... mit", "called off".
  void read_particles(const std::vector<syntax::Word>& words) {
    particles_.assign(words.size(), {});
    for (const syntax::Word& word : words) {
      const std::string_view form = slice(analysis_.document.text, word.span);
      if (word.deprel == syntax::Deprel::compound_prt && word.head >= 0 &&
          (separable_ == no_class || lexicon_.language().is(form, separable_)))
        particles_[static_cast<std::size_t>(word.head)] = form;
    }
  }

  void read(const syntax::Word& node, std::int32_t index, std::string_view particle) {
    const auto& [own_facts, base_facts, lemma, is_lemma] = meanings_.of(node, particle);
    lemmas_.add_word(lemma);
    const WordFacts &own = *own_facts, &base = *base_facts;
    for (std::uint32_t t = node.first; t < node.last; ++t) {
      Word& word = words_[t];
      if (word.node >= 0) continue;  // a contraction stands for its first word: "zum" for "zu"
      word.node = index;
      word.upos = node.upos;
      word.base = is_lemma;
      word.plural = node.features.number == syntax::Number::plur;
      word.self = own.classes;
      word.meaning = base.classes;
      word.value = own.classes.has(Is::modal) ? own.value : base.value;
      word.aspect = base.aspect;
      word.same = base.same;
      word.which = own.which != 0 ? own.which : base.which;
    }
  }

  // "in the wake of", "according to": each word has the classes of the one that says the same.
  void read_phrases(const Sentence& sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!words_[i].self.any(Is::signal_phrase_opener, Is::attribution_opener)) continue;
      std::string phrase(text(i));
      for (std::uint32_t last = i + 1; last < sentence.last && last < i + longest_phrase; ++last) {
        phrase += ' ';
        phrase += text(last);
        const WordFacts meaning = lexicon_.signal_of_phrase(phrase);
        ClassSet own = meaning.classes;
        for (const auto& [listed, means] :
             {std::pair{Is::attribution_phrase, Is::attribution_mark}, std::pair{Is::condition, Is::condition},
              std::pair{Is::instead, Is::instead}, std::pair{Is::nearly, Is::nearly}})
          if (lexicon_.phrase_is(phrase, listed)) own.add(means);
        if (own.empty()) continue;
        for (std::uint32_t t = i; t <= last; ++t) words_[t].self = own;
        i = last;
        break;
      }
    }
  }

  void guess_events() {
    const EventTables events = event_tables();
    std::vector<Form> forms;
    for (const syntax::Tree& tree : analysis_.trees) {
      read_forms(analysis_, tree, forms);
      const EventInput input{forms, tree.words};
      for (std::size_t i = 0; i < forms.size(); ++i) {
        Word& word = words_[last_word_token(analysis_, tree.words[i])];
        if (word.node != static_cast<std::int32_t>(i)) continue;
        word.unasked = !is_asked_at_once(tree.words[i].upos);
        if (!word.unasked) word.event = classify_event(events, input, i);
      }
    }
  }

  // Without a model: the class that the lexicon gives a verb.
  void class_by_lexicon() {
    const auto class_of = [](const ClassSet& meaning) {
      if (meaning.has(Is::reporting)) return EventClass::reporting;
      if (meaning.has(Is::perception)) return EventClass::perception;
      if (meaning.has(Is::aspectual)) return EventClass::aspectual;
      if (meaning.has(Is::attitude)) return EventClass::i_state;
      if (meaning.has(Is::act_toward)) return EventClass::i_action;
      return meaning.has(Is::state) ? EventClass::state : EventClass::occurrence;
    };
    for (Word& word : words_) {
      const EventClass event_class = word.upos == Upos::adj ? EventClass::state : class_of(word.meaning);
      word.event.nearest = static_cast<std::uint8_t>(static_cast<std::size_t>(event_class) + 1);
    }
  }

  const Analysis& analysis_;
  const EventLexicon& lexicon_;
  const WordClass separable_;
  std::vector<Word> words_;
  LemmaIndex lemmas_;
  WordMeanings meanings_;
  std::vector<std::string_view> particles_;  ///< of a sentence, by word
};

}  // namespace

std::uint32_t last_word_token(const Analysis& analysis, const syntax::Word& word) {
  std::uint32_t token = word.last - 1;
  while (token > word.first && analysis.tokens[token].kind == TokenKind::punctuation) --token;
  return token;
}

EventGuess event_guess(const Analysis& analysis, const std::vector<Word>& words, std::uint32_t token) {
  const Word& word = words[token];
  if (!word.unasked) return word.event;
  const syntax::Tree& tree = analysis.trees[sentence_at(analysis.sentences, analysis.tokens[token].begin)];
  std::vector<Form> forms;
  read_forms(analysis, tree, forms);
  return classify_event(event_tables(), {forms, tree.words}, static_cast<std::size_t>(word.node));
}

ReadWords read_words(const Analysis& analysis, const EventLexicon& lexicon) {
  return WordReader(analysis, lexicon).run();
}

}  // namespace annal
