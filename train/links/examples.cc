#include "examples.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <sstream>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/trees.h"
#include "timeline/timeml/timeml.h"
#include "timeline/tlink/tlink_features.h"
#include "train/corpus.h"

namespace annal::train {
namespace {

/// Lines of a table as TLINKs whose lid tells labeller and label, so that the reader of TimeML finds their ends.
std::map<std::string, std::string> tlinks_of(const std::filesystem::path& table, const char* labeller) {
  std::map<std::string, std::string> out;
  std::istringstream in(read_file(table));
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string name, a, b, label;
    fields >> name >> a >> b >> label;
    out[name] += "<TLINK lid=\"" + std::string(labeller) + " " + label + "\" eventInstanceID=\"" + a +
                 "\" relatedToEventInstance=\"" + b + "\" relType=\"BEFORE\"/>\n";
  }
  return out;
}

std::optional<TLinkLabel> label_of(std::string_view name) {
  if (name == "VAGUE") return TLinkLabel::none;
  if (name == "BEFORE") return TLinkLabel::before;
  if (name == "AFTER") return TLinkLabel::after;
  if (name == "INCLUDES") return TLinkLabel::includes;
  if (name == "IS_INCLUDED") return TLinkLabel::is_included;
  if (name == "SIMULTANEOUS" || name == "EQUAL") return TLinkLabel::simultaneous;
  return std::nullopt;
}

TLinkLabel label_of(RelationType type) {
  switch (type) {
    case RelationType::before:
    case RelationType::ibefore: return TLinkLabel::before;
    case RelationType::after:
    case RelationType::iafter: return TLinkLabel::after;
    case RelationType::includes:
    case RelationType::begun_by:
    case RelationType::ended_by: return TLinkLabel::includes;
    case RelationType::is_included:
    case RelationType::begins:
    case RelationType::ends: return TLinkLabel::is_included;
    default: return TLinkLabel::simultaneous;
  }
}

TLinkLabel turned(TLinkLabel label) {
  switch (label) {
    case TLinkLabel::before: return TLinkLabel::after;
    case TLinkLabel::after: return TLinkLabel::before;
    case TLinkLabel::includes: return TLinkLabel::is_included;
    case TLinkLabel::is_included: return TLinkLabel::includes;
    default: return label;
  }
}

/// Which begins first, where the label tells.
TLinkLabel starts_of(TLinkLabel label) {
  switch (label) {
    case TLinkLabel::before:
    case TLinkLabel::includes: return TLinkLabel::before;
    case TLinkLabel::after:
    case TLinkLabel::is_included: return TLinkLabel::after;
    default: return TLinkLabel::none;
  }
}

/// `analysis` with the trees of its sentences; with `times`, if any, in place of its own time expressions.
Analysis parsed(Analysis analysis, const std::vector<Timex>* times, const Language& language) {
  if (times != nullptr) {
    analysis.timexes = *times;
    analysis.trees.clear();
  }
  read_trees(analysis, language);
  return analysis;
}

class Reader {
 public:
  Reader(const Annotation& annotation, const Language& language)
      : analysis_(parsed(analyse(annotation.document, language), &annotation.times, language)),
        reading_(read_clauses(analysis_, EventLexicon::of(language))),
        ties_(tie_times(analysis_, reading_, language)),
        sites_(sites_of(analysis_, reading_, annotation.events)),
        features_(analysis_, reading_, ties_, sites_) {}

  void add(const AnnotatedLink& link, std::vector<TLinkExample>& out) const {
    TLinkExample x;
    x.label = label_of(link.type);
    if (link.id.starts_with("matres ") || link.id.starts_with("dense ")) {
      x.labeller = link.id[0] == 'm' ? Labeller::matres : Labeller::dense;
      const auto label = label_of(std::string_view(link.id).substr(link.id.find(' ') + 1));
      if (!label) return;
      x.label = *label;
    }
    Entity a = link.from, b = link.to;
    using Kind = Entity::Kind;
    if (a.kind != Kind::event || (b.kind == Kind::event && sites_[a.index].token > sites_[b.index].token)) {
      std::swap(a, b);
      x.label = turned(x.label);
    }
    if (a.kind != Kind::event || a == b) return;
    if (b.kind == Kind::event) {
      if (features_.sentence_of(b.index) > features_.sentence_of(a.index) + 1) return;
      x.task = x.labeller == Labeller::matres ? TLinkTask::start_order : TLinkTask::event_event;
      features_.pair(x.task, a.index, b.index, x.keys);
      if (const TLinkLabel starts = starts_of(x.label);
          x.task == TLinkTask::event_event && starts != TLinkLabel::none) {
        out.push_back({TLinkTask::start_order, Labeller::starts, starts, {}});
        features_.pair(TLinkTask::start_order, a.index, b.index, out.back().keys);
      }
    } else if (b.kind == Kind::document) {
      x.task = TLinkTask::event_dct;
      features_.dct(x.task, a.index, x.keys);
    } else {
      x.task = TLinkTask::event_timex;
      features_.timex(x.task, a.index, b.index, x.keys);
    }
    out.push_back(std::move(x));
  }

