#include "reader/html/parser/doctype.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/unicode/ascii.h"

namespace annal::html {
namespace {

using namespace std::string_view_literals;

constexpr std::array quirky_prefixes = {
    "+//silmaril//dtd html pro v0r11 19970101//"sv,
    "-//as//dtd html 3.0 aswedit + extensions//"sv,
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//"sv,
    "-//ietf//dtd html 2.0 level 1//"sv,
    "-//ietf//dtd html 2.0 level 2//"sv,
    "-//ietf//dtd html 2.0 strict level 1//"sv,
    "-//ietf//dtd html 2.0 strict level 2//"sv,
    "-//ietf//dtd html 2.0 strict//"sv,
    "-//ietf//dtd html 2.0//"sv,
    "-//ietf//dtd html 2.1e//"sv,
    "-//ietf//dtd html 3.0//"sv,
    "-//ietf//dtd html 3.2 final//"sv,
    "-//ietf//dtd html 3.2//"sv,
    "-//ietf//dtd html 3//"sv,
    "-//ietf//dtd html level 0//"sv,
    "-//ietf//dtd html level 1//"sv,
    "-//ietf//dtd html level 2//"sv,
    "-//ietf//dtd html level 3//"sv,
    "-//ietf//dtd html strict level 0//"sv,
    "-//ietf//dtd html strict level 1//"sv,
    "-//ietf//dtd html strict level 2//"sv,
    "-//ietf//dtd html strict level 3//"sv,
    "-//ietf//dtd html strict//"sv,
    "-//ietf//dtd html//"sv,
    "-//metrius//dtd metrius presentational//"sv,
    "-//microsoft//dtd internet explorer 2.0 html strict//"sv,
    "-//microsoft//dtd internet explorer 2.0 html//"sv,
    "-//microsoft//dtd internet explorer 2.0 tables//"sv,
    "-//microsoft//dtd internet explorer 3.0 html strict//"sv,
    "-//microsoft//dtd internet explorer 3.0 html//"sv,
    "-//microsoft//dtd internet explorer 3.0 tables//"sv,
    "-//netscape comm. corp.//dtd html//"sv,
    "-//netscape comm. corp.//dtd strict html//"sv,
    "-//o'reilly and associates//dtd html 2.0//"sv,
    "-//o'reilly and associates//dtd html extended 1.0//"sv,
    "-//o'reilly and associates//dtd html extended relaxed 1.0//"sv,
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//"sv,
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//"sv,
    "-//spyglass//dtd html 2.0 extended//"sv,
    "-//sq//dtd html 2.0 hotmetal + extensions//"sv,
    "-//sun microsystems corp.//dtd hotjava html//"sv,
    "-//sun microsystems corp.//dtd hotjava strict html//"sv,
    "-//w3c//dtd html 3 1995-03-24//"sv,
    "-//w3c//dtd html 3.2 draft//"sv,
    "-//w3c//dtd html 3.2 final//"sv,
    "-//w3c//dtd html 3.2//"sv,
    "-//w3c//dtd html 3.2s draft//"sv,
    "-//w3c//dtd html 4.0 frameset//"sv,
    "-//w3c//dtd html 4.0 transitional//"sv,
    "-//w3c//dtd html experimental 19960712//"sv,
    "-//w3c//dtd html experimental 970421//"sv,
    "-//w3c//dtd w3 html//"sv,
    "-//w3o//dtd w3 html 3.0//"sv,
    "-//webtechs//dtd mozilla html 2.0//"sv,
    "-//webtechs//dtd mozilla html//"sv};
constexpr std::array quirky_without_system = {"-//w3c//dtd html 4.01 frameset//"sv,
                                              "-//w3c//dtd html 4.01 transitional//"sv};
constexpr std::array quirky_names = {"-//w3o//dtd w3 html strict 3.0//en//"sv, "-/w3c/dtd html 4.0 transitional/en"sv,
                                     "html"sv};
constexpr std::string_view quirky_system = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";

/// Skips white space, then takes `word` off the front of `rest`; false, where something else stands there.
bool take(std::string_view& rest, std::string_view word) {
  rest = trimmed(rest);
  if (!rest.starts_with(word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

/// Takes what stands in quotation marks at the front of `rest`; nothing where no mark opens or none closes there.
std::optional<std::string_view> take_quoted(std::string_view& rest) {
  rest = trimmed(rest);
  if (!rest.starts_with('"') && !rest.starts_with('\'')) return std::nullopt;
  const std::size_t end = rest.find(rest.front(), 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view id = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  return id;
}

bool is_quirky_public(std::string_view id, bool has_system) {
  const auto begins = [id](std::string_view prefix) { return id.starts_with(prefix); };
  return std::ranges::find(quirky_names, id) != quirky_names.end() || std::ranges::any_of(quirky_prefixes, begins) ||
         (!has_system && std::ranges::any_of(quirky_without_system, begins));
}

}  // namespace

bool asks_for_quirks(std::string_view doctype) {
  constexpr std::size_t longest = 1000;
  const std::string text = lowered(doctype.substr(0, longest));
  std::string_view rest = text;
  rest.remove_prefix(std::min<std::size_t>(rest.size(), 9));  // "<!doctype"
  rest = trimmed(rest);
  const std::size_t name_end = std::min(rest.find_first_of(" \t\n\r\f"), rest.size());
  if (rest.substr(0, name_end) != "html") return true;
  rest = trimmed(rest.substr(name_end));
  if (rest.empty()) return false;
  if (take(rest, "system")) {
    const auto system = take_quoted(rest);
    return !system || *system == quirky_system;
  }
  if (!take(rest, "public")) return true;
  const auto id = take_quoted(rest);
  if (!id || is_quirky_public(*id, true)) return true;
  if (trimmed(rest).empty()) return is_quirky_public(*id, false);
  const auto system = take_quoted(rest);
  return !system || *system == quirky_system;
}

}  // namespace annal::html
