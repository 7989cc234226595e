#include "langc/packed.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <type_traits>

namespace annal::compile {
namespace {

template <class Number>
constexpr bool is_signed = std::is_signed_v<Number> && !std::is_same_v<Number, bool>;

/// Writes what `each` hands to it.
class Packer {
 public:
  template <class Number>
  void number(Number& value) {
    if constexpr (is_signed<Number>)
      signed_number(value);
    else
      put(static_cast<std::uint64_t>(value));
  }
  template <class Number>
  void difference(Number& value, std::int64_t from) {
    signed_number(static_cast<std::int64_t>(value) - from);
  }
  template <class Value>
  void size(std::vector<Value>& values) {
    put(values.size());
  }
  void bytes(std::string& text, std::size_t size) { out_.append(text, 0, size); }
  void set(ProductionSet& set) {
    char raw[sizeof set];
    std::memcpy(raw, &set, sizeof set);
    out_.append(raw, sizeof set);
  }
  /// The words in the order of `sizes`; each begins with as much of the one before as is the same.
  void pool(std::string& text, const std::vector<WordEntry>& words) {
    std::string rest;
    std::string_view before;
    for (const WordEntry& entry : words) {
      const std::string_view word = std::string_view(text).substr(entry.text, entry.size);
      const auto same = static_cast<std::size_t>(std::ranges::mismatch(before, word).in1 - before.begin());
      put(same);
      rest += word.substr(same);
      before = word;
    }
    out_ += rest;
  }
  std::string take() { return std::move(out_); }

 private:
  void put(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void signed_number(std::int64_t value) {
    put(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
  }

  std::string out_;
};

/// Reads what a Packer wrote.
class Unpacker {
 public:
  explicit Unpacker(std::span<const unsigned char> from) : from_(from) {}

  template <class Number>
  void number(Number& value) {
    if constexpr (is_signed<Number>)
      value = static_cast<Number>(signed_number());
    else
      value = static_cast<Number>(get());
  }
  template <class Number>
  void difference(Number& value, std::int64_t from) {
    value = static_cast<Number>(signed_number() + from);
  }
  template <class Value>
  void size(std::vector<Value>& values) {
    const std::uint64_t size = get();
    if (size > from_.size()) std::abort();
    values.resize(static_cast<std::size_t>(size));
  }
  void bytes(std::string& text, std::size_t size) {
    const auto taken = take(size);
    text.assign(taken.begin(), taken.end());
  }
  void set(ProductionSet& set) { std::memcpy(&set, take(sizeof set).data(), sizeof set); }
  void pool(std::string& text, const std::vector<WordEntry>& words) {
    std::vector<std::size_t> same(words.size());
    for (std::size_t& size : same) size = static_cast<std::size_t>(get());
    std::size_t before = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (same[i] > words[i].size || before + same[i] > text.size()) std::abort();
      const std::size_t at = text.size();
      text += text.substr(before, same[i]);
      const auto rest = take(words[i].size - same[i]);
      text.append(rest.begin(), rest.end());
      before = at;
    }
  }

 private:
  std::span<const unsigned char> take(std::size_t size) {
    if (size > from_.size()) std::abort();
    const auto taken = from_.first(size);
    from_ = from_.subspan(size);
    return taken;
  }
  std::uint64_t get() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const unsigned char byte = take(1)[0];
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    std::abort();
  }
  std::int64_t signed_number() {
    const std::uint64_t value = get();
    return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
  }

