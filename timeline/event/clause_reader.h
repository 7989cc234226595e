// The reader of one sentence's tree. Internal to event/clause: clause.cc finds the predicates and how their clauses
// hang together, verb_group.cc reads tense, aspect, voice and negation, arguments.cc who does what to whom,
// factuality.cc who vouches for it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "timeline/event/clause.h"
#include "timeline/event/tree_view.h"

namespace annal {

class ClauseReader {
 public:
  /// Reads a sentence that has a tree and whose words are read.
  ClauseReader(const Analysis& analysis, Reading& reading, std::uint32_t sentence)
      : analysis_(analysis),
        reading_(reading),
        sentence_(sentence),
        view_(reading.trees[sentence]),
        nodes_(analysis.trees[sentence].words.size()) {}

  /// Appends its clauses and its nominal events.
  void run();

 private:
  static constexpr std::uint8_t certain = 100;

  /// A word of the tree with the least confidence of the arcs that lead to it.
  struct Found {
    std::int32_t word = -1;
    std::uint8_t confidence = certain;
    Found over(std::uint8_t arc) const { return {word, std::min(confidence, arc)}; }
  };
  /// Where a predicate hangs: the word above, and the relation to it; of a conjunct those of its first.
  struct Place {
    std::int32_t governor = -1;
    syntax::Deprel relation = syntax::Deprel::root;
    std::uint32_t first = 0;  ///< the first of its coordination; itself where it is none
    std::uint8_t confidence = certain;
  };
  /// What a predicate of the sentence is known to be, by its word.
  struct Node {
    bool predicate = false;
    VerbGroup group;
    Place place;
    Found subject;  ///< grammatical, resolved
    Predication predication;
    std::int32_t clause = -1;
  };

  // clause.cc
  bool is_predicate(std::uint32_t w) const;
  Place place_of(std::uint32_t w) const;
  std::int32_t predicate_above(std::int32_t w) const;
  Clause make_clause(std::uint32_t w) const;
  Opening opening_of(std::uint32_t w) const;
  std::int32_t opener_of(std::uint32_t w) const;
  void hang(Clause& clause) const;
  void cover(std::vector<Clause>& clauses) const;

  // verb_group.cc
  VerbGroup group_of(std::uint32_t w);
  bool before_infinitive(std::uint32_t w, const std::vector<std::uint32_t>& chain, std::size_t i) const;
  void read_tense(std::uint32_t w, const std::vector<std::uint32_t>& chain, VerbGroup& group) const;
  bool is_passive(std::uint32_t w, const std::vector<std::uint32_t>& chain) const;
  bool is_negated(std::uint32_t w) const;
  bool shares_negation(std::uint32_t w) const;
  void share_group(std::uint32_t w, VerbGroup& group) const;

  // arguments.cc
  void read_arguments(std::uint32_t w);
  std::int32_t nearest_subject(std::uint32_t w) const;
  Found subject_of(std::uint32_t w);
  Found controller_of(std::uint32_t w);
  Found subject_of_adverbial(std::uint32_t w, std::uint32_t above);
  Found subject_behind_noun(std::uint32_t w, std::uint32_t noun);
  void add(Predication& predication, Role role, Found found, bool shared) const;
  void read_gap(std::uint32_t w);
  bool stands_alone(std::uint32_t w) const;
  void share_object(std::uint32_t w);
  void read_nominal(std::uint32_t w);
  bool is_relativizer(std::uint32_t w) const;
  bool is_nominal_event(std::uint32_t w) const;

  // factuality.cc
  /// What stands above a predicate says of it.
  struct Frame {
    Status status = Status::fact;
    std::int32_t source = -1;  ///< word that heads the phrase which names who says so
  };
  void read_status(std::uint32_t w);
  Status own_status(std::uint32_t w) const;
  Frame frame_of(std::uint32_t w) const;
  bool is_finding(std::uint32_t w) const;
  bool is_reported_mood(std::uint32_t w) const;
  bool is_reporting_mood(std::uint32_t w) const;
  bool is_purpose(std::uint32_t w) const;
  /// What stands above a predicate that is the content of another.
  struct Content {
    Frame through;        ///< the status of the predicate above, whatever it is
    Frame held;           ///< the same where it is told, if only as an allegation
    bool open = false;    ///< the predicate above is denied or on a condition
    bool clause = false;  ///< it tells as a clause does, rather than as an infinitive
  };
  std::optional<Frame> frame_of_speaker(std::uint32_t w) const;
  std::optional<Frame> frame_of_adverbial(std::uint32_t w, std::uint32_t governor, std::uint32_t above) const;
  Content content_of(std::uint32_t w, std::uint32_t above) const;
  Frame frame_of_outlook(std::uint32_t w, std::uint32_t governor, std::uint32_t above) const;
  Frame frame_of_content(std::uint32_t w, std::uint32_t governor, std::uint32_t above) const;
  Frame frame_of_nominal(std::uint32_t w) const;
  bool before_noun(std::uint32_t d, std::uint32_t noun) const;
  Status status_by_adverb(std::uint32_t w) const;
  bool is_asked(std::uint32_t w) const;

