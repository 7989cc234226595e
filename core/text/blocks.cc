// Four passes over the paragraphs and lines of the text: what their words give away; the head, where the title and the
// dateline stand; the body, with its headings and menus; the tail, where the publisher speaks of itself. A later pass
// never takes back what an earlier one decided, and what none decides is prose.
#include "core/text/blocks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/date_words.h"
#include "core/text/dateline_shape.h"
#include "core/text/lines.h"
#include "core/text/phrases.h"
#include "core/text/slug_shape.h"

namespace annal {

namespace {

constexpr std::size_t long_unit = 240;      // bytes: past it a unit that ends a sentence is prose at first sight
constexpr std::size_t front_bytes = 48;     // enough for a phrase that gives a line away
constexpr std::size_t prose_words = 6;      // a sentence of so many words is prose
constexpr std::size_t rambling_words = 25;  // so are so many words, whatever ends them
constexpr std::size_t tail_units = 8;

/// A paragraph, heading, list item or other run of lines while its kind is being found.
struct Unit {
  Span span;
  bool bullet = false;
  bool sentence = false;  // ends as a sentence does, a colon not counted
  bool numbers = false;   // holds a number outside brackets
  std::size_t words = 0;  // at most Phrases::most_words
  std::optional<BlockKind> kind;
  std::optional<LeadingDate> lead;
  bool entry = false;       // what a leading date dates, in however few words
  bool closing = false;     // a credit that closes an article
  bool opens_list = false;  // a heading over links

  bool open() const { return !kind; }
  bool prose() const { return open() && (entry || (sentence && words >= prose_words) || words >= rambling_words); }
  bool fragment(std::size_t most) const { return open() && !entry && !sentence && words <= most; }
};

class BlockFinder {
 public:
  BlockFinder(Document& document, const Language& language, std::span<const DateMention> mentions)
      : document_(document),
        text_(document.text),
        language_(language),
        line_(language.word_class("boilerplate-line")),
        start_(language.word_class("boilerplate-start")),
        inside_(language.word_class("boilerplate-inside")),
        place_(language.word_class("caption-place")),
        blurb_(language.word_class("publisher-blurb")),
        dates_(language),
        mentions_(mentions) {}

  void run();

 private:
  std::string_view text_of(const Unit& unit) const { return slice(text_, unit.span); }
  void measure(Unit& unit, bool near_end) const;
  bool is_furniture(Unit& unit, const Phrases& phrases, bool near_end) const;
  bool is_made_of_labels(Unit& unit, const Phrases& phrases) const;
  void settle_leads();
  bool leads_are_chance(const std::vector<std::size_t>& leads) const;
  bool first_lead_is_dateline(const std::vector<std::size_t>& leads) const;
  std::size_t first_prose();
  bool is_dated(const Unit& unit) const;
  void read_head(std::size_t prose);
  std::size_t find_title(std::size_t prose) const;
  bool is_numbered(const Unit& unit) const;
  bool is_heading(std::size_t i) const;
  void read_body(std::size_t prose);
  void read_tail(std::size_t prose);
  void emit_dated(const Unit& unit);
  void emit(std::size_t prose);

