// annal-lang TAG DIR TABLES EXAMPLES [CLASS...]: compiles the language files below DIR into C++; where classes are
// named, the labels and the words of those classes alone, without a grammar. Part of the build, not of the program. A
// fault in a language file ends with one message of file, line and caret, exit code 2, and nothing written.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>

#include "langc/emit.h"
#include "langc/enumerators.h"
#include "langc/examples.h"
#include "langc/holidays.h"
#include "langc/labels.h"
#include "langc/triggers.h"

namespace {

namespace fs = std::filesystem;
using namespace annal::compile;

SourceFile read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream contents;
  contents << in.rdbuf();
  return {path.generic_string(), contents.str()};
}

std::vector<SourceFile> read_folder(const fs::path& folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(read_file(entry.path()));
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
  return files;
}

/// The words of `all` that are of one of `classes`.
Lexicon words_of(const Lexicon& all, std::span<char* const> classes) {
  Lexicon some;
  some.strings = all.strings;
  for (const char* const name : classes) {
    const auto from = all.class_ids.find(name);
    if (from == all.class_ids.end()) continue;  // a language may do without
    const std::uint16_t to = some.add_class(name);
    for (const auto& [word, entry] : all.words)
      for (LexiconMember member : entry.members)
        if (member.word_class == from->second) {
          member.word_class = to;
          some.add_word(word, member);
        }
  }
  return some;
}

bool write(const fs::path& path, const std::string& contents) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << contents;
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: annal-lang TAG DIR TABLES.cc EXAMPLES.cc [CLASS...]\n";
    return 2;
  }
  const std::string tag = argv[1];
  const fs::path folder = argv[2];
  SourceFile labels;
  std::vector<SourceFile> lexicons, grammars;  // outside, since a fault points into them
  SourceFile holidays;
  try {
    Lexicon lexicon;
    lexicons = read_folder(folder / "lexicon");
    for (const SourceFile& file : lexicons) read_lexicon(lexicon, file);
    if (argc > 5) {
      lexicon = words_of(lexicon, {argv + 5, argv + argc});
    } else {
      grammars = read_folder(folder / "grammar");
      holidays = read_file(folder / "holidays.txt");  // empty where there is none
    }
    std::vector<WrittenRule> rules = read_holidays(holidays);
    for (const SourceFile& file : grammars)
      for (WrittenRule& rule : read_rules(file)) rules.push_back(std::move(rule));
    const Grammar grammar = compile_grammar(lexicon, rules);
    check_enumerators(grammar, lexicon);
    check_examples(lexicon, grammar);
    derive_triggers(lexicon, grammar);
    labels = read_file(folder / "labels.txt");
    if (!write(argv[3], emit_tables(tag, lexicon, grammar, read_labels(labels))) ||
        !write(argv[4], emit_examples(tag, grammar))) {
      std::cerr << "annal-lang: cannot write " << argv[3] << " or " << argv[4] << "\n";
      return 2;
    }
  } catch (const Fault& fault) {
    std::cerr << text_of(fault);
    return 2;
  } catch (const fs::filesystem_error& error) {
    std::cerr << "annal-lang: " << error.what() << "\n";
    return 2;
  }
  return 0;
}
