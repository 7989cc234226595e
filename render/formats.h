// The table of formats: name, extensions, options and functions. A new export is a function in render/export and one
// row of the table in formats.cc; the commands, their help and the completions of shells are made from it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "render/encode/json_layout.h"
#include "render/render_options.h"
#include "render/text/dates.h"
#include "render/text/tree.h"
#include "timeline/collection/day_ranking.h"
#include "timeline/timeline.h"

namespace annal {

/// Hands the rendered timeline to `sink` in pieces. Errors: those of the format, before anything is handed over.
using TimelineRenderer = Result<void> (*)(const TextSink& sink, const Timeline& timeline, const RenderOptions& options);
using SyntaxRenderer = std::string (*)(const syntax::ParsedSentence& sentence, const syntax::Model* model);
using DaysRenderer = std::string (*)(const Timeline& timeline, std::span<const RankedDay> ranked,
                                     const RenderOptions& options);
using DatesRenderer = std::string (*)(const Analysis& analysis, const DatesOptions& options);

/// Options of the command line that a format may use.
enum class DisplayOption : std::uint8_t { layout = 1, width = 2, around = 4, ascii = 8, tlinks = 16, editor = 32 };

struct Format {
  std::string_view name;
  std::array<std::string_view, 3> extensions = {};  ///< of two that fit a file name, the longer is meant
  std::string_view media_type = {};                 ///< of what is written; text is in UTF-8
  std::uint8_t display_options = 0;                 ///< sum of DisplayOption
  bool for_terminal = false;     ///< lines for people: may have colours; `build` and `dates` show the warnings in them
  bool has_every_event = false;  ///< also without --all
  TimelineRenderer build = nullptr;  ///< of annal build; null: the command does not know the format. Likewise:
  TimelineRenderer order = nullptr;  ///< of annal order
  DaysRenderer days = nullptr;       ///< of annal days
  DatesRenderer dates = nullptr;     ///< of annal dates
  SyntaxRenderer syntax = nullptr;   ///< of annal syntax, a sentence at a time
  bool batch = false;                ///< annal batch writes it
  bool edit = false;                 ///< annal edit tells in it what edits change

  bool uses(DisplayOption option) const { return (display_options & static_cast<std::uint8_t>(option)) != 0; }
};

/// All formats. The first that a command knows is its default.
std::span<const Format> formats();

enum class FormatUse : std::uint8_t { build, order, days, dates, edit, syntax, batch };

/// The formats of a command, the default first.
std::vector<const Format*> formats_for(FormatUse use);

/// The names of `formats`, joined by ", ".
std::string format_names(std::span<const Format* const> formats);

/// Which of `allowed` the user means; never null.
///
///   stated   the argument of --format, or empty
///   output   the argument of -o, "-" for standard output: its extension decides if `stated` is empty
///   returns  the format; the first allowed one if nothing is stated and the output is standard output
///   errors   usage: not one of `allowed`, or an unknown extension
Result<const Format*> choose_format(std::string_view stated, std::string_view output,
                                    std::span<const Format* const> allowed);

}  // namespace annal