  Document& document_;
  std::string_view text_;
  const Language& language_;
  WordClass line_, start_, inside_, place_, blurb_;
  DateWords dates_;
  std::span<const DateMention> mentions_;
  std::vector<Unit> units_;
};

/// A line made of phrases such as "share" and numbers ("Share 24", "Home World Sport").
bool BlockFinder::is_made_of_labels(Unit& unit, const Phrases& phrases) const {
  if (phrases.size() > 12) return false;
  bool labelled = false;
  for (std::size_t i = 0; i < phrases.size();) {
    std::size_t length = 0;
    const std::int32_t value = phrases.match(i, line_, length);
    if (value == 0 && !phrases.is_number(i)) return false;
    labelled = labelled || value > 0;
    unit.opens_list = unit.opens_list || value == 2;
    i += std::max<std::size_t>(length, 1);
  }
  return labelled;
}

bool BlockFinder::is_furniture(Unit& unit, const Phrases& phrases, bool near_end) const {
  const std::string_view text = text_of(unit);
  if (phrases.size() == 0 || text.starts_with("\u00A9")) return true;
  const bool one_piece = text.find_first_of(" \n\t") == std::string_view::npos;
  if (one_piece && (text.find("://") != std::string_view::npos || text.starts_with("www.") ||
                    text.find('@') != std::string_view::npos))
    return true;
  if (!unit.sentence && is_made_of_labels(unit, phrases)) return true;
  unit.opens_list = false;

  std::size_t length = 0;
  const std::int32_t start = phrases.match(0, start_, length);
  if (start > 0 && phrases.size() <= 40 && (!unit.sentence || start % 2 == 0)) {
    unit.closing = start >= 3;
    return true;
  }
  if (unit.sentence && !near_end) return false;
  const std::int32_t inside = phrases.largest(inside_);
  if (inside == 2 || (inside == 1 && !unit.sentence)) return true;
  if (unit.sentence) return false;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (phrases.match(i, place_, length) > 0 && phrases.bracketed(i, length)) return true;
  }
  return false;
}

void BlockFinder::measure(Unit& unit, bool near_end) const {
  const std::string_view text = text_of(unit);
  unit.sentence = ends_as_sentence(text) && !text.ends_with(':') && !text.ends_with(';');
  if (text.size() >= long_unit && unit.sentence && !near_end) {
    unit.words = Phrases::most_words;
    unit.numbers = true;
    return;
  }
  // Of a sentence only its first words matter, unless it stands near the end.
  const bool by_front = unit.sentence && !near_end && text.size() > front_bytes;
  const Phrases phrases(by_front ? text.substr(0, std::min(text.find(' ', front_bytes), text.size())) : text,
                        language_);
  unit.words = phrases.size();
  for (std::size_t i = 0; i < phrases.size(); ++i)
    unit.numbers = unit.numbers || (phrases.is_number(i) && !phrases.bracketed(i, 1));
  if (is_furniture(unit, phrases, near_end) || is_slug(text)) unit.kind = BlockKind::boilerplate;
}

/// One leading date alone may be anything: a dateline, the title of a film. It must be a day that a mark parts from
/// what follows, and not the dateline of an article.
bool BlockFinder::leads_are_chance(const std::vector<std::size_t>& leads) const {
  if (leads.size() > 1) return false;
  const Unit& unit = units_[leads[0]];
  if (unit.lead->alone || !unit.lead->parted || unit.lead->unit > Granularity::day) return true;
  const auto proses = std::count_if(units_.begin(), units_.end(), [](const Unit& u) { return u.prose(); });
  return unit.lead->stated_year && proses > 1;
}

/// Whether the first of several leading dates stands at the head of the text and says when that was written. It does
/// not where the others go on from it: finer ones below it, or lines like it a few paragraphs on.
bool BlockFinder::first_lead_is_dateline(const std::vector<std::size_t>& leads) const {
  constexpr std::size_t near = 8, many = 4;
  const Unit &first = units_[leads[0]], &next = units_[leads[1]];
  if (!first.lead->alone || !first.lead->stated_year || first.lead->unit > Granularity::day) return false;
  for (std::size_t i = 0; i < leads[0]; ++i)
    if (units_[i].prose()) return false;
  if (next.lead->unit < first.lead->unit) return false;
  const auto alone = std::count_if(leads.begin(), leads.end(), [this](std::size_t i) { return units_[i].lead->alone; });
  return !next.lead->alone || (leads[1] - leads[0] > near && static_cast<std::size_t>(alone) < many);
}

/// Decides which leading dates date what follows them, and takes what they date for prose, in however few words.
void BlockFinder::settle_leads() {
  std::vector<std::size_t> leads;
  for (std::size_t i = 0; i < units_.size(); ++i)
    if (units_[i].lead) leads.push_back(i);
  if (leads.empty()) return;
  if (leads_are_chance(leads) || (leads.size() > 1 && first_lead_is_dateline(leads))) units_[leads[0]].lead.reset();
  for (std::size_t i = 0; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (unit.lead && unit.lead->alone) {
      unit.kind = BlockKind::date;
    } else if (unit.lead || (i > 0 && units_[i - 1].lead && units_[i - 1].lead->alone)) {
      unit.kind.reset();
      unit.entry = true;
    }
  }
}

/// The first unit of prose. Lines before it that end as sentences and state the date of writing are settled on the way.
std::size_t BlockFinder::first_prose() {
  for (Unit& unit : units_) {
    if (!unit.prose()) continue;
    if (unit.entry || unit.span.size() > long_unit || !is_dateline(text_of(unit), language_)) break;
    unit.kind = BlockKind::dateline;
  }
  const auto found = std::find_if(units_.begin(), units_.end(), [](const Unit& unit) { return unit.prose(); });
  return static_cast<std::size_t>(found - units_.begin());
}

/// Whether the unit states a year or a day: no notice of the publisher's does.
bool BlockFinder::is_dated(const Unit& unit) const {
  const Phrases phrases(text_of(unit), language_);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (dates_.is_month(phrases.word(i)) || (phrases.is_number(i) && phrases.word(i).size() == 4)) return true;
  }
  return false;
}

