// See source_names.h.
#include "render/labels/source_names.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "timeline/sources.h"

namespace annal::labels {
namespace {

constexpr std::size_t most_named = 5;

/// The file name of a path, without its ending.
std::string_view stem(std::string_view id) {
  const std::size_t slash = id.find_last_of('/');
  if (slash != std::string_view::npos && slash + 1 < id.size()) id.remove_prefix(slash + 1);
  const std::size_t dot = id.find_last_of('.');
  return dot == std::string_view::npos || dot == 0 ? id : id.substr(0, dot);
}

}  // namespace

SourceNames::SourceNames(const Timeline& timeline) : timeline_(timeline) {
  std::map<std::string_view, std::size_t> times;
  for (const SourceDocument& source : timeline.sources) ++times[stem(source.id)];
  for (const SourceDocument& source : timeline.sources) {
    const std::string_view id = times[stem(source.id)] > 1 ? std::string_view(source.id) : stem(source.id);
    names_.push_back(id.empty() ? "#" + std::to_string(names_.size() + 1) : one_line(id));
  }
}

std::string SourceNames::joined(std::vector<std::uint32_t> documents) const {
  std::ranges::sort(documents);
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  const std::size_t named = documents.size() > most_named ? most_named - 1 : documents.size();
  std::string out;
  for (std::size_t i = 0; i < named; ++i) out += (i > 0 ? ", " : "") + names_[documents[i]];
  if (named < documents.size()) out += " … +" + std::to_string(documents.size() - named);
  return out;
}

std::string SourceNames::of(const Event& event) const { return joined(sources_of(timeline_, event)); }

std::string SourceNames::of(const Event& event, const Account& account) const {
  std::vector<std::uint32_t> documents;
  for (const std::uint32_t mention : account.mentions)
    documents.push_back(static_cast<std::uint32_t>(source_at(timeline_, event.mentions[mention].begin)));
  return joined(std::move(documents));
}

std::string SourceNames::date(const Event& event, const Labels& labels) const {
  if (event.accounts.empty()) return date_words(event.when, labels);
  std::string out;
  for (const Account& account : event.accounts) {
    out += (out.empty() ? "" : " · ") + date_words(account.when, labels);
    if (!names_.empty()) out += " (" + of(event, account) + ")";
  }
  return out;
}

}  // namespace annal::labels