  std::span<const unsigned char> from_;
};

/// Hands on one field of each of `values`.
template <class Side, class Value, class... Field>
void columns(Side& side, std::vector<Value>& values, Field... fields) {
  side.size(values);
  const auto column = [&](auto field) {
    for (Value& value : values) side.number(value.*field);
  };
  (column(fields), ...);
}

template <class Side, class Value, class Field>
void differences(Side& side, std::vector<Value>& values, Field field) {
  std::int64_t before = 0;
  for (Value& value : values) {
    side.difference(value.*field, before);
    before = static_cast<std::int64_t>(value.*field);
  }
}

/// Sets `to` of each value to the sum of `counts` before it.
template <class Value, class To, class Count>
void sum_up(std::vector<Value>& values, To to, Count count) {
  std::size_t sum = 0;
  for (Value& value : values) {
    value.*to = static_cast<std::remove_reference_t<decltype(value.*to)>>(sum);
    sum += value.*count;
  }
}

template <class Side>
void text(Side& side, std::string& text) {
  std::size_t size = text.size();
  side.number(size);
  side.bytes(text, size);
}

template <class Side>
void texts(Side& side, std::vector<std::string>& all) {
  side.size(all);
  for (std::string& one : all) text(side, one);
}

template <class Side>
void numbers(Side& side, std::vector<std::uint16_t>& values) {
  side.size(values);
  for (std::uint16_t& value : values) side.number(value);
}

template <class Side>
void sets(Side& side, TableData& d) {
  side.size(d.prefilters);
  for (ClassPrefilter& one : d.prefilters) side.set(one.first);
  for (ClassPrefilter& one : d.prefilters) side.set(one.second);
  for (ClassPrefilter& one : d.prefilters) side.set(one.required[0]);
  for (ClassPrefilter& one : d.prefilters) side.set(one.required[1]);
  side.size(d.singles);
  for (ProductionSet& one : d.singles) side.set(one);
}

template <class Side>
void each(Side& side, TableData& d) {
  side.number(d.whole);
  text(side, d.tag);
  columns(side, d.words, &WordEntry::size, &WordEntry::grammar_count, &WordEntry::count, &WordEntry::trigger);
  side.number(d.grammar_words);
  side.pool(d.text, d.words);
  columns(side, d.members, &Membership::word_class, &Membership::capital, &Membership::value);
  texts(side, d.class_names);
  texts(side, d.strings);
  columns(side, d.digit_classes, &DigitClass::word_class, &DigitClass::least, &DigitClass::most,
          &DigitClass::least_width, &DigitClass::most_width, &DigitClass::trigger);
  columns(side, d.edges, &PatternEdge::id, &PatternEdge::flags, &PatternEdge::slot);
  differences(side, d.edges, &PatternEdge::next);
  columns(side, d.states, &PatternState::count, &PatternState::accepts);
  columns(side, d.productions, &Production::code_size, &Production::not_before_count, &Production::not_after_count,
          &Production::prefer);
  differences(side, d.productions, &Production::start);
  columns(side, d.symbols, &Symbol::count);
  side.number(d.top);
  side.number(d.grammar_classes);
  side.number(d.blocks);
  sets(side, d);
  numbers(side, d.guards);
  columns(side, d.code, &CodeStep::op, &CodeStep::count, &CodeStep::operand);
  side.size(d.rules);
  for (RuleData& rule : d.rules) text(side, rule.name);
  for (RuleData& rule : d.rules) side.number(rule.label);
  texts(side, d.labels);
}

/// What the numbers that were read stand for.
void complete(TableData& d) {
  sum_up(d.words, &WordEntry::text, &WordEntry::size);
  sum_up(d.words, &WordEntry::members, &WordEntry::count);
  sum_up(d.states, &PatternState::edges, &PatternState::count);
  sum_up(d.productions, &Production::code, &Production::code_size);
  sum_up(d.symbols, &Symbol::productions, &Symbol::count);
  std::uint16_t rule = 0, guard = 0;
  for (Production& production : d.productions) {
    production.rule = rule++;
    production.not_before = guard;
    production.not_after = static_cast<std::uint16_t>(guard + production.not_before_count);
    guard = static_cast<std::uint16_t>(production.not_after + production.not_after_count);
  }
  derive(d);
}

}  // namespace

std::string pack(const TableData& data) {
  TableData copy = data;
  Packer packer;
  each(packer, copy);
  return packer.take();
}

TableData unpack(std::span<const unsigned char> bytes) {
  TableData data;
  Unpacker unpacker(bytes);
  each(unpacker, data);
  complete(data);
  return data;
}

}  // namespace annal::compile
