// Parts of speech as the Penn Treebank names them, with what English Web Treebank adds.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace annal {

enum class Penn : std::uint8_t {
  none,
  comma,
  stop,
  colon,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  dollar,
  number_sign,
  hyph,
  nfp,
  add,
  afx,
  cc,
  cd,
  dt,
  ex,
  fw,
  gw,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nnp,
  nnps,
  nns,
  pdt,
  pos,
  prp,
  prps,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wps,
  wrb,
  xx,
  count_
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Penn::count_)> penn_names{
    "",    ",",   ".",    ":",   "``",  "''",  "-LRB-", "-RRB-", "$",   "#",   "HYPH", "NFP", "ADD",
    "AFX", "CC",  "CD",   "DT",  "EX",  "FW",  "GW",    "IN",    "JJ",  "JJR", "JJS",  "LS",  "MD",
    "NN",  "NNP", "NNPS", "NNS", "PDT", "POS", "PRP",   "PRP$",  "RB",  "RBR", "RBS",  "RP",  "SYM",
    "TO",  "UH",  "VB",   "VBD", "VBG", "VBN", "VBP",   "VBZ",   "WDT", "WP",  "WP$",  "WRB", "XX"};

inline bool is_verb(Penn t) { return t >= Penn::vb && t <= Penn::vbz; }
inline bool is_noun(Penn t) { return t >= Penn::nn && t <= Penn::nns; }

}  // namespace annal
