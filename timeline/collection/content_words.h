// The words of a collection that tell what a text is about, numbered, with their places and with how rare they are:
// names, numbers, nouns, verbs, all that is no everyday grammar, month or weekday of the language of the text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lang/language.h"
#include "timeline/timeline.h"

namespace annal {

/// A content word where it stands.
struct PlacedWord {
  std::uint32_t begin = 0;  ///< in bytes of Timeline::document.text
  std::uint32_t word = 0;   ///< its number
};

/// Whether two lists of words, each ascending, have one in common.
bool share_any(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// The content words of the documents of a timeline of several.
class ContentWords {
 public:
  explicit ContentWords(const Timeline& timeline);

  std::size_t documents() const { return first_.size() - 1; }
  /// How many words there are; their numbers are below.
  std::size_t size() const { return words_.size(); }
  /// The words of a document, an index into Timeline::sources, by place.
  std::span<const PlacedWord> of_document(std::size_t document) const {
    return std::span(places_).subspan(first_[document], first_[document + 1] - first_[document]);
  }
  /// The words within `span` of the text, each once, ascending.
  std::vector<std::uint32_t> within(Span span) const;
  /// The words of `text`, a text of its own, each once, ascending; without those that no document has.
  std::vector<std::uint32_t> of_text(std::string_view text) const;
  /// The number of documents that have a word.
  std::uint32_t documents_with(std::uint32_t word) const { return words_[word].documents; }
  /// How much a word says: its inverse document frequency, half as much again for a name.
  double weight(std::uint32_t word) const { return words_[word].weight; }
  /// Whether it mostly has a capital within sentences.
  bool is_name(std::uint32_t word) const { return 2 * words_[word].capitals > words_[word].inner; }
  /// Whether it begins with a figure.
  bool is_number(std::uint32_t word) const { return words_[word].number; }

 private:
  struct Entry {
    std::uint32_t documents = 0;
    std::uint32_t inner = 0, capitals = 0;  ///< within sentences: how often it stands there, and with a capital
    std::uint32_t last = 0;                 ///< the last document that has it, from 1
    bool number = false;
    double weight = 0;
  };
  void read_document(const Timeline& timeline, const SourceDocument& source);

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Entry> words_;
  std::vector<PlacedWord> places_;
  std::vector<std::size_t> first_;  ///< of each document, into places_; one more for the end
};

}  // namespace annal
