// Reads the holiday table of a language: one line a holiday, its name, spellings and day.
//
//     boxing-day | boxing day | date(_, 12, 26)
#pragma once

#include "langc/rule_reader.h"

namespace annal::compile {

/// A rule "holiday-NAME" for each line, which makes the symbol `holiday`; `file` must outlive them. Throws Fault.
std::vector<WrittenRule> read_holidays(const SourceFile& file);

}  // namespace annal::compile