  // attribution.cc
  std::int32_t attribution_of(std::uint32_t w) const;
  std::int32_t inverted_speaker(std::uint32_t w) const;
  std::int32_t speech_of(std::uint32_t w) const;
  std::int32_t told_before(std::uint32_t w) const;
  std::int32_t headline_source() const;
  std::int32_t convicting_word(std::uint32_t governor, std::uint32_t w) const;
  std::int32_t content_governor(std::uint32_t w) const;
  std::int32_t speaker_of(std::uint32_t w) const;

  // doubt.cc
  bool is_hearsay(std::uint32_t w) const;
  bool is_unmet(std::uint32_t w) const;
  bool is_achieved(std::uint32_t w) const;
  bool is_instead(std::uint32_t w) const;
  Status doubt_of_judgement(std::uint32_t w, std::uint32_t governor) const;
  bool is_absent(std::uint32_t w) const;

  // condition.cc
  bool stands_in_condition(std::uint32_t w) const;
  bool goes_on_condition(std::uint32_t w) const;
  bool is_verb_first_condition(std::uint32_t w) const;
  bool is_inverted_condition(std::uint32_t w) const;
  bool is_compared(std::uint32_t w) const;
  bool has_condition(std::uint32_t w) const;
  bool is_left_open(std::uint32_t w, std::uint32_t governor) const;
  bool is_told_by(std::uint32_t w, std::uint32_t governor) const;
  bool may_not_be(std::uint32_t w, std::uint32_t above, bool definite) const;

  // outlook.cc
  bool is_planned(std::uint32_t w) const;
  bool is_called_off(std::uint32_t w, std::uint32_t above) const;
  bool is_scheduled(std::uint32_t w, std::uint32_t above) const;
  std::int32_t denial_of(std::uint32_t w) const;
  bool is_called_false(std::uint32_t w, std::uint32_t governor) const;
  std::uint32_t content_holder(std::uint32_t w) const;
  bool is_refuting(std::uint32_t w) const;
  bool is_denied_before(std::uint32_t w) const;
  bool is_noun_content(std::uint32_t w) const;
  Status doubt_of_content(std::uint32_t w) const;

  const syntax::Word& at(std::uint32_t w) const { return view_[w]; }
  std::uint32_t token_of(std::uint32_t w) const { return last_word_token(analysis_, at(w)); }
  Phrase phrase(std::int32_t w) const {
    return w < 0 ? Phrase{} : phrase_of(analysis_, view_, static_cast<std::uint32_t>(w));
  }
  /// The word of the text that stands for word `w` of the tree.
  const Word& word(std::uint32_t w) const { return reading_.words[token_of(w)]; }
  std::string_view text(std::uint32_t w) const { return slice(analysis_.document.text, at(w).span); }
  /// Whether the form or the base form of word `w` is in one of the classes.
  template <class... C>
  bool is(std::uint32_t w, C... c) const {
    const Word& in = word(w);
    return in.node == static_cast<std::int32_t>(w) && (in.self.any(c...) || in.meaning.any(c...));
  }
  /// The first dependent of `w` with one of the relations; -1 for none.
  template <class... R>
  std::int32_t child(std::uint32_t w, R... relation) const {
    for (const std::uint32_t k : view_.dependents(w))
      if (((at(k).deprel == relation) || ...)) return static_cast<std::int32_t>(k);
    return -1;
  }
  /// Whether a dependent of `w` with relation `relation` is in one of the classes.
  template <class... C>
  bool child_is(std::uint32_t w, syntax::Deprel relation, C... c) const {
    for (const std::uint32_t k : view_.dependents(w))
      if (at(k).deprel == relation && is(k, c...)) return true;
    return false;
  }

  const Analysis& analysis_;
  Reading& reading_;
  std::uint32_t sentence_;
  const TreeView& view_;
  std::vector<Node> nodes_;             ///< by word of the tree
  std::vector<std::uint32_t> order_;    ///< the words of the tree, heads before their dependents
  std::vector<std::uint32_t> denials_;  ///< predicates that deny something or call it untrue, in order
  std::int32_t headline_source_ = -1;   ///< whom a headline names with a colon or a dash
};

}  // namespace annal
