#include "reader/html/published.h"

#include <algorithm>
#include <optional>

#include "core/unicode/ascii.h"
#include "reader/html/date_text.h"
#include "reader/html/entries.h"
#include "reader/html/title.h"
#include "reader/html/visible.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr std::size_t longest_byline = 300;   // bytes of an element that is a date with a few words
constexpr std::size_t longest_line = 20'000;  // the same in the page, with its white space
constexpr std::size_t most_candidates = 400;
constexpr std::size_t most_days_in_a_line = 3;
constexpr std::uint32_t small_element = 12, line_element = 20;  // nodes in the element of a day alone, and of a line

class Search {
 public:
  Search(const PageTree& tree, std::string_view url) : tree_(tree), url_(url) {}

  std::vector<DctCandidate> run() {
    read_language();
    entries_ = dated_entries(tree_, month_first_);
    for (std::uint32_t i = 1; i < tree_.nodes().size(); ++i)
      if (tree_.nodes()[i].element && tree_.nodes()[i].tag == Tag::h1) headlines_.push_back(i);
    for (std::uint32_t i = 1; i < tree_.nodes().size() && found_.size() < most_candidates; ++i) {
      const PageNode& node = tree_.nodes()[i];
      if (!node.element) continue;
      if (elsewhere_end_ <= i && is_elsewhere(i)) elsewhere_end_ = node.end;
      if (node.tag == Tag::h1 && headline_ == 0) headline_ = i;
      if (node.tag == Tag::meta) meta(i);
      if (node.tag == Tag::link && url_.empty() && tree_.attribute(i, "rel") == "canonical")
        url_ = tree_.attribute(i, "href");
      if (node.tag == Tag::script) {
        const bool structured = lowered(tree_.attribute(i, "type")).find("ld+json") != std::string::npos;
        structured ? json_ld(i) : script_data(i);
      }
      microdata(i);
      entry_end_ = std::max(entry_end_, entries_[i]);
      if (is_list(tree_, i)) list_end_ = std::max(list_end_, node.end);
      if (node.tag == Tag::li && is_fact(i)) fact_end_ = node.end;
      if (i < entry_end_) continue;
      if (node.tag == Tag::time) time(i);
      if (node.tag == Tag::abbr) abbreviation(i);
      visible(i);
    }
    if (const auto day = day_in_url(url_)) add(DctCandidate{dct_of(*day, "the path of the URL"), 0.96});
    if (std::ranges::none_of(found_, [](const auto& c) { return c.candidate.trust >= 0.4; })) running_text();
    shown_and_stated();
    shown_beside_utc();
    std::vector<DctCandidate> candidates;
    for (StatedDay& day : found_) candidates.push_back(std::move(day.candidate));
    std::ranges::stable_sort(candidates, [](const auto& a, const auto& b) { return a.trust > b.trust; });
    return candidates;
  }

 private:
  static Dct dct_of(const WrittenDay& day, std::string reason) {
    return {DctSource::page, day.at, day.has_time, std::move(reason)};
  }

  void add(StatedDay day) {
    const auto same = [&](const StatedDay& other) {
      const Dct& dct = other.candidate.dct;
      return dct.at == day.candidate.dct.at && dct.reason == day.candidate.dct.reason;
    };
    if (std::ranges::none_of(found_, same)) found_.push_back(std::move(day));
  }
  void add(DctCandidate candidate) { add(StatedDay{std::move(candidate), false}); }
  void add(std::string_view text, double trust, bool changed, std::string reason) {
    if (auto day = candidate_of(text, trust, changed, std::move(reason), month_first_)) add(std::move(*day));
  }

  void read_language() {
    for (std::uint32_t i = 1; i < tree_.nodes().size(); ++i) {
      if (tree_.nodes()[i].tag != Tag::html || !tree_.nodes()[i].element) continue;
      month_first_ = is_month_first(tree_.attribute(i, "lang"));
      return;
    }
  }

