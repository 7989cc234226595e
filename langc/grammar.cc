#include "langc/grammar.h"

#include <charconv>
#include <functional>

#include "langc/pattern.h"
#include "langc/value.h"

namespace annal::compile {
namespace {

// A line that belongs to a rule: its text behind the keyword, and where that begins.
struct Line {
  std::string text;
  Place place;
};

// One `match` of a rule as written; several matches of a rule share its value.
struct Draft {
  std::string name, symbol = "time";
  Place place;
  std::vector<Line> matches;
  Line value;
  int prefer = 0;
  std::vector<Example> examples;
};

std::string trimmed(std::string text) {
  const auto end = text.find_last_not_of(" \t\r");
  text.erase(end == std::string::npos ? 0 : end + 1);
  return text.erase(0, text.find_first_not_of(" \t"));
}

void read_example(Draft& draft, const Line& line, bool positive) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t bar = line.text.find('|'); bar != std::string::npos; bar = line.text.find('|', from)) {
    parts.push_back(trimmed(line.text.substr(from, bar - from)));
    from = bar + 1;
  }
  parts.push_back(trimmed(line.text.substr(from)));
  if (parts.size() != (positive ? 3U : 2U))
    throw Fault{line.place, line.text.size(),
                positive ? "an example needs a date of writing, a text and its values"
                         : "a counter-example needs a date of writing and a text",
                positive ? "yes 2014-11-14 | three days ago | 2014-11-11" : "no 2014-11-14 | three days agony"};
  draft.examples.push_back({parts[0], parts[1], positive ? parts[2] : "", positive,
                            *line.place.file + ":" + std::to_string(line.place.line)});
}

std::vector<Draft> read_drafts(const GrammarFile& file) {
  std::vector<Draft> drafts;
  std::size_t number = 0;
  std::string_view contents = file.contents;
  std::string* open = nullptr;  // what an indented line continues
  while (!contents.empty()) {
    const auto end = contents.find('\n');
    const std::string raw(contents.substr(0, end));
    contents.remove_prefix(end == std::string_view::npos ? contents.size() : end + 1);
    ++number;
    if (trimmed(raw).empty() || trimmed(raw).front() == '#') continue;
    const Place place{&file.name, number, 1, raw};
    if (raw.front() == ' ' || raw.front() == '\t') {
      if (open == nullptr) throw Fault{place, 1, "an indented line continues the line before, but there is none", ""};
      *open += " " + trimmed(raw);
      continue;
    }
    const auto space = raw.find_first_of(" \t");
    const std::string keyword = raw.substr(0, space);
    const auto begin = space == std::string::npos ? raw.size() : raw.find_first_not_of(" \t", space);
    Line line{begin == std::string::npos ? "" : trimmed(raw.substr(begin)), place};
    line.place.column = begin == std::string::npos ? raw.size() + 1 : begin + 1;
    open = nullptr;
    if (keyword == "rule") {
      drafts.emplace_back();
      drafts.back().name = line.text;
      drafts.back().place = line.place;
      if (line.text.empty()) throw Fault{place, 4, "a rule needs a name", "rule NAME"};
      continue;
    }
    static const std::vector<std::string> keywords{"rule", "as", "match", "value", "prefer", "yes", "no", "source"};
    if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end())
      throw Fault{place, keyword.size(), "unknown keyword '" + keyword + "'", did_you_mean(keyword, keywords)};
    if (drafts.empty())
      throw Fault{place, keyword.size(), "'" + keyword + "' outside every rule", "begin with 'rule NAME'"};
    Draft& draft = drafts.back();
    if (keyword == "as") {
      draft.symbol = line.text;
    } else if (keyword == "match") {
      draft.matches.push_back(line);
      open = &draft.matches.back().text;
    } else if (keyword == "value") {
      draft.value = line;
      open = &draft.value.text;
    } else if (keyword == "prefer") {
      const auto [stop, error] = std::from_chars(line.text.data(), line.text.data() + line.text.size(), draft.prefer);
      if (error != std::errc{} || draft.prefer < -100 || draft.prefer > 100)
        throw Fault{line.place, line.text.size(), "a preference is a whole number from -100 to 100", ""};
    } else if (keyword == "yes" || keyword == "no") {
      read_example(draft, line, keyword == "yes");
    }
  }
  return drafts;
}

