// Edits outlive changes of the article and of the models: each still falls on the event that it meant, or is reported.
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/timeline/edits/edited.h"
#include "timeline/edits/find_quote.h"
#include "timeline/edits/write_edits.h"

using namespace annal;
using namespace annal::test;

namespace {

constexpr std::string_view sentences[]{
    "The mayor of Vell signed the treaty on 3 May 2016 .",
    "A storm destroyed the old mill near the river in June 2016 .",
    "Anna Kovar called Boris Brandt and congratulated him on 8 November 2016 .",
    "The court sentenced the former treasurer to two years last week .",
    "Two days later the council elected a new speaker .",
    "The ferry company said that it had bought three ships in 2014 .",
    "After the vote the opposition left the hall .",
    "Brandt visited the harbour on 10 November 2016 and opened the museum .",
    "Workers found a bomb under the bridge on Monday .",
    "The bank raised its rates in March 2015 , and prices fell .",
    "The minister resigned before the inquiry began .",
    "Police arrested a driver who had fled from the accident .",
    "The phone call lasted an hour .",
    "Rovina won the final against Sudland on 12 July 2015 .",
    "The union plans to strike in December .",
    "The library was founded in 1872 and burned down in 1911 .",
    "She left the town in 2015 .",
    "She left the party in 2014 .",
    "Anna Kovar opened the new bridge in Vell in May 2013 .",
    "Boris Brandt opened the new library in Sandby in May 2012 .",
    "The ferry company bought the harbour in 2013 .",
    "The phone call with Brandt lasted two hours .",
};

/// A word of the sentences above: which sentence, and which of its words.
using Origin = std::pair<std::size_t, std::size_t>;

/// A word of an article, with the word above that it is. New words are none.
struct Word {
  std::string text;
  std::optional<Origin> origin;
};
using Article = std::vector<std::vector<Word>>;                  // by sentence
using Origins = std::map<std::uint32_t, std::optional<Origin>>;  // of the words, by the byte at which they begin

std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
    words.emplace_back(sentence.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t n) { return engine() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
};

std::vector<Word> random_sentence(Random& random) {
  std::vector<Word> sentence;
  const std::size_t which = random.below(std::size(sentences));
  for (std::string& word : words_of(sentences[which]))
    sentence.push_back({std::move(word), Origin{which, sentence.size()}});
  return sentence;
}

Article random_article(Random& random) {
  Article article;
  for (std::size_t n = 5 + random.below(6); n > 0; --n) article.push_back(random_sentence(random));
  return article;
}

std::string text_of(const Article& article, Origins& origins) {
  std::string text;
  for (const std::vector<Word>& sentence : article) {
    if (!text.empty()) text += '\n';
    const std::size_t begin = text.size();
    for (const Word& word : sentence) {
      if (text.size() > begin && word.text != "." && word.text != ",") text += ' ';
      origins[static_cast<std::uint32_t>(text.size())] = word.origin;
      text += word.text;
    }
  }
  return text;
}

/// Deletes, inserts or replaces a tenth of the words, by words of the article, moves a sentence, and writes another for
/// one.
Article changed(Article article, Random& random) {
  std::vector<std::string> vocabulary;
  for (const auto& sentence : article)
    for (const Word& word : sentence) vocabulary.push_back(word.text);
  // None where its sentence has it: then it would be that word.
  const auto new_word = [&](const std::vector<Word>& sentence) -> std::optional<Word> {
    Word word{vocabulary[random.below(vocabulary.size())], {}};
    const bool is_there =
        std::any_of(sentence.begin(), sentence.end(), [&](const Word& w) { return w.text == word.text; });
    return is_there ? std::nullopt : std::optional(word);
  };
  for (auto& sentence : article) {
    std::vector<Word> out;
    for (const Word& word : sentence) {
      const std::size_t kind = random.one_in(10) ? random.below(3) : 3;  // deleted, replaced, inserted before, kept
      const auto fresh = kind == 1 || kind == 2 ? new_word(sentence) : std::nullopt;
      if (fresh) out.push_back(*fresh);
      if (kind >= 2 || (kind == 1 && !fresh)) out.push_back(word);
    }
    sentence = std::move(out);
  }
  std::swap(article[random.below(article.size())], article[random.below(article.size())]);
  article[random.below(article.size())] = random_sentence(random);
  return article;
}

/// The word above that each mention of an event is.
std::vector<Origin> words_of(const Event& event, const Origins& origins) {
  std::vector<Origin> found;
  for (const Span span : event.mentions)
    if (const auto word = origins.find(span.begin); word != origins.end() && word->second)
      found.push_back(*word->second);
  return found;
}

struct Meant {
  std::string title;  ///< that the edit gives, which no other does
  std::uint32_t line = 0;
  std::optional<Origin> head;
};

/// An edit of each event of the article, written as the program writes it.
std::vector<Meant> edit_all(const Timeline& timeline, const Origins& origins, std::string& toml) {
  std::vector<Meant> meant;
  const EventQuotes quotes(timeline);
  Edits edits;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    EventEdit& edit = edits.events.emplace_back();
    edit.event = quotes.quote_of(e);
    edit.change.title = "Edit " + std::to_string(e);
    const auto head = origins.find(timeline.events[e].span.begin);
    meant.push_back({*edit.change.title, 0, head == origins.end() ? std::nullopt : head->second});
  }
  toml = write_edits("", edits, "f").value();
  const Edits written = read_edits(toml, "f").value();
  for (const EventEdit& edit : written.events)
    for (Meant& m : meant)
      if (m.title == edit.change.title) m.line = edit.line;
  return meant;
}

