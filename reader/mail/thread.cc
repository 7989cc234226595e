// One walk over the lines with a stack: the mail of each depth. A head begins a new mail at its depth, or one deeper,
// and all below it in the stack is over. Without a head a stretch goes on where the last one of its depth ended, since
// replies stand between what they answer.
#include "reader/mail/thread.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/calendar/calendar.h"
#include "core/unicode/ascii.h"
#include "reader/mail/quote_head.h"

namespace annal {
namespace {

constexpr std::uint16_t deepest = 32;

/// How many marks of quoting stand at `words` of `line`, which then is where it goes on behind them: ">> ", "> > ".
std::uint16_t take_marks(std::string_view line, std::size_t& words) {
  std::uint16_t depth = 0;
  std::size_t at = words;
  while (at < line.size() && line[at] == '>' && depth < deepest) {
    ++depth;
    words = ++at;
    if (at + 1 < line.size() && line[at] == ' ' && line[at + 1] == '>') ++at;
  }
  if (depth > 0 && words < line.size() && line[words] == ' ') ++words;
  return depth;
}

bool was_escaped(std::string_view line) {
  return line.starts_with('>') && line.substr(std::min(line.find_first_not_of('>'), line.size())).starts_with("From ");
}

class ThreadParter {
 public:
  ThreadParter(std::string_view body, std::vector<BodyLine>& lines, const Dct& written) : body_(body), lines_(lines) {
    mails_.push_back({.dct = written, .subject = {}});
    more_.push_back({.latest = written.known() ? floor_day(written.at) : unbounded_future});
    stack_.push_back(0);
  }

