// annal-lang TAG DIR TABLES EXAMPLES [CLASS...]: compiles the language files below DIR into C++; where classes are
// named, the labels and the words of those classes alone, without a grammar. annal-lang --pack TAG DIR TABLES SIGNS
// CLASS...: the same packed, and the signs of the language with the words of those classes. Part of the build, not of
// the program. A fault in a language file ends with one message of file, line and caret, exit code 2, and nothing
// written.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>

#include "langc/build_tables.h"
#include "langc/emit.h"
#include "langc/enumerators.h"
#include "langc/examples.h"
#include "langc/holidays.h"
#include "langc/labels.h"
#include "langc/packed.h"
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
Lexicon words_of(const Lexicon& all, const std::vector<std::string>& classes) {
  Lexicon some;
  some.strings = all.strings;
  for (const std::string& name : classes) {
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

struct Task {
  bool packed = false;
  std::string tag;
  fs::path folder, first, second;  // what is written
  std::vector<std::string> classes;
};

/// Writes one of the files, or ends the program.
void write_or_end(const fs::path& path, const std::string& contents) {
  if (write(path, contents)) return;
  std::cerr << "annal-lang: cannot write " << path.generic_string() << "\n";
  std::exit(2);
}

/// The files of a language; outside of the steps, since a fault points into them.
struct Files {
  std::vector<SourceFile> lexicons, grammars;
  SourceFile holidays, labels;
};

void compile(const Task& task, Files& files) {
  Lexicon lexicon;
  files.lexicons = read_folder(task.folder / "lexicon");
  for (const SourceFile& file : files.lexicons) read_lexicon(lexicon, file);
  if (!task.classes.empty() && !task.packed) {
    lexicon = words_of(lexicon, task.classes);
  } else {
    files.grammars = read_folder(task.folder / "grammar");
    files.holidays = read_file(task.folder / "holidays.txt");  // empty where there is none
  }
  std::vector<WrittenRule> rules = read_holidays(files.holidays);
  for (const SourceFile& file : files.grammars)
    for (WrittenRule& rule : read_rules(file)) rules.push_back(std::move(rule));
  const Grammar grammar = compile_grammar(lexicon, rules);
  check_enumerators(grammar, lexicon);
  check_examples(lexicon, grammar);
  derive_triggers(lexicon, grammar);
  files.labels = read_file(task.folder / "labels.txt");
  const std::vector<std::string> labels = read_labels(files.labels);
  const TableData tables = build_tables(task.tag, lexicon, grammar, labels);
  write_or_end(task.first, task.packed ? pack(tables) : emit_tables(tables));
  write_or_end(task.second, task.packed ? pack(build_signs(task.tag, lexicon, grammar, task.classes, labels.size()))
                                        : emit_examples(task.tag, grammar));
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given(argv + 1, argv + argc);
  const bool packed = !given.empty() && given[0] == "--pack";
  const std::size_t first = packed ? 1 : 0;
  if (given.size() < first + 4) {
    std::cerr << "usage: annal-lang TAG DIR TABLES.cc EXAMPLES.cc [CLASS...]\n"
                 "       annal-lang --pack TAG DIR TABLES SIGNS CLASS...\n";
    return 2;
  }
  const auto at = given.begin() + static_cast<std::ptrdiff_t>(first);
  const Task task{packed, at[0], at[1], at[2], at[3], {at + 4, given.end()}};
  Files files;
  try {
    compile(task, files);
  } catch (const Fault& fault) {
    std::cerr << text_of(fault);
    return 2;
  } catch (const fs::filesystem_error& error) {
    std::cerr << "annal-lang: " << error.what() << "\n";
    return 2;
  }
  return 0;
}
