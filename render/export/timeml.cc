// See timeml.h.
#include "render/export/timeml.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "render/encode/escape.h"
#include "render/export/timeml_tags.h"
#include "render/labels/extent.h"

namespace annal {
namespace {

/// One place that tells of an event. The first of an event has the event's own number.
struct Mention {
  Span span;
  std::uint32_t event = 0;  ///< index into Timeline::events
  bool first = true;
};

/// The mentions of all events: first every event's own span, then the other places, in order of the events.
std::vector<Mention> mentions_of(const std::vector<Event>& events) {
  std::vector<Mention> out;
  for (std::uint32_t i = 0; i < events.size(); ++i) out.push_back({events[i].span, i, true});
  for (std::uint32_t i = 0; i < events.size(); ++i)
    for (const Span span : events[i].mentions)
      if (!(span == events[i].span)) out.push_back({span, i, false});
  return out;
}

class Writer {
 public:
  Writer(const Document& document, const std::vector<Timex>& timexes, const std::vector<Event>& events,
         const std::vector<Relation>& relations)
      : document_(document), timexes_(timexes), events_(events), relations_(relations), mentions_(mentions_of(events)) {
    std::vector<TagWish> wishes;
    for (std::uint32_t i = 0; i < timexes.size(); ++i) wishes.push_back({TagWish::Kind::timex, timexes[i].span, i});
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) wishes.push_back({TagWish::Kind::event, mentions_[i].span, i});
    tags_ = well_formed(std::move(wishes));
    place_instances();
  }

  std::string write() {
    out_.reserve(document_.text.size() * 2 + 1024);
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n\n<DOCID>";
    append_xml_text(out_, document_.id);
    out_ += "</DOCID>\n\n<DCT>";
    write_creation_time();
    out_ += "</DCT>\n";
    if (!document_.title.empty()) {
      out_ += "\n<TITLE>";
      append_xml_text(out_, document_.title);
      out_ += "</TITLE>\n";
    }
    out_ += "\n<TEXT>";
    write_text();
    out_ += "</TEXT>\n";
    write_instances();
    write_links();
    out_ += "\n</TimeML>\n";
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t no_tag = UINT32_MAX;

  /// Gives each mention that has a tag, or shares one, the number of its EVENT. Two events on the very same words are
  /// two instances of one EVENT.
  void place_instances() {
    event_of_mention_.assign(mentions_.size(), no_tag);
    timex_has_tag_.assign(timexes_.size(), false);
    std::vector<TagWish> kept;
    for (const TagWish& tag : tags_) {
      if (tag.kind == TagWish::Kind::timex) {
        timex_has_tag_[tag.id] = true;
        kept.push_back(tag);
        continue;
      }
      const bool shared = !kept.empty() && kept.back().kind == TagWish::Kind::event && kept.back().span == tag.span;
      event_of_mention_[tag.id] = shared ? kept.back().id : tag.id;
      if (!shared) kept.push_back(tag);
    }
    tags_ = std::move(kept);
  }

  void attribute(std::string_view name, std::string_view value) { append_xml_attribute(out_, name, value); }

  void known(std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(name, value);
  }

  void write_creation_time() {
    const std::string at = text_of(document_.dct);
    out_ += "<TIMEX3";
    attribute("tid", "t0");
    attribute("type", document_.dct.known() && document_.dct.has_time ? "TIME" : "DATE");
    attribute("value", at.empty() ? "XXXX-XX-XX" : at);
    attribute("temporalFunction", "false");
    attribute("functionInDocument", "CREATION_TIME");
    out_ += '>';
    out_ += at;
    out_ += "</TIMEX3>";
  }

  void write_text() {
    const std::string_view text = document_.text;
    std::size_t at = 0;
    std::vector<TagWish> open;
    const auto copy_to = [&](std::size_t end) {
      append_xml_text(out_, text.substr(at, end - at));
      at = end;
    };
    const auto close_until = [&](std::size_t place) {
      while (!open.empty() && open.back().span.end <= place) {
        copy_to(open.back().span.end);
        out_ += open.back().kind == TagWish::Kind::timex ? "</TIMEX3>" : "</EVENT>";
        open.pop_back();
      }
    };
    for (const TagWish& tag : tags_) {
      close_until(tag.span.begin);
      copy_to(tag.span.begin);
      if (tag.kind == TagWish::Kind::timex)
        open_timex(tag.id);
      else
        open_event(tag.id);
      open.push_back(tag);
    }
    close_until(text.size());
    copy_to(text.size());
  }

  void open_timex(std::uint32_t index) {
    const Timex& timex = timexes_[index];
    const TimeValue& value = timex.value;
    out_ += "<TIMEX3";
    attribute("tid", timex_id(index));
    attribute("type", name(value.type));
    attribute("value", value.value.view());
    known("mod", name(value.mod));
    known("quant", value.quant.view());
    known("freq", value.freq.view());
    attribute("temporalFunction", value.anchor_kind == AnchorKind::none ? "false" : "true");
    attribute("functionInDocument", "NONE");
    write_anchor(timex);
    out_ += '>';
  }

  /// The time that the value was counted from; for a duration that begins or ends there, as its end.
  void write_anchor(const Timex& timex) {
    const TimeValue& value = timex.value;
    std::string anchor;
    Interval place;
    if (value.anchor_kind == AnchorKind::document) {
      anchor = "t0";
      const CivilSeconds at = document_.dct.at;
      if (document_.dct.known()) place = {at, document_.dct.has_time ? at + 1 : at + seconds_per_day};
    } else if (value.anchor_kind == AnchorKind::reference && timex.anchor >= 0) {
      const auto index = static_cast<std::size_t>(timex.anchor);
      if (index >= timexes_.size() || !timex_has_tag_[index]) return;
      anchor = timex_id(index);
      if (timexes_[index].value.frame == Frame::calendar) place = timexes_[index].value.interval;
    }
    if (anchor.empty()) return;
    const bool placed = value.type == TimexType::duration && value.frame == Frame::calendar && place.bounded();
    const auto within = [&](CivilSeconds at) { return place.begin <= at && at <= place.end; };
    if (placed && within(value.interval.end))
      attribute("endPoint", anchor);
    else if (placed && within(value.interval.begin))
      attribute("beginPoint", anchor);
    else
      attribute("anchorTimeID", anchor);
  }

  void open_event(std::uint32_t mention) {
    out_ += "<EVENT";
    attribute("eid", event_id(mention));
    attribute("class", name(events_[mentions_[mention].event].event_class));
    out_ += '>';
  }

  static std::string instance_id(std::size_t mention) { return "ei" + std::to_string(mention + 1); }

  void write_instances() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (event_of_mention_[i] == no_tag) continue;
      const Event& event = events_[mentions_[i].event];
      // Tense, aspect and part of speech are those of the event's own head word: of its other mentions they are not
      // known.
      const bool own = mentions_[i].first;
      out_ += "\n<MAKEINSTANCE";
      attribute("eventID", event_id(event_of_mention_[i]));
      attribute("eiid", instance_id(i));
      attribute("tense", name(own ? event.tense : Tense::none));
      attribute("aspect", name(own ? event.aspect : Aspect::none));
      attribute("polarity", name(event.polarity));
      if (own) known("modality", event.modality);
      attribute("pos", name(own ? event.pos : PartOfSpeech::other));
      out_ += "/>";
    }
  }

