// The identity of an archive, kept in its folder as archive.jsonl: the content of the inputs, the options and the
// version of the program. Only runs with the same identity may share a folder. The first run writes it.
#pragma once

#include <string>
#include <vector>

#include "batch/batch.h"
#include "batch/folder.h"

namespace annal {

/// Returns one line of JSON with everything that decides the bytes of the archive, except the content of pipes, whose
/// hash is in the parts.
///
///   hashes  of the inputs, in their order; those of pipes are ignored
std::string identity_of(const BatchOptions& options, const std::vector<Input>& inputs,
                        const std::vector<std::uint64_t>& hashes);

/// Compares the run with the archive in the folder, or starts one in a folder without parts. Each file is read
/// completely once per archive; later it is recognised by its size, times and inode, and read again if one of these
/// differs.
///
///   returns  the identity; "" if stopped
///   errors   usage: the folder has the output of another run, and what differs; unreadable
Result<std::string> join_archive(const OutputFolder& folder, const BatchOptions& options,
                                 const std::vector<Input>& inputs, const Stop* stop);

}  // namespace annal
