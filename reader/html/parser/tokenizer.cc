// The states of the HTML standard's tokenizer, each set of which that reads one thing is one function here. What the
// standard calls a parse error is no error: every sequence of bytes is a page.
#include "reader/html/parser/tokenizer.h"

#include <algorithm>
#include <array>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/html/parser/reference.h"

namespace annal::html {
namespace {

constexpr std::string_view replacement = "\uFFFD";

/// Bytes that a text may not hold as they stand: references, line ends, zeros, controls, and what begins those of C1
/// and the code points that are no characters.
constexpr std::array is_plain_byte = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x100; ++c) plain[c] = c != '&' && c != 0x7F && c != 0xC2 && c != 0xEF && c < 0xF0;
  plain['\t'] = plain['\n'] = plain['\f'] = true;
  return plain;
}();

bool is_plain(char c) { return is_plain_byte[static_cast<unsigned char>(c)]; }

/// Controls of C0 and C1, and noncharacters: the code point at the front of `text`.
bool is_unfit(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) return (byte(0) < 0x20 && !is_space(text[0])) || byte(0) == 0x7F;
  if (byte(0) == 0xC2) return byte(1) < 0xA0;
  if (byte(0) == 0xEF && byte(1) == 0xB7) return byte(2) >= 0x90 && byte(2) < 0xB0;
  if (byte(0) == 0xEF) return byte(1) == 0xBF && byte(2) >= 0xBE;
  return byte(0) >= 0xF0 && (byte(1) & 0x0F) == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE;
}

struct Decoding {
  bool references = true;
  bool in_attribute = false;
  bool keep_nul = false;  ///< who takes the token decides what a zero byte is
};

/// Appends what the bytes at the front of `rest`, none of them plain, mean to `out`; returns how many they are.
std::size_t decode_one(std::string_view rest, Decoding how, std::string& out) {
  const char c = rest.front();
  if (c == '\r') {
    out += '\n';
    return rest.starts_with("\r\n") ? 2 : 1;
  }
  if (c == '&') {
    const std::size_t used = read_reference(rest, how.in_attribute, out);
    if (used > 0) return used;
  }
  const std::size_t size = utf8_length(c);
  if ((c == '\0' && how.keep_nul) || !is_unfit(rest)) {
    out.append(rest.substr(0, size));
  } else {
    out += replacement;
  }
  return size;
}

/// Appends html[at, end) to `out` as a page means it, and to `runs`, where there are any, the place of each part.
void decode(std::string_view html, std::size_t at, std::size_t end, Decoding how, std::string& out,
            std::vector<TextRun>* runs) {
  const auto mark = [&](std::size_t text) {
    if (runs == nullptr || text >= out.size()) return;
    if (!runs->empty() && runs->back().source + (text - runs->back().text) == at) return;
    runs->push_back({static_cast<std::uint32_t>(text), static_cast<std::uint32_t>(at)});
  };
  while (at < end) {
    std::size_t before = out.size(), plain = at;
    while (plain < end && (is_plain(html[plain]) || (html[plain] == '&' && !how.references))) ++plain;
    out.append(html.substr(at, plain - at));
    mark(before);
    at = plain;
    if (at == end) return;
    before = out.size();
    const std::size_t used = decode_one(html.substr(at, end - at), how, out);
    mark(before);
    // A reference may mean two characters, which come from the same place.
    if (before < out.size()) mark(before + utf8_length(out[before]));
    at += used;
  }
}

}  // namespace

std::string_view Tokenizer::in_small_letters(std::size_t begin, std::size_t end) {
  const std::string_view name = html_.substr(begin, end - begin);
  const bool capital = std::ranges::any_of(name, [](char c) { return lower_ascii(c) != c; });
  return capital ? std::string_view(dom_.strings.emplace_back(lowered(name))) : name;
}

/// Whether the "<" at `at` begins anything but text.
bool Tokenizer::is_markup(std::size_t at) const {
  if (at + 1 >= html_.size()) return false;
  const char next = html_[at + 1];
  return is_alpha(next) || next == '!' || next == '?' || (next == '/' && at + 2 < html_.size());
}

std::size_t Tokenizer::end_of_text() const {
  std::size_t end = std::min(html_.find('<', at_), html_.size());
  while (end < html_.size() && !is_markup(end)) end = std::min(html_.find('<', end + 1), html_.size());
  return end;
}

