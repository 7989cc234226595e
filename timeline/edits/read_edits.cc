// See read_edits.h. Each table of the format is a list of keys here, with the function that takes the value.
#include "timeline/edits/read_edits.h"

#include <algorithm>
#include <span>

#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"
#include "timeline/edits/toml_file.h"
#include "timeline/entries/address.h"
#include "timeline/entries/colour.h"
#include "timeline/entries/theme.h"
#include "timeline/lanes.h"

namespace annal {
namespace {

constexpr std::uint32_t most_occurrences = 1'000'000;

std::string_view kind_of(const TomlValue& value) {
  switch (value.kind) {
    case TomlValue::Kind::text: return "a text";
    case TomlValue::Kind::integer:
    case TomlValue::Kind::real: return "a number";
    case TomlValue::Kind::boolean: return "true or false";
    case TomlValue::Kind::date: return "a date";
    case TomlValue::Kind::array: return "a list";
    case TomlValue::Kind::table: return "a table";
  }
  return {};
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF; }

/// Takes values, and keeps the fault that is first in the file.
class Reader {
 public:
  const std::string& fault() const { return fault_; }
  std::uint32_t fault_line() const { return line_; }

  void note_fault(std::uint32_t line, std::string what) {
    if (!fault_.empty() && line >= line_) return;
    line_ = line;
    fault_ = std::move(what);
  }
  void expect(const TomlValue& value, std::string_view key, std::string_view what) {
    note_fault(value.line,
               "'" + std::string(key) + "' is " + std::string(what) + ", not " + std::string(kind_of(value)));
  }

  /// One line of text; with `lines` it may have several.
  std::string text(const TomlValue& value, std::string_view key, bool lines = false) {
    if (value.kind != TomlValue::Kind::text) {
      expect(value, key, "a text in quotation marks");
      return {};
    }
    for (std::size_t at = 0; at < value.text.size();) {
      const Letter letter = letter_at(value.text, at);
      if (is_control(letter.code) && !(lines && letter.code == '\n'))
        note_fault(value.line, "'" + std::string(key) + "' has a " +
                                   (letter.code == '\n' ? "line break" : "control character") + "; write it without");
      at += letter.size;
    }
    return value.text;
  }
  bool flag(const TomlValue& value, std::string_view key) {
    if (value.kind != TomlValue::Kind::boolean) expect(value, key, "true or false");
    return value.integer != 0;
  }
  /// A date in words or as TOML writes it: 2016-11-14, 2016.
  std::string date(const TomlValue& value, std::string_view key) {
    if (value.kind == TomlValue::Kind::date) return value.text;
    if (value.kind == TomlValue::Kind::integer && value.integer >= 0) return std::to_string(value.integer);
    return text(value, key);
  }
  std::uint32_t occurrence(const TomlValue& value) {
    if (value.kind == TomlValue::Kind::integer && value.integer >= 1 && value.integer <= most_occurrences)
      return static_cast<std::uint32_t>(value.integer);
    note_fault(value.line, "'occurrence' counts from 1: 2 is the second place where the words stand");
    return 0;
  }
  std::string words(const TomlValue& value, std::string_view key) {
    std::string found = text(value, key, true);
    if (found.find_first_not_of(" \t\n") == std::string::npos)
      note_fault(value.line, "'" + std::string(key) + "' is empty; quote words of the article");
    return found;
  }

 private:
  std::string fault_;
  std::uint32_t line_ = 0;
};

template <class T>
struct Key {
  std::string_view name;
  void (*take)(Reader&, const TomlValue&, T&);
};

template <class T>
void read_table(Reader& in, const TomlValue& table, std::span<const Key<T>> keys, std::string_view what, T& out) {
  if (table.kind != TomlValue::Kind::table) return in.expect(table, what, "a table");
  for (const TomlEntry& entry : table.entries) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key<T>& k) { return k.name == entry.key; });
    if (key != keys.end()) {
      key->take(in, entry.value, out);
      continue;
    }
    std::vector<std::string_view> names;
    for (const Key<T>& k : keys) names.push_back(k.name);
    const std::string meant = did_you_mean(entry.key, names);
    in.note_fault(entry.value.line, "unknown key '" + entry.key + "'" +
                                        (what.empty() ? "" : " in [[" + std::string(what) + "]]") +
                                        (meant.empty() ? "; the keys are " + joined(names) : meant));
  }
}

