#include "vocabulary.h"

#include <algorithm>
#include <map>

#include "core/syntax/labels.h"
#include "core/syntax/parser.h"

namespace annal::syntax {
namespace {

constexpr std::uint32_t least_words = 2, least_parts = 3, least_tags = 5;

std::string key_of(const GoldWord& word) {
  return std::string(name_of(word.upos)) + '\t' + word.name + '\t' + column_of(word.features);
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<GoldSentence>& sentences, const WordVectors& vectors) {
  std::array<std::map<std::uint32_t, std::uint32_t>, form_features> counts;
  FormReader reader;
  for (const GoldSentence& sentence : sentences)
    for (const GoldWord& word : sentence.words) {
      if (word.form == time_form) continue;
      const FormKeys keys = reader.keys_of(word.form);
      for (std::size_t f = 0; f < form_features; ++f) ++counts[f][keys[f]];
    }
  counts_.assign(EmbeddingTable::first_known, 0);
  for (std::size_t f = 0; f + 1 < form_features; ++f)
    for (const auto& [hash, count] : counts[f]) {
      if (count < (f == 0 ? least_words : least_parts)) continue;
      hashes_[f].push_back(hash);
      if (f == 0) counts_.push_back(count);
    }
  hashes_.back() = vectors.hashes;
  count_tags(sentences);
}

void Vocabulary::count_tags(const std::vector<GoldSentence>& sentences) {
  std::map<std::string, std::pair<std::uint32_t, const GoldWord*>> counts;
  for (const GoldSentence& sentence : sentences)
    for (const GoldWord& word : sentence.words) {
      if (word.form == time_form) continue;
      auto& [count, example] = counts[key_of(word)];
      ++count;
      example = &word;
    }
  for (const auto& [key, counted] : counts) {
    if (counted.first < least_tags) continue;
    tag_keys_.push_back(key);
    tags_.push_back({counted.second->name, counted.second->upos, counted.second->features});
  }
}

FormRows Vocabulary::rows_of(const std::string& form) const {
  FormRows rows{};
  if (form == time_form) {
    rows.fill(EmbeddingTable::time);
    return rows;
  }
  FormReader reader;
  const FormKeys keys = reader.keys_of(form);
  for (std::size_t f = 0; f < form_features; ++f) {
    const auto found = std::lower_bound(hashes_[f].begin(), hashes_[f].end(), keys[f]);
    rows[f] = found == hashes_[f].end() || *found != keys[f]
                  ? EmbeddingTable::unknown
                  : static_cast<std::uint32_t>(EmbeddingTable::first_known + (found - hashes_[f].begin()));
  }
  return rows;
}

Example Vocabulary::example(const std::vector<GoldWord>& words) const {
  Example made;
  FormRows root{};
  root.fill(EmbeddingTable::root);
  made.rows.push_back(root);
  made.head.push_back(0);
  made.deprel.push_back(0);
  made.upos.push_back(0);
  made.tag.push_back(-1);
  made.certain.push_back(false);
  for (const GoldWord& word : words) {
    made.rows.push_back(rows_of(word.form));
    made.head.push_back(static_cast<std::uint32_t>(word.head));
    made.deprel.push_back(static_cast<std::uint32_t>(word.deprel));
    made.upos.push_back(static_cast<std::uint32_t>(word.upos));
    const std::string key = key_of(word);
    const auto found = std::lower_bound(tag_keys_.begin(), tag_keys_.end(), key);
    const bool known = found != tag_keys_.end() && *found == key;
    made.tag.push_back(known ? static_cast<std::int32_t>(found - tag_keys_.begin()) : -1);
    made.certain.push_back(word.certain);
  }
  return made;
}

}  // namespace annal::syntax
