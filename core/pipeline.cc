#include "core/pipeline.h"

#include <algorithm>
#include <span>
#include <string>
#include <variant>

#include "core/calendar/calendar.h"
#include "core/dct/dateline.h"
#include "core/dct/file_day.h"
#include "core/dct/slug.h"
#include "core/grammar/recognise.h"
#include "core/normalize/resolve.h"
#include "core/normalize/scope.h"
#include "core/normalize/tree_facts.h"
#include "core/text/blocks.h"
#include "core/text/density.h"
#include "core/text/sentence.h"

namespace annal {
namespace {

// Keeps the time expressions for which `keep` holds. A range that loses one end is a plain time expression.
template <class Keep>
void keep_timexes(std::vector<Timex>& timexes, const Keep& keep) {
  std::vector<std::int32_t> now(timexes.size(), -1);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < timexes.size(); ++i) {
    if (!keep(timexes[i])) continue;
    now[i] = static_cast<std::int32_t>(kept);
    timexes[kept++] = timexes[i];
  }
  timexes.resize(kept);
  for (Timex& timex : timexes)
    if (timex.partner >= 0) {
      timex.partner = now[static_cast<std::size_t>(timex.partner)];
      if (timex.partner < 0) timex.range = RangeRole::none;
    }
}

// What the owner of the text says is no time expression.
void drop_overridden(std::span<const TimexOverride> overrides, std::vector<Timex>& timexes) {
  if (overrides.empty()) return;
  keep_timexes(timexes, [&](const Timex& timex) {
    const TimexOverride* const override = find_override(overrides, timex.span);
    return override == nullptr || !std::holds_alternative<TimexOverride::Dropped>(override->reading);
  });
}

// Menus, captions and an agency's own text say nothing about when things happened.
void drop_boilerplate(const Document& document, std::vector<Timex>& timexes) {
  std::size_t block = 0;
  keep_timexes(timexes, [&](const Timex& timex) {
    while (block < document.blocks.size() && document.blocks[block].span.end <= timex.span.begin) ++block;
    const bool inside = block < document.blocks.size() && document.blocks[block].span.begin < timex.span.end;
    return !inside || document.blocks[block].kind != BlockKind::boilerplate;
  });
}

// Leaves out time expressions that are denser than in any prose, and warns about it.
void limit_density(Analysis& analysis) {
  DensityLimit limit(analysis.document.text.size(), most_timexes_of_stretch);
  const std::size_t found = analysis.timexes.size();
  keep_timexes(analysis.timexes, [&](const Timex& timex) { return limit.admit(timex.span.begin); });
  const std::size_t left_out = found - analysis.timexes.size();
  if (analysis.timexes.capacity() > analysis.timexes.size() * 5 / 4) analysis.timexes.shrink_to_fit();
  if (left_out == 0) return;
  analysis.warnings.push_back({{},
                               "time expressions left out: " + std::to_string(left_out) + "; " +
                                   std::to_string(stretch_size) + " bytes of text hold more than " +
                                   std::to_string(most_timexes_of_stretch) + " of them"});
}

// No range goes on from a dateline, or a date that stands alone, into what follows: "VELL, 3 May - Yesterday the mill".
void part_ranges_of_blocks(const Document& document, std::vector<Timex>& timexes) {
  std::vector<std::size_t> blocks;
  for (std::size_t block = 0; const Timex& timex : timexes) {
    while (block < document.blocks.size() && document.blocks[block].span.end <= timex.span.begin) ++block;
    blocks.push_back(block);
  }
  for (std::size_t t = 0; t < timexes.size(); ++t) {
    const std::int32_t partner = timexes[t].partner;
    if (timexes[t].range == RangeRole::none || partner < 0 || blocks[t] == blocks[static_cast<std::size_t>(partner)])
      continue;
    timexes[t].range = RangeRole::none;
    timexes[t].partner = -1;
  }
}

// A number at the front of a line is a date only where it dates what follows: "1480: The abbey burned".
void drop_numbers_of_lines(const Document& document, const Language& language, std::vector<Timex>& timexes) {
  std::size_t block = 0;
  keep_timexes(timexes, [&](const Timex& timex) {
    if (!language.is_label_rule(timex.rule)) return true;
    while (block < document.blocks.size() && document.blocks[block].span.end <= timex.span.begin) ++block;
    return block < document.blocks.size() && document.blocks[block].kind == BlockKind::date;
  });
}

// Warns once where the text states another day of writing than the one that was given; the one given counts.
void check_given_day(Analysis& analysis, const Language& language) {
  const std::optional<Dateline> stated = find_dateline(analysis, language);
  if (!stated || !contradicts(*stated, analysis.document.dct)) return;
  analysis.warnings.push_back({stated->span, "“" + std::string(slice(analysis.document.text, stated->span)) +
                                                 "” is another day of writing than the one given, " +
                                                 iso_text(analysis.document.dct.at, false) +
                                                 "; the one given was used"});
}

// The day on which the file was made, where what the text states by itself bears it out. False where it does not.
bool take_day_of_file(Analysis& analysis, const Analysis& undated) {
  const std::optional<Dct> day = borne_out_day(undated);
  if (!day) return false;
  analysis.document.dct = *day;
  const auto counts = [](const Timex& timex) {
    return timex.value.frame == Frame::document || timex.value.frame == Frame::open_year;
  };
  if (std::ranges::any_of(undated.timexes, counts))
    analysis.warnings.push_back({{},
                                 "dates are counted from " + iso_text(floor_day(day->at), false) +
                                     ", when the file was made, by " + day->reason +
                                     "; if it was written on another day, state it with --dct"});
  return true;
}

// The day of writing of a text that states none, from what is known beside it: when the file was made, what its owner
// states of many, what its name says.
void take_day_beside_text(Analysis& analysis, const Language& language) {
  Document& document = analysis.document;
  const auto candidate = [&](DctSource source) {
    const auto found = std::ranges::find(document.dct_candidates, source, [](const auto& c) { return c.dct.source; });
    return found == document.dct_candidates.end() ? nullptr : &*found;
  };
  const DctCandidate *const owner = candidate(DctSource::given), *const name = candidate(DctSource::inferred);
  Analysis undated = analysis;
  resolve(undated, language);
  if (undated.document.dct.known() && owner == nullptr) return;  // by what the text says of the year
  if (take_day_of_file(analysis, undated)) return;
  if (owner != nullptr) document.dct = owner->dct;
  if (owner != nullptr || name == nullptr) return;
  document.dct = name->dct;
  analysis.warnings.push_back({{},
                               "the text states no date of writing, so " + iso_text(document.dct.at, false) +
                                   " is taken from " + document.dct.reason});
}

}  // namespace

