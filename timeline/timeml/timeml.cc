// See timeml.h. The handlers below gather tags in text order; ids become indices when all is read.
#include "timeline/timeml/timeml.h"

#include <expat.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

#include "core/calendar/calendar.h"
#include "core/text/read.h"
#include "timeline/timeml/normal_text.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 30;  // as read_text
static_assert(largest <= INT_MAX, "Expat takes an int");
constexpr std::size_t deepest_tag = 1000;
constexpr int most_attributes = 1000;
constexpr std::size_t longest_attribute = 65536;  // bytes
constexpr std::size_t longest_name = 40;          // bytes, in a message

using Attributes = std::map<std::string, std::string, std::less<>>;

/// The attribute, or an empty text; never a view of nothing, which must not be copied from.
std::string_view value_of(const Attributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view("") : std::string_view(found->second);
}

struct Tag {
  Span span;
  Attributes attributes;
};

/// Everything between the tags that matter, as expat hands it over.
struct Gathered {
  std::string text, id, title, failure;
  std::vector<Tag> times, events;
  std::vector<Attributes> instances, links;
  Attributes creation;
  bool has_text = false, in_text = false, in_creation = false;
  std::string* target = nullptr;                   ///< where characters go
  std::vector<std::pair<char, std::size_t>> open;  ///< 't' or 'e' and its index, innermost last
  std::size_t depth = 0;
  XML_Parser parser = nullptr;
};

/// "line:column" of what is being read.
std::string position_in(XML_Parser parser) {
  return std::to_string(XML_GetCurrentLineNumber(parser)) + ":" +
         std::to_string(XML_GetCurrentColumnNumber(parser) + 1);
}

void refuse(Gathered& g, const std::string& reason) {
  if (g.failure.empty()) g.failure = position_in(g.parser) + ": " + reason;
  XML_StopParser(g.parser, XML_FALSE);
}

Attributes attributes_of(Gathered& g, const char** list) {
  Attributes attributes;
  for (; *list != nullptr; list += 2) {
    if (std::strlen(list[1]) > longest_attribute) {
      refuse(g, "the attribute " + std::string(list[0]).substr(0, longest_name) + " is longer than " +
                    std::to_string(longest_attribute) + " bytes; shorten it");
      break;
    }
    attributes.emplace(list[0], list[1]);
  }
  return attributes;
}

/// Whether the tag is within the limits; notes why not.
bool admit(Gathered& g) {
  if (++g.depth > deepest_tag) refuse(g, "tags are more than " + std::to_string(deepest_tag) + " deep; flatten them");
  if (XML_GetSpecifiedAttributeCount(g.parser) > 2 * most_attributes)
    refuse(g, "a tag has more than " + std::to_string(most_attributes) + " attributes; drop those that are no TimeML");
  return g.failure.empty();
}

void XMLCALL on_start(void* data, const char* name, const char** list) {
  Gathered& g = *static_cast<Gathered*>(data);
  if (!admit(g)) return;
  const std::string_view tag = name;
  const auto here = static_cast<std::uint32_t>(g.text.size());
  if (tag == "TEXT" && !g.has_text) {
    g.has_text = g.in_text = true;
    g.target = &g.text;
  } else if (tag == "DOCID") {
    g.target = &g.id;
  } else if (tag == "TITLE" && !g.in_text) {
    g.target = &g.title;
  } else if (tag == "DCT") {
    g.in_creation = true;
  } else if (tag == "TIMEX3") {
    Attributes attributes = attributes_of(g, list);
    const bool creation = value_of(attributes, "functionInDocument") == "CREATION_TIME";
    if ((g.in_creation || creation) && g.creation.empty()) g.creation = attributes;
    if (!g.in_text) return;
    g.open.emplace_back('t', g.times.size());
    g.times.push_back({{here, here}, std::move(attributes)});
  } else if (tag == "EVENT" && g.in_text) {
    g.open.emplace_back('e', g.events.size());
    g.events.push_back({{here, here}, attributes_of(g, list)});
  } else if (tag == "MAKEINSTANCE") {
    g.instances.push_back(attributes_of(g, list));
  } else if (tag == "TLINK" || tag == "ALINK") {
    g.links.push_back(attributes_of(g, list));
  }
}

void XMLCALL on_end(void* data, const char* name) {
  Gathered& g = *static_cast<Gathered*>(data);
  const std::string_view tag = name;
  if (g.depth > 0) --g.depth;
  if (tag == "TEXT") {
    g.in_text = false;
    g.target = nullptr;
  } else if (tag == "DOCID" || (tag == "TITLE" && !g.in_text)) {
    g.target = nullptr;
  } else if (tag == "DCT") {
    g.in_creation = false;
  } else if (g.in_text && !g.open.empty() && (tag == "TIMEX3" || tag == "EVENT")) {
    const auto [kind, index] = g.open.back();
    (kind == 't' ? g.times : g.events)[index].span.end = static_cast<std::uint32_t>(g.text.size());
    g.open.pop_back();
  }
}

