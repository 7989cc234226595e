// Structured data in JSON, read with patience: pages cut it short, forget commas and put comments around it. So it is
// not parsed but walked: strings, keys, braces. What an object is said to be (@type) weighs its dates, wherever in
// arrays and graphs it lies.
#include <algorithm>
#include <array>
#include <optional>

#include "core/unicode/ascii.h"
#include "reader/html/published.h"

namespace annal {
namespace {

using namespace std::string_view_literals;

struct Object {
  std::string type;   ///< all its types in small letters
  std::string under;  ///< the key it stands under
  std::string published, modified, created, uploaded;
};

/// Parts of schema.org's names of types that stand for the page's own text.
constexpr std::array article_types = {"article"sv, "posting"sv, "report"sv, "blogpost"sv, "review"sv, "opinion"sv};
constexpr std::array other_things = {"comment"sv, "video"sv, "image"sv,  "audio"sv,
                                     "rating"sv,  "event"sv, "person"sv, "claimreview"sv};

double trust_of(const Object& object) {
  const auto holds = [&](const auto& list) {
    return std::ranges::any_of(list,
                               [&](std::string_view part) { return object.type.find(part) != std::string::npos; });
  };
  if (object.under == "comment" || object.under == "haspart" || object.under == "itemlistelement" ||
      object.under == "review")
    return 0.3;
  if (holds(other_things)) return 0.4;
  return holds(article_types) ? 0.97 : 0.93;
}

class Walker {
 public:
  Walker(std::string_view json, bool month_first) : json_(json), month_first_(month_first) {}

  std::vector<StatedDay> walk() {
    open_.push_back({});
    std::string key;
    bool value_next = false;
    for (std::size_t at = 0; at < json_.size();) {
      const char c = json_[at];
      if (c == '"') {
        const std::string text = string_at(at);
        std::size_t after = at;
        while (after < json_.size() && is_space(json_[after])) ++after;
        if (after < json_.size() && json_[after] == ':') {
          key = lowered(text);
          value_next = true;
          at = after + 1;
        } else {
          if (value_next || key == "@type") take(key, text);
          value_next = false;
        }
        continue;
      }
      if (c == '{' && open_.size() < 200) {
        open_.push_back({});
        open_.back().under = key;
        key.clear();
      } else if (c == '}' && open_.size() > 1) {
        close();
        key.clear();
      }
      ++at;
    }
    while (!open_.empty()) close();
    return std::move(found_);
  }

 private:
  std::string string_at(std::size_t& at) const {
    std::string out;
    for (++at; at < json_.size() && json_[at] != '"'; ++at) {
      if (json_[at] == '\\' && at + 1 < json_.size()) ++at;
      if (out.size() < 256) out += json_[at];
    }
    at = std::min(at + 1, json_.size());
    return out;
  }

  void take(const std::string& key, const std::string& text) {
    Object& object = open_.back();
    if (key == "@type" && object.type.size() < 256) object.type += lowered(text) + ' ';
    if (key == "datepublished") object.published = text;
    if (key == "datemodified") object.modified = text;
    if (key == "datecreated") object.created = text;
    if (key == "uploaddate") object.uploaded = text;
  }

  void close() {
    const Object& object = open_.back();
    const double trust = trust_of(object);
    const auto add = [&](const std::string& text, double factor, bool changed, std::string_view name) {
      if (text.empty() || found_.size() >= 1000) return;
      std::string reason = "JSON-LD " + std::string(name);
      if (!object.type.empty()) reason += " of " + std::string(trimmed(object.type));
      if (auto candidate = candidate_of(text, trust * factor, changed, reason, month_first_))
        found_.push_back(*candidate);
    };
    add(object.published, 1.0, false, "datePublished");
    add(object.created, 0.96, false, "dateCreated");
    add(object.uploaded, 0.8, false, "uploadDate");
    add(object.modified, 0.55, true, "dateModified");
    open_.pop_back();
  }

  std::string_view json_;
  bool month_first_;
  std::vector<Object> open_;
  std::vector<StatedDay> found_;
};

}  // namespace

std::vector<StatedDay> json_ld_candidates(std::string_view json, bool month_first) {
  return Walker(json, month_first).walk();
}

}  // namespace annal
