// The words of a collection: how much the sentences of its documents are alike, and how near each is to what the
// collection is about. No list of words is needed: what a document shares with all others says little of a day, and the
// names that most documents hold are what they are about.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// How near a sentence is to what the documents are about.
enum class Closeness : std::uint8_t {
  none,   ///< it holds no name that many documents hold
  near,   ///< it holds a name that half of the documents hold
  topic,  ///< it holds a name that nearly as many documents hold as the most frequent one
};

/// The words of a sentence by number, ascending, with weights whose squares have the sum 1; of a sentence without
/// words, none.
using WordVector = std::vector<std::pair<std::uint32_t, double>>;

/// How alike two sentences are: 0..1.
double likeness(const WordVector& a, const WordVector& b);

struct SentenceWords {
  Closeness closeness = Closeness::none;
  std::uint32_t length = 0;  ///< words and numbers
  bool quotes = false;       ///< it has a quotation mark
  WordVector words;  ///< without those of time expressions and those of one or two letters; rare ones weigh more
};

/// Counts in how many documents each word stands. Linear in the texts.
class CollectionWords {
 public:
  /// `timeline` has to outlive this.
  explicit CollectionWords(const Timeline& timeline);

  /// The words of a sentence, an index into Timeline::sentences.
  SentenceWords of(std::uint32_t sentence) const;

 private:
  struct Word {
    std::uint32_t documents = 0;  ///< that it stands in
    std::uint32_t as_name = 0;    ///< those where it begins with a capital within a sentence
    std::uint32_t small = 0;      ///< those where it does not begin with a capital
  };

  void count();
  bool is_timed(std::uint32_t begin) const;
  Closeness closeness(const Word& word) const;

  const Timeline& timeline_;
  std::vector<Span> times_;  ///< of the time expressions, ascending
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Word> words_;
  std::uint32_t most_ = 0;  ///< documents of the most frequent name
};

}  // namespace annal
