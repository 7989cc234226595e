#include "reader/html/words.h"

#include <algorithm>
#include <cstdlib>

#include "core/unicode/ascii.h"

namespace annal {

namespace page_data {
extern const std::string_view classes, columns, dates, meta;  // generated from data/html
}

namespace {

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> words;
  while (!(line = trimmed(line)).empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    words.emplace_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return words;
}

template <class Use>
void for_each_line(std::string_view file, Use use) {
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view line = trimmed(file.substr(0, end));
    file.remove_prefix(std::min(end + 1, file.size()));
    if (!line.empty() && line.front() != '#') use(split(line));
  }
}

}  // namespace

PageWords::PageWords(std::string_view file) {
  for_each_line(file, [this](std::vector<std::string> line) {
    auto& list = words_[line.front()];
    for (std::size_t i = 1; i < line.size(); ++i) {
      std::ranges::replace(line[i], '_', ' ');
      list.push_back(std::move(line[i]));
    }
  });
}

const std::vector<std::string>& PageWords::of(std::string_view kind) const {
  static const std::vector<std::string> none;
  const auto found = words_.find(kind);
  return found == words_.end() ? none : found->second;
}

bool PageWords::within(std::string_view kind, std::string_view text) const {
  return std::ranges::any_of(of(kind), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool PageWords::is(std::string_view kind, std::string_view text) const {
  return std::ranges::find(of(kind), text) != of(kind).end();
}

const PageWords& class_words() {
  static const PageWords words(page_data::classes);
  return words;
}

const PageWords& column_words() {
  static const PageWords words(page_data::columns);
  return words;
}

bool is_month_first(std::string_view language) {
  std::string tag = lowered(language);
  std::ranges::replace(tag, '_', '-');
  return date_page_words().is("month-first", tag);
}

const PageWords& date_page_words() {
  static const PageWords words(page_data::dates);
  return words;
}

const std::vector<MetaName>& meta_names() {
  static const std::vector<MetaName> names = [] {
    std::vector<MetaName> list;
    for_each_line(page_data::meta, [&list](const std::vector<std::string>& line) {
      if (line.size() == 3) list.push_back({line[2], line[0] == "changed", std::strtod(line[1].c_str(), nullptr)});
    });
    return list;
  }();
  return names;
}

}  // namespace annal
