// The names of the enumerators of a document, as the JSON timeline writes them.
#include "core/text/document.h"

namespace annal {

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title: return "title";
    case BlockKind::dateline: return "dateline";
    case BlockKind::date: return "date";
    case BlockKind::paragraph: return "paragraph";
    case BlockKind::boilerplate: return "boilerplate";
  }
  return {};
}

std::string_view name(DctSource source) {
  switch (source) {
    case DctSource::none: return "none";
    case DctSource::given: return "given";
    case DctSource::page: return "page";
    case DctSource::dateline: return "dateline";
    case DctSource::inferred: return "inferred";
  }
  return {};
}

}  // namespace annal
