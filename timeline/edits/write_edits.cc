// See write_edits.h.
#include "timeline/edits/write_edits.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "timeline/edits/quote_index.h"
#include "timeline/edits/read_edits.h"
#include "timeline/edits/set_fields.h"
#include "timeline/edits/toml_patch.h"

namespace annal {
namespace {

using Pairs = std::vector<TomlPair>;

constexpr std::array<std::string_view, 3> visibility_keys{"hide", "show", "pin"};

void add_quote(Pairs& pairs, const Quote& quote) {
  pairs.push_back({"words", toml_text(quote.words)});
  if (quote.occurrence > 0) pairs.push_back({"occurrence", std::to_string(quote.occurrence)});
  if (!quote.head.empty()) pairs.push_back({"head", toml_text(quote.head)});
  if (!quote.sentence.empty()) pairs.push_back({"sentence", toml_text(quote.sentence)});
}

/// As an item of a list: "words", or { words = "words", sentence = "..." }.
std::string text_of(const Quote& quote) {
  Pairs pairs;
  add_quote(pairs, quote);
  if (pairs.size() == 1) return pairs.front().value;
  std::string text;
  for (const TomlPair& pair : pairs) text += (text.empty() ? "{ " : ", ") + pair.key + " = " + pair.value;
  return text + " }";
}

TomlPair pair_of(Visibility visibility) {
  switch (visibility) {
    case Visibility::hidden: return {"hide", "true"};
    case Visibility::shown: return {"show", "true"};
    case Visibility::pinned: return {"pin", "true"};
    case Visibility::selected: break;
  }
  return {"hide", "false"};
}

/// What `change` states, with the visibility last.
Pairs pairs_of(const EventChange& change) {
  Pairs pairs;
  const auto add = [&](const char* key, const std::optional<std::string>& text) {
    if (text) pairs.push_back({key, toml_text(*text)});
  };
  add("title", change.title);
  add("date", change.date);
  if (change.status) pairs.push_back({"status", toml_text(name(*change.status))});
  add("lane", change.lane);
  add("colour", change.colour);
  add("note", change.note);
  add("link", change.link);
  add("image", change.image);
  if (change.visibility) pairs.push_back(pair_of(*change.visibility));
  return pairs;
}

/// Whether they are quotes of one place; of one that a person wrote, without its sentence, the words are enough.
bool same(const Quote& a, const Quote& b) {
  const bool other_sentence = !a.sentence.empty() && !b.sentence.empty() && a.sentence != b.sentence;
  return a.occurrence == b.occurrence && quote_form(a.words) == quote_form(b.words) && !other_sentence;
}

bool is_visibility(std::string_view key) {
  return std::find(visibility_keys.begin(), visibility_keys.end(), key) != visibility_keys.end();
}

class Writer {
 public:
  Writer(std::string_view toml, const TomlValue& root, const Edits& old) : root_(root), old_(old), patch_(toml, root) {}

  std::string write(const Edits& change) {
    write_top(change);
    for (const EventEdit& edit : folded(change.events)) write_event(edit);
    for (const AddEdit& edit : change.added) write_added(edit);
    for (const MergeEdit& edit : change.merged) write_merged(edit);
    for (const SplitEdit& edit : change.split) write_split(edit);
    for (const OrderEdit& edit : change.ordered) write_order(edit);
    for (const TimeEdit& edit : change.times) write_time(edit);
    return patch_.text();
  }

 private:
  /// One edit for each quote.
  static std::vector<EventEdit> folded(const std::vector<EventEdit>& edits) {
    std::vector<EventEdit> out;
    std::map<std::tuple<std::string, std::uint32_t, std::string, std::uint32_t>, std::size_t> known;
    for (const EventEdit& edit : edits) {
      const Quote& event = edit.event;
      const auto [at, is_new] =
          known.try_emplace({quote_form(event.words), event.occurrence, event.sentence, edit.added_on}, out.size());
      if (is_new) {
        out.push_back(edit);
        continue;
      }
      put_over(out[at->second].change, edit.change);
      out[at->second].accepted = out[at->second].accepted || edit.accepted;
    }
    return out;
  }

