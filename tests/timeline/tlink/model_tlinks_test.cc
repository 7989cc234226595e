#include "timeline/tlink/model_tlinks.h"

#include <catch2/catch.hpp>
#include <cstring>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

constexpr const char* story =
    "The harbour master said that the barge sank near the pier. Divers searched the hull and found the crew, who had "
    "climbed onto the roof. The owner will not repair it. If the crane fails, the port closes.";

struct Read {
  Analysis analysis;
  std::vector<Event> events;
  std::vector<TLink> links;
};

Read read(const TLinkTables& tables, EventSource source, const char* text = story) {
  Read out;
  out.analysis = test::analysed(text);
  const EventLexicon& lexicon = EventLexicon::of(test::english());
  const Reading reading = read_clauses(out.analysis, lexicon);
  const TieIndex ties = tie_times(out.analysis, reading, test::english());
  out.events = find_events(out.analysis, reading, ties, lexicon).events;
  append_model_tlinks(out.analysis, reading, ties, out.events, sites_of(out.analysis, reading, out.events), tables,
                      source, out.links);
  return out;
}

/// The shipped model with these weights for every feature.
std::vector<unsigned char> same_weights(const std::array<unsigned char, TLinkTables::labels>& weights) {
  std::vector<unsigned char> bytes(TLinkTables::bytes);
  for (std::size_t i = 0; i < TLinkTables::count; ++i)
    std::copy(weights.begin(), weights.end(), bytes.data() + i * weights.size());
  std::memcpy(bytes.data() + TLinkTables::labels * TLinkTables::count, tlink_tables().checks,
              TLinkTables::count * sizeof(std::uint16_t));
  return bytes;
}

}  // namespace

TEST_CASE("Models tie facts alone, with the words of both; of events that Annal found with less trust than any rule",
          "[timeline][relation][model]") {
  const EventSource source = GENERATE(EventSource::annotated, EventSource::detected);
  const bool detected = source == EventSource::detected;
  const Read out = read(tlink_tables(), source);
  REQUIRE(!out.links.empty());
  for (const TLink& link : out.links) {
    CHECK(link.kind == EvidenceKind::model);
    CHECK(link.trust < (detected ? 0.4 : 0.91));
    CHECK(link.trust > (detected ? 0 : 0.59));
    CHECK(link.words.size() > 0);
    for (const Entity end : {link.from, link.to})
      if (end.kind == Entity::Kind::event) {
        const Status status = out.events[end.index].status;
        CHECK((!link.bounds || (status != Status::denied && status != Status::conditional)));
      }
    if (link.bounds && link.to.kind == Entity::Kind::event)
      CHECK(may_bound(out.events[link.from.index].status, out.events[link.to.index].status));
  }
}

TEST_CASE("Models that always leave it open tie nothing", "[timeline][relation][model]") {
  const std::vector<unsigned char> bytes = same_weights({100, 0, 0, 0, 0, 0});
  CHECK(read(TLinkTables(bytes.data()), EventSource::detected).links.empty());
  CHECK(read(TLinkTables(bytes.data()), EventSource::annotated).links.empty());
}

TEST_CASE("A date binds no verb of a side clause and no noun by the model alone", "[timeline][relation][model]") {
  std::array<unsigned char, TLinkTables::labels> weights{};
  weights[static_cast<std::size_t>(TLinkLabel::is_included)] = 100;
  const std::vector<unsigned char> bytes = same_weights(weights);
  const Read out = read(TLinkTables(bytes.data()), EventSource::detected,
                        "The captain, who survived the storm, wrote a book in 1920. In 1920 the fire spread.");
  for (const TLink& link : out.links) {
    if (!link.bounds || link.to.kind != Entity::Kind::timex) continue;
    CHECK(slice(out.analysis.document.text, out.events[link.from.index].span) != "survived");
    CHECK(out.events[link.from.index].pos == PartOfSpeech::verb);
  }
}

TEST_CASE("The likeliest label that is allowed is the answer, with its lead over saying nothing and over the next",
          "[timeline][model]") {
  std::vector<unsigned char> bytes(TLinkTables::bytes, 0);
  const std::array<unsigned char, TLinkTables::labels> row{10, 30, 20, 0, 0, 0};
  std::copy(row.begin(), row.end(), bytes.begin());
  constexpr std::uint32_t key = 17, unknown = 18;  // of the first bucket, and of no row
  const std::uint16_t check = TLinkTables::check_of(key);
  std::memcpy(bytes.data() + TLinkTables::labels * TLinkTables::count, &check, sizeof(check));
  const TLinkTables tables(bytes.data());
  CHECK(predict(tables, {key}).label == TLinkLabel::before);
  CHECK(predict(tables, {key, unknown, key}).margin == 40);
  CHECK(predict(tables, {key, key}).lead == 20);
  const TLinkPrediction second = predict(tables, {key}, 1U << static_cast<unsigned>(TLinkLabel::after));
  CHECK(second.label == TLinkLabel::after);
  CHECK(second.margin == 10);
}

TEST_CASE("The evidence of a model has its name, and the words", "[timeline][explain][model]") {
  const std::vector<unsigned char> bytes = same_weights({0, 100, 0, 0, 0, 0});
  const std::string text = "The barge sank near the pier. Divers searched the hull.";
  const Timeline timeline = build_timeline(test::analysed(text), test::english(), TLinkTables(bytes.data()));
  const auto found = std::find_if(timeline.evidence.begin(), timeline.evidence.end(),
                                  [](const Evidence& evidence) { return evidence.rule == "model-order"; });
  REQUIRE(found != timeline.evidence.end());
  CHECK(slice(text, found->words) == "sank near the pier. Divers searched");
}
