#include "langc/lexicon.h"

#include <algorithm>
#include <charconv>

#include "core/unicode/letter_case.h"

namespace annal::compile {

namespace {

// `word` with each code point as `map(code point, place in bytes)` gives it.
template <class Map>
std::string mapped(std::string_view word, Map map) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Letter c = letter_at(word, at);
    append_letter(out, map(c.code, at));
    at += c.size;
  }
  return out;
}

}  // namespace

std::string fold(std::string_view word) {
  return mapped(word, [](char32_t c, std::size_t) { return lower_of(c); });
}

void add_spellings(Lexicon& lexicon) {
  const auto wide_upper = [](char32_t c) { return c < 0x80 ? c : upper_of(c); };
  std::map<std::string, LexiconWord> more;
  const auto add = [&](const std::string& spelling, const LexiconWord& entry) {
    LexiconWord& known = more[spelling];
    known.trigger = known.trigger || entry.trigger;
    known.members.insert(known.members.end(), entry.members.begin(), entry.members.end());
  };
  for (const auto& [word, entry] : lexicon.words)
    if (word.size() > 1 && word.find('\'') != std::string::npos)
      for (const char32_t sign : {char32_t{0x2019}, char32_t{0x2BC}})
        add(mapped(word, [&](char32_t c, std::size_t) { return c == '\'' ? sign : c; }), entry);
  lexicon.words.merge(more);
  more.clear();
  for (auto& [word, entry] : lexicon.words) {
    const bool wide_front = static_cast<unsigned char>(word.front()) >= 0x80;
    LexiconWord capitals = entry;
    if (wide_front) {
      // The program sees no capital in such a letter: the two spellings are two words.
      std::erase_if(entry.members, [](const LexiconMember& member) { return member.capital; });
      for (LexiconMember& member : capitals.members) member.capital = false;
      const std::string front = mapped(word, [&](char32_t c, std::size_t at) { return at == 0 ? upper_of(c) : c; });
      if (front != word) add(front, capitals);
    }
    const std::string all = mapped(word, [&](char32_t c, std::size_t) { return wide_upper(c); });
    if (all != word && !more.contains(all)) add(all, capitals);
  }
  lexicon.words.merge(more);
  std::erase_if(lexicon.words, [](const auto& word) { return word.second.members.empty(); });
}

std::uint16_t Lexicon::add_class(const std::string& name, bool trigger) {
  const auto id = static_cast<std::uint16_t>(classes.size());
  classes.push_back(name);
  trigger_class.push_back(trigger);
  class_ids[name] = id;
  return id;
}

void Lexicon::add_word(const std::string& word, LexiconMember member) {
  LexiconWord& entry = words[fold(word)];
  if (trigger_class[member.word_class]) entry.trigger = true;
  for (const LexiconMember& known : entry.members)
    if (known == member) return;
  entry.members.push_back(member);
}

namespace {

struct Piece {
  std::string text;
  std::size_t column;
};

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
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
    pieces.push_back({std::string(line.substr(i, j - i)), i + 1});
    i = j;
  }
  return pieces;
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

}  // namespace

