#include "timeline/tlink/news.h"

#include <algorithm>

#include "core/normalize/genre.h"

namespace annal {
namespace {

constexpr CivilSeconds recent = 8 * seconds_per_day;

class NewsReader {
 public:
  NewsReader(const Analysis& analysis, const Reading& reading) : analysis_(analysis), reading_(reading) {}

  News read() const {
    News news;
    const Dct& dct = analysis_.document.dct;
    if (!dct.known() || dct.source == DctSource::inferred) return news;
    const DocumentGenre genre = genre_of(analysis_);
    if (genre.narrative || genre.chronicle || !analysis_.document.blocks.size()) return news;
    for (std::uint32_t s = 0; s < analysis_.sentences.size() && news.lead < 0; ++s) {
      const BlockKind kind = kind_of(s);
      if (kind == BlockKind::date) return news;  // a list of dates
      if (kind == BlockKind::title && news.headline < 0) news.headline = s;
      if (kind == BlockKind::paragraph && main_clause(s) != nullptr) news.lead = s;
    }
    news.holds = is_present(news.headline) || is_perfect(news.lead) || counts_from_day_of_writing();
    return news;
  }

 private:
  BlockKind kind_of(std::uint32_t sentence) const {
    const std::uint32_t block = analysis_.sentences[sentence].block;
    const auto& blocks = analysis_.document.blocks;
    return block < blocks.size() ? blocks[block].kind : BlockKind::boilerplate;
  }

  /// The first finite main clause of `sentence`.
  const Clause* main_clause(std::int64_t sentence) const {
    const auto s = static_cast<std::size_t>(sentence);
    if (sentence < 0 || s + 1 >= reading_.sentence_clause.size()) return nullptr;
    for (std::uint32_t c = reading_.sentence_clause[s]; c < reading_.sentence_clause[s + 1]; ++c)
      if (reading_.clauses[c].opening == Opening::main && reading_.clauses[c].group.finite) return &reading_.clauses[c];
    return nullptr;
  }

  bool is_present(std::int64_t sentence) const {
    const Clause* const clause = main_clause(sentence);
    return clause != nullptr && clause->group.tense == Tense::present && clause->group.aspect == Aspect::none &&
           clause->group.modal < 0 && !clause->group.copula;
  }
  bool is_perfect(std::int64_t sentence) const {
    const Clause* const clause = main_clause(sentence);
    return clause != nullptr && clause->group.tense == Tense::present && clause->group.aspect == Aspect::perfective &&
           !clause->group.negated && !clause->group.copula;
  }

  /// "Today", "on Tuesday", "this week": not "that evening", which counts from what was told before.
  bool counts_from_day_of_writing() const {
    return std::any_of(analysis_.timexes.begin(), analysis_.timexes.end(), [&](const Timex& timex) {
      const TimeValue& value = timex.value;
      return value.anchor_kind == AnchorKind::document && value.frame == Frame::calendar &&
             value.granularity <= Granularity::week && value.interval.begin >= analysis_.document.dct.at - recent &&
             value.interval.end <= analysis_.document.dct.at + recent;
    });
  }

  const Analysis& analysis_;
  const Reading& reading_;
};

}  // namespace

News read_news(const Analysis& analysis, const Reading& reading) { return NewsReader(analysis, reading).read(); }

}  // namespace annal
