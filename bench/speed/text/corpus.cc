#include "bench/speed/text/corpus.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "core/text/language_of.h"
#include "core/text/read.h"

namespace annal::bench {
namespace {

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string contents((std::istreambuf_iterator<char>(file)), {});
  if (contents.empty())
    throw std::runtime_error("the articles of the benchmark cannot be made: no text in " + path.string());
  return contents;
}

Document document_of(const std::string& text, const std::string& id) {
  Document document = read_text(text, id).value();
  document.dct = {DctSource::given, interval_of(*parse_iso("2016-11-14")).begin, false, ""};
  return document;
}

const std::vector<std::string>& samples() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples"))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> read;
    // Samples of other languages, read as English, would have fewer dates and be quicker.
    for (const auto& path : paths)
      if (std::string text = contents_of(path); language_of(text, "").tag() == "en") read.push_back(std::move(text));
    return read;
  }();
  return texts;
}

// Sentences put together from the parts of prose.txt, the same ones in every run.
class Prose {
 public:
  Prose() {
    std::istringstream lines(contents_of(ANNAL_SOURCE_DIR "/bench/speed/text/prose.txt"));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("part "))
        parts_.emplace_back();
      else if (!line.empty() && line.front() != '#')
        parts_.back().push_back(line);
    }
  }
  std::string sentence() {
    std::string text;
    for (const std::vector<std::string>& part : parts_) {
      const std::string& piece = part[next() % part.size()];
      if (!text.empty() && piece.front() != '.' && piece.front() != ',') text += ' ';
      text += piece;
    }
    return text;
  }

 private:
  std::size_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33);
  }
  std::vector<std::vector<std::string>> parts_;
  std::uint64_t state_ = 1;
};

// The paragraphs of a sample, cut after each sentence for anything that reads like one.
std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  while (!text.empty()) {
    std::size_t end = 0;
    do end = std::min(text.find_first_of(".\n", end) + 1, text.size());
    while (end != 0 && end < text.size() && text[end - 1] == '.' &&
           !(end + 1 < text.size() && text[end] == ' ' && text[end + 1] >= 'A' && text[end + 1] <= 'Z'));
    if (end == 0) end = text.size();
    const std::string_view sentence = text.substr(0, end);
    if (sentence.size() > 20)
      sentences.push_back(sentence.back() == '\n' ? sentence.substr(0, sentence.size() - 1) : sentence);
    text.remove_prefix(end);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return sentences;
}

}  // namespace

const std::vector<Document>& dense_articles() {
  static const std::vector<Document> documents = [] {
    std::vector<Document> made;
    while (bytes_of(made) < 300'000)
      for (const std::string& text : samples()) made.push_back(document_of(text, "sample"));
    return made;
  }();
  return documents;
}

const std::vector<Document>& news_articles() {
  static const std::vector<Document> documents = [] {
    constexpr std::size_t article = 5'000, all = 1'500'000, prose_per_byte = 3;
    std::vector<std::string_view> dated;
    for (const std::string& text : samples())
      for (const std::string_view sentence : sentences_of(text)) dated.push_back(sentence);
    Prose prose;
    std::vector<Document> made;
    std::size_t at = 0;
    while (bytes_of(made) < all) {
      std::string text = prose.sentence().substr(0, 40) + "\n\n";
      std::size_t owed = 0;
      for (int in_paragraph = 0; text.size() < article;) {
        if (owed == 0) {
          const std::string_view sentence = dated[at++ % dated.size()];
          text += sentence;
          owed = sentence.size() * prose_per_byte;
        } else {
          const std::string sentence = prose.sentence();
          text += sentence;
          owed -= std::min(owed, sentence.size());
        }
        text += ++in_paragraph % 4 == 0 ? "\n\n" : " ";
      }
      made.push_back(document_of(text, "news"));
    }
    return made;
  }();
  return documents;
}

std::size_t bytes_of(const std::vector<Document>& documents) {
  std::size_t bytes = 0;
  for (const Document& document : documents) bytes += document.text.size();
  return bytes;
}

}  // namespace annal::bench
