// See wording.h.
#include "timeline/collection/wording.h"

#include <algorithm>
#include <utility>

#include "core/text/sentence.h"
#include "core/text/token.h"
#include "core/unicode/letter_case.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::size_t least_letters = 4;                            // of a word that says something
constexpr std::int32_t first_of_several = 1, last_of_several = 98;  // values of one-of-several

/// Calls `take(word, place)` with each word and each run of digits of `text`.
template <class Take>
void each_word(std::string_view text, const Take& take) {
  std::vector<Token> tokens;
  tokenise(text, tokens);
  for (const Token& token : tokens)
    if (token.kind != TokenKind::punctuation) take(slice(text, token.span()), token.begin);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool are_disjoint(const Words& a, const Words& b) { return !a.empty() && !b.empty() && shared(a, b) == 0; }

/// Whether a word of a name may stand for another: an initial or a short form for what it begins.
bool may_stand_for(std::string_view a, std::string_view b) {
  constexpr std::size_t longest_short = 4;  // bytes: "R.", "Rob", "Alex"
  if (a.size() > b.size()) std::swap(a, b);
  return a == b || (a.size() <= longest_short && b.starts_with(a));
}

/// Whether each of two names has a word that stands for none of the other: "Ruth Lanyard", "Piers Lanyard".
bool names_differ(const Words& a, const Words& b) {
  const auto adds = [](const Words& one, const Words& other) {
    return std::ranges::any_of(one, [&](const std::string& word) {
      return std::ranges::none_of(other, [&](const std::string& name) { return may_stand_for(word, name); });
    });
  };
  return adds(a, b) && adds(b, a);
}

/// Whether two bear one name, but not both of them all of it: "Mary Smith, the mayor" and "the mayor, John Smith".
bool are_namesakes(const ToldPhrase& a, const ToldPhrase& b) {
  const Words &one = a.names.empty() ? a.behind : a.names, &other = b.names.empty() ? b.behind : b.names;
  return shared(one, other) > 0 && names_differ(one, other);
}

/// Whether two phrases of one role, of obliques with one adposition, name different ones.
bool name_others(const ToldPhrase& a, const ToldPhrase& b) {
  if (names_differ(a.names, b.names) || are_disjoint(a.titles, b.titles)) return true;
  return !a.names.empty() && a.names == b.names && differ(a.numbers, b.numbers);  // "Flight 12"
}

/// Whether the titles of both hold other names; the first word of either may be one.
bool name_others(const Wording& a, const Wording& b) {
  Words of_a = a.names, of_b = b.names;
  of_a.erase(b.opener);
  of_b.erase(a.opener);
  return names_differ(of_a, of_b);
}

/// Whether another participant of both is the same.
bool agree_elsewhere(const Wording& a, const Wording& b, Role but) {
  return std::ranges::any_of(a.phrases, [&](const ToldPhrase& x) {
    return x.is_core() && x.role != but && std::ranges::any_of(b.phrases, [&](const ToldPhrase& y) {
             return y.role == x.role && shared(x.words, y.words) > 0;
           });
  });
}

/// Settles what a name is called by the words before it, and whether the first word, `opener`, is a part of it. "The
/// painter Maren" is Maren; "the brother of Maren" is not. "Harbour master Maren" has no name "Harbour".
void settle_called(const Words& before_name, std::string opener, ToldPhrase& phrase) {
  if (phrase.names.empty()) return;
  const bool described = !phrase.plain.empty() && phrase.plain == before_name;
  if (opener.empty()) {
    if (described && phrase.definite && phrase.plain.size() == 1) phrase.called = phrase.plain;
  } else if (described) {
    phrase.plain.insert(std::move(opener));
    phrase.called = phrase.plain;
  } else {
    phrase.names.insert(std::move(opener));
  }
}

}  // namespace

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); }));
}

bool says_so(const ToldPhrase& a, const ToldPhrase& b) {
  return shared(a.aside, b.words) + shared(a.words, b.aside) > 0;
}

bool differ(const Words& a, const Words& b) {
  const std::size_t both = shared(a, b);
  return both < a.size() && both < b.size();
}

Words ToldPhrase::things() const {
  Words all = plain;
  all.insert(brief.begin(), brief.end());
  for (const std::string& word : called) all.erase(word);
  return all;
}

bool Wording::is_last() const { return which.contains(last_of_several); }

bool Wording::is_first_or_last() const { return is_last() || which.contains(first_of_several); }