/// Adds to the text at hand what follows behind "</>", which is no tag and ends no text.
void Tokenizer::join_text(Token& token) {
  while (html_.substr(at_).starts_with("</>")) {
    at_ += 3;
    const std::size_t end = end_of_text();
    if (end == at_) continue;
    if (token.text.data() != decoded_.data()) decoded_ = token.text;
    decode(html_, at_, end, {.keep_nul = true}, decoded_, &token.runs);
    token.text = decoded_;
    at_ = end;
  }
}

void Tokenizer::next(Token& token, bool cdata) {
  token.runs.clear();
  token.attributes.clear();
  while (true) {
    if (at_ >= html_.size()) {
      token.kind = TokenKind::end;
      return;
    }
    if (model_ != ContentModel::data) {
      if (read_raw(token)) return;
      continue;
    }
    if (const std::size_t end = end_of_text(); end > at_) {
      read_text(token, end, true, true);
      join_text(token);
      return;
    }
    if (html_.substr(at_).starts_with("</>")) {
      at_ += 3;
      continue;
    }
    read_markup(token, cdata);
    return;
  }
}

void Tokenizer::read_markup(Token& token, bool cdata) {
  const std::string_view rest = html_.substr(at_);
  if (is_alpha(rest[1]) || (rest[1] == '/' && is_alpha(rest[2]))) {
    read_tag(token);
  } else if (rest.starts_with("<!--")) {
    read_comment(token);
  } else if (rest[1] == '!' && lowered(rest.substr(2, 7)) == "doctype") {
    read_bogus_comment(token, TokenKind::doctype);
  } else if (cdata && rest.starts_with("<![CDATA[")) {
    at_ += 9;
    const std::size_t end = html_.find("]]>", at_);
    read_text(token, std::min(end, html_.size()), false, true);
    if (end != std::string_view::npos) at_ += 3;
  } else {
    read_bogus_comment(token, TokenKind::comment);
  }
}

/// To the next ">": what looks like markup and is none, and document types, which no quotation marks protect.
void Tokenizer::read_bogus_comment(Token& token, TokenKind kind) {
  const std::size_t end = std::min(html_.find('>', at_), html_.size());
  token.kind = kind;
  token.text = html_.substr(at_, end - at_);
  at_ = std::min(end + 1, html_.size());
}

/// "<!-->" and "<!--->" are whole comments; "--!>" ends one as "-->" does.
void Tokenizer::read_comment(Token& token) {
  token.kind = TokenKind::comment;
  const std::size_t begin = at_ + 4;
  for (const std::string_view abrupt : {">", "->"}) {
    if (!html_.substr(begin).starts_with(abrupt)) continue;
    at_ = begin + abrupt.size();
    return;
  }
  for (at_ = html_.find("--", begin); at_ < html_.size(); at_ = html_.find("--", at_)) {
    at_ = std::min(html_.find_first_not_of('-', at_), html_.size());
    const std::string_view rest = html_.substr(at_);
    if (!rest.starts_with('>') && !rest.starts_with("!>")) continue;
    at_ += rest.front() == '>' ? 1 : 2;
    return;
  }
  at_ = html_.size();
}

void Tokenizer::read_tag(Token& token) {
  const bool closes = html_[at_ + 1] == '/';
  token.kind = closes ? TokenKind::end_tag : TokenKind::start_tag;
  token.self_closing = false;
  token.attribute_count = 0;
  at_ += closes ? 2 : 1;
  read_name(token);
  while (at_ < html_.size() && html_[at_] != '>') {
    if (html_[at_] == '/') {
      token.self_closing = at_ + 1 < html_.size() && html_[at_ + 1] == '>';
      ++at_;
    } else if (is_space(html_[at_])) {
      ++at_;
    } else {
      read_attribute(token, !closes);
    }
  }
  // A tag that the end of the page cuts short is none.
  if (at_ >= html_.size()) token.kind = TokenKind::end;
  at_ = std::min(at_ + 1, html_.size());
}

void Tokenizer::read_name(Token& token) {
  const std::size_t begin = at_;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>') ++at_;
  token.name = in_small_letters(begin, at_);
  token.tag = tag_of(token.name);
}

