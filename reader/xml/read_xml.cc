// Expat's own treatment of namespaces copies an address for each attribute that has a prefix, which a long address
// makes dear; so prefixes are looked up here.
#include "reader/xml/read_xml.h"

#include <expat.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 29;
static_assert(largest <= INT_MAX, "Expat takes an int");
constexpr std::size_t deepest_tag = 1000;
constexpr int most_attributes = 1000;
constexpr std::size_t most_prefixes = 256;  // bound at one place
constexpr std::size_t longest_name = 40;    // bytes, in a message

}  // namespace

/// The names of the elements that are open, and what the prefixes there stand for.
class XmlNames {
 public:
  explicit XmlNames(std::span<const XmlNamespace> known) : known_(known) {}

  /// Takes up an element. Returns false where it binds too many prefixes.
  bool open(std::string_view name, const char** list) {
    const std::size_t before = bindings_.size();
    for (const char** at = list; *at != nullptr; at += 2) {
      std::string_view attribute = at[0];
      if (!attribute.starts_with("xmlns")) continue;
      attribute.remove_prefix(5);
      if (!attribute.empty() && attribute.front() != ':') continue;
      if (!attribute.empty()) attribute.remove_prefix(1);
      bindings_.push_back({std::string(attribute), named(at[1])});
    }
    open_.push_back({resolved(name, true), before});
    return bindings_.size() <= most_prefixes;
  }
  void close() {
    bindings_.resize(open_.back().bindings);
    open_.pop_back();
  }

  std::string_view last() const { return open_.back().name; }
  std::size_t depth() const { return open_.size(); }
  XmlTag tag(const char** list) const {
    const std::string_view parent =
        open_.size() < 2 ? std::string_view() : std::string_view(open_[open_.size() - 2].name);
    return {last(), parent, list, *this};
  }

  /// Whether the name of an attribute, as it is written, is `wanted`.
  bool is(std::string_view written, std::string_view wanted) const {
    const std::size_t colon = written.find(':');
    if (colon == std::string_view::npos) return written == wanted;
    if (!wanted.ends_with(written.substr(colon))) return false;
    return resolved(written, false) == wanted;
  }

 private:
  struct Binding {
    std::string prefix;
    std::string_view meaning;
  };
  struct Open {
    std::string name;
    std::size_t bindings;  ///< before it
  };

  std::string_view named(std::string_view address) const {
    const auto found =
        std::ranges::find_if(known_, [&](const XmlNamespace& space) { return address.ends_with(space.ending); });
    return found == known_.end() || address.empty() ? (address.empty() ? "" : "?") : found->prefix;
  }

  /// An attribute without a prefix is in no namespace, an element in that of the document.
  std::string resolved(std::string_view name, bool element) const {
    const std::size_t colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos ? "" : name.substr(0, colon);
    const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    if (prefix.empty() && !element) return std::string(local);
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
      if (binding->prefix != prefix) continue;
      return binding->meaning.empty() ? std::string(local) : std::string(binding->meaning) + ":" + std::string(local);
    }
    return prefix.empty() ? std::string(local) : "?:" + std::string(local);
  }

  std::span<const XmlNamespace> known_;
  std::vector<Binding> bindings_;
  std::vector<Open> open_;
};

const char* XmlTag::find(std::string_view wanted) const {
  for (const char** at = attributes_; *at != nullptr; at += 2)
    if (names_.is(at[0], wanted)) return at[1];
  return nullptr;
}

std::string_view XmlTag::attribute(std::string_view wanted) const {
  const char* value = find(wanted);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool XmlTag::has(std::string_view wanted) const { return find(wanted) != nullptr; }

namespace {

struct Reading {
  XML_Parser parser;
  XmlHandler& handler;
  XmlNames names;
  std::size_t unwanted = 0;  ///< elements open in one whose content is not wanted, with it
  Code code = Code::syntax;
  std::string failure = {};
};

std::string position_in(XML_Parser parser) {
  return std::to_string(XML_GetCurrentLineNumber(parser)) + ":" +
         std::to_string(XML_GetCurrentColumnNumber(parser) + 1) + ": ";
}

void refuse(Reading& reading, Code code, const std::string& reason) {
  if (reading.failure.empty()) {
    reading.code = code;
    reading.failure = position_in(reading.parser) + reason;
  }
  XML_StopParser(reading.parser, XML_FALSE);
}

void XMLCALL on_start(void* data, const char* name, const char** list) {
  Reading& reading = *static_cast<Reading*>(data);
  if (reading.names.depth() + reading.unwanted >= deepest_tag)
    return refuse(reading, Code::out_of_range, "tags are more than " + std::to_string(deepest_tag) + " deep");
  if (XML_GetSpecifiedAttributeCount(reading.parser) > 2 * most_attributes)
    return refuse(reading, Code::out_of_range,
                  "a tag has more than " + std::to_string(most_attributes) + " attributes");
  if (reading.unwanted > 0) {
    ++reading.unwanted;
    return;
  }
  if (!reading.names.open(name, list))
    return refuse(reading, Code::out_of_range, "more than " + std::to_string(most_prefixes) + " prefixes are declared");
  if (reading.handler.start(reading.names.tag(list))) return;
  reading.names.close();
  reading.unwanted = 1;
}

void XMLCALL on_end(void* data, const char*) {
  Reading& reading = *static_cast<Reading*>(data);
  if (!reading.failure.empty()) return;
  if (reading.unwanted > 0) {
    --reading.unwanted;
    return;
  }
  reading.handler.end(reading.names.last());
  reading.names.close();
}

void XMLCALL on_characters(void* data, const char* bytes, int count) {
  Reading& reading = *static_cast<Reading*>(data);
  if (reading.unwanted == 0 && reading.failure.empty()) reading.handler.text({bytes, static_cast<std::size_t>(count)});
}

/// Declarations let a short document stand for a long one.
void XMLCALL on_document_type(void* data, const char*, const char*, const char*, int has_internal_subset) {
  if (has_internal_subset != 0)
    refuse(*static_cast<Reading*>(data), Code::syntax, "its document type holds declarations, which are not read");
}

void XMLCALL on_unknown_entity(void* data, const char* name, int) {
  refuse(*static_cast<Reading*>(data), Code::syntax,
         "the entity &" + std::string(name).substr(0, longest_name) + "; is not known");
}

}  // namespace

Result<void> read_xml(std::string_view bytes, std::span<const XmlNamespace> known, XmlHandler& handler) {
  if (bytes.size() > largest) return fail(Code::out_of_range, "1:1: larger than 512 MiB");
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                                             &XML_ParserFree);
  Reading reading{.parser = parser.get(), .handler = handler, .names = XmlNames(known)};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  XML_SetSkippedEntityHandler(parser.get(), on_unknown_entity);
  // In one piece: of a comment or a name that goes over several, each would be read from its beginning again.
  if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 1) == XML_STATUS_OK) return {};
  if (!reading.failure.empty()) return fail(reading.code, reading.failure);
  return fail(Code::syntax, position_in(parser.get()) + "no XML: " + XML_ErrorString(XML_GetErrorCode(parser.get())));
}

}  // namespace annal
