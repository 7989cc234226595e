// A language's files: a fault is told with its place, and what has none compiles.
#include "langc/build_tables.h"
#include "langc/emit.h"
#include "langc/enumerators.h"
#include "langc/examples.h"
#include "langc/triggers.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal::compile;
  const std::string_view bytes = annal::fuzz::text_of(data, size);
  const std::size_t cut = bytes.find('\f');  // the lexicon, a form feed, the grammar
  const SourceFile lexicon_file{"words.txt", std::string(bytes.substr(0, cut))};
  const SourceFile grammar_file{"rules.txt", std::string(cut == bytes.npos ? "" : bytes.substr(cut + 1))};
  try {
    Lexicon lexicon;
    read_lexicon(lexicon, lexicon_file);
    const Grammar grammar = compile_grammar(lexicon, read_rules(grammar_file));
    check_enumerators(grammar, lexicon);
    check_examples(lexicon, grammar);
    derive_triggers(lexicon, grammar);
    emit_tables(build_tables("xx", lexicon, grammar, {}));
    emit_examples("xx", grammar);
  } catch (const Fault& fault) {
    annal::fuzz::law(!text_of(fault).empty(), "a fault has words");
  }
  return 0;
}
