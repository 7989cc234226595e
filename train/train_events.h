// The event classifier: softmax regression over hashed features, trained by AdaGrad.
#pragma once

#include <string>
#include <vector>

#include "corpus.h"

namespace annal::train {

/// A word of a text with the rows of its features and what the annotators say of it.
struct Example {
  EventKeys keys;
  std::uint8_t label = 0;  ///< 0 for no event, else EventClass + 1
  bool noun = false, verb = false;
};
struct ExampleDocument {
  std::vector<Example> examples;
  std::uint32_t missed = 0;  ///< annotated events that no example can find
  std::uint32_t gold = 0;
};

/// Reads each text as the program does.
std::vector<ExampleDocument> examples_of(const std::vector<TimeMlDocument>& documents, const SenseTable& senses);

struct EventScore {
  double precision = 0, recall = 0, f1 = 0, class_f1 = 0, noun_recall = 0;
  double f1_with_doubtful = 0;  ///< where doubtful verbs are taken for events, as the program does
};

/// The bytes of data/models/events.bin from gold documents (weight 1) and silver ones (weight `silver_weight`).
std::string train_events(const std::vector<const ExampleDocument*>& gold, const std::vector<ExampleDocument>& silver,
                         double silver_weight, int passes);

EventScore score_events(const EventTables& tables, const std::vector<const ExampleDocument*>& documents);

}  // namespace annal::train
