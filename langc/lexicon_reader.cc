// Lexicon files, a line at a time: a line that begins with a keyword opens a class or makes one of others, any other
// adds words to the class that is open.
#include <algorithm>
#include <charconv>

#include "core/grammar/schema.h"
#include "langc/lexicon.h"

namespace annal::compile {
namespace {

struct Field {
  std::string text;
  std::size_t column;
};

// The fields of a line, between blanks and up to a comment; a quoted one holds blanks.
std::vector<Field> fields_of(std::string_view line) {
  std::vector<Field> fields;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      ++i;
      continue;
    }
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ')) break;
    std::size_t j = i;
    if (line[i] == '"' && i + 1 < line.size() && line[i + 1] != ' ') {
      j = line.find('"', i + 1);
      j = j == std::string_view::npos ? line.size() : j + 1;
      if (j < line.size() && line[j] == ':') ++j;
    } else {
      while (j < line.size() && line[j] != ' ' && line[j] != '\t') ++j;
    }
    fields.push_back({std::string(line.substr(i, j - i)), i + 1});
    i = j;
  }
  return fields;
}

bool parse_int(std::string_view text, std::int32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

// "1..31" or "4"
bool parse_range(std::string_view text, std::int32_t& least, std::int32_t& most) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    if (!parse_int(text, least)) return false;
    most = least;
    return true;
  }
  return parse_int(text.substr(0, dots), least) && parse_int(text.substr(dots + 2), most);
}

template <class Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

class LexiconReader {
 public:
  LexiconReader(Lexicon& lexicon, const SourceFile& file) : lexicon_(lexicon), file_(file) {}

  void read() {
    std::string_view contents = file_.contents;
    for (number_ = 1; !contents.empty(); ++number_) {
      const auto end = contents.find('\n');
      line_ = std::string(contents.substr(0, end));
      contents.remove_prefix(end == std::string_view::npos ? contents.size() : end + 1);
      fields_ = fields_of(line_);
      if (!fields_.empty()) read_line();
    }
  }

 private:
  void read_line() {
    const std::string& keyword = fields_[0].text;
    if (keyword == "class") return read_class();
    if (keyword == "digits") return read_digits();
    if (keyword == "endings") return read_endings();
    if (keyword == "glue") return read_glue();
    read_words();
  }

  Fault fault(const Field& field, std::string message, std::string hint = "") const {
    return Fault{{&file_.name, number_, field.column, line_}, field.text.size(), std::move(message), std::move(hint)};
  }

  std::uint16_t new_class(const Field& field) {
    if (lexicon_.class_ids.contains(field.text))
      throw fault(field, "class '" + field.text + "' stands already in this language", "give each class one place");
    return lexicon_.add_class(field.text);
  }

  void read_class() {
    if (fields_.size() < 2) throw fault(fields_[0], "a class needs a name", "class NAME");
    if (fields_.size() == 3 && fields_[2].text == "more") {
      const auto known = lexicon_.class_ids.find(fields_[1].text);
      if (known == lexicon_.class_ids.end())
        throw fault(fields_[1], "more words need the class that they go to, of a file or line above",
                    did_you_mean(fields_[1].text, names_of(lexicon_.class_ids)));
      current_ = known->second;
      return;
    }
    if (fields_.size() > 2)
      throw fault(fields_[2], "unknown attribute '" + fields_[2].text + "'", "the only attribute is 'more'");
    current_ = new_class(fields_[1]);
  }

  void read_digits() {
    LexiconDigits digits{};
    std::int32_t least_width = 0, most_width = 0;
    if (fields_.size() != 4 || !parse_range(fields_[2].text, digits.least, digits.most) ||
        !parse_range(fields_[3].text, least_width, most_width))
      throw fault(fields_[0], "a class of digits needs a name, a range and a width", "digits NAME 1..31 1..2");
    digits.least_width = static_cast<std::uint8_t>(least_width);
    digits.most_width = static_cast<std::uint8_t>(most_width);
    digits.word_class = new_class(fields_[1]);
    lexicon_.digits.push_back(digits);
    current_ = none;
  }

  void read_endings() {
    if (fields_.size() < 3)
      throw fault(fields_[0], "a table of endings needs a name and an ending", "endings NAME ENDING ...; - is none");
    std::vector<std::string>& table = lexicon_.endings[fields_[1].text];
    if (!table.empty())
      throw fault(fields_[1], "endings '" + fields_[1].text + "' stand already in this language",
                  "give each table its own name");
    for (std::size_t i = 2; i < fields_.size(); ++i) table.push_back(fields_[i].text == "-" ? "" : fields_[i].text);
  }

