// See copies.h.
#include "timeline/collection/copies.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/text/sentence.h"
#include "core/text/token.h"
#include "core/unicode/letter_case.h"
#include "timeline/collection/numbering.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::size_t least_words = 4;       // of a sentence that counts
constexpr std::size_t least_sentences = 3;   // of a text that may be part of another
constexpr std::size_t least_shared = 90;     // per cent of its words
constexpr std::size_t most_documents = 200;  // that have a sentence by which copies are looked for

/// The sentences of a document that count.
struct Content {
  std::map<std::uint32_t, std::size_t> words_in;  ///< of each sentence, by its number
  std::size_t words = 0;                          ///< of all of them
};

class CopyFinder {
 public:
  explicit CopyFinder(const Timeline& timeline)
      : timeline_(timeline), contents_(timeline.sources.size()), number_(timeline.sentences.size(), uncounted) {
    for (std::size_t s = 0; s < timeline.sentences.size(); ++s) read(s);
  }

  std::vector<Copy> run() {
    // By then whatever a document may be a copy of is kept before it.
    std::vector<std::uint32_t> order(contents_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t d) {
      const Dct& dct = timeline_.sources[d].dct;
      return std::tuple(-static_cast<std::int64_t>(contents_[d].words), !dct.known(), dct.at);
    });
    std::vector<Copy> copies;
    for (const std::uint32_t document : order)
      if (const auto of = original_of(document))
        copies.push_back({document, *of, {}});
      else
        keep(document);
    std::ranges::sort(copies, {}, &Copy::document);
    for (auto& [document, of, sentences] : copies) sentences = repeated(document, of);
    return copies;
  }

 private:
  static constexpr std::uint32_t uncounted = UINT32_MAX;

  void read(std::size_t s) {
    const Sentence& sentence = timeline_.sentences[s];
    const std::vector<Block>& blocks = timeline_.document.blocks;
    const BlockKind kind = sentence.block < blocks.size() ? blocks[sentence.block].kind : BlockKind::paragraph;
    if (kind == BlockKind::dateline || kind == BlockKind::boilerplate) return;
    const std::string_view text = slice(timeline_.document.text, sentence.span);
    tokenise(text, tokens_);
    std::string words;
    std::size_t count = 0;
    for (const Token& token : tokens_) {
      if (token.kind == TokenKind::punctuation) continue;
      words += folded(slice(text, token.span())) + ' ';
      ++count;
    }
    if (count < least_words) return;
    number_[s] = numbers_.try_emplace(std::move(words), static_cast<std::uint32_t>(numbers_.size())).first->second;
    Content& content = contents_[source_at(timeline_, sentence.span.begin)];
    if (content.words_in.emplace(number_[s], count).second) content.words += count;
  }

  /// The sentences of a document that another one has, and those that tell nothing by themselves.
  std::vector<std::uint32_t> repeated(std::uint32_t document, std::uint32_t of) const {
    const Span text = timeline_.sources[document].span;
    const auto first = std::ranges::lower_bound(timeline_.sentences, text.begin, {},
                                                [](const Sentence& sentence) { return sentence.span.begin; });
    std::vector<std::uint32_t> found;
    for (auto s = static_cast<std::uint32_t>(first - timeline_.sentences.begin());
         s < number_.size() && timeline_.sentences[s].span.begin < text.end; ++s)
      if (number_[s] == uncounted || contents_[of].words_in.contains(number_[s])) found.push_back(s);
    return found;
  }

  void keep(std::uint32_t document) {
    for (const auto& [sentence, words] : contents_[document].words_in) {
      std::vector<std::uint32_t>& kept = kept_with_[sentence];
      if (kept.size() < most_documents) kept.push_back(document);
    }
  }

  std::optional<std::uint32_t> original_of(std::uint32_t document) const {
    const Content& content = contents_[document];
    std::map<std::uint32_t, std::size_t> shared;
    for (const auto& [sentence, words] : content.words_in)
      if (const auto kept = kept_with_.find(sentence); kept != kept_with_.end())
        for (const std::uint32_t other : kept->second) shared[other] += words;
    for (const auto& [other, words] : shared) {
      if (100 * words < least_shared * content.words) continue;
      if (content.words_in.size() >= least_sentences) return other;
      if (content.words_in == contents_[other].words_in && is_of_one_day(document, other)) return other;
    }
    return std::nullopt;
  }

  /// Whether what counts from the day of writing can be the same in both: minutes are alike from week to week.
  bool is_of_one_day(std::uint32_t a, std::uint32_t b) const {
    const Dct &x = timeline_.sources[a].dct, &y = timeline_.sources[b].dct;
    return !x.known() || !y.known() || x.at == y.at;
  }

  const Timeline& timeline_;
  std::vector<Content> contents_;                                            ///< of each document
  std::unordered_map<std::string, std::uint32_t> numbers_;                   ///< of sentences, by their words
  std::vector<std::uint32_t> number_;                                        ///< of each sentence
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> kept_with_;  ///< by sentence: what is no copy
  std::vector<Token> tokens_;
};

