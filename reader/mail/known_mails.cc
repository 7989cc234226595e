// Each mail is the set of its sentences, roughly cut: what a reply cuts out of a mail, it mostly cuts between
// sentences.
#include "reader/mail/known_mails.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <unordered_map>

#include "core/unicode/ascii.h"
#include "reader/html/title.h"

namespace annal {
namespace {

/// The most mails that a quoted one is compared with: those that have its rarest sentence.
constexpr std::size_t most_compared = 16;

using Sentences = std::vector<std::uint32_t>;  // numbers, ascending, each once

class SentenceNumbers {
 public:
  /// What `document` says in its paragraphs, without its title.
  Sentences of(const Document& document) {
    Sentences numbers;
    for (const Block& block : document.blocks) {
      if (block.kind == BlockKind::boilerplate || block.kind == BlockKind::title) continue;
      const std::string spaced = single_spaced(slice(document.text, block.span));
      const std::string_view text = spaced;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = sentence_end(text, at);
        const auto next = static_cast<std::uint32_t>(known_.size());
        numbers.push_back(known_.try_emplace(std::string(trimmed(text.substr(at, end - at))), next).first->second);
        at = end;
      }
    }
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  std::size_t size() const { return known_.size(); }

 private:
  static std::size_t sentence_end(std::string_view text, std::size_t at) {
    for (at = text.find(' ', at); at != std::string_view::npos; at = text.find(' ', at + 1))
      if (at > 0 && (text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?')) return at + 1;
    return text.size();
  }

  std::unordered_map<std::string, std::uint32_t> known_;
};

/// Compares mails in the order in which they are kept: those of their own, then the longer, then those with a date.
class KnownMails {
 public:
  explicit KnownMails(std::vector<MailDocument>& mails) : mails_(mails) {
    SentenceNumbers numbers;
    for (const MailDocument& mail : mails)
      sentences_.push_back(mail.document ? numbers.of(*mail.document) : Sentences());
    holders_.resize(numbers.size());
  }

  std::vector<bool> known() {
    std::vector<bool> known(mails_.size());
    std::vector<std::uint32_t> order(mails_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return comes_before(a, b); });
    for (const std::uint32_t mail : order) {
      if (!mails_[mail].document) continue;
      known[mail] = mails_[mail].quoted && is_held(mail);
      if (known[mail]) continue;
      for (const std::uint32_t sentence : sentences_[mail])
        if (holders_[sentence].size() < most_compared) holders_[sentence].push_back(mail);
    }
    return known;
  }

 private:
  bool dated(std::uint32_t mail) const { return mails_[mail].document && mails_[mail].document->dct.known(); }

  bool comes_before(std::uint32_t a, std::uint32_t b) const {
    if (mails_[a].quoted != mails_[b].quoted) return !mails_[a].quoted;
    if (sentences_[a].size() != sentences_[b].size()) return sentences_[a].size() > sentences_[b].size();
    return dated(a) && !dated(b);
  }

  /// Whether the days of writing of two mails may be one; zones part those of one mail by a day at most.
  bool may_be_of_one_day(std::uint32_t a, std::uint32_t b) const {
    if (!dated(a) || !dated(b)) return true;
    const auto apart = day_number(mails_[a].document->dct.at) - day_number(mails_[b].document->dct.at);
    return apart >= -1 && apart <= 1;
  }

  /// Whether a mail that is kept holds all sentences of `mail`.
  bool is_held(std::uint32_t mail) const {
    const Sentences& own = sentences_[mail];
    if (own.empty()) return true;
    const auto rarest = std::ranges::min_element(own, {}, [&](std::uint32_t s) { return holders_[s].size(); });
    return std::ranges::any_of(holders_[*rarest], [&](std::uint32_t holder) {
      return may_be_of_one_day(holder, mail) && std::ranges::includes(sentences_[holder], own);
    });
  }

  std::vector<MailDocument>& mails_;
  std::vector<Sentences> sentences_;                 // of each mail
  std::vector<std::vector<std::uint32_t>> holders_;  // of each sentence
};

}  // namespace

void drop_known_mails(std::vector<MailDocument>& mails) {
  const std::vector<bool> known = KnownMails(mails).known();
  std::size_t i = 0;
  std::erase_if(mails, [&](const MailDocument&) { return known[i++]; });
}

}  // namespace annal