/// The unit before the first prose that reads most like a title; `prose` where none does.
std::size_t BlockFinder::find_title(std::size_t prose) const {
  for (const std::size_t least : {std::size_t{4}, std::size_t{1}}) {
    for (std::size_t i = 0; i < prose; ++i) {
      const Unit& unit = units_[i];
      if (unit.fragment(rambling_words) && unit.words >= least && !unit.bullet && !text_of(unit).ends_with(':'))
        return i;
    }
  }
  return prose;
}

void BlockFinder::read_head(std::size_t prose) {
  for (std::size_t i = 0; i < prose; ++i) {
    Unit& unit = units_[i];
    if (!unit.open()) continue;
    if (is_dateline(text_of(unit), language_)) {
      unit.kind = BlockKind::dateline;
    } else if (is_byline(text_of(unit), language_)) {
      unit.kind = BlockKind::boilerplate;
    }
  }
  if (prose == units_.size()) return;  // no prose anywhere: a list of facts has no head to tell from its body
  const std::size_t title = find_title(prose);
  if (title == prose) return;
  units_[title].kind = BlockKind::title;
  for (std::size_t i = 0; i < prose; ++i) {
    Unit& unit = units_[i];
    if (!unit.fragment(i < title ? 4 : 3) || unit.numbers) continue;
    unit.kind = i > title && i + 1 == prose && is_heading(i) ? BlockKind::title : BlockKind::boilerplate;
  }
}

/// "Chapter 14 of the story": a number among the first words of a line that is no mere label.
bool BlockFinder::is_numbered(const Unit& unit) const {
  const Phrases phrases(text_of(unit), language_);
  for (std::size_t k = 0; k < 3 && phrases.size() >= 4; ++k) {
    if (phrases.is_number(k) && !phrases.opened(k)) return true;
  }
  return false;
}

/// A short line before a paragraph.
bool BlockFinder::is_heading(std::size_t i) const {
  const Unit& unit = units_[i];
  if (!unit.fragment(10) || unit.bullet || i + 1 == units_.size() || !units_[i + 1].prose()) return false;
  const std::string_view text = text_of(unit);
  if (text[0] >= 'a' && text[0] <= 'z') return false;
  return !is_numbered(unit);
}

void BlockFinder::read_body(std::size_t prose) {
  bool in_list = false;
  for (std::size_t i = prose; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (unit.prose()) in_list = false;
    if (unit.opens_list) in_list = true;
    if (in_list && unit.fragment(rambling_words) && !unit.numbers) unit.kind = BlockKind::boilerplate;
  }
  const auto is_item = [this](std::size_t i) { return units_[i].fragment(3) && !units_[i].numbers; };
  for (std::size_t i = prose; i < units_.size();) {
    std::size_t last = i;
    while (last < units_.size() && is_item(last)) ++last;
    // The last of them may be the heading of what follows.
    const bool headed = last > i && is_heading(last - 1);
    const std::size_t items = last - i - (headed ? 1 : 0);
    for (std::size_t k = i; k < i + items; ++k) {
      if (items >= 3 || (units_[k].bullet && units_[k].words <= 2)) units_[k].kind = BlockKind::boilerplate;
    }
    i = std::max(last, i + 1);
  }
  for (std::size_t i = prose; i < units_.size(); ++i) {
    if (units_[i].open() && is_heading(i)) units_[i].kind = BlockKind::title;
  }
}

