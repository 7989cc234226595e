#include "core/lang/compile/lexicon.h"

#include <charconv>

namespace annal::compile {

std::string fold(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
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
      fresh_class(pieces[1]);
      for (std::size_t i = 2; i < pieces.size(); ++i)
        if (pieces[i].text != "trigger")
          throw fault(pieces[i], "unknown attribute '" + pieces[i].text + "'", "the one attribute is 'trigger'");
      current = lexicon.add_class(pieces[1].text, pieces.size() > 2);
      continue;
    }
    if (pieces[0].text == "digits") {
      LexiconDigits digits{};
      std::int32_t least_width = 0, most_width = 0;
      if (pieces.size() < 4 || !parse_range(pieces[2].text, digits.least, digits.most) ||
          !parse_range(pieces[3].text, least_width, most_width))
        throw fault(pieces[0], "a class of digits needs a name, a range and a width", "digits NAME 1..31 1..2 [trigger]");
      fresh_class(pieces[1]);
      digits.least_width = static_cast<std::uint8_t>(least_width);
      digits.most_width = static_cast<std::uint8_t>(most_width);
      digits.trigger = pieces.size() > 4 && pieces[4].text == "trigger";
      digits.word_class = lexicon.add_class(pieces[1].text, digits.trigger);
      lexicon.digits.push_back(digits);
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
      if (word.size() > 200) throw fault(pieces[i], "a word is at most 200 bytes long");
      lexicon.add_word(word, {static_cast<std::uint16_t>(current), capital, value});
    }
  }
}

}  // namespace annal::compile
