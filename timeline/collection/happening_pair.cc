// See happening_pair.h.
#include "timeline/collection/happening_pair.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/text/sentence.h"
#include "core/unicode/letter_case.h"
#include "timeline/event/feature_steps.h"
#include "timeline/model/feature_bits.h"
#include "timeline/sources.h"

namespace annal {
namespace {

enum Feature : std::uint8_t {
#define ANNAL_SAME_HAPPENING(feature, weight) feature,
#include "timeline/collection/same_happening.def"
#undef ANNAL_SAME_HAPPENING
};

constexpr int weights[] = {
#define ANNAL_SAME_HAPPENING(feature, weight) weight,
#include "timeline/collection/same_happening.def"
#undef ANNAL_SAME_HAPPENING
};

constexpr const char* names[] = {
#define ANNAL_SAME_HAPPENING(feature, weight) #feature,
#include "timeline/collection/same_happening.def"
#undef ANNAL_SAME_HAPPENING
};
static_assert(std::size(names) <= PairFeatures().size());

using Words = std::vector<std::uint32_t>;

using Step = FeatureStep<Feature, double>;

Words united(const Words& a, const Words& b) {
  Words both;
  std::ranges::set_union(a, b, std::back_inserter(both));
  return both;
}

/// What both say of something: the same, or only other things.
void compare(const Words& a, const Words& b, Feature same, Feature differs, PairFeatures& features) {
  if (!a.empty() && !b.empty()) features.set(share_any(a, b) ? same : differs);
}

void set_parts_of_speech(const Event& a, const Event& b, PairFeatures& features) {
  const auto is = [](const Event& e, PartOfSpeech pos) { return e.pos == pos; };
  const bool verb_a = is(a, PartOfSpeech::verb), verb_b = is(b, PartOfSpeech::verb);
  const bool noun_a = is(a, PartOfSpeech::noun), noun_b = is(b, PartOfSpeech::noun);
  if (verb_a && verb_b) return void(features.set(two_verbs));
  if (noun_a && noun_b) return void(features.set(two_nouns));
  features.set((verb_a && noun_b) || (noun_a && verb_b) ? noun_and_verb : other_words);
}

}  // namespace

std::string_view stem_of(std::string_view lemma) {
  constexpr int letters = 5;
  std::size_t at = 0;
  for (int i = 0; i < letters; ++i) {
    if (at >= lemma.size()) return {};
    at += letter_at(lemma, at).size;
  }
  return lemma.substr(0, at);
}

std::span<const char* const> pair_feature_names() { return names; }

int pair_score(const PairFeatures& features) { return sum_of_weights(features, weights); }

HappeningPairs::HappeningPairs(const Timeline& timeline, const ContentWords& words, const Stories& stories)
    : timeline_(timeline), words_(words), stories_(stories) {
  told_.reserve(timeline.events.size());
  for (const Event& event : timeline.events)
    told_.push_back(read(event, static_cast<std::uint32_t>(source_at(timeline, event.span.begin))));
}

ToldEvent HappeningPairs::read(const Event& event, std::uint32_t document) const {
  ToldEvent told;
  const SourceDocument& source = timeline_.sources[document];
  told.document = document;
  told.sentence_in_text =
      event.sentence - static_cast<std::uint32_t>(sentence_at(timeline_.sentences, source.span.begin));
  told.lemma = event.lemma;
  const Language* found = Language::find(source.language);
  const Language& language = found == nullptr ? Language::fallback() : *found;
  const WordFacts& facts = EventLexicon::of(language).facts(event.lemma);
  told.group = facts.same;
  told.classes = facts.classes;
  told.head = words_.within(event.span);
  if (event.sentence < timeline_.sentences.size())
    told.sentence = words_.within(timeline_.sentences[event.sentence].span);
  for (const std::uint32_t word : told.sentence) told.square += words_.weight(word) * words_.weight(word);
  for (const EventArgument& argument : event.arguments) {
    Words& of = argument.role == Role::agent       ? told.agent
                : argument.role == Role::undergoer ? told.undergoer
                                                   : told.others;
    of = united(of, argument.name.empty() ? words_.within(argument.span) : words_.of_text(argument.name));
    if (&of == &told.others) continue;
    const std::string_view phrase = slice(timeline_.document.text, argument.span);
    std::ranges::move(full_names(argument.name.empty() ? phrase : argument.name, language),
                      std::back_inserter(told.names));
  }
  return told;
}

// How alike the sentences of two events are but for the words that tell the two.
double HappeningPairs::sentence_cosine(const ToldEvent& a, const ToldEvent& b) const {
  const auto is_head = [&](std::uint32_t word) {
    return std::ranges::binary_search(a.head, word) || std::ranges::binary_search(b.head, word);
  };
  const auto square = [&](std::uint32_t word) { return words_.weight(word) * words_.weight(word); };
  double both = 0, left_a = a.square, left_b = b.square;
  for (const Words* heads : {&a.head, &b.head}) {
    for (const std::uint32_t word : *heads) {
      if (heads == &b.head && std::ranges::binary_search(a.head, word)) continue;
      if (std::ranges::binary_search(a.sentence, word)) left_a -= square(word);
      if (std::ranges::binary_search(b.sentence, word)) left_b -= square(word);
    }
  }
  auto x = a.sentence.begin();
  auto y = b.sentence.begin();
  while (x != a.sentence.end() && y != b.sentence.end()) {
    if (*x == *y && !is_head(*x)) both += square(*x);
    const bool step_x = *x <= *y, step_y = *y <= *x;
    if (step_x) ++x;
    if (step_y) ++y;
  }
  constexpr double nothing = 1e-6;
  return left_a < nothing || left_b < nothing ? 0 : both / std::sqrt(left_a * left_b);
}

void HappeningPairs::set_sentences(const ToldEvent& a, const ToldEvent& b, PairFeatures& features) const {
  const double cosine = sentence_cosine(a, b);
  set_step<Step>(features, cosine,
                 {{0, sentences_0},
                  {0.02, sentences_2},
                  {0.05, sentences_5},
                  {0.1, sentences_10},
                  {0.2, sentences_20},
                  {0.35, sentences_35},
                  {0.6, sentences_60}});
  if (a.lemma == b.lemma)
    set_step<Step>(features, cosine, {{0, lemma_0}, {0.05, lemma_5}, {0.15, lemma_15}, {0.35, lemma_35}});
  else if (a.group >= 0 && a.group == b.group)
    set_step<Step>(features, cosine, {{0, group_0}, {0.05, group_5}, {0.15, group_15}, {0.35, group_35}});
  const auto numbers = [&](const Words& words) {
    Words found;
    std::ranges::copy_if(words, std::back_inserter(found), [&](std::uint32_t word) { return words_.is_number(word); });
    return found;
  };
  compare(numbers(a.sentence), numbers(b.sentence), numbers_same, numbers_differ, features);
}

void HappeningPairs::set_arguments(const ToldEvent& a, const ToldEvent& b, PairFeatures& features) const {
  compare(a.agent, b.agent, agent_same, agent_differs, features);
  compare(a.undergoer, b.undergoer, undergoer_same, undergoer_differs, features);
  compare(a.others, b.others, others_same, others_differ, features);
  const Words core_a = united(a.agent, a.undergoer), core_b = united(b.agent, b.undergoer);
  compare(core_a, core_b, core_same, core_differs, features);
  if (core_a.empty() || core_b.empty()) features.set(core_a.empty() && core_b.empty() ? core_of_none : core_of_one);
  features.set(core_in_sentence, share_any(core_a, b.sentence) || share_any(core_b, a.sentence));
  const auto names_of = [&](const Words& core, const Words& others) {
    Words found;
    for (const Words* words : {&core, &others})
      std::ranges::copy_if(*words, std::back_inserter(found), [&](std::uint32_t word) { return words_.is_name(word); });
    std::ranges::sort(found);
    return found;
  };
  compare(names_of(core_a, a.others), names_of(core_b, b.others), names_same, names_differ, features);
}

PairFeatures HappeningPairs::features(std::uint32_t a, std::uint32_t b) const {
  const ToldEvent &x = told_[a], &y = told_[b];
  const Event &one = timeline_.events[a], &other = timeline_.events[b];
  PairFeatures features;
  features.set(bias);
  features.set(x.lemma == y.lemma ? same_lemma : x.group >= 0 && x.group == y.group ? same_group : same_stem);
  features.set(grouped, x.group >= 0 && y.group >= 0);
  set_sentences(x, y, features);
  if (x.document == y.document) {
    features.set(same_document);
    features.set(same_sentence, one.sentence == other.sentence);
  } else {
    set_step<Step>(features, stories_.likeness(x.document, y.document),
                   {{0, documents_0},
                    {30, documents_30},
                    {40, documents_40},
                    {50, documents_50},
                    {60, documents_60},
                    {75, documents_75},
                    {90, documents_90}});
  }
  set_parts_of_speech(one, other, features);
  set_arguments(x, y, features);
  const auto groups_differ = [&](const std::string& p, const std::string& q, Feature same, Feature differs) {
    if (!p.empty() && !q.empty()) features.set(share_any(words_.of_text(p), words_.of_text(q)) ? same : differs);
  };
  groups_differ(one.groups.actor, other.groups.actor, actor_same, actor_differs);
  groups_differ(one.groups.place, other.groups.place, place_same, place_differs);
  const auto either = [&](auto... classes) { return x.classes.any(classes...) || y.classes.any(classes...); };
  features.set(reporting, either(Is::reporting, Is::reporting_noun));
  features.set(light, either(Is::light, Is::aspectual));
  features.set(landmark, either(Is::landmark));
  features.set(event_noun, either(Is::noun_event));
  features.set(mental, either(Is::attitude, Is::perception, Is::state));
  features.set(statuses_differ, holds(one.status) != holds(other.status));
  features.set(forms_differ, one.pos == PartOfSpeech::noun && other.pos == PartOfSpeech::noun && x.lemma == y.lemma &&
                                 x.head != y.head);
  constexpr std::uint32_t first_sentences = 3;
  features.set(lead, x.sentence_in_text < first_sentences && y.sentence_in_text < first_sentences);
  return features;
}

}  // namespace annal
