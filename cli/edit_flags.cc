#include "cli/edit_flags.h"

#include <algorithm>
#include <cstdint>

#include "api/find_event.h"
#include "cli/theme.h"
#include "core/lang/find_language.h"
#include "render/encode/escape.h"
#include "timeline/lanes.h"

namespace annal {
namespace {

/// The events that `names` mean, ascending.
Result<std::vector<std::uint32_t>> events_of(const Timeline& timeline, const std::string& flag,
                                             const std::vector<std::string>& names) {
  std::vector<std::uint32_t> events;
  for (const std::string& name : names) {
    const auto event = api::find_event(timeline, name);
    if (!event) return fail(event.error().code, flag + ": " + event.error().message);
    events.push_back(*event);
  }
  std::ranges::sort(events);
  return events;
}

void set_visibility(Event& event, Visibility visibility) {
  event.visibility = visibility;
  const auto place = std::ranges::lower_bound(event.edited, EditedField::visibility);
  if (place == event.edited.end() || *place != EditedField::visibility)
    event.edited.insert(place, EditedField::visibility);
}

}  // namespace

Result<std::string> label_language(const std::string& tag) {
  const auto language = find_language(tag);
  if (!language) return fail(language.error().code, "--lang-labels: " + language.error().message);
  if (*language == nullptr) return fail(Code::usage, "--lang-labels needs the tag of a language, not 'auto'");
  return std::string((*language)->tag());
}

Result<EditFlags> validate_edit_flags(const RawEditFlags& raw) {
  EditFlags flags;
  flags.file = raw.edits;
  flags.no_file = raw.no_edits;
  flags.title = raw.title;
  flags.subtitle = raw.subtitle;
  flags.credit = raw.credit;
  flags.note = raw.note;
  flags.pick = raw.pick;
  flags.drop = raw.drop;
  if (raw.edits && raw.no_edits) return fail(Code::usage, "--edits and --no-edits exclude each other");
  if (raw.edits && raw.edits->empty()) return fail(Code::usage, "--edits needs a file name");
  if (raw.label_language) {
    const auto language = label_language(*raw.label_language);
    if (!language) return tl::unexpected(language.error());
    flags.language = *language;
  }
  if (raw.theme) {
    if (const auto known = validate_theme(*raw.theme); !known)
      return fail(known.error().code, "--theme: " + known.error().message);
    flags.theme = raw.theme;
  }
  if (raw.lanes && !lane_basis(*raw.lanes))
    return fail(Code::usage, "--lanes: " + lane_basis_fault(visible(*raw.lanes)));
  flags.lanes = raw.lanes;
  return flags;
}

Result<void> apply_edit_flags(Timeline& timeline, const EditFlags& flags) {
  Presentation& presentation = timeline.presentation;
  if (flags.title) presentation.title = *flags.title;
  if (flags.subtitle) presentation.subtitle = *flags.subtitle;
  if (flags.credit) presentation.credit = *flags.credit;
  if (flags.note) presentation.note = *flags.note;
  if (flags.lanes) presentation.lanes = *flags.lanes;
  if (flags.language) presentation.language = *flags.language;
  if (flags.theme) {
    const auto theme = read_theme(*flags.theme);
    if (!theme) return tl::unexpected(theme.error());
    presentation.theme = *theme;
  }
  const auto picked = events_of(timeline, "--pick", flags.pick);
  if (!picked) return tl::unexpected(picked.error());
  const auto dropped = events_of(timeline, "--drop", flags.drop);
  if (!dropped) return tl::unexpected(dropped.error());
  for (std::uint32_t e = 0; e < timeline.events.size() && !picked->empty(); ++e)
    set_visibility(timeline.events[e], std::ranges::binary_search(*picked, e) ? Visibility::shown : Visibility::hidden);
  for (const std::uint32_t e : *dropped) set_visibility(timeline.events[e], Visibility::hidden);
  return {};
}

}  // namespace annal
