#include "reader/office/properties.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/calendar/calendar.h"
#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/html/published.h"
#include "reader/html/title.h"
#include "reader/office/package.h"
#include "reader/office/styles.h"

namespace annal {
namespace {

constexpr std::size_t longest_value = 1000;  // bytes
constexpr std::array known = {XmlNamespace{"/dc/elements/1.1/", "dc"}, XmlNamespace{"/dc/terms/", "dcterms"},
                              XmlNamespace{":xmlns:meta:1.0", "meta"}};

class PropertyReader final : public XmlHandler {
 public:
  bool start(const XmlTag&) override {
    value_.clear();
    return true;
  }
  void end(std::string_view name) override {
    if (!trimmed(value_).empty()) properties.try_emplace(std::string(name), single_spaced(value_));
    value_.clear();
  }
  void text(std::string_view piece) override {
    if (value_.size() + piece.size() <= longest_value) value_ += piece;
  }

  Properties properties;

 private:
  std::string value_;
};

std::string_view value_of(const Properties& properties, std::string_view name) {
  const auto found = properties.find(name);
  return found == properties.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

Properties read_properties(ZipArchive& archive, const std::string& part) {
  PropertyReader reader;
  if (!archive.has(part) || !read_part(archive, part, known, reader)) return {};
  return std::move(reader.properties);
}

void take_days(const Properties& properties, std::string_view created, std::string_view changed, Document& document) {
  if (office_words().is("template-author", lowered(value_of(properties, "dc:creator")))) return;
  constexpr double near = 0.6, apart = 0.3;
  constexpr CivilSeconds week = 7 * seconds_per_day;
  const auto stated = [&](std::string_view name, bool change) {
    return candidate_of(value_of(properties, name), apart, change, "the property " + std::string(name), false);
  };
  const auto made = stated(created, false), last = stated(changed, true);
  const bool agree = made && last && std::abs(made->candidate.dct.at - last->candidate.dct.at) <= week;
  for (const auto& day : {made, last}) {
    if (!day) continue;
    document.dct_candidates.push_back(day->candidate);
    if (agree) document.dct_candidates.back().trust = near;
  }
}

std::string stated_title(const Properties& properties) {
  const std::string_view title = value_of(properties, "dc:title");
  const std::size_t dot = title.rfind('.');
  const bool file = title.find(" - ") != std::string_view::npos && title.starts_with("Microsoft ");
  const bool ending = dot != std::string_view::npos && title.size() - dot <= 6 && dot + 1 < title.size() &&
                      title.find(' ', dot) == std::string_view::npos;
  return file || ending ? std::string() : std::string(title);
}

}  // namespace annal
