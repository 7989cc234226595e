// Annotated links as the models see them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "timeline/tlink/link_model.h"

namespace annal::train {

/// Who labelled a link: each has its own idea of which links are worth saying.
enum class Labeller : std::uint8_t {
  matres,
  dense,
  timeml,
  starts,  ///< what the labels of dense and timeml say of starts alone
};

struct LinkExample {
  LinkTask task = LinkTask::event_event;
  Labeller labeller = Labeller::timeml;
  LinkLabel label = LinkLabel::unsaid;
  std::vector<std::uint32_t> rows;
};

struct LinkDocument {
  std::string name;
  std::filesystem::path path;
  std::vector<LinkExample> examples;
};

/// Where the corpora are: folders of TimeML, and tables of labels for their documents.
struct LinkCorpora {
  std::vector<std::filesystem::path> timeml;  ///< folders
  std::vector<std::filesystem::path> matres;  ///< document, eiid, eiid, label
  std::vector<std::filesystem::path> dense;   ///< document, id, id, label
};

/// The examples of every document, by name.
std::vector<LinkDocument> read_links(const LinkCorpora& corpora);

}  // namespace annal::train