  bool is_elsewhere(std::uint32_t i) const {
    const PageNode& node = tree_.nodes()[i];
    if (node.tag == Tag::body || node.tag == Tag::html || node.tag == Tag::head || node.tag == Tag::article ||
        node.tag == Tag::main)
      return false;
    if (node.tag == Tag::aside || node.tag == Tag::nav) return true;
    // A box that holds the headline is no box beside it.
    const std::string names = tree_.names(i);
    if (names.size() < 3 || !class_words().within("elsewhere", names)) return false;
    const auto headline = std::ranges::upper_bound(headlines_, i);
    return headline == headlines_.end() || *headline >= node.end;
  }

  double beside(std::uint32_t i, double trust) const { return i < elsewhere_end_ ? trust * 0.3 : trust; }

  void meta(std::uint32_t i) {
    const std::string_view content = tree_.attribute(i, "content");
    if (content.empty() || content.size() > longest_byline) return;
    for (const char* attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = lowered(tree_.attribute(i, attribute));
      if (name.empty()) continue;
      if (name == "og:url" && url_.empty()) url_ = content;
      const auto known = std::ranges::find(meta_names(), name, &MetaName::name);
      if (known == meta_names().end()) continue;
      add(content, beside(i, known->trust), known->changed, "the meta tag " + name);
    }
  }

  void json_ld(std::uint32_t i) {
    for (StatedDay& day : json_ld_candidates(script_text(i), month_first_)) add(std::move(day));
  }

  std::string script_text(std::uint32_t i) const {
    std::string text;
    for (std::uint32_t n = i + 1; n < tree_.nodes()[i].end; n = tree_.nodes()[n].end) text += tree_.own_text(n);
    return text;
  }

  /// What a page that is drawn by its scripts hands them: {"publishDate":"2016-11-14"}. The first such member counts.
  void script_data(std::uint32_t i) {
    const std::string text = lowered(script_text(i));
    for (const std::string& key : date_page_words().of("script-key")) {
      const std::string member = '"' + key + '"';
      const std::size_t at = text.find(member);
      if (at == std::string::npos) continue;
      std::size_t value = at + member.size();
      while (value < text.size() && (is_space(text[value]) || text[value] == ':')) ++value;
      if (value == text.size() || text[value] != '"') continue;
      const std::string_view stamp = std::string_view(text).substr(value + 1, 40);
      add(stamp.substr(0, stamp.find('"')), 0.55, false, "the script's member " + key);
      return;
    }
  }

  void time(std::uint32_t i) {
    const std::string names = tree_.names(i);
    std::string_view stamp = tree_.attribute(i, "datetime");
    const std::string shown = stamp.empty() ? tree_.text(i, longest_byline) : std::string(stamp);
    const bool published = tree_.has_attribute(i, "pubdate") || class_words().within("dated", names);
    const bool changed = date_page_words().within("changed", names);
    double trust = published ? 0.88 : 0.84;
    if (headline_ == 0) trust -= 0.02;
    add(shown, beside(i, changed ? 0.5 : trust), changed, "the element <time>");
  }

  /// hAtom: <abbr class="published" title="2016-11-14T06:30">.
  void abbreviation(std::uint32_t i) {
    const std::string names = tree_.names(i);
    const std::string_view title = tree_.attribute(i, "title");
    if (title.empty() || !class_words().within("dated", names)) return;
    const bool changed = date_page_words().within("changed", names);
    add(title, beside(i, changed ? 0.5 : 0.85), changed, "the element <abbr>");
  }

  void microdata(std::uint32_t i) {
    const std::string property = lowered(tree_.attribute(i, "itemprop"));
    if (property.empty() || tree_.nodes()[i].tag == Tag::meta) return;
    const bool published =
        property.find("datepublished") != std::string::npos || property.find("datecreated") != std::string::npos;
    const bool changed = !published && property.find("datemodified") != std::string::npos;
    if (!published && !changed) return;
    std::string text(tree_.attribute(i, "datetime"));
    if (text.empty()) text = tree_.attribute(i, "content");
    if (text.empty()) text = tree_.text(i, longest_byline);
    add(std::string_view(text).substr(0, longest_byline), beside(i, published ? 0.93 : 0.5), changed,
        "the microdata " + property);
  }