constexpr Key<Quote> quote_keys[]{
    {"words", [](Reader& in, const TomlValue& v, Quote& q) { q.words = in.words(v, "words"); }},
    {"occurrence", [](Reader& in, const TomlValue& v, Quote& q) { q.occurrence = in.occurrence(v); }},
    {"sentence", [](Reader& in, const TomlValue& v, Quote& q) { q.sentence = in.words(v, "sentence"); }},
    {"head", [](Reader& in, const TomlValue& v, Quote& q) { q.head = in.words(v, "head"); }},
};

/// "words", or { words = "words", occurrence = 2 }.
Quote quote(Reader& in, const TomlValue& value, std::string_view key) {
  Quote found;
  if (value.kind != TomlValue::Kind::table) {
    found.words = in.words(value, key);
  } else {
    read_table<Quote>(in, value, quote_keys, "", found);
    if (found.words.empty()) in.note_fault(value.line, "'" + std::string(key) + "' quotes no words");
  }
  return found;
}

std::vector<NamedEvent> named_events(Reader& in, const TomlValue& value, std::string_view key) {
  std::vector<NamedEvent> found;
  if (value.kind != TomlValue::Kind::array)
    in.expect(value, key, "a list of words: [\"spoke by phone\", \"the vote\"]");
  for (const TomlValue& item : value.items) found.push_back({item.line, quote(in, item, key)});
  return found;
}

/// A text that is checked unless it is empty, which takes back an earlier one.
std::string checked(Reader& in, const TomlValue& value, std::string_view key, bool (*holds)(std::string_view),
                    std::string_view rule) {
  constexpr std::size_t longest = 80;
  std::string found = in.text(value, key);
  if (!found.empty() && !holds(found))
    in.note_fault(value.line, "'" + found.substr(0, longest) + "' " + std::string(rule));
  return found;
}

bool is_colour(std::string_view colour) { return read_colour(colour).has_value(); }

Status status(Reader& in, const TomlValue& value) {
  const std::string wanted = in.text(value, "status");
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Status::denied); ++i) {
    names.push_back(name(static_cast<Status>(i)));
    if (names.back() == wanted) return static_cast<Status>(i);
  }
  in.note_fault(value.line, "'" + wanted + "' is no status; one of " + joined(names) + did_you_mean(wanted, names));
  return Status::fact;
}

template <Visibility Meant>
void set_visibility(Reader& in, const TomlValue& value, std::string_view key, EventChange& change) {
  if (!in.flag(value, key)) {
    if (!change.visibility) change.visibility = Visibility::selected;
    return;
  }
  if (change.visibility && *change.visibility != Visibility::selected && *change.visibility != Meant)
    in.note_fault(value.line, "'hide', 'show' and 'pin' exclude each other; keep one");
  change.visibility = Meant;
}

// The keys of EventChange, for tables that have one.
template <class T>
constexpr std::array<Key<T>, 11> change_keys{{
    {"title", [](Reader& in, const TomlValue& v, T& e) { e.change.title = in.text(v, "title"); }},
    {"date",
     [](Reader& in, const TomlValue& v, T& e) {
       e.change.date = in.date(v, "date");
       e.date_line = v.line;
     }},
    {"status", [](Reader& in, const TomlValue& v, T& e) { e.change.status = status(in, v); }},
    {"hide", [](Reader& in, const TomlValue& v, T& e) { set_visibility<Visibility::hidden>(in, v, "hide", e.change); }},
    {"show", [](Reader& in, const TomlValue& v, T& e) { set_visibility<Visibility::shown>(in, v, "show", e.change); }},
    {"pin", [](Reader& in, const TomlValue& v, T& e) { set_visibility<Visibility::pinned>(in, v, "pin", e.change); }},
    {"lane", [](Reader& in, const TomlValue& v, T& e) { e.change.lane = in.text(v, "lane"); }},
    {"colour",
     [](Reader& in, const TomlValue& v, T& e) {
       e.change.colour = checked(in, v, "colour", is_colour, "is no colour; write #b42318, #b23 or a name of CSS");
     }},
    {"note", [](Reader& in, const TomlValue& v, T& e) { e.change.note = in.text(v, "note", true); }},
    {"link", [](Reader& in, const TomlValue& v, T& e) { e.change.link = checked(in, v, "link", is_link, link_rule); }},
    {"image", [](Reader& in, const TomlValue& v,
                 T& e) { e.change.image = checked(in, v, "image", is_image_address, image_rule); }},
}};

template <class T, std::size_t N>
constexpr auto with_change_keys(const std::array<Key<T>, N>& own) {
  std::array<Key<T>, N + change_keys<T>.size()> all{};
  std::copy(own.begin(), own.end(), all.begin());
  std::copy(change_keys<T>.begin(), change_keys<T>.end(), all.begin() + N);
  return all;
}