  Result<std::vector<ThreadMail>> run() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].use == LineUse::blank) {
        ++i;
        continue;
      }
      open(lines_[i].depth);
      const std::size_t head = separate(i);
      if (head == 0) {
        place(i);
        introduce(i);
      }
      i += std::max<std::size_t>(head, 1);
    }
    if (mails_.size() > most_quoted_mails + 1)
      return fail(Code::out_of_range, "it quotes more than 1,000 mails, which no mail needs");
    return std::move(mails_);
  }

 private:
  struct More {
    CivilSeconds latest = unbounded_future;  ///< the day of the mail, or of the next one up that has any
    bool signature = false;                  ///< it has begun
  };

  std::string_view words(std::size_t i) const { return slice(body_, {lines_[i].words, lines_[i].span.end}); }

  std::uint32_t add_mail(std::uint32_t parent, const std::optional<QuoteHead>& head) {
    if (mails_.size() > most_quoted_mails + 1) return most_quoted_mails + 1;
    ThreadMail mail;
    CivilSeconds latest = more_[parent].latest;
    if (head && !head->subject.empty()) {
      const auto begin = static_cast<std::uint32_t>(head->subject.data() - body_.data());
      mail.subject = {begin, begin + static_cast<std::uint32_t>(head->subject.size())};
    }
    // Zones may part the days of a mail and its answer by one; a later day is none of a mail that is quoted here.
    if (head && head->day && (latest == unbounded_future || *head->day <= latest + seconds_per_day)) {
      latest = *head->day;
      mail.dct = {DctSource::page, latest, false,
                  head->headers ? "the Date of the quoted mail" : "the line above the quoted mail"};
    }
    mails_.push_back(std::move(mail));
    more_.push_back({.latest = latest});
    return static_cast<std::uint32_t>(mails_.size() - 1);
  }

  /// Makes sure that there is a mail at each depth up to `depth`.
  void open(std::uint16_t depth) {
    while (stack_.size() <= depth) {
      stack_.push_back(add_mail(stack_.back(), pending_));
      pending_.reset();
    }
  }

  bool followed_by_deeper(std::size_t i) const {
    std::size_t next = i + 1;
    if (next < lines_.size() && lines_[next].use == LineUse::blank) ++next;
    return next < lines_.size() && lines_[next].depth > lines_[i].depth;
  }

  /// Whether line `k` may stand in one head with line `i`.
  bool goes_with(std::size_t k, std::size_t i) const {
    return lines_[k].use == LineUse::blank || lines_[k].depth == lines_[i].depth;
  }

  /// Takes up a head from line `i` on, below which stands another mail; returns its lines.
  std::size_t separate(std::size_t i) {
    std::array<std::string_view, longest_head> views;
    std::size_t count = 0;
    for (std::size_t k = i; k < lines_.size() && count < views.size() && goes_with(k, i); ++k)
      views[count++] = lines_[k].use == LineUse::blank ? std::string_view() : words(k);
    const bool apart = i == 0 || lines_[i - 1].use == LineUse::blank || lines_[i - 1].depth != lines_[i].depth;
    const auto head = separating_head(std::span(views).first(count), apart);
    if (!head) return 0;
    for (std::size_t k = i; k < i + head->lines; ++k)
      if (lines_[k].use != LineUse::blank) mark(k, LineUse::head);
    const std::uint16_t depth = lines_[i].depth;
    stack_.resize(std::size_t{depth} + 1);
    if (followed_by_deeper(i + head->lines - 1))
      pending_ = head;
    else
      stack_[depth] = add_mail(stack_[depth], head);
    return head->lines;
  }

  void place(std::size_t i) {
    const std::uint32_t mail = stack_[lines_[i].depth];
    if (words(i) == "-- " || words(i) == "--") more_[mail].signature = true;
    mark(i, more_[mail].signature ? LineUse::signature : LineUse::words);
  }

  /// Takes up a head that ends with line `i`, where what it introduces is marked as quoted.
  void introduce(std::size_t i) {
    if (!followed_by_deeper(i)) return;
    std::array<std::string_view, longest_head> views;
    std::size_t begin = i;
    while (begin > 0 && i + 1 - begin < views.size() && goes_with(begin - 1, i)) --begin;
    for (std::size_t k = begin; k <= i; ++k)
      views[k - begin] = lines_[k].use == LineUse::blank ? std::string_view() : words(k);
    const auto head = introducing_head(std::span(views).first(i + 1 - begin));
    const std::size_t deeper = std::size_t{lines_[i].depth} + 1;
    if (!head || (!head->certain && stack_.size() > deeper)) return;
    for (std::size_t k = i + 1 - head->lines; k <= i; ++k) mark(k, LineUse::head);
    stack_.resize(deeper);
    pending_ = head;
  }

  void mark(std::size_t i, LineUse use) {
    lines_[i].use = use;
    lines_[i].mail = stack_[lines_[i].depth];
  }

  std::string_view body_;
  std::vector<BodyLine>& lines_;
  std::vector<ThreadMail> mails_;
  std::vector<More> more_;            // of each mail
  std::vector<std::uint32_t> stack_;  // the mail of each depth
  std::optional<QuoteHead> pending_;  // above the mail that is quoted next
};

}  // namespace

std::vector<BodyLine> lines_of(std::string_view body, std::span<const QuoteDepth> quoted, bool mailbox) {
  std::vector<BodyLine> lines;
  std::uint16_t markup = 0;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    std::string_view text = body.substr(at, end - at);
    if (text.ends_with('\r')) text.remove_suffix(1);
    BodyLine line;
    line.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
    std::size_t words = mailbox && was_escaped(text) ? 1 : 0;
    const std::uint16_t marks = take_marks(text, words);
    for (; !quoted.empty() && quoted.front().begin <= at; quoted = quoted.subspan(1)) markup = quoted.front().depth;
    line.words = static_cast<std::uint32_t>(at + words);
    line.depth = std::min<std::uint16_t>(marks + std::min(markup, deepest), deepest);
    line.use = trimmed(text.substr(words)).empty() ? LineUse::blank : LineUse::words;
    if (line.use != LineUse::blank || lines.empty() || lines.back().use != LineUse::blank) lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

Result<std::vector<ThreadMail>> part_thread(std::string_view body, std::vector<BodyLine>& lines, const Dct& written) {
  return ThreadParter(body, lines, written).run();
}

}  // namespace annal