bool contradict(const Wording& a, const Wording& b) {
  if (a.words == b.words && differ(a.numbers, b.numbers)) return true;  // "Flight 12 crashed"
  if (name_others(a, b) || (!a.which.empty() && !b.which.empty() && a.which != b.which)) return true;
  for (const ToldPhrase& x : a.phrases)
    for (const ToldPhrase& y : b.phrases) {
      if (x.role != y.role || (x.role == Role::oblique && x.first != y.first)) continue;
      if (are_namesakes(x, y)) return true;
      if (says_so(x, y)) continue;
      if (!x.is_core() && !x.of_place && are_disjoint(x.plain, y.plain)) return true;  // "of fraud"
      if (name_others(x, y)) return true;
      // "The north tower" is not the south tower; the mill is not the school; but police may be officers.
      if (x.is_core() && differ(x.words, y.words) && (shared(x.words, y.words) > 0 || !agree_elsewhere(a, b, x.role)))
        return true;
      if (x.role == Role::undergoer && are_disjoint(x.things(), y.things())) return true;  // "closed the school"
    }
  return false;
}

bool tell_two_apart(const Wording& a, const Wording& b) {
  return std::ranges::any_of(a.phrases, [&](const ToldPhrase& x) {
    return std::ranges::any_of(b.phrases, [&](const ToldPhrase& y) {
      if (y.role != x.role) return false;
      return x.is_core() ? are_namesakes(x, y) : x.of_place && x.first == y.first && are_disjoint(x.names, y.names);
    });
  });
}

/// What a document writes with a capital within its sentences, and never without: it is a name where it begins one,
/// too.
void WordingReader::find_names(Span document) {
  names_.clear();
  Words small;
  const auto& blocks = timeline_.document.blocks;
  for (std::size_t s = sentence_at(timeline_.sentences, document.begin); s < timeline_.sentences.size(); ++s) {
    const Sentence& sentence = timeline_.sentences[s];
    if (sentence.span.begin >= document.end) break;
    if (sentence.block < blocks.size() && blocks[sentence.block].kind == BlockKind::title) continue;
    each_word(words_of(sentence.span), [&](std::string_view word, std::size_t at) {
      if (!begins_capital(word))
        small.emplace(word);
      else if (at > 0)
        names_.insert(folded(word));
    });
  }
  for (const std::string& word : small) names_.erase(word);
}

std::string_view WordingReader::words_of(Span span) const { return slice(timeline_.document.text, span); }

void WordingReader::settle_language(const std::string& tag) {
  if (language_ != nullptr && tag == tag_) return;
  tag_ = tag;
  const Language* found = Language::find(tag);
  language_ = found != nullptr ? found : &Language::fallback();
  one_of_several_ = language_->word_class("one-of-several");
  title_ = language_->word_class("title-word");
  definite_ = language_->word_class("determiner-definite");
  possessive_ = language_->word_class("pronoun-possessive");
  office_ = language_->word_class("noun-speaker");
  infinitive_mark_ = language_->word_class("infinitive-mark");
  place_mark_ = language_->word_class("place-mark");
  weekday_ = language_->word_class("weekday");
  month_ = language_->word_class("month");
  function_word_ = language_->word_class("language-word");
  genitive_mark_ = language_->word_class("genitive-mark");
}

/// The value of a word, whatever its case, in a class of the language; below 0 outside it.
std::int32_t WordingReader::value(std::string_view word, WordClass word_class) const {
  if (word_class == no_class || word.empty()) return -1;
  return std::max(language_->value_in(word, word_class, -1), language_->value_in(folded(word), word_class, -1));
}

Wording WordingReader::read(const Event& event) {
  Wording wording;
  const std::size_t source = source_at(timeline_, event.span.begin);
  settle_language(timeline_.sources[source].language);
  if (std::exchange(source_, source) != source) find_names(timeline_.sources[source].span);
  const bool stands = event.sentence < timeline_.sentences.size();
  const Span sentence = stands ? timeline_.sentences[event.sentence].span : Span{};
  read_title(event, wording);
  for (const EventArgument& argument : event.arguments)
    if (argument.role != Role::content) add_phrases(argument, sentence.begin, wording);
  each_word(words_of(sentence), [&](std::string_view word, std::size_t) {
    if (const std::int32_t which = value(word, one_of_several_); which >= 0) wording.which.insert(which);
  });
  read_verb(event, sentence, wording);
  return wording;
}

