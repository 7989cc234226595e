// Runs the worker that reads PDFs in a process of its own. Poppler is a large library that strangers' files have
// crashed often; there it can neither take annal down nor hang it, and its memory and time end. The worker is started
// and not forked: a fork of a program with threads (a batch, Python) may hang on a lock that another thread held. It is
// part of this library as a file in memory, so that the program and the Python module need no second file.
#pragma once

#include <string_view>

#include "core/result.h"
#include "reader/pdf/content.h"

namespace annal::pdf {

/// Returns what the worker says of `pdf`. Threads may call it at once.
///
///   errors   unreadable: the worker cannot be started, or ended without a result (the message says how, without the
///            name of the input)
Result<Content> run_worker(std::string_view pdf);

}  // namespace annal::pdf
