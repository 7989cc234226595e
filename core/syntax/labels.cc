#include "core/syntax/labels.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace annal::syntax {
namespace {

constexpr std::array<std::string_view, std::size_t(Upos::count_)> upos_names = {
    "_",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

constexpr std::array<std::string_view, std::size_t(Deprel::count_)> deprel_names = {
    "_",        "acl",       "acl:relcl",     "advcl",      "advcl:relcl", "advmod",     "amod",       "appos",
    "aux",      "aux:pass",  "case",          "cc",         "ccomp",       "clf",        "compound",   "compound:prt",
    "conj",     "cop",       "csubj",         "csubj:pass", "dep",         "det",        "discourse",  "dislocated",
    "expl",     "expl:pass", "fixed",         "flat",       "goeswith",    "iobj",       "list",       "mark",
    "nmod",     "nmod:poss", "nmod:unmarked", "nsubj",      "nsubj:outer", "nsubj:pass", "nummod",     "obj",
    "obl",      "obl:agent", "obl:unmarked",  "orphan",     "parataxis",   "punct",      "reparandum", "root",
    "vocative", "xcomp",
};

// What treebanks of another edition call a subtype that Deprel holds.
constexpr std::pair<std::string_view, Deprel> deprel_aliases[] = {
    {"nmod:tmod", Deprel::nmod_unmarked},
    {"nmod:npmod", Deprel::nmod_unmarked},
    {"obl:npmod", Deprel::obl_unmarked},
    {"obl:tmod", Deprel::obl_unmarked},
};

constexpr std::string_view number_names[] = {"", "Sing", "Plur"};
constexpr std::string_view gender_names[] = {"", "Masc", "Fem", "Neut"};
constexpr std::string_view case_names[] = {"", "Nom", "Acc", "Gen", "Dat", "Ins", "Loc", "Voc"};
constexpr std::string_view tense_names[] = {"", "Past", "Imp", "Pqp", "Pres", "Fut"};
constexpr std::string_view aspect_names[] = {"", "Imp", "Perf", "Prog"};
constexpr std::string_view mood_names[] = {"", "Ind", "Sub", "Cnd", "Imp"};
constexpr std::string_view verb_form_names[] = {"", "Fin", "Inf", "Part", "Ger", "Conv"};
constexpr std::string_view voice_names[] = {"", "Act", "Pass"};
constexpr std::string_view pron_type_names[] = {"", "Prs", "Rel", "Int", "Dem", "Art", "Neg", "Ind", "Tot", "Rcp"};
constexpr std::string_view person_names[] = {"", "1", "2", "3"};

// The value that `value` names; of several ("Int,Rel") the first.
template <class Value>
void set(Value& to, std::span<const std::string_view> names, std::string_view value) {
  value = value.substr(0, value.find(','));
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i] == value) to = static_cast<Value>(i);
}

void set_feature(Features& f, std::string_view key, std::string_view value) {
  if (key == "Number") set(f.number, number_names, value);
  if (key == "Gender") set(f.gender, gender_names, value);
  if (key == "Case") set(f.grammatical_case, case_names, value);
  if (key == "Tense") set(f.tense, tense_names, value);
  if (key == "Aspect") set(f.aspect, aspect_names, value);
  if (key == "Mood") set(f.mood, mood_names, value);
  if (key == "VerbForm") set(f.verb_form, verb_form_names, value);
  if (key == "Voice") set(f.voice, voice_names, value);
  if (key == "PronType") set(f.pron_type, pron_type_names, value);
  if (key == "Person") set(f.person, person_names, value);
  if (key == "Poss") f.possessive = value == "Yes";
  if (key == "Polarity") f.negative = value == "Neg";
  if (key == "Definite") f.definite = value == "Def";
}

}  // namespace

std::string_view name_of(Upos upos) { return upos_names[static_cast<std::size_t>(upos)]; }
std::string_view name_of(Deprel deprel) { return deprel_names[static_cast<std::size_t>(deprel)]; }

Upos upos_of(std::string_view name) {
  const auto at = std::find(upos_names.begin() + 1, upos_names.end(), name) - upos_names.begin();
  return at == std::ssize(upos_names) ? Upos::none : static_cast<Upos>(at);
}

Deprel deprel_of(std::string_view name) {
  for (const auto& [alias, deprel] : deprel_aliases)
    if (alias == name) return deprel;
  for (const std::string_view candidate : {name, name.substr(0, name.find(':'))}) {
    const auto at = std::find(deprel_names.begin() + 1, deprel_names.end(), candidate) - deprel_names.begin();
    if (at != std::ssize(deprel_names)) return static_cast<Deprel>(at);
  }
  return Deprel::none;
}

Features features_of(std::string_view column) {
  Features found;
  while (!column.empty()) {
    const std::string_view feature = column.substr(0, column.find('|'));
    const std::size_t equals = feature.find('=');
    if (equals != std::string_view::npos) set_feature(found, feature.substr(0, equals), feature.substr(equals + 1));
    column.remove_prefix(std::min(column.size(), feature.size() + 1));
  }
  return found;
}

std::string column_of(const Features& f) {
  std::string column;
  const auto append = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    if (!column.empty()) column += '|';
    column.append(key).append("=").append(value);
  };
  append("Aspect", aspect_names[static_cast<std::size_t>(f.aspect)]);
  append("Case", case_names[static_cast<std::size_t>(f.grammatical_case)]);
  append("Definite", f.definite ? "Def" : "");
  append("Gender", gender_names[static_cast<std::size_t>(f.gender)]);
  append("Mood", mood_names[static_cast<std::size_t>(f.mood)]);
  append("Number", number_names[static_cast<std::size_t>(f.number)]);
  append("Person", person_names[f.person]);
  append("Polarity", f.negative ? "Neg" : "");
  append("Poss", f.possessive ? "Yes" : "");
  append("PronType", pron_type_names[static_cast<std::size_t>(f.pron_type)]);
  append("Tense", tense_names[static_cast<std::size_t>(f.tense)]);
  append("VerbForm", verb_form_names[static_cast<std::size_t>(f.verb_form)]);
  append("Voice", voice_names[static_cast<std::size_t>(f.voice)]);
  return column.empty() ? "_" : column;
}

}  // namespace annal::syntax
