#include "treebank.h"

#include <charconv>
#include <fstream>
#include <stdexcept>

#include "core/syntax/labels.h"

namespace annal::syntax {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (;;) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Whether the words have one root and no cycle.
bool is_tree(const std::vector<GoldWord>& words) {
  int roots = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    roots += words[i].head == 0;
    std::size_t steps = 0;
    for (std::int32_t at = static_cast<std::int32_t>(i) + 1; at != 0; at = words[static_cast<std::size_t>(at) - 1].head)
      if (at < 0 || static_cast<std::size_t>(at) > words.size() || ++steps > words.size()) return false;
  }
  return roots == 1;
}

bool opens_clause(Deprel deprel) {
  return deprel == Deprel::acl || deprel == Deprel::acl_relcl || deprel == Deprel::advcl || deprel == Deprel::ccomp ||
         deprel == Deprel::xcomp || deprel == Deprel::csubj || deprel == Deprel::parataxis || deprel == Deprel::conj;
}

// Clauses of nouns are relative where a relative pronoun depends on them, not on a clause inside.
void unify_relative_clauses(std::vector<GoldWord>& words) {
  for (const GoldWord& word : words) {
    if (word.features.pron_type != PronType::rel) continue;
    std::int32_t at = word.head;
    while (at > 0 && !opens_clause(words[static_cast<std::size_t>(at) - 1].deprel))
      at = words[static_cast<std::size_t>(at) - 1].head;
    if (at > 0 && words[static_cast<std::size_t>(at) - 1].deprel == Deprel::acl)
      words[static_cast<std::size_t>(at) - 1].deprel = Deprel::acl_relcl;
  }
}

void unify_passive_subjects(std::vector<GoldWord>& words) {
  std::vector<bool> passive(words.size() + 1);
  for (const GoldWord& word : words)
    if (word.deprel == Deprel::aux_pass) passive[static_cast<std::size_t>(word.head)] = true;
  for (GoldWord& word : words) {
    if (!passive[static_cast<std::size_t>(word.head)]) continue;
    if (word.deprel == Deprel::nsubj) word.deprel = Deprel::nsubj_pass;
    if (word.deprel == Deprel::csubj) word.deprel = Deprel::csubj_pass;
  }
}

// Reads a file line by line.
class Reader {
 public:
  explicit Reader(bool names) : names_(names) {}

  void line(std::string_view line) {
    if (line.empty()) return finish();
    constexpr std::string_view text = "# text = ";
    if (line.starts_with(text)) sentence_.text = line.substr(text.size());
    if (line.front() == '#') return;
    const std::vector<std::string_view> columns = columns_of(line);
    if (columns.size() < 10) return;
    const std::size_t dash = columns[0].find('-');
    if (dash != std::string_view::npos) {
      last_of_token_ = number(columns[0].substr(dash + 1));
      place(columns[1]);
    } else if (columns[0].find('.') == std::string_view::npos) {
      add(columns);
    }
  }

  void finish() {
    if (!sentence_.words.empty() && is_tree(sentence_.words)) {
      unify_relative_clauses(sentence_.words);
      unify_passive_subjects(sentence_.words);
      found_.push_back(std::move(sentence_));
    }
    sentence_ = {};
    end_ = 0;
    last_of_token_ = 0;
  }

  std::vector<GoldSentence> take() { return std::move(found_); }

 private:
  // Finds where the next token stands in the text.
  void place(std::string_view token) {
    const std::size_t at = sentence_.text.find(token, end_);
    begin_ = static_cast<std::uint32_t>(at == std::string::npos ? end_ : at);
    end_ = begin_ + static_cast<std::uint32_t>(at == std::string::npos ? 0 : token.size());
  }

  void add(const std::vector<std::string_view>& columns) {
    GoldWord word;
    word.form = columns[1];
    word.upos = upos_of(columns[3]);
    if (names_) word.name = columns[4];
    word.features = features_of(columns[5]);
    word.head = number(columns[6]);
    word.deprel = deprel_of(columns[7]);
    if (number(columns[0]) > last_of_token_) place(columns[1]);
    word.begin = begin_;
    word.end = end_;
    sentence_.words.push_back(std::move(word));
  }

  bool names_;
  GoldSentence sentence_;
  std::vector<GoldSentence> found_;
  std::uint32_t begin_ = 0, end_ = 0;
  int last_of_token_ = 0;
};

}  // namespace

std::vector<GoldSentence> read_treebank(const std::filesystem::path& file, bool names) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  Reader reader(names);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    reader.line(line);
  }
  reader.finish();
  return reader.take();
}

}  // namespace annal::syntax
