#include "timeline/tlink/tlink_model.h"

#include "core/embed.h"

ANNAL_EMBED(annal_model_links, ANNAL_MODELS "/links.bin")

namespace annal {

TLinkTables tlink_tables() { return TLinkTables(annal_model_links); }

}  // namespace annal