  bool has_tag(const Entity& entity) const {
    switch (entity.kind) {
      case Entity::Kind::document: return true;
      case Entity::Kind::timex: return entity.index < timexes_.size() && timex_has_tag_[entity.index];
      case Entity::Kind::event: return entity.index < events_.size() && event_of_mention_[entity.index] != no_tag;
    }
    return false;
  }

  void begin_link(RelationType type) {
    out_ += "\n<TLINK";
    attribute("lid", 'l' + std::to_string(++links_));
    attribute("relType", name(type));
  }

  void write_links() {
    for (const Relation& relation : relations_) {
      if (!has_tag(relation.from) || !has_tag(relation.to)) continue;
      begin_link(relation.type);
      if (relation.from.kind == Entity::Kind::event)
        attribute("eventInstanceID", instance_id(relation.from.index));
      else
        attribute("timeID", id_of(relation.from));
      if (relation.to.kind == Entity::Kind::event)
        attribute("relatedToEventInstance", instance_id(relation.to.index));
      else
        attribute("relatedToTime", id_of(relation.to));
      out_ += "/>";
    }
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const std::uint32_t event = mentions_[i].event;
      if (mentions_[i].first || event_of_mention_[i] == no_tag || event_of_mention_[event] == no_tag) continue;
      begin_link(RelationType::identity);
      attribute("eventInstanceID", instance_id(i));
      attribute("relatedToEventInstance", instance_id(event));
      out_ += "/>";
    }
  }

  const Document& document_;
  const std::vector<Timex>& timexes_;
  const std::vector<Event>& events_;
  const std::vector<Relation>& relations_;
  std::vector<Mention> mentions_;
  std::vector<TagWish> tags_;
  std::vector<std::uint32_t> event_of_mention_;  ///< the mention whose EVENT tag it stands in, or no_tag
  std::vector<bool> timex_has_tag_;
  std::size_t links_ = 0;
  std::string out_;
};

}  // namespace

std::string to_timeml(const Timeline& timeline) {
  return Writer(timeline.document, timeline.timexes, timeline.events, timeline.relations).write();
}

std::string to_timeml(const Analysis& analysis) { return Writer(analysis.document, analysis.timexes, {}, {}).write(); }

}  // namespace annal