  void read_glue() {
    std::int32_t factor = 0;
    if (fields_.size() != 5 || !parse_int(fields_[4].text, factor))
      throw fault(fields_[0], "glued words need a name, two classes and a factor", "glue NAME FIRST SECOND FACTOR");
    std::vector<std::pair<std::string, std::int32_t>> parts[2];
    for (const std::size_t side : {0U, 1U}) {
      const Field& field = fields_[2 + side];
      const auto known = lexicon_.class_ids.find(field.text);
      if (known == lexicon_.class_ids.end())
        throw fault(field, "unknown class '" + field.text + "'", "a glue stands below the classes that it joins");
      for (const auto& [word, entry] : lexicon_.words)
        for (const LexiconMember& member : entry.members)
          if (member.word_class == known->second) parts[side].emplace_back(word, member.value);
    }
    const std::uint16_t glued = new_class(fields_[1]);
    for (const auto& [first, a] : parts[0])
      for (const auto& [second, b] : parts[1]) lexicon_.add_word(first + second, {glued, false, a * factor + b});
    current_ = none;
  }

  void read_words() {
    if (current_ == none) throw fault(fields_[0], "a word outside every class", "begin with 'class NAME'");
    std::int32_t value = 1;
    std::size_t first = 0;
    if (fields_[0].text.size() > 1 && fields_[0].text.back() == ':') {
      value = read_value(fields_[0]);
      first = 1;
    }
    for (std::size_t i = first; i < fields_.size(); ++i) add_entry(fields_[i], value);
  }

  // "4:", "monday:" or "\"word\":".
  std::int32_t read_value(const Field& field) {
    const std::string head = field.text.substr(0, field.text.size() - 1);
    std::int32_t value = 0;
    if (head.front() != '"') return parse_int(head, value) ? value : enumerator(field, head);
    if (head.size() < 2 || head.back() != '"') throw fault(field, "a string without its closing quote");
    const std::string text = head.substr(1, head.size() - 2);
    const auto [at, fresh] = lexicon_.string_ids.emplace(text, static_cast<std::int32_t>(lexicon_.strings.size()));
    if (fresh) lexicon_.strings.push_back(text);
    return at->second;
  }

  std::int32_t enumerator(const Field& field, const std::string& name) const {
    std::vector<std::string> known;
    for (const NamedConstant& constant : named_constants) {
      if (constant.name == name) return constant.value;
      known.emplace_back(constant.name);
    }
    const std::string near = did_you_mean(name, known);
    throw fault(field, "'" + name + "' is no value",
                near.empty() ? "a whole number, an enumerator or a \"string\", then ':'" : near);
  }

  // The class of the words of `current_` that have `feature`: "weekday-plural". "plain" is the class itself.
  std::uint16_t class_with(const std::string& feature) {
    if (feature == "plain") return static_cast<std::uint16_t>(current_);
    const std::string name = lexicon_.classes[static_cast<std::size_t>(current_)] + "-" + feature;
    const auto known = lexicon_.class_ids.find(name);
    return known != lexicon_.class_ids.end() ? known->second : lexicon_.add_class(name);
  }

  // "Monday", or with features: "Mondays/plural", "day/plain/bare".
  void add_entry(const Field& field, std::int32_t value) {
    const std::size_t slash = field.text.find('/', 1);
    const std::string word = field.text.substr(0, slash);
    if (slash == std::string::npos) return add_form(field, word, static_cast<std::uint16_t>(current_), value);
    for (std::size_t from = slash + 1; from <= field.text.size();) {
      const std::size_t end = std::min(field.text.find('/', from), field.text.size());
      if (end == from) throw fault(field, "a feature is missing behind '/'", "WORD/FEATURE");
      add_form(field, word, class_with(field.text.substr(from, end - from)), value);
      from = end + 1;
    }
  }

  // "^May", "last_week", "stem+table": the stem with each ending of the table.
  void add_form(const Field& field, std::string word, std::uint16_t word_class, std::int32_t value) {
    const bool capital = word.size() > 1 && word.front() == '^';
    if (capital) word.erase(0, 1);
    std::replace(word.begin(), word.end(), '_', ' ');
    if (word.size() > 180) throw fault(field, "a word is at most 180 bytes long");
    const LexiconMember member{word_class, capital, value};
    const std::size_t plus = word.find('+');
    if (plus == std::string::npos || plus == 0 || plus + 1 == word.size()) {
      lexicon_.add_word(word, member);
      return;
    }
    const std::string table = word.substr(plus + 1);
    const auto endings = lexicon_.endings.find(table);
    if (endings == lexicon_.endings.end())
      throw fault(field, "unknown endings '" + table + "'", did_you_mean(table, names_of(lexicon_.endings)));
    for (const std::string& ending : endings->second) lexicon_.add_word(word.substr(0, plus) + ending, member);
  }

  static constexpr int none = -1;

  Lexicon& lexicon_;
  const SourceFile& file_;
  std::size_t number_ = 0;
  std::string line_;
  std::vector<Field> fields_;  // of the line; never empty
  int current_ = none;         // the class that words go to
};

}  // namespace

void read_lexicon(Lexicon& lexicon, const SourceFile& file) { LexiconReader(lexicon, file).read(); }

}  // namespace annal::compile
