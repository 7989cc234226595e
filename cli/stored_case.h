// A store that is brought up to the inputs of a command: what is new or changed in them is built, what is not stays.
#pragma once

#include <functional>
#include <vector>

#include "cli/documents.h"
#include "store/case_store.h"

namespace annal {

/// Opens the store that the arguments name, and puts the documents of `files` into it. Documents of other files stay,
/// and so do those of a file that cannot be read now. `report` is told of each unit.
///
///   errors   usage: standard input, which has no name to be kept by; those of CaseStore
Result<CaseStore> update_store(const Arguments& arguments, const std::vector<InputFile>& files, DocumentOptions options,
                               const std::function<void(const BuiltUnit&)>& report);

}  // namespace annal