void XMLCALL on_characters(void* data, const char* bytes, int count) {
  const Gathered& g = *static_cast<Gathered*>(data);
  if (g.target != nullptr) g.target->append(bytes, static_cast<std::size_t>(count));
}

/// Declarations (ENTITY, ATTLIST, ELEMENT, NOTATION) let a short document stand for a long one. No annotated corpus
/// holds any.
void XMLCALL on_document_type(void* data, const char*, const char*, const char*, int has_internal_subset) {
  if (has_internal_subset != 0)
    refuse(*static_cast<Gathered*>(data),
           "its document type holds declarations, which are not read; remove [...] from <!DOCTYPE>");
}

/// An entity of a document type that lies elsewhere, which is not fetched.
void XMLCALL on_unknown_entity(void* data, const char* name, int) {
  refuse(*static_cast<Gathered*>(data),
         "the entity &" + std::string(name).substr(0, longest_name) + "; is not known; write the character itself");
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1));
}

Result<Gathered> gather(std::string_view bytes, std::string_view name) {
  if (bytes.size() > largest) return fail(Code::out_of_range, std::string(name) + ": larger than 1 GiB; split it");
  Gathered g;
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                                             &XML_ParserFree);
  g.parser = parser.get();
  XML_SetUserData(parser.get(), &g);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  XML_SetSkippedEntityHandler(parser.get(), on_unknown_entity);
  // In one piece: of a comment or a name that goes over several, each would be read from its beginning again.
  if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 1) != XML_STATUS_OK) {
    const std::string reason =
        g.failure.empty() ? position_in(parser.get()) + ": no XML: " + XML_ErrorString(XML_GetErrorCode(parser.get()))
                          : g.failure;
    return fail(Code::syntax, std::string(name) + ":" + reason);
  }
  g.parser = nullptr;
  g.target = nullptr;
  if (!g.has_text) return fail(Code::syntax, std::string(name) + ": no <TEXT> in it; put the article inside one");
  if (trimmed(g.text).empty()) return fail(Code::not_text, std::string(name) + ": its <TEXT> is empty");
  return g;
}

/// The enumerator that TimeML calls `word`, else `otherwise`.
template <class Enum>
Enum named(std::string_view word, Enum last, Enum otherwise) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (name(static_cast<Enum>(i)) == word) return static_cast<Enum>(i);
  return otherwise;
}

/// A span without the white space at its ends, which annotators now and then take in.
Span tight(Span span, std::string_view text) {
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
  while (span.begin < span.end && blank(span.begin)) ++span.begin;
  while (span.begin < span.end && blank(span.end - 1)) --span.end;
  return span;
}

TimeValue time_value(const Attributes& attributes) {
  TimeValue value;
  value.type = named(value_of(attributes, "type"), TimexType::set, TimexType::date);
  value.mod = named(value_of(attributes, "mod"), Mod::approx, Mod::none);
  value.value.assign(value_of(attributes, "value"));
  value.quant.assign(value_of(attributes, "quant"));
  value.freq.assign(value_of(attributes, "freq"));
  if (value.type == TimexType::duration || value.type == TimexType::set) return value;
  const auto parsed = parse_timex(value.value.view());
  if (!parsed || !valid(*parsed)) return value;
  value.granularity = parsed->granularity;
  // A modifier says "a part of it" or "not within it": where its ends lie is then not what the value says.
  if (value.mod != Mod::none) return value;
  value.interval = interval_of(*parsed);
  if (!value.interval.bounded())
    value.interval = {};
  else
    value.frame = parsed->year == CalendarValue::no_year ? Frame::open_year : Frame::calendar;
  return value;
}

Dct creation_time(const Attributes& attributes) {
  Dct dct;
  const auto parsed = parse_timex(value_of(attributes, "value"));
  if (!parsed || !valid(*parsed) || parsed->year == CalendarValue::no_year) return dct;
  const bool has_time = parsed->hour != CalendarValue::open;
  const Interval interval = interval_of(*parsed);
  if (!interval.bounded() || interval.end - interval.begin > seconds_per_day) return dct;
  dct.source = DctSource::given;
  dct.at = interval.begin;
  dct.has_time = has_time;
  return dct;
}

Event event_of(const Tag& tag, const Attributes& instance) {
  Event event;
  event.span = event.clause = tag.span;
  event.mentions = {tag.span};
  event.event_class = named(value_of(tag.attributes, "class"), EventClass::state, EventClass::occurrence);
  event.tense = named(value_of(instance, "tense"), Tense::pastpart, Tense::none);
  event.aspect = named(value_of(instance, "aspect"), Aspect::perfective_progressive, Aspect::none);
  event.polarity = named(value_of(instance, "polarity"), Polarity::neg, Polarity::pos);
  event.pos = named(value_of(instance, "pos"), PartOfSpeech::other, PartOfSpeech::other);
  event.modality = std::string(value_of(instance, "modality"));
  return event;
}