// A symbol that can begin with itself would never stop.
void refuse_left_recursion(const Grammar& grammar) {
  std::vector<int> state(grammar.symbols.size(), 0);
  const std::function<void(std::uint16_t)> visit = [&](std::uint16_t symbol) {
    state[symbol] = 1;
    for (const GrammarRule& rule : grammar.rules) {
      if (rule.symbol != symbol) continue;
      for (const std::size_t first : rule.first) {
        const Leaf& leaf = rule.leaves[first];
        if (!leaf.is_symbol) continue;
        if (state[leaf.id] == 1)
          throw Fault{rule.place, rule.name.size(),
                      "'" + grammar.symbols[leaf.id] + "' can begin with itself through this rule",
                      "let it begin with a word or another symbol"};
        if (state[leaf.id] == 0) visit(leaf.id);
      }
    }
    state[symbol] = 2;
  };
  for (std::uint16_t symbol = 0; symbol < grammar.symbols.size(); ++symbol)
    if (state[symbol] == 0) visit(symbol);
}

// Every time expression must hold a trigger, since the recogniser looks nowhere else.
void require_triggers(const Grammar& grammar, const Lexicon& lexicon, const std::vector<Pattern>& patterns) {
  std::vector<bool> class_triggers(lexicon.classes.size(), true);
  std::vector<bool> has_member(lexicon.classes.size(), false);
  for (const auto& [word, entry] : lexicon.words)
    for (const LexiconMember& member : entry.members) {
      has_member[member.word_class] = true;
      if (!entry.trigger) class_triggers[member.word_class] = false;
    }
  for (const LexiconDigits& digits : lexicon.digits)
    class_triggers[digits.word_class] = digits.trigger, has_member[digits.word_class] = true;
  std::vector<bool> symbol_triggers(grammar.symbols.size(), false);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint16_t symbol = 0; symbol < grammar.symbols.size(); ++symbol) {
      if (symbol_triggers[symbol]) continue;
      bool all = true;
      for (std::size_t r = 0; r < grammar.rules.size(); ++r) {
        if (grammar.rules[r].symbol != symbol) continue;
        const bool triggered = on_every_path(patterns[r], [&](const Leaf& leaf) {
          return leaf.is_symbol ? symbol_triggers[leaf.id] : has_member[leaf.id] && class_triggers[leaf.id];
        });
        if (!triggered) all = false;
      }
      if (all) symbol_triggers[symbol] = changed = true;
    }
  }
  for (std::size_t r = 0; r < grammar.rules.size(); ++r) {
    const GrammarRule& rule = grammar.rules[r];
    if (rule.symbol != grammar.top || rule.kills) continue;  // without a trigger there is nothing to forbid
    if (!on_every_path(patterns[r], [&](const Leaf& leaf) {
          return leaf.is_symbol ? symbol_triggers[leaf.id] : class_triggers[leaf.id] && has_member[leaf.id];
        }))
      throw Fault{rule.place, rule.name.size(),
                  "some wording of rule '" + rule.name + "' holds no trigger word, so it would never be found",
                  "mark a class of it 'trigger' in the lexicon"};
  }
}

}  // namespace