void Tokenizer::read_attribute(Token& token, bool keep) {
  const std::size_t begin = at_++;  // a "=" in front is part of the name
  const auto ends_name = [](char c) { return is_space(c) || c == '/' || c == '>' || c == '='; };
  while (at_ < html_.size() && !ends_name(html_[at_])) ++at_;
  const std::size_t end = at_;
  while (at_ < html_.size() && is_space(html_[at_])) ++at_;
  std::size_t value_begin = at_, value_end = at_;
  if (at_ < html_.size() && html_[at_] == '=') {
    for (++at_; at_ < html_.size() && is_space(html_[at_]);) ++at_;
    value_begin = at_;
    if (at_ < html_.size() && (html_[at_] == '"' || html_[at_] == '\'')) {
      ++value_begin;
      value_end = std::min(html_.find(html_[at_], value_begin), html_.size());
      at_ = std::min(value_end + 1, html_.size());
      if (value_end == html_.size()) at_ = html_.size();
    } else {
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
      value_end = at_;
    }
  }
  ++token.attribute_count;
  if (!keep || token.attribute_count > most_attributes) return;
  const std::string_view name = in_small_letters(begin, end);
  if (std::ranges::find(token.attributes, name, &Attribute::name) == token.attributes.end())
    token.attributes.push_back({name, value_of(value_begin, value_end)});
}

std::string_view Tokenizer::value_of(std::size_t begin, std::size_t end) {
  const std::string_view value = html_.substr(begin, end - begin);
  if (std::ranges::all_of(value, is_plain)) return value;
  std::string& out = dom_.strings.emplace_back();
  decode(html_, begin, end, {.in_attribute = true}, out, nullptr);
  return out;
}

/// Makes all up to `end` the text of `token`.
void Tokenizer::read_text(Token& token, std::size_t end, bool references, bool keep_nul) {
  token.kind = TokenKind::text;
  token.text = html_.substr(at_, end - at_);
  const bool plain = std::ranges::all_of(token.text, [&](char c) { return is_plain(c) || (c == '&' && !references); });
  if (plain) {
    token.runs.push_back({0, static_cast<std::uint32_t>(at_)});
  } else {
    decoded_.clear();
    decode(html_, at_, end, {.references = references, .keep_nul = keep_nul}, decoded_, &token.runs);
    token.text = decoded_;
  }
  at_ = end;
}

void Tokenizer::set_content(ContentModel model, std::string_view end_name) {
  model_ = model;
  end_name_ = end_name;
}

/// The text of an element that holds text alone; false, in the content that follows, where it has none.
bool Tokenizer::read_raw(Token& token) {
  const std::size_t end = model_ == ContentModel::plaintext ? html_.size()
                          : model_ == ContentModel::script  ? end_of_script()
                                                            : end_of_raw();
  const bool references = model_ == ContentModel::rcdata;
  model_ = ContentModel::data;
  if (end == at_) return false;
  read_text(token, end, references, false);
  return true;
}

bool Tokenizer::is_end_tag(std::size_t at) const {
  const std::size_t end = at + 2 + end_name_.size();
  if (end >= html_.size() || html_[at + 1] != '/') return false;
  const char next = html_[end];
  return (is_space(next) || next == '/' || next == '>') && lowered(html_.substr(at + 2, end_name_.size())) == end_name_;
}

std::size_t Tokenizer::end_of_raw() const {
  std::size_t at = html_.find("</", at_);
  while (at < html_.size() && !is_end_tag(at)) at = html_.find("</", at + 2);
  return std::min(at, html_.size());
}

/// A script may hold "<!--", and in that "<script>" and "</script>", without ending there.
std::size_t Tokenizer::end_of_script() const {
  enum class State { script, escaped, twice } state = State::script;
  const auto opens = [this](std::size_t at) {
    const std::string head = lowered(html_.substr(at, 8));
    return head.starts_with("<script") && head.size() == 8 && (is_space(head[7]) || head[7] == '/' || head[7] == '>');
  };
  for (std::size_t at = at_; at < html_.size(); ++at) {
    const char c = html_[at];
    if (c == '<' && is_end_tag(at)) {
      if (state != State::twice) return at;
      state = State::escaped;
    } else if (c == '<' && state == State::script && html_.substr(at).starts_with("<!--")) {
      state = State::escaped;
      at += 1;  // its own dashes may end it: "<!-->"
    } else if (c == '<' && state == State::escaped && opens(at)) {
      state = State::twice;
    } else if (c == '-' && state != State::script && html_.substr(at).starts_with("-->")) {
      state = State::script;
    }
  }
  return html_.size();
}

}  // namespace annal::html