/// relType of a TLINK, or what that of an ALINK says of time: what initiates begins with the other, what ends it ends
/// with it, what continues lies in it.
std::optional<RelationType> relation_named(std::string_view word) {
  if (word == "INITIATES" || word == "REINITIATES") return RelationType::begins;
  if (word == "CULMINATES" || word == "TERMINATES") return RelationType::ends;
  if (word == "CONTINUES") return RelationType::is_included;
  if (word == "DURING_INV") return RelationType::during;
  for (int i = 0; i <= static_cast<int>(RelationType::ended_by); ++i)
    if (name(static_cast<RelationType>(i)) == word) return static_cast<RelationType>(i);
  return std::nullopt;
}

class Resolver {
 public:
  explicit Resolver(Gathered gathered) : g_(std::move(gathered)) {}

  Result<Annotation> run(std::string_view name) {
    auto document = read_text(g_.text, name);
    if (!document) return tl::unexpected(document.error());
    out_.document = std::move(*document);
    out_.document.id = trimmed(g_.id);
    out_.document.title = trimmed(g_.title);
    out_.document.dct = creation_time(g_.creation);
    const NormalText normal(g_.text, out_.document.text);
    for (auto* tags : {&g_.times, &g_.events})
      for (Tag& tag : *tags) tag.span = tight(normal.span(tag.span), out_.document.text);
    times();
    instances();
    links();
    return std::move(out_);
  }

 private:
  static bool known(const Tag& tag) { return tag.span.size() > 0; }

  void times() {
    if (!g_.creation.empty()) entity_.emplace(value_of(g_.creation, "tid"), Entity{Entity::Kind::document, 0});
    for (const Tag& tag : g_.times) {
      // One inside another would cover the same words twice: the outer one counts.
      if (!known(tag) || (!out_.times.empty() && out_.times.back().span.end > tag.span.begin)) continue;
      const Entity here{Entity::Kind::timex, static_cast<std::uint32_t>(out_.times.size())};
      if (!entity_.emplace(value_of(tag.attributes, "tid"), here).second) continue;
      Timex timex;
      timex.span = tag.span;
      timex.value = time_value(tag.attributes);
      out_.times.push_back(timex);
    }
  }

  void instances() {
    std::map<std::string_view, std::vector<const Attributes*>> of_event;
    for (const Attributes& instance : g_.instances) of_event[value_of(instance, "eventID")].push_back(&instance);
    for (const Tag& tag : g_.events) {
      if (!known(tag)) continue;
      const std::string_view eid = value_of(tag.attributes, "eid");
      const auto found = of_event.find(eid);
      const auto add = [&](const Attributes& instance) {
        const Entity here{Entity::Kind::event, static_cast<std::uint32_t>(out_.events.size())};
        const std::string_view eiid = value_of(instance, "eiid");
        if (!eiid.empty()) entity_.emplace(eiid, here);
        if (!eid.empty()) entity_.emplace(eid, here);
        out_.events.push_back(event_of(tag, instance));
      };
      if (found == of_event.end()) {
        add(tag.attributes);
        continue;
      }
      for (const Attributes* instance : found->second) add(*instance);
      of_event.erase(found);
    }
  }

  const Entity* entity(const Attributes& link, std::string_view event, std::string_view time) const {
    std::string_view id = value_of(link, event);
    if (id.empty()) id = value_of(link, time);
    const auto found = entity_.find(id);
    return found == entity_.end() ? nullptr : &found->second;
  }

  void links() {
    for (const Attributes& link : g_.links) {
      const Entity* from = entity(link, "eventInstanceID", "timeID");
      const Entity* to = entity(link, "relatedToEventInstance", "relatedToTime");
      const auto type = relation_named(value_of(link, "relType"));
      if (from == nullptr || to == nullptr || !type) continue;
      out_.links.push_back({std::string(value_of(link, "lid")), *from, *to, *type});
    }
  }

  Gathered g_;
  Annotation out_;
  std::map<std::string_view, Entity> entity_;  ///< by tid, eiid and eid
};

}  // namespace

bool is_timeml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || bytes[first] != '<') return false;
  // The root comes after the declaration, comments and a document type, if it comes at all.
  const std::string_view head = bytes.substr(first, 4096);
  return head.starts_with("<TimeML") ||
         ((head.starts_with("<?xml") || head.starts_with("<!")) && head.find("<TimeML") != std::string_view::npos);
}

Result<Annotation> read_timeml(std::string_view bytes, std::string_view name) {
  auto gathered = gather(bytes, name);
  if (!gathered) return tl::unexpected(gathered.error());
  return Resolver(std::move(*gathered)).run(name);
}

}  // namespace annal
