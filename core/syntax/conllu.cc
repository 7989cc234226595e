#include "core/syntax/conllu.h"

#include <array>
#include <charconv>
#include <utility>

#include "core/syntax/form_features.h"
#include "core/syntax/labels.h"
#include "core/syntax/lemmas.h"
#include "core/syntax/tree_reader.h"

namespace annal::syntax {
namespace {

constexpr std::size_t column_count = 10;
enum Column : std::size_t { id = 0, form = 1, misc = 9 };

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Takes the first line off `rest`, without its end.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

// The columns of a row, and how many there are.
struct Columns {
  std::array<std::string_view, column_count> text;
  std::size_t count = 0;
};

Columns columns_of(std::string_view row) {
  Columns columns;
  for (;;) {
    const std::size_t end = row.find('\t');
    if (columns.count < column_count) columns.text[columns.count] = row.substr(0, end);
    ++columns.count;
    if (end == std::string_view::npos) return columns;
    row.remove_prefix(end + 1);
  }
}

bool parse_number(std::string_view text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

// Whether SpaceAfter=No stands in the tenth column.
bool has_space_after(std::string_view column) {
  while (!column.empty()) {
    const std::size_t end = column.find('|');
    if (column.substr(0, end) == "SpaceAfter=No") return false;
    column.remove_prefix(end == std::string_view::npos ? column.size() : end + 1);
  }
  return true;
}

class Reader {
 public:
  Reader(std::string_view bytes, std::string_view name) : rest_(bytes), name_(name) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
  }

  Result<std::vector<ParsedSentence>> read() {
    while (!rest_.empty()) {
      const std::string_view line = next_line(rest_);
      ++line_;
      if (auto read = read_line(line); !read) return tl::unexpected(read.error());
    }
    if (auto closed = close(); !closed) return tl::unexpected(closed.error());
    if (sentences_.empty()) return fail(Code::syntax, std::string(name_) + ": no word in it");
    return std::move(sentences_);
  }

 private:
  tl::unexpected<Error> fault(const std::string& what) const {
    return fail(Code::syntax, std::string(name_) + ":" + std::to_string(line_) + ": " + what);
  }

  Result<void> read_line(std::string_view line) {
    if (is_blank(line)) return close();
    if (line.front() == '#' && current_.words.empty() && current_.tokens.empty()) {
      current_.comments.emplace_back(line);
      constexpr std::string_view text_comment = "# text = ";
      if (line.starts_with(text_comment)) current_.text = line.substr(text_comment.size());
      return {};
    }
    const Columns columns = columns_of(line);
    if (columns.count != column_count)
      return fault("a row has 10 columns between tabs, and this has " + std::to_string(columns.count));
    if (columns.text[form].empty()) return fault("the second column, the form, is empty");
    return read_row(columns);
  }

  Result<void> read_row(const Columns& columns) {
    const std::string_view own = columns.text[id];
    const auto next = static_cast<std::uint32_t>(current_.words.size() + 1);
    std::uint32_t first = 0, last = 0;
    if (own.find('.') != std::string_view::npos) return {};  // an empty word
    const bool space_after = has_space_after(columns.text[misc]);
    if (const std::size_t dash = own.find('-'); dash != std::string_view::npos) {
      const bool numbers = parse_number(own.substr(0, dash), first) && parse_number(own.substr(dash + 1), last);
      if (!numbers || first != next || last < first ||
          (!current_.tokens.empty() && current_.tokens.back().last >= next))
        return fault("'" + std::string(own) + "' is no range of words from " + std::to_string(next) + " on");
      current_.tokens.push_back({first - 1, last, std::string(columns.text[form]), space_after});
      return {};
    }
    if (!parse_number(own, first) || first != next)
      return fault("word " + std::to_string(next) + " is due, not '" + std::string(own) + "'");
    current_.words.push_back({std::string(columns.text[form]), {}, space_after});
    return {};
  }

  Result<void> close() {
    if (!current_.tokens.empty() && current_.tokens.back().last > current_.words.size())
      return fault("the sentence ends before word " + std::to_string(current_.tokens.back().last));
    if (!current_.words.empty()) sentences_.push_back(std::exchange(current_, {}));
    return {};
  }

  std::string_view rest_, name_;
  std::size_t line_ = 0;
  ParsedSentence current_;
  std::vector<ParsedSentence> sentences_;
};

void append_row(std::string& out, std::initializer_list<std::string_view> columns) {
  bool first = true;
  for (const std::string_view column : columns) {
    if (!first) out += '\t';
    first = false;
    out += column.empty() ? "_" : column;
  }
  out += '\n';
}

std::string misc_of(const Word* word, bool space_after) {
  std::string out;
  if (word != nullptr && word->head >= 0) {
    const std::string hundredths = std::to_string(word->confidence);
    out = word->confidence >= 100  ? "Confidence=1.00"
          : hundredths.size() == 1 ? "Confidence=0.0" + hundredths
                                   : "Confidence=0." + hundredths;
  }
  if (!space_after) out += out.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return out;
}

}  // namespace

bool is_conllu(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  while (!bytes.empty()) {
    const std::string_view line = next_line(bytes);
    if (is_blank(line) || line.front() == '#') continue;
    return columns_of(line).count == column_count && line.front() >= '0' && line.front() <= '9';
  }
  return false;
}

Result<std::vector<ParsedSentence>> read_conllu(std::string_view bytes, std::string_view name) {
  return Reader(bytes, name).read();
}

void parse(const Model& model, const Language& language, ParsedSentence& sentence) {
  sentence.tree.words.assign(sentence.words.size(), {});
  std::vector<std::string_view> forms;
  forms.reserve(sentence.words.size());
  for (const WrittenWord& word : sentence.words) forms.push_back(word.form);
  parse(model, forms, sentence.tree.words);
  read_form_features(sentence.tree.words, forms, FormClasses(language));
  for (std::size_t i = 0; i < sentence.words.size(); ++i)
    sentence.words[i].lemma = lemma_of(sentence.tree.words[i], sentence.words[i].form, language.tag());
}

std::string to_conllu(const ParsedSentence& sentence, const Model* model) {
  std::string out;
  for (const std::string& comment : sentence.comments) out += comment + '\n';
  auto token = sentence.tokens.begin();
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    bool space_after = sentence.words[i].space_after;
    if (token != sentence.tokens.end() && token->last == i) ++token;
    if (token != sentence.tokens.end() && token->first <= i) {
      space_after = true;  // the row of the token says it
      if (token->first == i)
        append_row(out, {std::to_string(i + 1) + "-" + std::to_string(token->last), token->form, "", "", "", "", "", "",
                         "", misc_of(nullptr, token->space_after)});
    }
    const WrittenWord& written = sentence.words[i];
    const std::string number = std::to_string(i + 1);
    if (sentence.tree.empty()) {
      append_row(out, {number, written.form, written.lemma, "", "", "", "", "", "", misc_of(nullptr, space_after)});
      continue;
    }
    const Word& word = sentence.tree.words[i];
    append_row(out, {number, written.form, written.lemma, name_of(word.upos),
                     model == nullptr ? "" : model->tag_name(word.tag), column_of(word.features),
                     std::to_string(word.head + 1), name_of(word.deprel), "", misc_of(&word, space_after)});
  }
  return out + '\n';
}

}  // namespace annal::syntax