  /// Short elements that are named after a date, or say what the date is of.
  void visible(std::uint32_t i) {
    const PageNode& node = tree_.nodes()[i];
    if (node.end - i > 40 || node.tag == Tag::script || node.tag == Tag::style || node.tag == Tag::time) return;
    const std::string names = tree_.names(i);
    const bool dated = class_words().within("dated", names);
    std::string own;
    if (!dated) {
      if (node.end - i > line_element) return;
      for (std::uint32_t n = i + 1; n < node.end; n = tree_.nodes()[n].end)
        if (!tree_.nodes()[n].element) own.append(tree_.own_text(n)) += ' ';
      if (own.size() > longest_byline || own.find_first_of("0123456789") == std::string::npos) return;
    }
    const std::string text = lowered(single_spaced(dated ? tree_.text(i, longest_line) : own));
    if (text.size() > longest_byline) return;
    const auto days = written_days(text, month_first_);
    if (days.empty()) return;
    const PageWords& words = date_page_words();
    // "Changed 3 May, published 1 May": a later day counts where words of its own say what it is of.
    std::size_t read_to = 0;
    for (std::size_t k = 0; k < std::min(days.size(), most_days_in_a_line); ++k) {
      const std::string before = text.substr(read_to, days[k].begin - read_to);
      read_to = days[k].end;
      if (i < list_end_ && i >= fact_end_ && !dated && !words.within("published", before) &&
          !words.within("changed", before))
        continue;
      const bool published = words.within("published", before), changed = !published && words.within("changed", before);
      if (k == 0 || published || changed)
        line(i, text, days, k, {dated, published, changed, words.within("not-yet", before)});
    }
  }

  /// An item of a list of facts about the page: a day alone, or behind words that say that the page was published.
  bool is_fact(std::uint32_t i) const {
    constexpr std::size_t longest = 100;
    const std::string text = lowered(single_spaced(tree_.text(i, longest)));
    const auto days = written_days(text, month_first_);
    if (days.size() != 1 || days[0].end != text.size()) return false;
    const std::string before = text.substr(0, days[0].begin);
    return before.empty() || date_page_words().within("published", before);
  }

  /// What the words beside a day in a line say of it.
  struct LineWords {
    bool dated, published, changed, not_yet;
  };

  void line(std::uint32_t i, const std::string& text, const std::vector<WrittenDay>& days, std::size_t k,
            LineWords said) {
    const PageWords& words = date_page_words();
    const WrittenDay& day = days[k];
    const std::size_t beside_day = text.size() - (day.end - day.begin);
    double trust = said.dated ? 0.75 : beside_day < 40 ? 0.66 : 0.45;
    if (said.published) trust += 0.06;
    if (said.changed) trust = 0.48;
    if (headline_ != 0) {
      trust += 0.12;
      if (said.dated && beside_day < 120 && words.within("author", ' ' + text)) trust += 0.02;
    } else if (said.dated && beside_day < 20 && !has_clock(std::string_view(text).substr(day.end))) {
      trust = 0.6;  // above the headline stands the day of the visit, and nothing with it
    }
    if ((words.within("copyright", text) && !said.published) || words.within("joined", text.substr(0, day.begin)) ||
        said.not_yet)
      trust = 0.1;
    if (days.size() > 2) trust *= 0.8;
    const std::size_t known = found_.size();
    add(DctCandidate{dct_of(day, "the line \"" + std::string(text.substr(0, text.find('\n'))) + "\""), beside(i, trust),
                     said.changed});
    const bool small = said.dated || (beside_day < 40 && tree_.nodes()[i].end - i <= small_element);
    const bool shown = small && !said.changed && headline_ != 0 && i >= elsewhere_end_;
    if (shown && days.size() == 1 && found_.size() > known) shown_.push_back(known);
  }

