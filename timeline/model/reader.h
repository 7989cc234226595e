// A sentence as the models read it: units, forms, tags.
#pragma once

#include <vector>

#include "timeline/model/event_model.h"
#include "timeline/model/word_memo.h"

namespace annal {

/// Whether the expression is no more than a noun of time ("a fun day", "night market"), which places nothing: to the
/// sentence it is a noun like others.
bool bare_noun(const Analysis& analysis, const Timex& timex);

/// For each token of `analysis` 1 where it stands in a time expression that is more than a bare noun.
std::vector<std::uint8_t> timex_tokens(const Analysis& analysis);

/// Reads one sentence after another; its buffers are used again.
class SentenceReader {
 public:
  /// `memo` must be of the tables `tagger` and outlive this.
  SentenceReader(WordMemo& memo, const TaggerTables& tagger) : memo_(memo), tagger_(tagger) {}

  /// Tags the words of `sentence`; `in_timex` is that of `timex_tokens`.
  void read(const Analysis& analysis, const Sentence& sentence, const std::vector<std::uint8_t>& in_timex);
  const std::vector<Unit>& units() const { return units_; }
  EventInput input() const { return {forms_, tags_, timex_}; }

 private:
  WordMemo& memo_;
  TaggerTables tagger_;
  TaggerSentence sentence_;
  std::vector<Unit> units_;
  std::vector<Form> forms_;
  std::vector<OwnSum> own_;
  std::vector<Penn> tags_;
  std::vector<std::uint8_t> timex_;
};

}  // namespace annal