void read_lexicon(Lexicon& lexicon, const std::string& name, std::string_view contents) {
  std::size_t number = 0;
  int current = -1;
  while (!contents.empty()) {
    const auto end = contents.find('\n');
    const std::string line(contents.substr(0, end));
    contents.remove_prefix(end == std::string_view::npos ? contents.size() : end + 1);
    ++number;
    const std::vector<Piece> pieces = pieces_of(line);
    if (pieces.empty()) continue;
    const auto fault = [&](const Piece& piece, std::string message, std::string hint = "") {
      return Fault{{&name, number, piece.column, line}, piece.text.size(), std::move(message), std::move(hint)};
    };
    const auto fresh_class = [&](const Piece& piece) {
      if (lexicon.class_ids.count(piece.text) != 0)
        throw fault(piece, "class '" + piece.text + "' stands already in this language", "give each class one place");
    };
    if (pieces[0].text == "class") {
      if (pieces.size() < 2) throw fault(pieces[0], "a class needs a name", "class NAME [trigger]");
      if (pieces.size() == 3 && pieces[2].text == "more") {
        const auto known = lexicon.class_ids.find(pieces[1].text);
        if (known == lexicon.class_ids.end()) {
          std::vector<std::string> names;
          for (const auto& [class_name, id] : lexicon.class_ids) names.push_back(class_name);
          throw fault(pieces[1], "more words need the class that they go to, of a file or line above",
                      did_you_mean(pieces[1].text, names));
        }
        current = known->second;
        continue;
      }
      fresh_class(pieces[1]);
      for (std::size_t i = 2; i < pieces.size(); ++i)
        if (pieces[i].text != "trigger")
          throw fault(pieces[i], "unknown attribute '" + pieces[i].text + "'",
                      "the attributes are 'trigger' and 'more'");
      current = lexicon.add_class(pieces[1].text, pieces.size() > 2);
      continue;
    }
    if (pieces[0].text == "digits") {
      LexiconDigits digits{};
      std::int32_t least_width = 0, most_width = 0;
      if (pieces.size() < 4 || !parse_range(pieces[2].text, digits.least, digits.most) ||
          !parse_range(pieces[3].text, least_width, most_width))
        throw fault(pieces[0], "a class of digits needs a name, a range and a width",
                    "digits NAME 1..31 1..2 [trigger]");
      fresh_class(pieces[1]);
      digits.least_width = static_cast<std::uint8_t>(least_width);
      digits.most_width = static_cast<std::uint8_t>(most_width);
      digits.trigger = pieces.size() > 4 && pieces[4].text == "trigger";
      digits.word_class = lexicon.add_class(pieces[1].text, digits.trigger);
      lexicon.digits.push_back(digits);
      current = -1;
      continue;
    }
    if (pieces[0].text == "endings") {
      if (pieces.size() < 3)
        throw fault(pieces[0], "a table of endings needs a name and an ending", "endings NAME ENDING ...; - is none");
      std::vector<std::string>& table = lexicon.endings[pieces[1].text];
      if (!table.empty())
        throw fault(pieces[1], "endings '" + pieces[1].text + "' stand already in this language",
                    "give each table its own name");
      for (std::size_t i = 2; i < pieces.size(); ++i) table.push_back(pieces[i].text == "-" ? "" : pieces[i].text);
      continue;
    }
    if (pieces[0].text == "glue") {
      std::int32_t factor = 0;
      if (pieces.size() < 5 || !parse_int(pieces[4].text, factor))
        throw fault(pieces[0], "glued words need a name, two classes and a factor",
                    "glue NAME FIRST SECOND FACTOR [trigger]");
      fresh_class(pieces[1]);
      std::vector<std::pair<std::string, std::int32_t>> parts[2];
      for (const std::size_t side : {0U, 1U}) {
        const auto known = lexicon.class_ids.find(pieces[2 + side].text);
        if (known == lexicon.class_ids.end())
          throw fault(pieces[2 + side], "unknown class '" + pieces[2 + side].text + "'",
                      "a glue stands below the classes that it joins");
        for (const auto& [word, entry] : lexicon.words)
          for (const LexiconMember& member : entry.members)
            if (member.word_class == known->second) parts[side].emplace_back(word, member.value);
      }
      const std::uint16_t glued = lexicon.add_class(pieces[1].text, pieces.size() > 5 && pieces[5].text == "trigger");
      for (const auto& [first, a] : parts[0])
        for (const auto& [second, b] : parts[1]) lexicon.add_word(first + second, {glued, false, a * factor + b});
      current = -1;
      continue;
    }
    if (current < 0) throw fault(pieces[0], "a word outside every class", "begin with 'class NAME'");
    std::int32_t value = 1;
    std::size_t first = 0;
    if (pieces[0].text.size() > 1 && pieces[0].text.back() == ':') {
      const std::string head = pieces[0].text.substr(0, pieces[0].text.size() - 1);
      if (head.front() == '"') {
        if (head.size() < 2 || head.back() != '"') throw fault(pieces[0], "a string without its closing quote");
        const std::string text = head.substr(1, head.size() - 2);
        const auto [at, fresh] = lexicon.string_ids.emplace(text, static_cast<std::int32_t>(lexicon.strings.size()));
        if (fresh) lexicon.strings.push_back(text);
        value = at->second;
      } else if (!parse_int(head, value)) {
        throw fault(pieces[0], "'" + head + "' is no value", "a whole number or a \"string\", then ':'");
      }
      first = 1;
    }
    for (std::size_t i = first; i < pieces.size(); ++i) {
      std::string word = pieces[i].text;
      const bool capital = word.size() > 1 && word.front() == '^';
      if (capital) word.erase(0, 1);
      std::replace(word.begin(), word.end(), '_', ' ');
      if (word.size() > 180) throw fault(pieces[i], "a word is at most 180 bytes long");
      const LexiconMember member{static_cast<std::uint16_t>(current), capital, value};
      // "stem+table": the stem with each ending of the table.
      const std::size_t plus = word.find('+');
      if (plus == std::string::npos || plus == 0 || plus + 1 == word.size()) {
        lexicon.add_word(word, member);
        continue;
      }
      const auto table = lexicon.endings.find(word.substr(plus + 1));
      if (table == lexicon.endings.end()) {
        std::vector<std::string> names;
        for (const auto& [known, endings] : lexicon.endings) names.push_back(known);
        throw fault(pieces[i], "unknown endings '" + word.substr(plus + 1) + "'",
                    did_you_mean(word.substr(plus + 1), names));
      }
      for (const std::string& ending : table->second) lexicon.add_word(word.substr(0, plus) + ending, member);
    }
  }
}

}  // namespace annal::compile
