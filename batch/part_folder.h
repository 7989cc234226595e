// An output folder whose runs can be resumed: parts that are complete or absent, and a manifest of the complete ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/batch.h"
#include "batch/files.h"
#include "batch/folder.h"
#include "batch/hash64.h"

namespace annal {

/// A finished part.
struct Part {
  std::string name;
  std::uint64_t documents = 0, bad = 0;
  std::uint64_t bytes = 0;                 ///< of its file
  std::uint32_t crc = 0;                   ///< CRC-32 of its file
  Position next;                           ///< where the first line after it begins
  std::uint64_t piped = Hash64().value();  ///< hash of all that pipes brought before that
};

/// The parts of one shard in a folder that all shards may share.
class PartFolder {
 public:
  PartFolder() = default;
  ~PartFolder();
  PartFolder(const PartFolder&) = delete;
  PartFolder& operator=(const PartFolder&) = delete;

  /// Creates the folder if needed, locks the shard, removes what a killed run left unfinished, and reads the manifest:
  /// parts are kept up to the first that is missing or differs from its checksum.
  ///
  ///   stop    ends the reading of the inputs, before anything is changed
  ///   errors  usage: the folder belongs to another archive, or another program works on this shard; unreadable
  Result<void> open(const BatchOptions& options, const std::vector<Input>& inputs, const Stop* stop);

  /// Whether all parts exist and the manifest says so.
  bool complete() const { return complete_; }
  const std::vector<Part>& parts() const { return parts_; }

  /// Appends to the current part. Errors: unreadable.
  Result<void> write(std::string_view bytes);
  /// Renames the current part to its final name and adds it to the manifest. `part` describes it; this function sets
  /// name, bytes and checksum.
  Result<void> end_part(Part part);
  /// Marks the manifest as complete.
  Result<void> finish();

 private:
  std::string part_name(std::size_t number) const;
  Result<void> open_in_folder(Output& output, const std::string& name) const;
  Result<void> read_manifest(std::size_t inputs);
  Result<void> write_manifest() const;

  OutputFolder folder_;
  std::string shard_name_, ending_, header_;
  OwnedDescriptor lock_;
  bool complete_ = false;
  std::vector<Part> parts_;
  std::optional<Output> output_;
  std::uint64_t bytes_ = 0;
  std::uint32_t crc_ = 0;
};

}  // namespace annal
