// The package of an EPUB book: which pages it has, in which order, and what it states of itself.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "reader/office/properties.h"
#include "reader/zip/archive.h"

namespace annal {

struct EpubPackage {
  std::vector<std::string> pages;  ///< parts of the archive that are pages, in the order of reading; no navigation
  std::string title, language;
  Properties days;  ///< "created" and "changed", where they are stated
};

/// Errors, without a name in front: syntax: a part is missing or damaged; not_text: its pages are protected.
Result<EpubPackage> read_epub_package(ZipArchive& archive);

}  // namespace annal