struct Count {
  std::size_t edits = 0, applied = 0, reported = 0, lost = 0, wrong = 0;

  void add(const std::vector<Meant>& meant, const EditedTimeline& after, const Origins& origins) {
    for (const Meant& m : meant) {
      ++edits;
      const bool is_reported = std::any_of(after.problems.begin(), after.problems.end(),
                                           [&](const EditProblem& problem) { return problem.line == m.line; });
      reported += is_reported ? 1 : 0;
      const auto event = std::find_if(after.timeline.events.begin(), after.timeline.events.end(),
                                      [&](const Event& e) { return e.title == m.title; });
      if (event == after.timeline.events.end()) {
        lost += is_reported ? 0 : 1;
        continue;
      }
      const std::vector<Origin> now = words_of(*event, origins);
      const bool is_right = !m.head || std::find(now.begin(), now.end(), *m.head) != now.end();
      ++(is_right ? applied : wrong);
    }
  }
  void check() const {
    INFO(edits << " edits: " << applied << " applied, " << reported << " reported, " << lost << " lost, " << wrong
               << " of another event");
    CHECK(applied > edits / 2);
    CHECK(lost == 0);
    CHECK(wrong == 0);
  }
};

/// What another version of the models makes of the same text: it drops events, titles them otherwise, chooses others.
Timeline reread(Timeline timeline, Random& random) {
  std::vector<Event> kept;
  for (Event& event : timeline.events) {
    if (random.one_in(10)) continue;
    if (random.one_in(5)) event.title = "Other " + std::to_string(kept.size());
    if (random.one_in(5)) event.shown = !event.shown;
    event.precedes.clear();
    kept.push_back(std::move(event));
  }
  timeline.events = std::move(kept);
  timeline.evidence.clear();
  timeline.relations.clear();
  timeline.conflicts.clear();
  timeline.order.clear();
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    timeline.events[e].position = e;
    timeline.order.push_back(e);
  }
  return timeline;
}

constexpr unsigned articles = 1000;

}  // namespace

TEST_CASE("An edit outlives a change of a tenth of the article's words, or is reported", "[edits]") {
  Count count;
  for (unsigned seed = 0; seed < articles; ++seed) {
    Random random{std::mt19937(seed)};
    const Article article = random_article(random);
    Origins before, after;
    std::string toml;
    const std::vector<Meant> meant = edit_all(timeline_of(text_of(article, before)), before, toml);
    const Timeline timeline = timeline_of(text_of(changed(article, random), after));
    count.add(meant, edited(timeline, toml), after);
  }
  count.check();
}

TEST_CASE("An edit outlives another reading of the article, or is reported", "[edits]") {
  Count count;
  for (unsigned seed = 0; seed < articles; ++seed) {
    Random random{std::mt19937(seed)};
    Origins origins;
    const Timeline timeline = timeline_of(text_of(random_article(random), origins));
    std::string toml;
    const std::vector<Meant> meant = edit_all(timeline, origins, toml);
    count.add(meant, edited(reread(timeline, random), toml), origins);
  }
  count.check();
}
