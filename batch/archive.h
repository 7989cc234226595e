// The identity of an archive, kept in its folder as archive.jsonl: the content of the inputs, the options and the
// version of the program. Only runs with the same identity may share a folder. The first run writes it.
#pragma once

#include <string>
#include <vector>

#include "batch/batch.h"
#include "batch/folder.h"

namespace annal {

/// One line of JSON: everything that decides the bytes of the archive. What a pipe brings is not known before it is
/// read; the parts have the hash of it.
///
///   hashes  of the inputs, in their order; those of pipes are not looked at
std::string identity_of(const BatchOptions& options, const std::vector<Input>& inputs,
                        const std::vector<std::uint64_t>& hashes);

/// Compares the run with the archive in the folder, or begins one in a folder without parts. Each file is read to its
/// end once for an archive; afterwards it is known by its size, times and place, and read again where one of these
/// differs.
///
///   returns  the identity; empty where it was stopped
///   errors   usage: the folder holds the output of another run, and what differs; unreadable
Result<std::string> join_archive(const OutputFolder& folder, const BatchOptions& options,
                                 const std::vector<Input>& inputs, const Stop* stop);

}  // namespace annal