void WordingReader::read_title(const Event& event, Wording& wording) const {
  const std::string_view head = words_of(event.span);
  std::vector<std::string_view> front;  // the first three words
  const std::size_t comma = event.title.rfind(',', event.title.find(head));
  each_word(event.title, [&](std::string_view written, std::size_t at) {
    std::string word = folded(written);
    if (front.size() < 3) front.push_back(written);
    if (is_digit(written[0])) {
      wording.numbers.insert(std::move(word));
    } else if (written != head) {
      if (at == 0) wording.opener = word;
      if (value(written, title_) >= 0) wording.titles.insert(word);
      if (at > 0 && word != written && value(written, title_) < 0) wording.names.insert(word);
      if (word.size() < least_letters || is_time_word(written)) return;
      if (word == written && value(word, function_word_) >= 0) wording.little.insert(word);
      if (comma != std::string::npos && at < comma) wording.in_front.insert(word);
      wording.words.insert(std::move(word));
    }
  });
  // "Mary Smith" is all of a name.
  if (front.size() >= 2 && begins_capital(front[1]) && value(front[1], title_) < 0 && value(front[0], title_) < 0 &&
      value(front[0], definite_) < 0 && says_something(wording.opener))
    wording.names.insert(std::exchange(wording.opener, {}));
  if (front.size() == 3 && value(front[0], definite_) >= 0 && begins_small(front[1]) && begins_capital(front[2]))
    wording.called.emplace(front[1]);
}

/// Whether a word tells more than how others belong together.
bool WordingReader::says_something(std::string_view word) const {
  return word.size() >= least_letters - 1 && value(word, function_word_) < 0;
}

bool WordingReader::is_time_word(std::string_view word) const {
  return begins_capital(word) && (value(word, weekday_) >= 0 || value(word, month_) >= 0);
}

void WordingReader::read_verb(const Event& event, Span sentence, Wording& wording) const {
  std::vector<std::string_view> before;
  if (sentence.contains(event.span))
    each_word(words_of({sentence.begin, event.span.begin}),
              [&](std::string_view word, std::size_t) { before.push_back(word); });
  const auto near = before.end() - static_cast<std::ptrdiff_t>(std::min(before.size(), std::size_t{2}));
  wording.infinitive = std::any_of(near, before.end(), [&](std::string_view word) {
    return value(word, infinitive_mark_) >= 0;  // "was to be opened"
  });
}

/// What stands between two commas right behind a phrase: ", a lawyer from Tarn".
std::string_view WordingReader::apposition_behind(Span phrase) const {
  constexpr std::size_t longest = 80;  // bytes
  const std::string_view after = std::string_view(timeline_.document.text).substr(phrase.end, longest);
  const std::size_t end = after.starts_with(',') ? after.find(',', 1) : std::string_view::npos;
  return end == std::string_view::npos ? std::string_view() : after.substr(0, end);
}

/// Where "of arson" begins in "Pia Lund of arson", which says of what she was accused; the end where nothing does. "Of
/// Tarn" would say who she is.
std::size_t WordingReader::complement_in(std::string_view phrase) const {
  std::size_t begin = phrase.size();
  bool named = false;
  each_word(phrase, [&](std::string_view word, std::size_t at) {
    if (begin == phrase.size() && named && value(word, genitive_mark_) >= 0) begin = at;
    named |= begins_capital(word) && says_something(folded(word));
    if (at > begin && begins_capital(word)) begin = phrase.size();
  });
  return begin;
}

void WordingReader::add_phrases(const EventArgument& argument, std::uint32_t sentence_begin, Wording& wording) const {
  const std::string_view whole = argument.name.empty() ? words_of(argument.span) : std::string_view(argument.name);
  const std::size_t end = argument.role == Role::oblique ? whole.size() : complement_in(whole);
  wording.phrases.push_back(phrase(argument, whole.substr(0, end), sentence_begin));
  if (end == whole.size()) return;
  EventArgument complement;
  complement.role = Role::oblique;
  complement.span = {argument.span.begin + static_cast<std::uint32_t>(end), argument.span.end};
  wording.phrases.push_back(phrase(complement, whole.substr(end), sentence_begin));
}