 private:
  Analysis analysis_;
  Reading reading_;
  TieIndex ties_;
  std::vector<EventSite> sites_;
  TLinkFeatures features_;
};

/// A text as the program reads it, its events and times found by the program: every pair that the program would ask
/// about, labelled by the links of the annotation, else none.
class TextReader {
 public:
  TextReader(const Annotation& annotation, const Language& language)
      : analysis_(parsed(analyse(annotation.document, language), nullptr, language)),
        reading_(read_clauses(analysis_, EventLexicon::of(language))),
        ties_(tie_times(analysis_, reading_, language)),
        events_(find_events(analysis_, reading_, ties_, EventLexicon::of(language)).events),
        sites_(sites_of(analysis_, reading_, events_)),
        features_(analysis_, reading_, ties_, sites_) {
    for (const Event& e : annotation.events) own_event_.push_back(at(e.span, events_));
    for (const Timex& t : annotation.times) own_timex_.push_back(at(t.span, analysis_.timexes));
    for (const AnnotatedLink& link : annotation.links) {
      if (link.id.starts_with("matres ") || link.id.starts_with("dense ")) continue;
      const Entity from = own(link.from), to = own(link.to);
      if (from.index == none || to.index == none) continue;
      labels_[key(from, to)] = label_of(link.type);
      labels_[key(to, from)] = turned(label_of(link.type));
    }
  }

  void add(std::vector<TLinkExample>& out) const {
    std::vector<std::uint32_t> heads;
    for (std::uint32_t s = 0; s < sites_.size(); ++s)
      if (sites_[s].first) heads.push_back(s);
    std::stable_sort(heads.begin(), heads.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sites_[a].token < sites_[b].token; });
    const auto event = [&](std::uint32_t s) { return Entity{Entity::Kind::event, sites_[s].event}; };
    const auto put = [&](TLinkTask task, Entity from, Entity to) -> TLinkExample& {
      const auto found = labels_.find(key(from, to));
      TLinkExample x;
      x.task = task;
      x.label = found == labels_.end() ? TLinkLabel::none : found->second;
      out.push_back(std::move(x));
      return out.back();
    };
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const std::uint32_t s = heads[i];
      features_.dct(TLinkTask::salient_dct, s, put(TLinkTask::salient_dct, event(s), {Entity::Kind::document, 0}).keys);
      for (std::size_t k = i, n = 0; k-- > 0 && n < 10; ++n) {
        if (features_.sentence_of(heads[k]) + 1 < features_.sentence_of(s)) break;
        if (sites_[heads[k]].event == sites_[s].event) continue;
        features_.pair(TLinkTask::salient_pair, heads[k], s,
                       put(TLinkTask::salient_pair, event(heads[k]), event(s)).keys);
      }
      for (std::uint32_t t = 0; t < analysis_.timexes.size(); ++t)
        if (features_.sentence_of_timex(t) == features_.sentence_of(s))
          features_.timex(TLinkTask::salient_timex, s, t,
                          put(TLinkTask::salient_timex, event(s), {Entity::Kind::timex, t}).keys);
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  template <class T>
  static std::uint32_t at(Span span, const std::vector<T>& all) {
    for (std::uint32_t i = 0; i < all.size(); ++i)
      if (all[i].span.begin < span.end && span.begin < all[i].span.end) return i;
    return none;
  }
  Entity own(Entity e) const {
    if (e.kind == Entity::Kind::event) return {e.kind, own_event_[e.index]};
    if (e.kind == Entity::Kind::timex) return {e.kind, own_timex_[e.index]};
    return e;
  }
  static std::array<std::uint32_t, 4> key(Entity a, Entity b) {
    return {static_cast<std::uint32_t>(a.kind), a.index, static_cast<std::uint32_t>(b.kind), b.index};
  }

  Analysis analysis_;
  Reading reading_;
  TieIndex ties_;
  std::vector<Event> events_;
  std::vector<EventSite> sites_;
  TLinkFeatures features_;
  std::vector<std::uint32_t> own_event_, own_timex_;
  std::map<std::array<std::uint32_t, 4>, TLinkLabel> labels_;
};

}  // namespace

std::vector<TLinkDocument> read_tlinks(const TLinkCorpora& corpora) {
  const Language& language = *Language::find("en");
  std::map<std::string, std::string> labels;
  for (const auto& table : corpora.matres)
    for (const auto& [name, links] : tlinks_of(table, "matres")) labels[name] += links;
  for (const auto& table : corpora.dense)
    for (const auto& [name, links] : tlinks_of(table, "dense")) labels[name] += links;
  std::vector<TLinkDocument> out;
  for (const auto& folder : corpora.timeml)
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".tml") out.push_back({entry.path().stem().string(), entry.path(), {}});
  std::sort(out.begin(), out.end(), [](const TLinkDocument& a, const TLinkDocument& b) { return a.name < b.name; });
  for (TLinkDocument& d : out) {
    std::string xml = read_file(d.path);
    if (const std::size_t end = xml.rfind("</TimeML>"); end != std::string::npos) xml.insert(end, labels[d.name]);
    auto annotation = annal::read_timeml(xml, d.name);
    if (!annotation) {
      std::fprintf(stderr, "annal-train-links: %s\n", annotation.error().message.c_str());
      continue;
    }
    const Reader reader(*annotation, language);
    for (const AnnotatedLink& link : annotation->links) reader.add(link, d.examples);
    TextReader(*annotation, language).add(d.examples);
  }
  return out;
}

}  // namespace annal::train
