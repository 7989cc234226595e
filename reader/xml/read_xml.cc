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

constexpr std::size_t largest = std::size_t{1} << 30;
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

/// The parser's callbacks.
class XmlReading {
 public:
  XmlReading(std::span<const XmlNamespace> known, XmlHandler& handler)
      : parser_(XML_ParserCreate(nullptr), &XML_ParserFree), handler_(handler), names_(known) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_characters);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
    XML_SetSkippedEntityHandler(parser_.get(), on_unknown_entity);
  }

  Result<void> run(std::string_view bytes) {
    // In one piece: of a comment or a name that goes over several, each would be read from its beginning again.
    if (XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), 1) == XML_STATUS_OK) return {};
    if (!failure_.empty()) return fail(code_, failure_);
    return fail(Code::syntax, position() + "no XML: " + XML_ErrorString(XML_GetErrorCode(parser_.get())));
  }

 private:
  std::string position() const {
    return std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ":" +
           std::to_string(XML_GetCurrentColumnNumber(parser_.get()) + 1) + ": ";
  }

  void refuse(Code code, const std::string& reason) {
    if (failure_.empty()) {
      code_ = code;
      failure_ = position() + reason;
    }
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  /// Whether the tag is within the limits; notes why not.
  bool admit() {
    if (names_.depth() + unwanted_ >= deepest_tag)
      refuse(Code::out_of_range, "tags are more than " + std::to_string(deepest_tag) + " deep; flatten them");
    if (XML_GetSpecifiedAttributeCount(parser_.get()) > 2 * most_attributes)
      refuse(Code::out_of_range,
             "a tag has more than " + std::to_string(most_attributes) + " attributes; drop those that are not needed");
    return failure_.empty();
  }

  void start(const char* name, const char** list) {
    if (!admit()) return;
    if (unwanted_ > 0) {
      ++unwanted_;
      return;
    }
    if (!names_.open(name, list))
      return refuse(Code::out_of_range,
                    "more than " + std::to_string(most_prefixes) + " prefixes are declared; drop those not needed");
    const bool wanted = handler_.start(names_.tag(list));
    if (!handler_.refusal_.empty()) return refuse(Code::syntax, handler_.refusal_);
    if (wanted) return;
    names_.close();
    unwanted_ = 1;
  }

  void end() {
    if (!failure_.empty()) return;
    if (unwanted_ > 0) {
      --unwanted_;
      return;
    }
    handler_.end(names_.last());
    names_.close();
  }

  static XmlReading& of(void* data) { return *static_cast<XmlReading*>(data); }
  static void XMLCALL on_start(void* data, const char* name, const char** list) { of(data).start(name, list); }
  static void XMLCALL on_end(void* data, const char*) { of(data).end(); }
  static void XMLCALL on_characters(void* data, const char* bytes, int count) {
    const XmlReading& reading = of(data);
    if (reading.unwanted_ == 0 && reading.failure_.empty())
      reading.handler_.text({bytes, static_cast<std::size_t>(count)});
  }
  /// Declarations (ENTITY, ATTLIST, ELEMENT, NOTATION) let a short document stand for a long one.
  static void XMLCALL on_document_type(void* data, const char*, const char*, const char*, int has_internal_subset) {
    if (has_internal_subset != 0)
      of(data).refuse(Code::syntax,
                      "its document type holds declarations, which are not read; remove [...] from <!DOCTYPE>");
  }
  /// An entity of a document type that lies elsewhere, which is not fetched.
  static void XMLCALL on_unknown_entity(void* data, const char* name, int) {
    of(data).refuse(Code::syntax, "the entity &" + std::string(name).substr(0, longest_name) +
                                      "; is not known; write the character itself");
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  XmlHandler& handler_;
  XmlNames names_;
  std::size_t unwanted_ = 0;  ///< elements open in one whose content is not wanted, with it
  Code code_ = Code::syntax;
  std::string failure_;
};

Result<void> read_xml(std::string_view bytes, std::span<const XmlNamespace> known, XmlHandler& handler) {
  if (bytes.size() > largest) return fail(Code::out_of_range, "1:1: larger than 1 GiB; split it");
  return XmlReading(known, handler).run(bytes);
}

}  // namespace annal
