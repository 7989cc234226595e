#include "timeline/explain/why.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/sentence.h"
#include "timeline/explain/step_text.h"
#include "timeline/network/evidence_text.h"
#include "timeline/network/network.h"
#include "timeline/sources.h"

namespace annal {
namespace {

Point start_of(std::uint32_t event) { return {Point::Kind::event, event, false}; }
Point end_of(std::uint32_t event) { return {Point::Kind::event, event, true}; }

/// "e3 “Rovina votes”".
std::string event_text(const Timeline& timeline, std::uint32_t index) {
  const Event& event = timeline.events[index];
  const std::string title = event.title.empty() ? std::string(slice(timeline.document.text, event.span)) : event.title;
  return name_of(start_of(index)) + (title.empty() ? "" : " “" + on_one_line(title) + "”");
}

std::vector<ProofStep> steps_of(const Timeline& timeline, const Network& network,
                                const std::vector<Network::Step>& chain) {
  std::vector<ProofStep> steps;
  for (const Network::Step& link : chain) {
    ProofStep step;
    step.earlier = link.earlier;
    step.later = link.later;
    step.at_least = link.at_least;
    step.evidence = link.evidence;
    if (link.evidence >= 0) {
      const Evidence& evidence = timeline.evidence[static_cast<std::size_t>(link.evidence)];
      step.words = evidence.words;
      step.rule = evidence.rule;
      step.kind = evidence.kind;
      step.trust = evidence.trust;
    }
    step.claim = claim_of(step, timeline, network);
    steps.push_back(std::move(step));
  }
  return steps;
}

std::string strength(const Proof& proof) {
  const auto pieces = [](const std::vector<ProofStep>& steps) {
    return std::count_if(steps.begin(), steps.end(), [](const ProofStep& step) { return step.evidence >= 0; });
  };
  const auto count = pieces(proof.steps) + pieces(proof.also);
  if (count == 0) return {};
  return " (" + std::to_string(count) + (count == 1 ? " piece" : " pieces") + " of evidence, the weakest of trust " +
         trust_text(proof.trust) + ")";
}

std::string summary_of(const Proof& proof, const Timeline& timeline) {
  const std::string a = event_text(timeline, proof.a), b = event_text(timeline, proof.b);
  switch (proof.verdict) {
    case Verdict::before: return a + " is before " + b + strength(proof);
    case Verdict::starts_before:
      return a + " begins before " + b + " begins; when it ends is not ordered" + strength(proof);
    case Verdict::together:
      if (proof.a == proof.b) return a + " is one event";
      return a + " and " + b + " share time; which begins first is not known" + strength(proof);
    case Verdict::starts_after: return a + " is not before " + b + ": it begins later" + strength(proof);
    case Verdict::after: return a + " is not before " + b + " but after it" + strength(proof);
    case Verdict::unknown: break;
  }
  return "the order of " + a + " and " + b + " is not known: " + name_of(start_of(proof.a)) + " begins " +
         when_text(timeline.events[proof.a].start) + ", " + name_of(start_of(proof.b)) + " begins " +
         when_text(timeline.events[proof.b].start);
}

/// Line and column, from 1, of a byte of the text; columns in code points.
std::string line_and_column(std::string_view text, std::uint32_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  const auto characters =
      std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return std::to_string(lines + 1) + ":" + std::to_string(characters + 1);
}

/// The same in its document, which it names, of several.
std::string place_text(const Timeline& timeline, std::uint32_t offset) {
  if (timeline.sources.empty()) return line_and_column(timeline.document.text, offset);
  const SourceDocument& source = timeline.sources[source_at(timeline, offset)];
  return on_one_line(source.id) + ":" +
         line_and_column(slice(timeline.document.text, source.span), offset - source.span.begin);
}

/// The places of the text that a step rests on: of what documents disagree on, the sentence of each that states a date.
std::vector<Span> words_of(const ProofStep& step, const Timeline& timeline) {
  std::vector<Span> words;
  for (const Point& point : {step.earlier, step.later}) {
    if (step.rule != rule_accounts || point.kind != Point::Kind::event) continue;
    const Event& event = timeline.events[point.index];
    for (const Account& account : event.accounts)
      for (const std::uint32_t mention : account.mentions) {
        const std::size_t sentence = sentence_at(timeline.sentences, event.mentions[mention].begin);
        words.push_back(sentence < timeline.sentences.size() ? timeline.sentences[sentence].span
                                                             : event.mentions[mention]);
      }
  }
  if (words.empty() && step.words.size() > 0) words.push_back(step.words);
  return words;
}

/// The words with their places, each but the last on a line of its own.
std::string quotes_text(const ProofStep& step, const Timeline& timeline) {
  std::string out;
  for (const Span words : words_of(step, timeline)) {
    if (!out.empty()) out += "\n  ";
    out += place_text(timeline, words.begin) + "  \"" + on_one_line(slice(timeline.document.text, words)) + "\"";
  }
  return out.empty() ? out : out + "  ";
}

}  // namespace

Proof why(const Timeline& timeline, std::uint32_t a, std::uint32_t b) { return why(timeline, Network(timeline), a, b); }

Proof why(const Timeline& timeline, const Network& network, std::uint32_t a, std::uint32_t b) {
  Proof proof;
  proof.a = a;
  proof.b = b;
  const auto proves = [&](Verdict verdict, Point earlier, Point later, bool strictly) {
    proof.steps = steps_of(timeline, network, network.chain(earlier, later, strictly));
    if (!proof.steps.empty()) proof.verdict = verdict;
    return !proof.steps.empty();
  };
  if (a == b) {
    proof.verdict = Verdict::together;
  } else if (!proves(Verdict::before, end_of(a), start_of(b), false) &&
             !proves(Verdict::after, end_of(b), start_of(a), false) &&
             !proves(Verdict::starts_before, start_of(a), start_of(b), true) &&
             !proves(Verdict::starts_after, start_of(b), start_of(a), true)) {
    proof.steps = steps_of(timeline, network, network.chain(start_of(b), end_of(a), true));
    proof.also = steps_of(timeline, network, network.chain(start_of(a), end_of(b), true));
    if (!proof.steps.empty() && !proof.also.empty()) {
      proof.verdict = Verdict::together;
    } else {
      proof.steps.clear();
      proof.also.clear();
    }
  }
  if (proof.verdict != Verdict::unknown) proof.trust = 1;
  for (const auto* steps : {&proof.steps, &proof.also})
    for (const ProofStep& step : *steps) proof.trust = std::min(proof.trust, step.trust);
  proof.summary = summary_of(proof, timeline);
  return proof;
}

std::string text_of(const Proof& proof, const Timeline& timeline) {
  std::string out = proof.summary + "\n";
  const auto write = [&](const std::vector<ProofStep>& steps) {
    for (const ProofStep& step : steps) {
      if (step.evidence < 0) {
        out += "  " + on_one_line(step_text(step.claim, timeline)) + "\n";
        continue;
      }
      out += "  " + quotes_text(step, timeline);
      if (step.words.size() == 0 && step.kind == EvidenceKind::edited) out += "an edit  ";
      out += on_one_line(step_text(step.claim, timeline)) + "  (" + step.rule + ", " + trust_text(step.trust) + ")\n";
    }
  };
  write(proof.steps);
  if (!proof.also.empty()) out += "and\n";
  write(proof.also);
  return out;
}

std::string_view name(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::value: return "value";
    case ClaimKind::begins_from: return "begins-from";
    case ClaimKind::begins_until: return "begins-until";
    case ClaimKind::ends_from: return "ends-from";
    case ClaimKind::ends_until: return "ends-until";
    case ClaimKind::begins_before_it_ends: return "begins-before-it-ends";
    case ClaimKind::lasts_at_least: return "lasts-at-least";
    case ClaimKind::lasts_at_most: return "lasts-at-most";
    case ClaimKind::same_time: return "same-time";
    case ClaimKind::inside: return "inside";
    case ClaimKind::meets: return "meets";
    case ClaimKind::before: return "before";
    case ClaimKind::begins_before_end: return "begins-before-end";
    case ClaimKind::begins_by: return "begins-by";
    case ClaimKind::ends_by: return "ends-by";
    case ClaimKind::apart_before: return "apart-before";
    case ClaimKind::apart_after: return "apart-after";
    case ClaimKind::at_least_before: return "at-least-before";
    case ClaimKind::at_most_after: return "at-most-after";
  }
  return {};
}

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::before: return "before";
    case Verdict::starts_before: return "starts before";
    case Verdict::together: return "together";
    case Verdict::starts_after: return "starts after";
    case Verdict::after: return "after";
    case Verdict::unknown: return "unknown";
  }
  return {};
}

}  // namespace annal