Analysis analyse(Document document, const Language& language, std::span<const TimexOverride> overrides) {
  Analysis analysis;
  analysis.document = std::move(document);
  Document& text = analysis.document;
  if (text.language.empty()) text.language = language.tag();

  // Find the time expressions: what the words mean.
  tokenise(text.text, analysis.tokens);
  recognise(text.text, analysis.tokens, language, analysis.expressions, analysis.timexes);
  drop_overridden(overrides, analysis.timexes);

  // Separate prose from menus and captions, and dates that stand alone from what they date; then find sentences.
  const std::vector<DateMention> mentions = date_mentions(analysis.expressions, analysis.timexes);
  if (text.blocks.empty())
    find_blocks(text, language, mentions);
  else
    refine_blocks(text, language, mentions);
  analysis.sentences = find_sentences(text, analysis.tokens, language);
  part_ranges_of_blocks(text, analysis.timexes);
  drop_boilerplate(text, analysis.timexes);
  drop_numbers_of_lines(text, language, analysis.timexes);
  limit_density(analysis);
  analysis.scopes = find_scopes(analysis);

  // Look for the date of writing if the caller does not know it; then place each expression on the calendar.
  if (text.dct.source == DctSource::given)
    check_given_day(analysis, language);
  else if (!text.dct.known())
    if (const std::optional<Dateline> found = find_dateline(analysis, language); found) text.dct = found->dct;
  if (!text.dct.known())
    if (const std::optional<Dct> found = slug_dct(text.text); found) text.dct = *found;
  if (!text.dct.known() && !text.dct_candidates.empty()) take_day_beside_text(analysis, language);
  resolve(analysis, language, overrides);
  return analysis;
}

}  // namespace annal