constexpr auto event_keys = with_change_keys(std::array<Key<EventEdit>, 5>{{
    {"words", [](Reader& in, const TomlValue& v, EventEdit& e) { e.event.words = in.words(v, "words"); }},
    {"occurrence", [](Reader& in, const TomlValue& v, EventEdit& e) { e.event.occurrence = in.occurrence(v); }},
    {"sentence", [](Reader& in, const TomlValue& v, EventEdit& e) { e.event.sentence = in.words(v, "sentence"); }},
    {"head", [](Reader& in, const TomlValue& v, EventEdit& e) { e.event.head = in.words(v, "head"); }},
    {"accepted", [](Reader& in, const TomlValue& v, EventEdit& e) { e.accepted = in.flag(v, "accepted"); }},
}});

Quote& words_of(AddEdit& e) { return e.words ? *e.words : e.words.emplace(); }

constexpr auto add_keys = with_change_keys(std::array<Key<AddEdit>, 3>{{
    {"words", [](Reader& in, const TomlValue& v, AddEdit& e) { words_of(e).words = in.words(v, "words"); }},
    {"occurrence", [](Reader& in, const TomlValue& v, AddEdit& e) { words_of(e).occurrence = in.occurrence(v); }},
    {"sentence", [](Reader& in, const TomlValue& v, AddEdit& e) { words_of(e).sentence = in.words(v, "sentence"); }},
}});

constexpr Key<MergeEdit> merge_keys[]{
    {"events",
     [](Reader& in, const TomlValue& v, MergeEdit& e) {
       for (NamedEvent& named : named_events(in, v, "events")) e.events.push_back(std::move(named.event));
     }},
};

constexpr Key<SplitEdit> split_keys[]{
    {"event", [](Reader& in, const TomlValue& v, SplitEdit& e) { e.event = quote(in, v, "event"); }},
    {"mention", [](Reader& in, const TomlValue& v, SplitEdit& e) { e.mention = quote(in, v, "mention"); }},
};

constexpr Key<OrderEdit> order_keys[]{
    {"first", [](Reader& in, const TomlValue& v, OrderEdit& e) { e.first = quote(in, v, "first"); }},
    {"then", [](Reader& in, const TomlValue& v, OrderEdit& e) { e.then = quote(in, v, "then"); }},
};

std::string day(Reader& in, const TomlValue& value, const std::string& key) {
  std::string found = in.date(value, key);
  if (!found.empty() && !parse_dct(found))
    in.note_fault(value.line, "'" + found + "' is no day; write '" + key + "' as 2016-11-10");
  return found;
}

constexpr Key<TimeEdit> time_keys[]{
    {"words", [](Reader& in, const TomlValue& v, TimeEdit& e) { e.words.words = in.words(v, "words"); }},
    {"occurrence", [](Reader& in, const TomlValue& v, TimeEdit& e) { e.words.occurrence = in.occurrence(v); }},
    {"sentence", [](Reader& in, const TomlValue& v, TimeEdit& e) { e.words.sentence = in.words(v, "sentence"); }},
    {"drop", [](Reader& in, const TomlValue& v, TimeEdit& e) { e.drop = in.flag(v, "drop"); }},
    {"counts_from", [](Reader& in, const TomlValue& v, TimeEdit& e) { e.counts_from = day(in, v, "counts_from"); }},
};

// What a table must state.
void check(Reader& in, const EventEdit& e) {
  if (e.event.words.empty()) in.note_fault(e.line, "[[event]] names no event: add words = \"...\" from the article");
}
void check(Reader& in, const AddEdit& e) {
  if (e.change.title.value_or("").empty()) in.note_fault(e.line, "[[add]] has no title: add title = \"...\"");
  if (e.words && e.words->words.empty()) in.note_fault(e.line, "'occurrence' needs 'words'");
}
void check(Reader& in, const MergeEdit& e) {
  if (e.events.size() < 2) in.note_fault(e.line, "[[merge]] names two events or more: events = [\"...\", \"...\"]");
}
void check(Reader& in, const SplitEdit& e) {
  if (e.event.words.empty() || e.mention.words.empty())
    in.note_fault(e.line, "[[split]] needs event = \"...\" and mention = \"...\"");
}
void check(Reader& in, const OrderEdit& e) {
  if (e.first.words.empty() || e.then.words.empty())
    in.note_fault(e.line, "[[order]] needs first = \"...\" and then = \"...\"");
}
void check(Reader& in, const TimeEdit& e) {
  if (e.words.words.empty()) in.note_fault(e.line, "[[time]] names no time: add words = \"...\" from the article");
  if (e.drop == !e.counts_from.empty())
    in.note_fault(e.line, "[[time]] states one of drop = true and counts_from = \"2016-11-10\"");
}

