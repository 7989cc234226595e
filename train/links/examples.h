// Annotated links as the models see them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "timeline/tlink/tlink_model.h"

namespace annal::train {

/// Who labelled a link: each has its own idea of which links are worth saying.
enum class Labeller : std::uint8_t {
  matres,
  dense,
  timeml,
  starts,  ///< what the labels of dense and timeml say of starts alone
};

struct TLinkExample {
  TLinkTask task = TLinkTask::event_event;
  Labeller labeller = Labeller::timeml;
  TLinkLabel label = TLinkLabel::none;
  std::vector<std::uint32_t> keys;
};

struct TLinkDocument {
  std::string name;
  std::filesystem::path path;
  std::vector<TLinkExample> examples;
};

/// Where the corpora are: folders of TimeML, and tables of labels for their documents.
struct TLinkCorpora {
  std::vector<std::filesystem::path> timeml;  ///< folders
  std::vector<std::filesystem::path> matres;  ///< document, eiid, eiid, label
  std::vector<std::filesystem::path> dense;   ///< document, id, id, label
};

/// The examples of every document, by name.
std::vector<TLinkDocument> read_tlinks(const TLinkCorpora& corpora);

}  // namespace annal::train
