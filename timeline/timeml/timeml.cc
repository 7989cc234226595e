// See timeml.h. The handlers below gather tags in text order; ids become indices when all is read.
#include "timeline/timeml/timeml.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/calendar/calendar.h"
#include "core/text/read.h"
#include "reader/xml/read_xml.h"
#include "timeline/timeml/normal_text.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 30;  // as read_text
constexpr std::size_t longest_attribute = 65536;       // bytes
constexpr std::size_t longest_name = 40;               // bytes, in a message

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

/// Everything between the tags that matter, in the order of the text.
struct Gathered {
  std::string text, id, title;
  std::vector<Tag> times, events;
  std::vector<Attributes> instances, links;
  Attributes creation;
  bool has_text = false, in_text = false, in_creation = false;
  std::string* target = nullptr;                   ///< where characters go
  std::vector<std::pair<char, std::size_t>> open;  ///< 't' or 'e' and its index, innermost last
};

class TimemlReader final : public XmlHandler {
 public:
  explicit TimemlReader(Gathered& gathered) : g_(gathered) {}

  bool start(const XmlTag& tag) override {
    const std::string_view name = tag.name;
    const auto here = static_cast<std::uint32_t>(g_.text.size());
    if (name == "TEXT" && !g_.has_text) {
      g_.has_text = g_.in_text = true;
      g_.target = &g_.text;
    } else if (name == "DOCID") {
      g_.target = &g_.id;
    } else if (name == "TITLE" && !g_.in_text) {
      g_.target = &g_.title;
    } else if (name == "DCT") {
      g_.in_creation = true;
    } else if (name == "TIMEX3") {
      Attributes attributes = attributes_of(tag);
      const bool creation = value_of(attributes, "functionInDocument") == "CREATION_TIME";
      if ((g_.in_creation || creation) && g_.creation.empty()) g_.creation = attributes;
      if (!g_.in_text) return true;
      g_.open.emplace_back('t', g_.times.size());
      g_.times.push_back({{here, here}, std::move(attributes)});
    } else if (name == "EVENT" && g_.in_text) {
      g_.open.emplace_back('e', g_.events.size());
      g_.events.push_back({{here, here}, attributes_of(tag)});
    } else if (name == "MAKEINSTANCE") {
      g_.instances.push_back(attributes_of(tag));
    } else if (name == "TLINK" || name == "ALINK") {
      g_.links.push_back(attributes_of(tag));
    }
    return true;
  }

  void end(std::string_view name) override {
    if (name == "TEXT") {
      g_.in_text = false;
      g_.target = nullptr;
    } else if (name == "DOCID" || (name == "TITLE" && !g_.in_text)) {
      g_.target = nullptr;
    } else if (name == "DCT") {
      g_.in_creation = false;
    } else if (g_.in_text && !g_.open.empty() && (name == "TIMEX3" || name == "EVENT")) {
      const auto [kind, index] = g_.open.back();
      (kind == 't' ? g_.times : g_.events)[index].span.end = static_cast<std::uint32_t>(g_.text.size());
      g_.open.pop_back();
    }
  }

  void text(std::string_view piece) override {
    if (g_.target != nullptr) g_.target->append(piece);
  }

 private:
  Attributes attributes_of(const XmlTag& tag) {
    Attributes attributes;
    tag.each([&](std::string_view name, std::string_view value) {
      if (value.size() > longest_attribute)
        refuse("the attribute " + std::string(name.substr(0, longest_name)) + " is longer than " +
               std::to_string(longest_attribute) + " bytes; shorten it");
      else
        attributes.emplace(name, value);
    });
    return attributes;
  }

  Gathered& g_;
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1));
}

Result<Gathered> gather(std::string_view bytes, std::string_view name) {
  if (bytes.size() > largest) return fail(Code::out_of_range, std::string(name) + ": larger than 1 GiB; split it");
  constexpr std::array any = {XmlNamespace{"", ""}};  // corpora state several, or none
  Gathered g;
  TimemlReader reader(g);
  if (auto read = read_xml(bytes, any, reader); !read)
    return fail(read.error().code, std::string(name) + ":" + read.error().message);
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