/// Takes out what the copies repeat.
class Remover {
 public:
  Remover(const std::vector<Copy>& copies, Timeline& timeline)
      : timeline_(timeline),
        is_repeated_(timeline.sentences.size(), false),
        events_(timeline.events.size(), 0),
        timexes_(timeline.timexes.size(), 0) {
    for (const Copy& copy : copies)
      for (const std::uint32_t sentence : copy.sentences) is_repeated_[sentence] = true;
  }

  void run() {
    choose();
    std::erase_if(timeline_.evidence, [&](Evidence& e) { return !renumber(e.from) || !renumber(e.to); });
    std::erase_if(timeline_.relations, [&](Relation& r) { return !renumber(r.from) || !renumber(r.to); });
    for (Event& event : timeline_.events)
      for (std::uint32_t& timex : event.timexes)
        if (timexes_.keeps(timex)) timex = timexes_.of(timex);
    for (Timex& timex : timeline_.timexes)
      for (std::int32_t* const other : {&timex.partner, &timex.anchor})
        if (*other >= 0) *other = kept(static_cast<std::size_t>(*other));
    shorten(events_, timeline_.events);
    for (std::vector<std::string>* const words : {&timeline_.readings, &timeline_.trees}) shorten(timexes_, *words);
    shorten(timexes_, timeline_.timexes);
  }

 private:
  bool is_repeated(Span span) const {
    const std::size_t sentence = sentence_at(timeline_.sentences, span.begin);
    return sentence < is_repeated_.size() && is_repeated_[sentence];
  }

  /// Keeps what a sentence tells that repeats no other one, and the times of such events.
  void choose() {
    for (std::size_t t = 0; t < timeline_.timexes.size(); ++t)
      if (!is_repeated(timeline_.timexes[t].span)) timexes_.keep(t);
    for (std::size_t e = 0; e < timeline_.events.size(); ++e) {
      const Event& event = timeline_.events[e];
      const bool only_repeated = is_repeated(event.span) && std::ranges::all_of(event.mentions, [&](Span mention) {
                                   return is_repeated(mention);
                                 });
      if (only_repeated) continue;
      events_.keep(e);
      for (const std::uint32_t timex : event.timexes) timexes_.keep(timex);
    }
    events_.count();
    timexes_.count();
  }

  std::int32_t kept(std::size_t timex) const {
    return timexes_.keeps(timex) ? static_cast<std::int32_t>(timexes_.of(timex)) : -1;
  }

  /// False where what `place`, a point or a member of a relation, is of goes.
  template <class Place>
  bool renumber(Place& place) const {
    const Numbering* numbers = place.kind == Place::Kind::event   ? &events_
                               : place.kind == Place::Kind::timex ? &timexes_
                                                                  : nullptr;
    if (numbers == nullptr) return true;
    if (!numbers->keeps(place.index)) return false;
    place.index = numbers->of(place.index);
    return true;
  }

  template <class Item>
  static void shorten(const Numbering& numbers, std::vector<Item>& items) {
    std::size_t at = 0;
    std::erase_if(items, [&](const Item&) { return !numbers.keeps(at++); });
  }

  Timeline& timeline_;
  std::vector<bool> is_repeated_;  ///< by sentence
  Numbering events_, timexes_;
};

}  // namespace

std::vector<Copy> copies_in(const Timeline& timeline) { return CopyFinder(timeline).run(); }

void leave_out_copies(Timeline& timeline) {
  const std::vector<Copy> copies = copies_in(timeline);
  if (copies.empty()) return;
  Remover(copies, timeline).run();
  for (const Copy& copy : copies) {
    const std::string &id = timeline.sources[copy.document].id, &other = timeline.sources[copy.of].id;
    const std::string message = id == other ? id + ": stands there twice; it is one source"
                                            : id + ": tells what " + other + " tells; both are one source";
    if (std::ranges::find(timeline.warnings, message, &Warning::message) == timeline.warnings.end())
      timeline.warnings.push_back({Span{}, message});
  }
}

}  // namespace annal
