#include "core/syntax/parser.h"

#include <algorithm>

#include "core/syntax/decode.h"

namespace annal::syntax {
namespace {

constexpr std::size_t longest_piece = Scorer::longest_sentence;

}  // namespace

class Parser::State {
 public:
  explicit State(const Model& model) : encoder_(model, kernels()), scorer_(model, kernels()), decoder_(kernels()) {}

  void parse(std::span<const std::string_view> forms, std::span<Word> words) {
    encoder_.run(forms);
    scorer_.run(encoder_);
    decoder_.decode(scorer_.arcs(), forms.size(), heads_);
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i].head = static_cast<std::int32_t>(heads_[i]) - 1;
      words[i].confidence = confidence_of(scorer_.arcs(), forms.size(), heads_[i], i + 1);
    }
    scorer_.label(words);
    scorer_.tag(encoder_, words);
  }

 private:
  Encoder encoder_;
  Scorer scorer_;
  TreeDecoder decoder_;
  std::vector<std::uint32_t> heads_;
};

Parser::Parser(const Model& model) : state_(std::make_unique<State>(model)) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

void Parser::parse(std::span<const std::string_view> forms, std::span<Word> words) {
  std::int32_t top = -1;
  for (std::size_t first = 0; first < forms.size(); first += longest_piece) {
    const std::size_t size = std::min(longest_piece, forms.size() - first);
    const std::span<Word> piece = words.subspan(first, size);
    state_->parse(forms.subspan(first, size), piece);
    for (std::size_t i = 0; i < size; ++i) {
      Word& word = piece[i];
      if (word.head >= 0) {
        word.head += static_cast<std::int32_t>(first);
      } else if (top < 0) {
        top = static_cast<std::int32_t>(i);
      } else {
        word.head = top;
        word.deprel = Deprel::parataxis;
        word.confidence = 0;
      }
    }
  }
}

}  // namespace annal::syntax