  const TomlEntry* entry(const TomlValue& table, std::string_view key) const {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [&](const TomlEntry& entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &*found;
  }
  const TomlValue* block(std::string_view kind, std::size_t index) const {
    const TomlEntry* blocks = entry(root_, kind);
    return blocks == nullptr || index >= blocks->value.items.size() ? nullptr : &blocks->value.items[index];
  }

  void write_top(const Edits& change) {
    Pairs pairs;
    const auto put = [&](const char* key, const std::string& text) {
      if (!text.empty()) pairs.push_back({key, toml_text(text)});
    };
    put("title", change.presentation.title);
    put("subtitle", change.presentation.subtitle);
    put("credit", change.presentation.credit);
    put("note", change.presentation.note);
    put("language", change.presentation.language);
    put("theme", change.presentation.theme);
    put("lanes", change.presentation.lanes);
    put("written", change.written);
    if (change.accepted) pairs.push_back({"accepted", "true"});
    list(pairs, "pick", old_.pick, change.pick);
    list(pairs, "drop", old_.drop, change.drop);
    Pairs fresh;
    for (TomlPair& pair : pairs) {
      if (const TomlEntry* known = entry(root_, pair.key))
        patch_.replace(*known, pair);
      else
        fresh.push_back(std::move(pair));
    }
    patch_.insert_at_top(fresh);
  }

  /// Adds to a list what it does not hold.
  void list(Pairs& pairs, const char* key, std::vector<NamedEvent> known, const std::vector<NamedEvent>& added) {
    std::vector<std::string> items;
    for (const NamedEvent& named : added) {
      if (std::any_of(known.begin(), known.end(), [&](const NamedEvent& k) { return same(k.event, named.event); }))
        continue;
      known.push_back(named);
      items.push_back(text_of(named.event));
    }
    if (items.empty()) return;
    if (const TomlEntry* present = entry(root_, key)) return patch_.extend(present->value, items);
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "[" : ", ") + item;
    pairs.push_back({key, text + "]"});
  }

  void write_event(const EventEdit& edit) {
    Pairs pairs = pairs_of(edit.change);
    if (edit.accepted) pairs.push_back({"accepted", "true"});
    const TomlValue* last = nullptr;
    std::size_t blocks = 0;
    for (std::size_t i = 0; i < old_.events.size(); ++i) {
      if (!same(old_.events[i].event, edit.event) || (edit.added_on > 0 && !is_only(edit.event))) continue;
      last = block("event", i);
      ++blocks;
    }
    if (last != nullptr) return update(*last, pairs, blocks == 1);
    if (const TomlValue* own = own_block(edit)) {
      std::erase_if(pairs, [](const TomlPair& pair) { return pair.key == "title" && pair.value == "\"\""; });
      return update(*own, pairs, true);
    }
    Pairs all;
    add_quote(all, edit.event);
    all.insert(all.end(), pairs.begin(), pairs.end());
    patch_.append("event", all);
  }

  /// The [[add]] block of an added event that its title names; none where other blocks name that title, and it is to
  /// change.
  const TomlValue* own_block(const EventEdit& edit) const {
    const std::size_t own = added_by(edit);
    if (own == old_.added.size() || edit.accepted) return nullptr;
    const auto names = [&](const Quote& quote) { return same(quote, edit.event); };
    const bool named =
        std::ranges::any_of(old_.pick, names, &NamedEvent::event) ||
        std::ranges::any_of(old_.drop, names, &NamedEvent::event) ||
        std::ranges::any_of(old_.ordered, names, &OrderEdit::first) ||
        std::ranges::any_of(old_.ordered, names, &OrderEdit::then) ||
        std::ranges::any_of(old_.merged, [&](const MergeEdit& m) { return std::ranges::any_of(m.events, names); });
    return named && edit.change.title && is_only(edit.event) ? nullptr : block("add", own);
  }

  /// Which [[add]] made the event of `edit`: the one it says, or the only one of that title; as many as there are for
  /// none.
  std::size_t added_by(const EventEdit& edit) const {
    for (std::size_t i = 0; i < old_.added.size(); ++i) {
      const AddEdit& added = old_.added[i];
      if (edit.added_on > 0 ? added.line == edit.added_on : adds(added, edit.event) && is_only(edit.event)) return i;
    }
    return old_.added.size();
  }
  static bool adds(const AddEdit& added, const Quote& event) {
    return same({.words = added.change.title.value_or("")}, event);
  }
  bool is_only(const Quote& event) const {
    return std::ranges::count_if(old_.added, [&](const AddEdit& added) { return adds(added, event); }) == 1;
  }

