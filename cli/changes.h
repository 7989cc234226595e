// The changes of `annal edit`: the one table of their options, and what is made of those that were given.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/find_event.h"
#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal {

enum class ChangeKind : std::uint8_t {
  rename,
  date,
  hide,
  show,
  pin,
  unhide,
  status,
  lane,
  colour,
  event_note,
  link,
  image,
  add,
  merge,
  split,
  before,
  drop_time,
  count_from,
  title,
  subtitle,
  credit,
  note,
  language,
  theme,
  lanes,
  written,
  accept,
  reset,
};

struct ChangeOption {
  ChangeKind kind;
  std::string_view flag;      ///< "--date"
  std::string_view operands;  ///< "EVENT DATE"; empty where it takes none
  std::string_view description;
  std::string_view key = {};  ///< of the file itself, which an empty text takes out; such a change is made once

  std::size_t operand_count() const;
};

/// All of them, in the order of help.
std::span<const ChangeOption> change_options();

/// Which of several events of one name a change means: what is to be shown is left out, all else is shown.
api::Prefer preferred(ChangeKind kind);

/// A change as it stands on the command line.
struct RawChange {
  const ChangeOption* option = nullptr;
  std::vector<std::string> words;
};

/// `changes` as edits of `edited`, which they name events of: each checked, all of one event together.
///
/// Events are named as api::find_event takes them, or by the title of an event that an earlier --add of `changes` adds.
///
///   known    the edits that `edited` was made with, whose quotes are used again; may be null
///   former   titles of the events before they were edited, as api::find_event takes them
///   errors   usage: no such event, several; no date, status, colour or address; one event merged with itself; an event
///            added that is there already, with its date
Result<Edits> edits_of(const EditedTimeline& edited, const Edits* known, const std::vector<std::string>& former,
                       std::span<const RawChange> changes);

}  // namespace annal
