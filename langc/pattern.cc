#include "langc/pattern.h"

#include <algorithm>

#include "core/unicode/letter_case.h"

namespace annal::compile {

bool Names::resolve(const std::string& name, Leaf& leaf) const {
  if (const auto at = symbols_.ids.find(name); at != symbols_.ids.end()) {
    leaf.is_symbol = true;
    leaf.id = at->second;
    return true;
  }
  if (const auto at = lexicon_.class_ids.find(name); at != lexicon_.class_ids.end()) {
    leaf.is_symbol = false;
    leaf.id = at->second;
    return true;
  }
  return false;
}

std::uint16_t Names::literal(const std::string& word, bool capital) {
  const std::string name = (capital ? "=^" : "=") + folded(word);
  const auto known = lexicon_.class_ids.find(name);
  if (known != lexicon_.class_ids.end()) return known->second;
  const std::uint16_t id = lexicon_.add_class(name);
  lexicon_.add_word(word, {id, capital, 1});
  return id;
}

std::vector<std::string> Names::all() const {
  std::vector<std::string> names = symbols_.names;
  for (const std::string& name : lexicon_.classes)
    if (name.front() != '=') names.push_back(name);
  return names;
}

namespace {

struct Sets {
  bool nullable = true;
  std::vector<std::size_t> first, last;
};

class Parser {
 public:
  Parser(const std::string& text, const Place& place, Names& names) : text_(text), place_(place), names_(names) {}

  Pattern parse() {
    const Sets all = alternatives(0);
    skip();
    if (at_ != text_.size()) throw fault(at_, 1, std::string("'") + text_[at_] + "' does not belong here");
    if (all.nullable)
      throw fault(0, text_.size(), "this pattern matches nothing at all", "at least one part must not be optional");
    pattern_.first = all.first;
    for (const std::size_t leaf : all.last) pattern_.leaves[leaf].last = true;
    pattern_.always_bound.resize(pattern_.slots.size());
    for (const auto& [name, slot] : pattern_.slots)
      pattern_.always_bound[slot] =
          on_every_path(pattern_, [slot = slot](const Leaf& leaf) { return leaf.slot == slot; });
    return std::move(pattern_);
  }

 private:
  Fault fault(std::size_t at, std::size_t width, std::string message, std::string hint = "") const {
    Place place = place_;
    place.column += at;
    return Fault{place, width == 0 ? 1 : width, std::move(message), std::move(hint)};
  }

  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  void glue(const std::vector<std::size_t>& leaves) {
    for (const std::size_t leaf : leaves) pattern_.leaves[leaf].flags |= PatternEdge::no_space_before;
  }

  void follow(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to) {
    for (const std::size_t leaf : from) {
      auto& next = pattern_.leaves[leaf].follow;
      for (const std::size_t other : to)
        if (std::find(next.begin(), next.end(), other) == next.end()) next.push_back(other);
    }
  }

  Sets alternatives(int depth) {
    Sets all = sequence(depth);
    skip();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      const Sets other = sequence(depth);
      all.nullable = all.nullable || other.nullable;
      all.first.insert(all.first.end(), other.first.begin(), other.first.end());
      all.last.insert(all.last.end(), other.last.begin(), other.last.end());
      skip();
    }
    return all;
  }

  Sets sequence(int depth) {
    Sets all;
    bool any = false;
    for (;;) {
      skip();
      if (at_ >= text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == ']' || text_[at_] == '>')
        break;
      if (text_.compare(at_, 2, "[!") == 0) {
        if (depth > 0) throw fault(at_, 2, "a guard stands at the very beginning or end of a pattern only");
        guard(any ? pattern_.not_after : pattern_.not_before);
        continue;
      }
      bool touches = false;
      if (text_[at_] == '_') touches = true, ++at_;
      Sets part = item(depth);
      if (touches) glue(part.first);
      skip();
      if (at_ < text_.size() && text_[at_] == '?') part.nullable = true, ++at_;
      follow(all.last, part.first);
      if (all.nullable) all.first.insert(all.first.end(), part.first.begin(), part.first.end());
      if (part.nullable) {
        all.last.insert(all.last.end(), part.last.begin(), part.last.end());
      } else {
        all.last = part.last;
      }
      all.nullable = all.nullable && part.nullable;
      any = true;
    }
    if (!any && depth > 0)
      throw fault(at_ < text_.size() ? at_ : text_.size(), 1, "an empty alternative",
                  "write '?' behind what may be left out");
    return all;
  }