  /// Puts pairs into a block; with `alone` no other block states anything of the event, so that what is taken back can
  /// go.
  void update(const TomlValue& block, const Pairs& pairs, bool alone) {
    Pairs fresh;
    for (const TomlPair& pair : pairs) {
      const TomlEntry* known = entry(block, pair.key);
      if (is_visibility(pair.key)) known = only_visibility(block);
      const bool takes_back = alone && (pair.value == "\"\"" || pair.value == "false");
      if (known != nullptr && takes_back)
        patch_.remove(*known);
      else if (known != nullptr)
        patch_.replace(*known, pair);
      else if (!takes_back)
        fresh.push_back(pair);
    }
    patch_.insert(block, fresh);
  }

  /// The key of the block that states the visibility; others that do go.
  const TomlEntry* only_visibility(const TomlValue& block) {
    const TomlEntry* first = nullptr;
    for (const TomlEntry& entry : block.entries) {
      if (!is_visibility(entry.key)) continue;
      if (first != nullptr) patch_.remove(entry);
      if (first == nullptr) first = &entry;
    }
    return first;
  }

  /// An event of the same title on another date is another event.
  void write_added(const AddEdit& edit) {
    const auto states = [](const AddEdit& added) { return added.change.date && !added.change.date->empty(); };
    const std::string title = quote_form(edit.change.title.value_or(""));
    for (std::size_t i = old_.added.size(); i-- > 0;) {
      if (quote_form(old_.added[i].change.title.value_or("")) != title) continue;
      if (states(edit) && states(old_.added[i]) && *edit.change.date != *old_.added[i].change.date) continue;
      Pairs pairs = pairs_of(edit.change);
      if (edit.words) add_quote(pairs, *edit.words);
      return update(*block("add", i), pairs, true);
    }
    Pairs pairs = pairs_of(edit.change);
    if (edit.words) add_quote(pairs, *edit.words);
    patch_.append("add", pairs);
  }

  void write_merged(const MergeEdit& edit) {
    for (const MergeEdit& known : old_.merged)
      if (std::equal(known.events.begin(), known.events.end(), edit.events.begin(), edit.events.end(), same)) return;
    std::string events;
    for (const Quote& quote : edit.events) events += (events.empty() ? "[" : ", ") + text_of(quote);
    patch_.append("merge", {{"events", events + "]"}});
  }

  void write_split(const SplitEdit& edit) {
    for (const SplitEdit& known : old_.split)
      if (same(known.event, edit.event) && same(known.mention, edit.mention)) return;
    patch_.append("split", {{"event", text_of(edit.event)}, {"mention", text_of(edit.mention)}});
  }

  void write_order(const OrderEdit& edit) {
    for (const OrderEdit& known : old_.ordered)
      if (same(known.first, edit.first) && same(known.then, edit.then)) return;
    patch_.append("order", {{"first", text_of(edit.first)}, {"then", text_of(edit.then)}});
  }

  void write_time(const TimeEdit& edit) {
    const TomlPair pair = edit.drop ? TomlPair{"drop", "true"} : TomlPair{"counts_from", toml_text(edit.counts_from)};
    for (std::size_t i = old_.times.size(); i-- > 0;) {
      if (!same(old_.times[i].words, edit.words)) continue;
      const TomlValue& known = *block("time", i);
      const TomlEntry* drop = entry(known, "drop");
      const TomlEntry* counts = entry(known, "counts_from");
      if (drop != nullptr && counts != nullptr) patch_.remove(edit.drop ? *counts : *drop);
      return patch_.replace(drop != nullptr && (edit.drop || counts == nullptr) ? *drop : *counts, pair);
    }
    Pairs pairs;
    add_quote(pairs, edit.words);
    pairs.push_back(pair);
    patch_.append("time", pairs);
  }

  const TomlValue& root_;
  const Edits& old_;
  TomlPatch patch_;
};

}  // namespace

Result<std::string> write_edits(std::string_view toml, const Edits& change, std::string_view name) {
  const auto old = read_edits(toml, name);
  if (!old) return tl::unexpected(old.error());
  const auto root = read_toml(toml, name);
  if (!root) return tl::unexpected(root.error());
  std::string text = Writer(toml, *root, *old).write(change);
  if (const auto written = read_edits(text, name); !written) return tl::unexpected(written.error());
  return text;
}

}  // namespace annal
