// What a document states of itself beside its text: title, language, the days on which it was made and changed.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/text/document.h"
#include "reader/zip/archive.h"

namespace annal {

/// The first value of each property, by its name: "dc:title", "dcterms:created", "meta:creation-date".
using Properties = std::map<std::string, std::string, std::less<>>;

/// Reads the properties in the part `part`. None where there is no such part, or it is damaged: the text counts.
Properties read_properties(ZipArchive& archive, const std::string& part);

/// Takes the properties `created` and `changed`, which hold days, as candidates for the day of writing. Nobody knows
/// whether a document was written when its file was made: they are trusted where both are days of one week, and less
/// where only one is there or they lie apart. The days of a template are no document's.
void take_days(const Properties& properties, std::string_view created, std::string_view changed, Document& document);

/// The stated title; empty where it is the name of a file.
std::string stated_title(const Properties& properties);

}  // namespace annal
