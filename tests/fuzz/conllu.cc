// CoNLL-U: whatever is in a file, it is refused or read; what is written of it is read again with the same words.
#include "core/syntax/conllu.h"
#include "tests/fuzz/forms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string bytes(fuzz::text_of(data, size));
  const auto sentences = syntax::read_conllu(bytes, "file");
  if (!sentences) return 0;
  std::string written;
  for (const syntax::ParsedSentence& sentence : *sentences) written += to_conllu(sentence, nullptr);
  const auto again = syntax::read_conllu(written, "file");
  fuzz::law(again.has_value() && again->size() == sentences->size(), "what is written is read");
  for (std::size_t i = 0; i < sentences->size(); ++i) {
    fuzz::law((*again)[i].words.size() == (*sentences)[i].words.size(), "no word is lost");
    for (std::size_t k = 0; k < (*again)[i].words.size(); ++k)
      fuzz::law((*again)[i].words[k].form == (*sentences)[i].words[k].form, "a form stays");
    fuzz::law((*again)[i].tokens.size() == (*sentences)[i].tokens.size(), "no multiword token is lost");
  }
  return 0;
}
