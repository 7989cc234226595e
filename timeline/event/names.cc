#include "timeline/event/names.h"

#include <algorithm>
#include <optional>

#include "core/unicode/letter_case.h"

namespace annal {

using syntax::Case;
using syntax::Deprel;
using syntax::Upos;

namespace {

constexpr std::size_t longest_name = 60;  // bytes

bool joins_words(Deprel d) {
  return d == Deprel::flat || d == Deprel::compound || d == Deprel::fixed || d == Deprel::goeswith;
}

/// A word that opens another phrase or clause, or ends this one.
bool stands_apart(const syntax::Word& word) {
  switch (word.upos) {
    case Upos::punct:
    case Upos::adp:
    case Upos::aux:
    case Upos::cconj:
    case Upos::part:
    case Upos::pron:
    case Upos::sconj:
    case Upos::verb:
    case Upos::adv: return true;
    default: return word.time >= 0;
  }
}

constexpr std::uint8_t of_both = 3;  // a gender: that of a man and of a woman
const std::string several = " ";

/// Whether its form does not say that it is none.
bool may_be_subject(const syntax::Word& word) {
  const Case in = word.features.grammatical_case;
  return in == Case::none || in == Case::nom;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

/// "Mr." as the word list has it.
std::string_view without_period(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return word;
}

}  // namespace

NameIndex::NameIndex(const Analysis& analysis, const TreeViews& trees, const Language& language)
    : analysis_(analysis),
      language_(language),
      given_name_(language.word_class("given-name")),
      title_word_(language.word_class("title-word")),
      gendered_title_(language.word_class("gendered-title")),
      genitive_mark_(language.word_class("genitive-mark")),
      place_mark_(language.word_class("place-mark")),
      definite_(language.word_class("definite")),
      body_(language.word_class("public-body")) {
  for (std::uint32_t s = 0; s < trees.size(); ++s) {
    const TreeView& tree = trees[s];
    for (std::uint32_t w = 0; w < tree.size(); ++w)
      if (tree[w].upos == Upos::propn || tree[w].upos == Upos::noun) read_name(tree, s, w);
  }
  for (auto& [written, form] : forms_) split_title(written, form);
  find_persons();
  for (auto& [written, form] : forms_) form.stands_for = resolve(form, written);
}

std::string_view NameIndex::name(std::uint32_t sentence, std::uint32_t word) const {
  const Place place{sentence, word};
  const auto found = std::lower_bound(at_.begin(), at_.end(), place,
                                      [](const auto& named, const Place& at) { return named.first < at; });
  return found == at_.end() || found->first != place ? std::string_view() : found->second->stands_for;
}

NameIndex::Form& NameIndex::form(std::string_view written) {
  const auto known = forms_.find(written);
  return known != forms_.end() ? known->second : forms_[std::string(written)];
}

bool NameIndex::is_capital(const syntax::Word& word) const {
  const Letter letter = letter_at(text(word), 0);
  return lower_of(letter.code) != letter.code;
}

/// Whether `word` belongs to the name that `head` heads.
bool NameIndex::is_part(const TreeView& tree, std::uint32_t word, std::uint32_t head) const {
  const syntax::Word& w = tree[word];
  if (w.time >= 0 || w.head < 0) return false;
  if (w.head != static_cast<std::int32_t>(head) && !tree.under(word, head)) return false;
  if (w.upos == Upos::propn) return joins_words(w.deprel) || (w.deprel == Deprel::nmod && word < head);
  // "Supreme Court", but not "Former" at the beginning of a sentence
  return w.upos == Upos::adj && word > 0 && word < head && w.deprel == Deprel::amod && is_capital(w);
}

/// The last word of "of England" behind a name that ends at `last`; `last` where there is no such phrase.
std::uint32_t NameIndex::end_of_genitive(const TreeView& tree, std::uint32_t head, std::uint32_t last) const {
  constexpr std::uint32_t most = 5;
  if (last + 2 >= tree.size() || !is(text(tree[last + 1]), genitive_mark_)) return last;
  for (const std::uint32_t k : tree.dependents(head)) {
    if (k <= last || tree[k].deprel != Deprel::nmod || tree.first(k) != last + 1) continue;
    const std::uint32_t end = tree.last(k);
    if (tree[k].upos != Upos::propn || end > last + most) return last;
    for (std::uint32_t i = last + 2; i <= end; ++i)
      if (tree[i].time >= 0 || (tree[i].upos != Upos::propn && tree[i].upos != Upos::det)) return last;
    return end;
  }
  return last;
}

NameIndex::Words NameIndex::words_of(const TreeView& tree, std::uint32_t head) const {
  Words name{head, head, false, true};
  while (name.first > 0 && is_part(tree, name.first - 1, head)) --name.first;
  while (name.last + 1 < tree.size() && is_part(tree, name.last + 1, head)) ++name.last;
  for (std::uint32_t i = name.first; i <= name.last; ++i) name.flat |= tree[i].deprel == Deprel::flat;
  const std::uint32_t end = name.flat ? name.last : end_of_genitive(tree, head, name.last);
  const auto beside = [&](std::uint32_t word) {
    return tree[word].upos == Upos::propn && tree[word].time < 0 && !is(text(tree[word]), title_word_);
  };
  if (name.first > 0 && beside(name.first - 1)) name.whole = false;
  // "Secretary of [State Hillary Clinton]"
  if (name.first > 1 && is(text(tree[name.first - 1]), genitive_mark_) && tree[name.first - 2].upos == Upos::propn)
    name.whole = false;
  if (end + 1 < tree.size()) {
    const syntax::Word& next = tree[end + 1];
    if (beside(end + 1)) name.whole = false;
    if (tree.under(end + 1, head) && !stands_apart(next)) name.whole = false;  // "Cour suprême"
    // "Bank of the poor"
    if (end == name.last && !name.flat && tree.under(end + 1, head) && is(text(next), genitive_mark_))
      name.whole = false;
  }
  name.last = end;
  return name;
}

void NameIndex::read_name(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) {
  if (tree[word].time >= 0 || tree.is_hyphenated(word)) return;
  std::uint32_t head = word;
  if (tree[word].upos == Upos::noun) {
    // "the mayor, Otto Lind", "el alcalde Juan Pérez"
    std::optional<std::uint32_t> given;
    for (const std::uint32_t k : tree.dependents(word)) {
      if (k < word || tree[k].upos != Upos::propn) continue;
      if (tree[k].deprel != Deprel::appos && tree[k].deprel != Deprel::flat) continue;
      if (!given) given = k;
    }
    if (!given) return read_body(tree, sentence, word);
    const Case of_noun = tree[word].features.grammatical_case, of_name = tree[*given].features.grammatical_case;
    if (tree[word].features.number == syntax::Number::plur || of_noun != of_name) return;
    head = *given;
  } else if (joins_words(tree[word].deprel) && tree[word].head >= 0 &&
             tree[static_cast<std::uint32_t>(tree[word].head)].upos == Upos::propn) {
    return;
  }
  for (const std::uint32_t k : tree.dependents(word))  // "the 48-year-old Australian"
    if (head == word && k < word && tree[k].deprel == Deprel::amod && tree.is_hyphenated(tree.first(k))) return;
  Words of = words_of(tree, head);
  if (head != word)
    while (of.last + 1 < tree.size() && tree[of.last + 1].upos == Upos::propn &&
           tree[of.last + 1].head == static_cast<std::int32_t>(word) && tree[of.last + 1].deprel == Deprel::flat) {
      ++of.last;
      of.flat = of.whole = true;
    }
  const std::string_view written = slice(analysis_.document.text, {tree[of.first].span.begin, tree[of.last].span.end});
  if (written.size() > longest_name || !is_capital(tree[of.first])) return;
  if (written.find_first_of("\n\t\"()[]{}<>,;:!?/@#*_=|") != std::string_view::npos ||
      letter_at(written, 0).size == written.size())
    return;
  if (!of.whole) return;
  Form& known = form(written);
  ++known.times;
  known.person |= of.flat;
  bool is_subject = true;
  for (std::uint32_t i = of.first; i <= of.last; ++i) is_subject &= may_be_subject(tree[i]);
  known.subject_case |= is_subject;
  for (const std::uint32_t k : tree.dependents(head))
    known.place |= tree[k].deprel == Deprel::case_ && is(text(tree[k]), place_mark_);
  for (const std::uint32_t k : tree.dependents(word))
    if (tree[k].deprel == Deprel::conj && !tree.is_clause(k)) return;
  if (tree[head].deprel == Deprel::conj && !tree.is_clause(head)) return;
  at_.emplace_back(Place{sentence, word}, &known);
}

/// "The council", "the district council", "police": known by its article, or without one, and told no more of.
void NameIndex::read_body(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) {
  if (!is(text(tree[word]), body_)) return;
  if (!may_be_subject(tree[word])) return;
  std::uint32_t first = word, last = word;
  for (const std::uint32_t k : tree.dependents(word)) {
    const syntax::Word& beside = tree[k];
    if (beside.deprel == Deprel::det && !beside.features.definite && !is(text(beside), definite_)) return;
    switch (beside.deprel) {
      case Deprel::amod:
      case Deprel::compound:
        if (tree.first(k) != k || tree.last(k) != k) return;
        first = std::min(first, k);
        last = std::max(last, k);
        break;
      case Deprel::det:
      case Deprel::case_:
      case Deprel::punct: break;
      default: return;
    }
  }
  if (last - first > 3) return;
  for (std::uint32_t i = first; i <= last; ++i)
    if (i != word && tree[i].head != static_cast<std::int32_t>(word)) return;
  std::string written(slice(analysis_.document.text, {tree[first].span.begin, tree[last].span.end}));
  if (written.find_first_of("\n\t") != std::string::npos) return;
  written = capitalised(written);
  Form& known = form(written);
  ++known.times;
  known.body = known.subject_case = true;
  at_.emplace_back(Place{sentence, word}, &known);
}

/// Parts a name from the titles before it, and tells from both what is known of a person.
void NameIndex::split_title(const std::string& written, Form& form) const {
  form.words = split(written);
  if (form.body) return;
  const auto is_title = [&](const std::string& word) {
    return is(without_period(word), title_word_) || is(without_period(word), gendered_title_);
  };
  auto title = std::find_if(form.words.rbegin() + 1, form.words.rend(), is_title).base();
  // "Secretary of State Hillary Clinton"
  const auto given_name = std::find_if(title, form.words.end() - 1,
                                       [&](const std::string& word) { return gender_of(word, given_name_) != 0; });
  if (title != form.words.begin() && given_name != form.words.end() - 1) title = given_name;
  for (auto word = form.words.begin(); word != title; ++word)
    form.gender |= gender_of(without_period(*word), gendered_title_);
  form.titled = title != form.words.begin();
  form.words.erase(form.words.begin(), title);
  const std::uint8_t given = gender_of(form.words.front(), given_name_);
  form.gender |= given;
  form.person = form.words.size() > 1 && (form.person || given != 0);
}

void NameIndex::find_persons() {
  for (const auto& [written, form] : forms_) {
    if (form.words.size() == 1 && form.titled) {
      Titles& titles = titles_[form.words[0]];
      titles.gender |= form.gender;
      titles.written = titles.written.empty() ? written : several;
    }
    if (!form.person) continue;
    Person& person = persons_[form.words.front() + ' ' + form.words.back()];
    person.gender |= form.gender;
    const auto worth = [](const Form& of) { return std::pair(of.subject_case, of.times); };
    if (person.form == nullptr || worth(form) > worth(*person.form)) person.form = &form;
  }
}

/// Whether the words of `form` may be a part of the whole name of a person.
bool NameIndex::is_short_for(const Form& form, const Form& whole) const {
  const auto &part = form.words, &all = whole.words;
  const bool given = gender_of(part[0], given_name_) != 0;
  if (part.size() == 1 && given && part[0] == all[0]) return true;
  if (part.size() >= all.size()) return false;
  for (std::size_t at = 1; at + part.size() <= all.size(); ++at) {
    const bool last = at + part.size() == all.size();
    if ((last || !given) && std::equal(part.begin(), part.end(), all.begin() + static_cast<std::ptrdiff_t>(at)))
      return true;
  }
  return false;
}

/// Whom a name stands for that is not the whole one of a person: the one person whose name it is a part of, or itself.
std::string NameIndex::resolve_part(const Form& form, const std::string& written) const {
  const auto titles = form.words.size() == 1 ? titles_.find(form.words[0]) : titles_.end();
  std::uint8_t gender = form.gender;
  if (titles != titles_.end()) gender |= titles->second.gender;
  const Person* bearer = nullptr;
  for (const auto& [key, person] : persons_) {
    if (!is_short_for(form, *person.form)) continue;
    if (bearer != nullptr) return {};  // two of one surname
    bearer = &person;
  }
  if (bearer != nullptr) {
    const bool sure = (gender | bearer->gender) != of_both && !form.place && bearer->form->subject_case;
    return sure ? joined(bearer->form->words) : std::string();
  }
  if (titles == titles_.end() || form.titled) return written;
  return titles->second.written == several ? std::string() : titles->second.written;
}

std::string NameIndex::resolve(const Form& form, const std::string& written) const {
  if (!form.subject_case || is(written, definite_)) return {};
  if (form.body) return written;
  if (!form.person) return resolve_part(form, written);
  const Person& person = persons_.at(form.words.front() + ' ' + form.words.back());
  return person.form->subject_case ? joined(person.form->words) : std::string();
}

}  // namespace annal
