#include "langc/rule_reader.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace annal::compile {
namespace {

Example read_example(const Line& line, bool positive) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t bar = line.text.find('|'); bar != std::string::npos; bar = line.text.find('|', from)) {
    parts.push_back(trimmed(line.text.substr(from, bar - from)));
    from = bar + 1;
  }
  parts.push_back(trimmed(line.text.substr(from)));
  if (parts.size() != (positive ? 3U : 2U))
    throw Fault{line.place, line.text.size(),
                positive ? "an example needs a date of writing, a text and its values"
                         : "a counter-example needs a date of writing and a text",
                positive ? "yes 2014-11-14 | three days ago | 2014-11-11" : "no 2014-11-14 | three days agony"};
  return {parts[0], parts[1], positive ? parts[2] : "", positive, line.place};
}

int read_preference(const Line& line) {
  int prefer = 0;
  const auto [stop, error] = std::from_chars(line.text.data(), line.text.data() + line.text.size(), prefer);
  if (error != std::errc{} || prefer < -100 || prefer > 100)
    throw Fault{line.place, line.text.size(), "a preference is a whole number from -100 to 100", ""};
  return prefer;
}

class RuleReader {
 public:
  explicit RuleReader(const SourceFile& file) : file_(file) {}

  std::vector<WrittenRule> read() {
    std::string_view contents = file_.contents;
    for (std::size_t number = 1; !contents.empty(); ++number) {
      const auto end = contents.find('\n');
      read_line({&file_.name, number, 1, std::string(contents.substr(0, end))});
      contents.remove_prefix(end == std::string_view::npos ? contents.size() : end + 1);
    }
    return std::move(rules_);
  }

 private:
  void read_line(const Place& place) {
    const std::string& raw = place.text;
    if (trimmed(raw).empty() || trimmed(raw).front() == '#') return;
    if (raw.front() == ' ' || raw.front() == '\t') {
      if (continued_ == nullptr)
        throw Fault{place, 1, "an indented line continues the line before, but there is none", ""};
      *continued_ += " " + trimmed(raw);
      return;
    }
    const auto space = raw.find_first_of(" \t");
    const std::string keyword = raw.substr(0, space);
    const auto begin = space == std::string::npos ? raw.size() : raw.find_first_not_of(" \t", space);
    Line line{begin == std::string::npos ? "" : trimmed(raw.substr(begin)), place};
    line.place.column = begin == std::string::npos ? raw.size() + 1 : begin + 1;
    continued_ = nullptr;
    if (keyword == "rule") {
      if (line.text.empty()) throw Fault{place, 4, "a rule needs a name", "rule NAME"};
      rules_.emplace_back();
      rules_.back().name = line.text;
      rules_.back().place = line.place;
      return;
    }
    static const std::vector<std::string> keywords{"rule",   "as",    "match", "value", "suppress",
                                                   "prefer", "label", "yes",   "no",    "source"};
    if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end())
      throw Fault{place, keyword.size(), "unknown keyword '" + keyword + "'", did_you_mean(keyword, keywords)};
    if (rules_.empty())
      throw Fault{place, keyword.size(), "'" + keyword + "' outside every rule", "begin with 'rule NAME'"};
    read_keyword(keyword, line);
  }

  void read_keyword(const std::string& keyword, const Line& line) {
    WrittenRule& rule = rules_.back();
    if (keyword == "as") {
      rule.symbol = line.text;
    } else if (keyword == "match") {
      rule.matches.push_back(line);
      continued_ = &rule.matches.back().text;
    } else if (keyword == "value") {
      rule.value = line;
      continued_ = &rule.value.text;
    } else if (keyword == "suppress") {
      rule.suppress = true;
    } else if (keyword == "label") {
      rule.label = true;
    } else if (keyword == "prefer") {
      rule.prefer = read_preference(line);
    } else if (keyword == "yes" || keyword == "no") {
      rule.examples.push_back(read_example(line, keyword == "yes"));
    }
  }

  const SourceFile& file_;
  std::vector<WrittenRule> rules_;
  std::string* continued_ = nullptr;  // what an indented line continues
};

}  // namespace

std::string trimmed(std::string text) {
  const auto end = text.find_last_not_of(" \t\r");
  text.erase(end == std::string::npos ? 0 : end + 1);
  return text.erase(0, text.find_first_not_of(" \t"));
}

std::vector<WrittenRule> read_rules(const SourceFile& file) { return RuleReader(file).read(); }

}  // namespace annal::compile