template <class T, class Keys>
void read_blocks(Reader& in, const TomlValue& value, std::string_view what, const Keys& keys, std::vector<T>& out) {
  const bool blocks =
      value.kind == TomlValue::Kind::array &&
      std::all_of(value.items.begin(), value.items.end(), [](const TomlValue& item) { return item.is_block; });
  if (!blocks) {
    const std::string block = "[[" + std::string(what) + "]]";
    return in.note_fault(value.line, "'" + std::string(what) + "' is written as " + block + ", with its keys below");
  }
  for (const TomlValue& item : value.items) {
    T& edit = out.emplace_back();
    edit.line = item.line;
    read_table<T>(in, item, keys, what, edit);
    check(in, edit);
  }
}

std::string language(Reader& in, const TomlValue& value) {
  const std::string tag = in.text(value, "language");
  if (!tag.empty() && Language::find(tag) == nullptr)
    in.note_fault(value.line, "no language '" + tag + "'; available: " + joined(Language::tags()));
  return tag;
}

/// A theme, or the name of a file of one beside the edits file, which whoever opens files reads. It is a name and no
/// path: edits that came from elsewhere are not to have other files opened.
std::string theme_of(Reader& in, const TomlValue& value) {
  const std::string found = in.text(value, "theme", true);
  if (found.ends_with(".css")) {
    if (found.find('/') != std::string::npos)
      in.note_fault(value.line, "theme: the file must lie beside this one; write its name alone");
    return found;
  }
  if (const auto theme = parse_theme(found); !theme) in.note_fault(value.line, theme.error().message);
  return found;
}

std::string lanes_of(Reader& in, const TomlValue& value) {
  std::string found = in.text(value, "lanes");
  if (!found.empty() && !lane_basis(found)) in.note_fault(value.line, lane_basis_fault(found));
  return found;
}

constexpr Key<Edits> file_keys[]{
    {"title", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.title = in.text(v, "title"); }},
    {"subtitle", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.subtitle = in.text(v, "subtitle"); }},
    {"credit", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.credit = in.text(v, "credit"); }},
    {"note", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.note = in.text(v, "note", true); }},
    {"language", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.language = language(in, v); }},
    {"theme", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.theme = theme_of(in, v); }},
    {"lanes", [](Reader& in, const TomlValue& v, Edits& e) { e.presentation.lanes = lanes_of(in, v); }},
    {"written", [](Reader& in, const TomlValue& v, Edits& e) { e.written = day(in, v, "written"); }},
    {"accepted", [](Reader& in, const TomlValue& v, Edits& e) { e.accepted = in.flag(v, "accepted"); }},
    {"pick", [](Reader& in, const TomlValue& v, Edits& e) { e.pick = named_events(in, v, "pick"); }},
    {"drop", [](Reader& in, const TomlValue& v, Edits& e) { e.drop = named_events(in, v, "drop"); }},
    {"event", [](Reader& in, const TomlValue& v, Edits& e) { read_blocks(in, v, "event", event_keys, e.events); }},
    {"add", [](Reader& in, const TomlValue& v, Edits& e) { read_blocks(in, v, "add", add_keys, e.added); }},
    {"merge", [](Reader& in, const TomlValue& v, Edits& e) { read_blocks(in, v, "merge", merge_keys, e.merged); }},
    {"split", [](Reader& in, const TomlValue& v, Edits& e) { read_blocks(in, v, "split", split_keys, e.split); }},
    {"order", [](Reader& in, const TomlValue& v, Edits& e) { read_blocks(in, v, "order", order_keys, e.ordered); }},
    {"time", [](Reader& in, const TomlValue& v, Edits& e) { read_blocks(in, v, "time", time_keys, e.times); }},
};

}  // namespace

Result<Edits> read_edits(std::string_view toml, std::string_view name) {
  const auto file = read_toml(toml, name);
  if (!file) return tl::unexpected(file.error());
  Edits edits;
  edits.name = name;
  Reader in;
  read_table<Edits>(in, *file, file_keys, "", edits);
  if (!in.fault().empty()) return fail(Code::usage, at_line(name, in.fault_line(), in.fault()));
  return edits;
}

}  // namespace annal
