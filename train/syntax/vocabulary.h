// What a model knows of words and tags, and sentences in these terms.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/syntax/form.h"
#include "matrix.h"
#include "treebank.h"

namespace annal::syntax {

/// The rows of a word in the embedding tables.
using FormRows = std::array<std::uint32_t, form_features>;

/// A sentence to learn from. Word 0 is the root.
struct Example {
  std::vector<FormRows> rows;
  std::vector<std::uint32_t> head, deprel, upos;
  std::vector<std::int32_t> tag;  ///< -1: not to be learned
  std::vector<bool> certain;      ///< of head and deprel

  std::size_t size() const { return rows.size(); }
};

/// Vectors of words, learned from plain text.
struct WordVectors {
  std::size_t width = 0;
  std::vector<std::uint32_t> hashes;  ///< ascending
  Numbers rows;
};

/// A tag as it is counted.
struct TagKind {
  std::string name;
  Upos upos = Upos::none;
  Features features;
};

class Vocabulary {
 public:
  /// Of the words of `sentences`: forms that occur twice, parts and shapes that occur thrice, tags that occur five
  /// times.
  Vocabulary(const std::vector<GoldSentence>& sentences, const WordVectors& vectors);

  const std::vector<std::uint32_t>& hashes(std::size_t feature) const { return hashes_[feature]; }
  std::size_t rows(std::size_t feature) const { return EmbeddingTable::first_known + hashes_[feature].size(); }
  /// How often the word of that row of the first table occurs.
  std::uint32_t count(std::uint32_t row) const { return counts_[row]; }
  const std::vector<TagKind>& tags() const { return tags_; }

  /// `words` as an example.
  Example example(const std::vector<GoldWord>& words) const;

 private:
  void count_tags(const std::vector<GoldSentence>& sentences);
  FormRows rows_of(const std::string& form) const;

  std::array<std::vector<std::uint32_t>, form_features> hashes_;
  std::vector<std::uint32_t> counts_;
  std::vector<TagKind> tags_;
  std::vector<std::string> tag_keys_;  ///< ascending, as tags_
};

}  // namespace annal::syntax