void WordingReader::add_subject(const Event& event, Wording& wording) const {
  if (event.sentence >= timeline_.sentences.size()) return;
  const Span sentence = timeline_.sentences[event.sentence].span;
  const bool told = std::ranges::any_of(wording.phrases, &ToldPhrase::is_core);
  if (event.pos == PartOfSpeech::noun && !told) return add_owner(event.title, sentence.begin, wording);
  const std::string_view head = words_of(event.span), title = event.title;
  const std::size_t front = std::min(title.find(head), title.size());
  const bool acts_on = std::ranges::any_of(event.arguments, [&](const EventArgument& argument) {
    return argument.role != Role::agent && argument.span.begin == event.span.end + 1;
  });
  if (event.pos != PartOfSpeech::verb || !wording.which.empty() || (!acts_on && front + head.size() != title.size()))
    return;
  if (front < 2 || !sentence.contains(event.span) || event.span.begin < sentence.begin + front) return;
  EventArgument subject;
  subject.role = Role::agent;
  subject.span = {event.span.begin - static_cast<std::uint32_t>(front), event.span.begin - 1};
  if (std::ranges::any_of(event.arguments, [&](const EventArgument& argument) {
        return argument.role == Role::agent || argument.span.begin < event.span.begin;
      }))
    return;
  const std::string_view words = words_of(subject.span);
  if (words.substr(1) != title.substr(1, front - 2) || words.find(',') != std::string_view::npos) return;
  wording.phrases.push_back(phrase(subject, words, sentence.begin));
}

/// Takes what the deed of a noun comes to from its title, "the death of Ann Weir"; not "the death of a son of Ann
/// Weir".
void WordingReader::add_owner(std::string_view title, std::uint32_t sentence_begin, Wording& wording) const {
  std::size_t marks = 0, begin = title.size();
  each_word(title, [&](std::string_view word, std::size_t at) {
    if (value(word, genitive_mark_) < 0) return;
    ++marks;
    begin = std::min(title.size(), at + word.size() + 1);
  });
  if (marks != 1 || begin == title.size()) return;
  EventArgument owner;
  owner.role = Role::undergoer;
  owner.name = title.substr(begin);
  wording.phrases.push_back(phrase(owner, owner.name, sentence_begin));
}

ToldPhrase WordingReader::phrase(const EventArgument& argument, std::string_view whole,
                                 std::uint32_t sentence_begin) const {
  ToldPhrase phrase;
  phrase.role = argument.role;
  const std::size_t comma = std::min(whole.find(','), whole.size());
  const std::string_view aside = comma < whole.size() ? whole.substr(comma) : apposition_behind(argument.span);
  const bool opens = argument.name.empty() && argument.span.begin == sentence_begin;
  Words before_name;   // in small letters
  std::string opener;  // a word with a capital at the start of the sentence: a name only beside another one
  each_word(whole.substr(0, comma), [&](std::string_view written, std::size_t at) {
    std::string word = folded(written);
    const bool capital = word != written, is_title = value(written, title_) >= 0;
    if (at == 0) phrase.first = word;
    if (at == 0) phrase.of_place = value(written, place_mark_) >= 0;
    if (is_digit(written[0])) phrase.numbers.insert(word);
    if (at == 0 && value(written, definite_) >= 0) {
      phrase.definite = true;
      return;
    }
    if (at == 0 && phrase.role == Role::oblique) return;
    if (at == 0) phrase.possessor = value(written, possessive_);
    if (!capital && phrase.names.empty()) before_name.insert(word);
    if (is_title) phrase.titles.insert(word);
    const bool may_be_none = at == 0 && opens && !names_.contains(word);
    if (capital && !is_title && may_be_none && says_something(word)) opener = word;
    if (capital && !is_title && !may_be_none) phrase.names.insert(word);
    if (word.size() < least_letters) {
      if (!capital && says_something(word)) phrase.brief.insert(word);
      return;
    }
    if (!capital && value(word, function_word_) >= 0) return;  // "them"
    if (!capital && !is_title) phrase.plain.insert(word);
    phrase.words.insert(std::move(word));
  });
  phrase.unnamed = phrase.names.empty() && !phrase.words.empty() && (opener.empty() || value(opener, office_) >= 0);
  settle_called(before_name, std::move(opener), phrase);
  phrase.definite = phrase.definite || !phrase.names.empty();
  each_word(aside, [&](std::string_view written, std::size_t) {
    std::string word = folded(written);
    if (begins_capital(written) && value(written, title_) < 0) phrase.behind.insert(word);
    if (word.size() >= least_letters || is_digit(written[0])) phrase.aside.insert(std::move(word));
  });
  return phrase;
}

}  // namespace annal
