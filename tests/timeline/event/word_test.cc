#include "timeline/event/word.h"

#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"
#include "timeline/model/form_memo.h"
#include "timeline/model/models.h"

using namespace annal;

TEST_CASE("the event model says the same of a word, asked at once or later", "[timeline][event]") {
  const Analysis analysis = test::analysed(
      "The council of Tarn closed three bridges on Monday. After the flood, Kovar quickly left for the north.\n\n"
      "Two of the five mills near Brandt Hall were burning when the guards arrived there.");
  const std::vector<Word> words = read_words(analysis, EventLexicon::of(test::english())).words;
  FormMemo memo(sense_table());
  std::size_t unasked = 0;
  for (const syntax::Tree& tree : analysis.trees) {
    std::vector<Form> forms;
    for (const syntax::Word& node : tree.words) forms.push_back(memo.of(slice(analysis.document.text, node.span)));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const std::uint32_t token = last_word_token(analysis, tree.words[i]);
      const EventGuess expected = classify_event(event_tables(), {forms, tree.words}, i);
      const EventGuess found = event_guess(analysis, words, token);
      INFO(slice(analysis.document.text, tree.words[i].span));
      CHECK(found.label == expected.label);
      CHECK(found.nearest == expected.nearest);
      CHECK(found.unlikely == expected.unlikely);
      unasked += words[token].unasked ? 1U : 0U;
    }
  }
  CHECK(unasked > 0);
}