  /// "06:30" at the front of what follows a day.
  static bool has_clock(std::string_view text) {
    const std::size_t colon = text.substr(0, 12).find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() && is_digit(text[colon - 1]) &&
           is_digit(text[colon + 1]);
  }

  /// A day that the page shows under the headline, without calling it a change, and states as its last change too: what
  /// stands there was written then, whenever the address was first used.
  void shown_and_stated() {
    for (const std::size_t i : shown_) {
      const auto same = [&](const StatedDay& other) {
        return other.candidate.changed && day_number(other.candidate.dct.at) == day_number(found_[i].candidate.dct.at);
      };
      if (std::ranges::any_of(found_, same)) found_[i].candidate.trust = 0.975;
    }
  }

  /// A stamp in UTC is a day late in the evening of America and a day early in the morning of Asia. No zone is guessed;
  /// but where the page shows readers the day next to it, on the side that the hour allows, theirs is the day.
  void shown_beside_utc() {
    constexpr CivilSeconds most_west = 12 * 3600, most_east = 14 * 3600;
    const auto best = std::ranges::max_element(found_, {}, [](const StatedDay& day) { return day.candidate.trust; });
    if (best == found_.end() || !best->utc) return;
    const CivilSeconds stamp = best->candidate.dct.at;
    const double trust = std::min(0.99, best->candidate.trust + 0.001);
    for (const std::size_t i : shown_) {
      const CivilSeconds day = day_number(found_[i].candidate.dct.at);
      const bool west = day == day_number(stamp) - 1 && day == day_number(stamp - most_west);
      const bool east = day == day_number(stamp) + 1 && day == day_number(stamp + most_east);
      if (west || east) found_[i].candidate.trust = trust;
    }
  }

  /// The first day in the text of the page, where nothing says what it is of.
  void running_text() {
    for (std::uint32_t i = headline_ == 0 ? 1 : headline_; i < tree_.nodes().size(); ++i) {
      const PageNode& node = tree_.nodes()[i];
      const bool silent = node.element && (node.tag == Tag::script || node.tag == Tag::style || node.tag == Tag::head);
      if (silent || entries_[i] > 0 || is_list(tree_, i)) {
        i = node.end - 1;
        continue;
      }
      const auto days = written_days(tree_.own_text(i), month_first_);
      if (days.empty()) continue;
      add(DctCandidate{dct_of(days.front(), "the first day in the text"), 0.15});
      return;
    }
  }

  const PageTree& tree_;
  std::string url_;
  bool month_first_ = false;
  std::vector<std::uint32_t> headlines_;  ///< those of the first level
  std::uint32_t headline_ = 0;            ///< the first headline of the first level, once passed
  std::uint32_t elsewhere_end_ = 0;       ///< end of the box beside the article that the walk is in
  std::vector<std::uint32_t> entries_;    ///< dated_entries
  std::uint32_t entry_end_ = 0;           ///< end of the entry that the walk is in
  std::uint32_t fact_end_ = 0;
  std::uint32_t list_end_ = 0;  ///< end of the list that it is in
  std::vector<StatedDay> found_;
  std::vector<std::size_t> shown_;  ///< places in found_ of days shown under the headline
};

}  // namespace

std::optional<StatedDay> candidate_of(std::string_view text, double trust, bool changed, std::string reason,
                                      bool month_first) {
  const auto days = written_days(text.substr(0, longest_byline), month_first);
  if (days.empty()) return std::nullopt;
  const WrittenDay& day = days.front();
  return StatedDay{{{DctSource::page, day.at, day.has_time, std::move(reason)}, trust, changed}, day.utc};
}

std::vector<DctCandidate> published_candidates(const PageTree& tree, std::string_view url) {
  return Search(tree, url).run();
}

}  // namespace annal