  Sets item(int depth) {
    if (at_ >= text_.size()) throw fault(at_, 1, "something is missing behind '_'");
    const std::size_t begin = at_;
    const std::size_t leaf = pattern_.leaves.size();
    switch (text_[at_]) {
      case '(': return bracketed(begin, ')', 0, depth);
      case '[': return bracketed(begin, ']', PatternEdge::context, depth);
      case '<': return bracketed(begin, '>', PatternEdge::gap, depth);
      case '{': pattern_.leaves.push_back(named()); break;
      case '?':
      case '}':
        throw fault(at_, 1, std::string("'") + text_[at_] + "' does not belong here",
                    "quote it: \"" + std::string(1, text_[at_]) + "\"");
      default: {
        bool capital = false;
        const std::string word = literal(capital);
        Leaf literal_leaf;
        literal_leaf.id = names_.literal(word, capital);
        pattern_.leaves.push_back(literal_leaf);
      }
    }
    return {false, {leaf}, {leaf}};
  }

  Sets bracketed(std::size_t begin, char close, std::uint8_t flag, int depth) {
    ++at_;
    const std::size_t first_leaf = pattern_.leaves.size();
    Sets inner = alternatives(depth + 1);
    skip();
    if (at_ >= text_.size() || text_[at_] != close)
      throw fault(begin, 1, std::string("this bracket is never closed"), std::string("expected '") + close + "'");
    ++at_;
    for (std::size_t i = first_leaf; i < pattern_.leaves.size(); ++i) pattern_.leaves[i].flags |= flag;
    return inner;
  }

  static bool meta(char c) { return std::string_view(" \t()[]{}<>|?_\"").find(c) != std::string_view::npos; }

  std::string literal(bool& capital) {
    const std::size_t begin = at_;
    if (text_[at_] == '"') {
      const auto end = text_.find('"', at_ + 1);
      if (end == std::string::npos || end == at_ + 1) throw fault(begin, 1, "a quoted mark without its closing quote");
      at_ = end + 1;
      return text_.substr(begin + 1, end - begin - 1);
    }
    if (text_[at_] == '^') capital = true, ++at_;
    const std::size_t word = at_;
    while (at_ < text_.size() && !meta(text_[at_])) ++at_;
    std::string found = text_.substr(word, at_ - word);
    bool letters = !found.empty(), ascii_mark = found.size() == 1;
    for (const char c : found)
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80)) letters = false;
    if (!letters && !ascii_mark)
      throw fault(begin, at_ - begin, "'" + found + "' is more than one token",
                  "a literal is one run of letters or one mark; digits come from a class");
    return found;
  }

  Leaf named() {
    const std::size_t begin = at_++;
    const auto end = text_.find('}', at_);
    if (end == std::string::npos) throw fault(begin, 1, "this brace is never closed", "expected '}'");
    std::string inside = text_.substr(at_, end - at_);
    std::string slot = inside;
    std::size_t name_at = at_;
    if (const auto colon = inside.find(':'); colon != std::string::npos) {
      slot = inside.substr(0, colon);
      name_at += colon + 1;
      inside.erase(0, colon + 1);
    }
    at_ = end + 1;
    Leaf leaf;
    if (!names_.resolve(inside, leaf))
      throw fault(name_at, inside.size(), "unknown class or symbol '" + inside + "'",
                  did_you_mean(inside, names_.all()));
    const auto [known, fresh] = pattern_.slots.emplace(slot, static_cast<std::uint8_t>(pattern_.slots.size()));
    if (fresh && pattern_.slots.size() > 12) throw fault(begin, at_ - begin, "a pattern has at most 12 slots");
    leaf.slot = known->second;
    return leaf;
  }

  void guard(std::vector<std::uint16_t>& out) {
    const std::size_t begin = at_;
    at_ += 2;
    for (;;) {
      skip();
      if (at_ >= text_.size()) throw fault(begin, 2, "this bracket is never closed", "expected ']'");
      if (text_[at_] == ']') break;
      if (text_[at_] == '|') {
        ++at_;
        continue;
      }
      if (text_[at_] == '{') {
        const std::size_t name_begin = at_ + 1;
        const auto end = text_.find('}', at_);
        if (end == std::string::npos) throw fault(at_, 1, "this brace is never closed", "expected '}'");
        const std::string name = text_.substr(name_begin, end - name_begin);
        Leaf leaf;
        if (!names_.resolve(name, leaf))
          throw fault(name_begin, name.size(), "unknown class '" + name + "'", did_you_mean(name, names_.all()));
        if (leaf.is_symbol)
          throw fault(name_begin, name.size(), "a guard looks at one token: '" + name + "' is a symbol",
                      "name a class or a word");
        out.push_back(leaf.id);
        at_ = end + 1;
      } else {
        bool capital = false;
        const std::string word = literal(capital);
        out.push_back(names_.literal(word, capital));
      }
    }
    ++at_;
  }

  const std::string& text_;
  const Place& place_;
  Names& names_;
  std::size_t at_ = 0;
  Pattern pattern_;
};

}  // namespace

Pattern parse_pattern(const std::string& text, const Place& place, Names& names) {
  return Parser(text, place, names).parse();
}

}  // namespace annal::compile
