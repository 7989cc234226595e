#include "timeline/model/tagger.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "timeline/model/models.h"
#include "timeline/model/word_memo.h"

using namespace annal;

namespace {

/// The forms of words that blanks part.
std::vector<Form> forms_of(const std::string& words) {
  std::istringstream stream(words);
  std::vector<Form> forms;
  for (std::string word; stream >> word;) forms.push_back(form_of(word, sense_table()));
  return forms;
}

std::string tags_of(const std::string& words) {
  const std::vector<Form> forms = forms_of(words);
  std::vector<Penn> tags;
  tag_forms(tagger_tables(), forms, tags);
  std::string out;
  for (const Penn tag : tags) out += (out.empty() ? "" : " ") + std::string(penn_names[static_cast<std::size_t>(tag)]);
  return out;
}

}  // namespace

TEST_CASE("each word of a sentence gets its part of speech", "[timeline][model]") {
  struct Row {
    const char* words;
    const char* tags;
  };
  const auto row = GENERATE(values<Row>({
      {"The council closed the bridge .", "DT NN VBD DT NN ."},
      {"She will open it in May .", "PRP MD VB PRP IN NNP ."},
      {"They were building two old mills .", "PRP VBD VBG CD JJ NNS ."},
      {"He did n't vote , but he left quickly .", "PRP VBD RB VB , CC PRP VBD RB ."},
      {"", ""},
  }));
  CHECK(tags_of(row.words) == row.tags);
}

TEST_CASE("a sentence is known by how it uses capitals", "[timeline][model]") {
  const auto capitals = [](const std::string& words) {
    const std::vector<Form> forms = forms_of(words);
    TaggerSentence sentence;
    prepare(tagger_tables(), forms, sentence);
    note_capitals(sentence);
    return sentence.capitals;
  };
  CHECK(capitals("COUNCIL CLOSES OLD BRIDGE AFTER LONG VOTE") == capitals("MAYOR OPENS NEW MILL BEFORE FIRST VOTE"));
  CHECK(capitals("COUNCIL CLOSES OLD BRIDGE AFTER LONG VOTE") !=
        capitals("the council closes the old bridge after it"));
}

TEST_CASE("a word seen before is what it is when worked out anew", "[timeline][model]") {
  WordMemo memo(sense_table(), tagger_tables());
  const std::vector<std::string> words{"the", "voted",      "Voted", "went", "internationalisation",
                                       "a",   "\u00E9tude", "1990s"};
  for (int round = 0; round < 3; ++round) {
    for (const std::string& word : words) {
      INFO(word);
      const MemoWord& kept = memo.of(word);
      const Form form = form_of(word, sense_table());
      CHECK(kept.form.word == form.word);
      CHECK(kept.form.written == form.written);
      CHECK(kept.form.senses.bits == form.senses.bits);
      CHECK(kept.known == tagger_tables().find(form.word));
      CHECK(kept.own == own_sum(tagger_tables(), form, kept.known));
    }
  }
}