Grammar read_grammar(Lexicon& lexicon, const std::vector<GrammarFile>& files) {
  std::vector<Draft> drafts;
  for (const GrammarFile& file : files)
    for (Draft& draft : read_drafts(file)) drafts.push_back(std::move(draft));
  Grammar grammar;
  const auto symbol = [&](const std::string& name) {
    const auto [at, fresh] = grammar.symbol_ids.emplace(name, static_cast<std::uint16_t>(grammar.symbols.size()));
    if (fresh) grammar.symbols.push_back(name);
    return at->second;
  };
  grammar.top = symbol("time");
  std::map<std::string, const Draft*> by_name;
  for (const Draft& draft : drafts) {
    symbol(draft.symbol);
    if (const auto [known, fresh] = by_name.emplace(draft.name, &draft); !fresh)
      throw Fault{draft.place, draft.name.size(),
                  "rule '" + draft.name + "' stands already in " + *known->second->place.file + ":" +
                      std::to_string(known->second->place.line),
                  "give each rule its own name"};
    if (draft.matches.empty())
      throw Fault{draft.place, draft.name.size(), "rule '" + draft.name + "' has no 'match'", ""};
    if (draft.value.text.empty())
      throw Fault{draft.place, draft.name.size(), "rule '" + draft.name + "' has no 'value'", ""};
  }
  Names names(lexicon, grammar);
  std::vector<Pattern> patterns;
  std::vector<const Draft*> origin;
  for (const Draft& draft : drafts)
    for (const Line& match : draft.matches) {
      patterns.push_back(parse_pattern(match.text, match.place, names));
      origin.push_back(&draft);
    }

  for (std::size_t i = 0; i < patterns.size(); ++i)
    for (std::size_t j = 0; j < patterns.size(); ++j)
      if (i != j && origin[i] == origin[j])
        for (const auto& [slot, number] : patterns[j].slots)
          if (patterns[i].slots.count(slot) == 0) patterns[i].sibling_slots.push_back(slot);

  // The type of a symbol is that of its values: settled from calls and numbers outward, through rules that pass a slot
  // on.
  enum class Type { unknown, number, tree };
  std::vector<Type> types(grammar.symbols.size(), Type::unknown);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      Type& type = types[grammar.symbol_ids[origin[i]->symbol]];
      if (type != Type::unknown) continue;
      std::string text = origin[i]->value.text;
      while (text.rfind("either(", 0) == 0) text = trimmed(text.substr(7));
      const std::string head = text.substr(0, text.find_first_of(" ,()"));
      if (const auto slot = patterns[i].slots.find(head); slot != patterns[i].slots.end()) {
        for (const Leaf& leaf : patterns[i].leaves)
          if (leaf.slot == slot->second) type = !leaf.is_symbol ? Type::number : types[leaf.id];
      } else {
        type = text == "nothing" || (text.size() > head.size() && text[head.size()] == '(' && !head.empty())
                   ? Type::tree
                   : Type::number;
      }
      changed = changed || type != Type::unknown;
    }
  }
  for (const Type type : types) grammar.tree_symbol.push_back(type == Type::tree);

  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const Draft& draft = *origin[i];
    GrammarRule rule;
    rule.name = draft.name;
    rule.place = draft.place;
    rule.symbol = grammar.symbol_ids[draft.symbol];
    rule.leaves = patterns[i].leaves;
    rule.first = patterns[i].first;
    rule.not_before = patterns[i].not_before;
    rule.not_after = patterns[i].not_after;
    rule.prefer = draft.prefer;
    std::vector<bool> tree_slot(patterns[i].slots.size(), false);
    for (const Leaf& leaf : patterns[i].leaves)
      if (leaf.slot != PatternEdge::no_slot && leaf.is_symbol && grammar.tree_symbol[leaf.id])
        tree_slot[leaf.slot] = true;
    const Value value = compile_value(draft.value.text, draft.value.place, patterns[i], tree_slot);
    rule.code = value.code;
    rule.kills = value.kills;
    rule.is_tree = value.is_tree;
    if (rule.is_tree != grammar.tree_symbol[rule.symbol])
      throw Fault{draft.value.place, draft.value.text.size(),
                  std::string("this value is a ") + (rule.is_tree ? "tree" : "number") + ", but other rules of '" +
                      draft.symbol + "' give the other kind",
                  ""};
    if (rule.symbol == grammar.top && !rule.is_tree)
      throw Fault{draft.value.place, draft.value.text.size(), "a time expression must be a tree, not a number", ""};
    if (origin[i] != (i > 0 ? origin[i - 1] : nullptr)) rule.examples = draft.examples;
    grammar.rules.push_back(std::move(rule));
  }
  refuse_left_recursion(grammar);
  require_triggers(grammar, lexicon, patterns);
  return grammar;
}

}  // namespace annal::compile
