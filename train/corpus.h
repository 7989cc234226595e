// The corpora as the trainer reads them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "timeline/model/event_model.h"

namespace annal::train {

/// The bytes of a file; ends the program where it cannot be read.
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const void* data, std::size_t size);

/// An event of a TimeML document: bytes of its text.
struct GoldEvent {
  std::uint32_t begin = 0, end = 0;
  std::uint8_t label = 0;  ///< EventClass + 1
};
struct TimeMlDocument {
  std::string name, text;
  std::vector<GoldEvent> events;
};
/// The text and events of every *.tml file of a folder, by name.
std::vector<TimeMlDocument> read_timeml(const std::filesystem::path& folder);

/// WordNet 3.0's dictionary folder as the bytes of data/models/senses.bin.
std::vector<SenseTable::Entry> compile_senses(const std::filesystem::path& wordnet);

}  // namespace annal::train
