#include "timeline/event/salience.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

#include "timeline/event/feature_steps.h"
#include "timeline/model/feature_bits.h"

namespace annal {
namespace {

enum Feature : std::uint8_t {
#define ANNAL_SALIENCE(feature, weight) feature,
#include "timeline/event/salience.def"
#undef ANNAL_SALIENCE
};

constexpr int weights[] = {
#define ANNAL_SALIENCE(feature, weight) weight,
#include "timeline/event/salience.def"
#undef ANNAL_SALIENCE
};

constexpr const char* names[] = {
#define ANNAL_SALIENCE(feature, weight) #feature,
#include "timeline/event/salience.def"
#undef ANNAL_SALIENCE
};
static_assert(std::size(names) <= SalienceFeatures().size());

using Step = FeatureStep<Feature, std::uint32_t>;

void set_place(const TextProfile& profile, std::uint32_t sentence, const SalienceSigns& signs,
               SalienceFeatures& features) {
  if (signs.heading) return void(features.set(heading));
  const std::uint32_t place = profile.place(sentence);
  set_step<Step>(features, place,
                 {{0, sentence_1},
                  {1, sentence_2},
                  {2, sentence_3},
                  {3, sentence_4},
                  {5, sentence_6},
                  {8, sentence_9},
                  {13, sentence_14},
                  {20, sentence_21}});
  set_step<Step>(features, profile.paragraph(sentence),
                 {{0, paragraph_1}, {1, paragraph_2}, {2, paragraph_3}, {4, paragraph_5}, {7, paragraph_8}});
  set_step<Step>(features, place * 4 / std::max(profile.size(), 1U),
                 {{0, quarter_1}, {1, quarter_2}, {2, quarter_3}, {3, quarter_4}});
  set_step<Step>(features, signs.nth,
                 {{0, first_of_sentence}, {1, second_of_sentence}, {2, third_of_sentence}, {4, fifth_of_sentence}});
  features.set(root_of_sentence, signs.root);
  features.set(short_text, profile.size() < 8);
}

void set_attributes(const Event& event, const SalienceSigns& signs, SalienceFeatures& features) {
  constexpr Feature classes[] = {occurrence, reporting, perception, aspectual, i_action, i_state, state};
  features.set(classes[static_cast<std::size_t>(event.event_class)]);
  constexpr Feature statuses[] = {fact, reported, alleged, expected, conditional, denied};
  features.set(statuses[static_cast<std::size_t>(event.status)]);
  features.set(negative, event.polarity == Polarity::neg);
  features.set(adjective, event.pos == PartOfSpeech::adjective);
  if (signs.nominal) return void(features.set(noun));
  const bool perfect = event.aspect == Aspect::perfective || event.aspect == Aspect::perfective_progressive;
  const bool progressive = event.aspect == Aspect::progressive;
  switch (event.tense) {
    case Tense::past: return void(features.set(perfect ? past_perfect : progressive ? past_progressive : past));
    case Tense::present:
      return void(features.set(perfect ? present_perfect : progressive ? present_progressive : present));
    case Tense::future: return void(features.set(future));
    case Tense::infinitive: return void(features.set(infinitive));
    case Tense::prespart: return void(features.set(present_participle));
    case Tense::pastpart: return void(features.set(past_participle));
    case Tense::none: return void(features.set(no_tense));
  }
}

void set_clause(const SalienceSigns& signs, SalienceFeatures& features) {
  if (signs.clause == nullptr) return void(features.set(no_clause));
  constexpr Feature openings[] = {in_main,       in_coordinate, in_relative,   in_subordinate,
                                  in_complement, in_infinitive, in_participle, in_gerund};
  features.set(openings[static_cast<std::size_t>(signs.clause->opening)]);
  features.set(passive, !signs.nominal && signs.clause->group.passive);
  features.set(governs, signs.governs);
  features.set(frames, signs.frames && signs.governs);
  features.set(governed, signs.governed);
}

void set_arguments(const Analysis& analysis, const TextProfile& profile, const Event& event, const SalienceSigns& signs,
                   SalienceFeatures& features) {
  features.set(signs.nominal ? noun_without_actor : no_actor, !signs.has_actor);
  features.set(signs.nominal ? noun_without_object : no_object, !signs.has_object);
  features.set(lacks_object, !signs.nominal && !signs.has_object && signs.self.has(Is::transitive));
  features.set(weak_noun, signs.weak_noun);
  features.set(shared_object, signs.shared_object);
  std::uint32_t most = 0, titled = 0;
  for (const Argument& argument : signs.predication->arguments) {
    if (argument.role == Role::content) continue;
    const std::uint32_t token = analysis.trees[event.sentence].words[argument.word].last - 1;
    most = std::max(most, profile.count(token));
    if (!profile.in_title(token)) continue;
    ++titled;
    if (argument.role == Role::agent) features.set(agent_in_title);
    if (argument.role == Role::undergoer) features.set(undergoer_in_title);
    if (argument.role == Role::oblique || argument.role == Role::recipient) features.set(oblique_in_title);
  }
  features.set(two_in_title, titled + (profile.in_title(signs.token) ? 1 : 0) >= 2);
  set_step<Step>(features, most, {{2, argument_twice}, {4, argument_4_times}, {8, argument_8_times}});
}

void set_words(const TextProfile& profile, const SalienceSigns& signs, SalienceFeatures& features) {
  const std::uint32_t count = profile.count(signs.token);
  if (profile.in_title(signs.token)) features.set(signs.nominal ? noun_in_title : verb_in_title);
  if (signs.nominal)
    set_step<Step>(features, count, {{2, noun_twice}, {3, noun_3_times}, {5, noun_5_times}});
  else
    set_step<Step>(features, count, {{2, verb_twice}, {3, verb_3_times}, {5, verb_5_times}});
  features.set(quoted, profile.quoted(signs.token));
  features.set(announcing, signs.self.has(Is::announcing));
  features.set(landmark, signs.self.has(Is::landmark));
  features.set(light, signs.self.has(Is::light));
  features.set(speaks, signs.speaker);
  features.set(number_in_title, signs.has_number);
  set_step<Step>(features, static_cast<std::uint32_t>(signs.words),
                 {{1, title_1_word}, {2, title_2_words}, {3, title_3_words}, {5, title_5_words}, {8, title_8_words}});
}

// What further mentions add to a score.
int mentions_score(std::size_t mentions) {
  return mentions >= 4   ? weights[mentioned_4_times]
         : mentions == 3 ? weights[mentioned_3_times]
         : mentions == 2 ? weights[mentioned_twice]
                         : 0;
}

// What show_one_of_a_title knows of an event.
struct Shown {
  bool presentable = false;
  bool dated_noun = false;
};

// "agreed to pay", "reached a deal to end the strike": whether `event` is what is to come of `other`; not "the vote has
// been set for 3 May", where the noun has the date.
bool is_to_come_of(const Event& event, const Shown& as, const Event& other) {
  const bool governed = event.tense == Tense::infinitive || (event.pos == PartOfSpeech::noun && !as.dated_noun);
  return governed && event.status == Status::expected && other.tense != Tense::infinitive && holds(other.status);
}

// A verb and what it governs have one title where both are told whole ("began to restore the canal"): one of the two
// stands for both on a picture, the weightier. So does what was agreed for what is to come of it: under the title of
// the agreement its date would be taken for that of the agreement.
void show_one_of_a_title(const std::vector<Event>& events, std::vector<Shown>& shown) {
  for (std::size_t e = 1; e < events.size(); ++e) {
    for (std::size_t k = e; k-- > 0 && events[k].sentence == events[e].sentence;) {
      if (events[k].title != events[e].title || !shown[e].presentable || !shown[k].presentable) continue;
      if (is_to_come_of(events[e], shown[e], events[k]))
        shown[e].presentable = false;
      else if (is_to_come_of(events[k], shown[k], events[e]))
        shown[k].presentable = false;
      else if (events[k].status == events[e].status)
        shown[events[e].salience > events[k].salience ? k : e].presentable = false;
    }
  }
}

}  // namespace

std::span<const char* const> salience_feature_names() { return names; }

int salience_score(const SalienceFeatures& features) { return sum_of_weights(features, weights); }

SalienceFeatures features_of(const Analysis& analysis, const TextProfile& profile, const Event& event,
                             const SalienceSigns& signs) {
  SalienceFeatures features;
  features.set(bias);
  set_place(profile, event.sentence, signs, features);
  set_attributes(event, signs, features);
  set_clause(signs, features);
  set_arguments(analysis, profile, event, signs, features);
  set_words(profile, signs, features);
  if (signs.dated) features.set(signs.nominal ? noun_dated : verb_dated);
  features.set(entry, signs.entry);
  features.set(pronoun_in_title, signs.unresolved);
  features.set(fragment, signs.fragment);
  features.set(unpresentable, !is_presentable(event, signs));
  return features;
}

bool is_presentable(const Event& event, const SalienceSigns& signs) {
  const bool saying = event.event_class == EventClass::reporting || signs.self.has(Is::reporting) || signs.has_content;
  if (!signs.nominal && saying && !signs.tells_content) return false;
  // A saying without a date only frames what is said.
  if (!signs.nominal && saying && signs.has_content && !signs.dated && event.event_class == EventClass::reporting)
    return false;
  if (signs.dated && signs.entry) return true;
  // "The ministry said on Monday" without what it said.
  if (signs.fragment && !signs.nominal) return false;
  // "The siege" tells less than "The siege of Vell", and what a clause denies is not its noun.
  if (signs.nominal && event.status == Status::denied) return false;
  if (signs.nominal) return !signs.shared_object && (!signs.dated || signs.has_actor || signs.has_object);
  if (signs.verb_first) return false;
  if (signs.dated) return event.tense != Tense::infinitive || !signs.governed;
  // A pronoun without its name is no title for a picture, nor is a verb without its subject.
  if (signs.no_actor_name || !signs.has_actor) return false;
  // What only frames, and what is told with its governor.
  return !signs.governed && !(signs.governs && signs.frames);
}

// A table, since the mathematical library of another machine may round an exponential otherwise.
double salience_of(int score) {
  // 1000 / (1 + exp(-x)) at x = 0, 0.25 … 6, rounded.
  constexpr std::array<int, 25> logistic{500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953,
                                         963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997, 998};
  constexpr int step = 25, last = (static_cast<int>(logistic.size()) - 1) * step;
  const int at = std::min(std::abs(score), last);
  const std::size_t k = static_cast<std::size_t>(at / step);
  const int above = k + 1 < logistic.size() ? (logistic[k + 1] - logistic[k]) * (at % step) / step : 0;
  const int thousandths = logistic[k] + above;
  return static_cast<double>(score < 0 ? 1000 - thousandths : thousandths) / 1000;
}

void rate_events(const std::vector<RatedMention>& mentions, std::vector<Event>& events) {
  std::vector<Shown> shown(events.size());
  for (std::size_t e = 0; e < events.size(); ++e) {
    std::optional<int> best;
    for (const Span& span : events[e].mentions) {
      const auto mention = std::ranges::lower_bound(mentions, span.begin, {}, &RatedMention::begin);
      if (mention == mentions.end() || mention->begin != span.begin) continue;
      const int score = salience_score(mention->features);
      best = std::max(best.value_or(score), score);
      if (span == events[e].span) shown[e] = {mention->presentable, mention->features.test(noun_dated)};
    }
    events[e].salience = salience_of(best.value_or(0) + mentions_score(events[e].mentions.size()));
  }
  show_one_of_a_title(events, shown);
  for (std::size_t e = 0; e < events.size(); ++e) {
    double& salience = events[e].salience;
    salience = shown[e].presentable ? std::max(salience, least_presentable) : salience * least_presentable;
  }
}

}  // namespace annal