void BlockFinder::read_tail(std::size_t prose) {
  const std::size_t tail = std::max(prose + 1, units_.size() - std::min(units_.size(), tail_units));
  for (std::size_t i = tail; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (!unit.open() || i + 4 < units_.size()) continue;
    if (Phrases(text_of(unit), language_).largest(blurb_) > 0 && !is_dated(unit)) unit.kind = BlockKind::boilerplate;
  }
  // Three loose lines or more after the last paragraph are teasers of other articles.
  std::size_t last = units_.size();
  while (last > prose && !units_[last - 1].prose()) --last;
  const auto is_teaser = [this](const Unit& unit) {
    return unit.fragment(rambling_words) && unit.words >= 4 && !unit.bullet && !unit.numbers;
  };
  const auto from = units_.begin() + static_cast<std::ptrdiff_t>(last);
  if (last > prose && std::count_if(from, units_.end(), is_teaser) >= 3) {
    for (auto unit = from; unit != units_.end(); ++unit) {
      if (is_teaser(*unit)) unit->kind = BlockKind::boilerplate;
    }
  }
  // After the credits comes what the publisher adds to every page, if little is left.
  for (std::size_t i = tail; i < units_.size(); ++i) {
    if (!units_[i].closing) continue;
    const std::size_t left = text_.size() - units_[i].span.end;
    if (left * 4 > text_.size()) continue;
    for (std::size_t k = i + 1; k < units_.size(); ++k) {
      if (units_[k].open() && !is_dated(units_[k])) units_[k].kind = BlockKind::boilerplate;
    }
    break;
  }
}

/// The date as a block of its own, then what it dates.
void BlockFinder::emit_dated(const Unit& unit) {
  const BlockRole role = unit.bullet ? BlockRole::item : BlockRole::prose;
  const LeadingDate& lead = *unit.lead;
  std::uint32_t end = lead.alone ? unit.span.end : lead.past;
  while (end > lead.span.end && leading_white_space(text_.substr(end - 1, 1)) > 0) --end;
  document_.blocks.push_back({{unit.span.begin, end}, BlockKind::date, 0, role});
  if (!lead.alone)
    document_.blocks.push_back({{lead.past, unit.span.end}, unit.kind.value_or(BlockKind::paragraph), 0, role});
}

void BlockFinder::emit(std::size_t prose) {
  document_.blocks.clear();
  document_.blocks.reserve(units_.size() + 1);
  for (std::size_t i = 0; i < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (unit.lead) {
      emit_dated(unit);
      continue;
    }
    if (i == prose && unit.open() && !unit.entry) {
      const auto lead = static_cast<std::uint32_t>(std::max(leading_dateline(text_of(unit), language_),
                                                            placed_dateline(text_, unit.span, language_, mentions_)));
      if (lead > 0 && lead < unit.span.size()) {
        document_.blocks.push_back({{unit.span.begin, unit.span.begin + lead}, BlockKind::dateline});
        unit.span.begin += lead;
        unit.span.begin += static_cast<std::uint32_t>(leading_white_space(text_of(unit)));
      }
    }
    document_.blocks.push_back({unit.span, unit.kind.value_or(BlockKind::paragraph)});
  }
  if (!document_.title.empty()) return;
  const auto title = std::find_if(document_.blocks.begin(), document_.blocks.end(),
                                  [](const Block& block) { return block.kind == BlockKind::title; });
  if (title == document_.blocks.end()) return;
  for (const char c : slice(text_, title->span)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      document_.title += c;
    } else if (document_.title.back() != ' ') {
      document_.title += ' ';
    }
  }
}

void BlockFinder::run() {
  const std::vector<LineGroup> groups = group_lines(text_, language_, mentions_);
  units_.reserve(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Unit& unit = units_.emplace_back();
    unit.span = groups[i].span;
    unit.bullet = groups[i].bullet;
    unit.lead = groups[i].lead;
    measure(unit, i + tail_units >= groups.size());
  }
  settle_leads();
  std::size_t prose = first_prose();
  // A title that asks or exclaims ends as sentences do, and is followed by the text.
  const bool asks = prose == 0 && units_.size() > 1 && units_[0].words <= 15 && units_[1].prose() &&
                    units_[1].span.size() > units_[0].span.size();
  if (asks) {
    const std::string_view text = text_of(units_[0]);
    const std::size_t mark = text.find_first_of(".?!");
    if (mark + 3 >= text.size() && text[mark] != '.') {
      units_[0].kind = BlockKind::title;
      prose = 1;
    }
  }
  read_head(prose);
  read_body(prose);
  read_tail(prose);
  // One line alone is what there is to read, and no line of a page.
  if (units_.size() == 1 && units_[0].kind == BlockKind::boilerplate) units_[0].kind.reset();
  emit(prose);
}

}  // namespace

void find_blocks(Document& document, const Language& language, std::span<const DateMention> dates) {
  BlockFinder(document, language, dates).run();
}

}  // namespace annal
