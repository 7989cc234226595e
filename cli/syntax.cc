// annal syntax: the trees of an article's sentences, or of the words of a CoNLL-U file.
#include <algorithm>

#include "batch/files.h"
#include "cli/article.h"
#include "cli/commands.h"
#include "core/syntax/conllu.h"
#include "core/text/language_of.h"
#include "core/text/read.h"
#include "core/trees.h"
#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

Result<const syntax::Model*> model_for(const Language& language) {
  if (const syntax::Model* model = syntax::model_of(language.tag()); model != nullptr) return model;
  std::vector<std::string_view> known;
  for (const std::string_view tag : Language::tags())
    if (syntax::model_of(tag) != nullptr) known.push_back(tag);
  return fail(Code::usage, "no parser for the language '" + std::string(language.tag()) +
                               "'; available: " + (known.empty() ? "none" : joined(known)));
}

const Language& language_of_words(const std::vector<syntax::ParsedSentence>& sentences) {
  constexpr std::size_t enough = 16'384;
  std::string text;
  for (const syntax::ParsedSentence& sentence : sentences)
    for (const syntax::WrittenWord& word : sentence.words)
      if (text.size() < enough) text += word.form + ' ';
  return language_of(text, {});
}

Result<void> parse_words(const Arguments& arguments, std::string_view bytes, const TextSink& sink) {
  auto sentences = syntax::read_conllu(bytes, shown(arguments.file));
  if (!sentences) return tl::unexpected(sentences.error());
  const Language& language = arguments.language != nullptr ? *arguments.language : language_of_words(*sentences);
  const auto model = model_for(language);
  if (!model) return tl::unexpected(model.error());
  for (syntax::ParsedSentence& sentence : *sentences) {
    syntax::parse(**model, language, sentence);
    sink(arguments.format->syntax(sentence, *model));
    sentence = {};
  }
  return {};
}

Result<void> parse_article(const Arguments& arguments, std::string_view bytes, const TextSink& sink) {
  auto analysis = analyse_article(arguments, bytes);
  if (!analysis) return tl::unexpected(analysis.error());
  const Language& language = *Language::find(analysis->document.language);
  const auto model = model_for(language);
  if (!model) return tl::unexpected(model.error());
  syntax::TreeReader reader = tree_reader(*analysis, language);
  reader.parse_any_words();
  for (std::size_t i = 0; i < analysis->sentences.size(); ++i)
    sink(arguments.format->syntax(parsed_sentence(*analysis, i, reader, language), *model));
  return {};
}

}  // namespace

Result<Exit> run_syntax(const Arguments& arguments) {
  const auto bytes = read_file(arguments.file);
  if (!bytes) return tl::unexpected(bytes.error());
  const bool words = syntax::is_conllu(*bytes);
  if (words)
    if (const auto text = read_text(*bytes, shown(arguments.file)); !text) return tl::unexpected(text.error());
  const auto written = write_rendered(arguments, [&](const TextSink& sink) {
    return words ? parse_words(arguments, *bytes, sink) : parse_article(arguments, *bytes, sink);
  });
  if (!written) return tl::unexpected(written.error());
  return Exit::done;
}

}  // namespace annal
