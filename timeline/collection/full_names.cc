// See full_names.h.
#include "timeline/collection/full_names.h"

#include <algorithm>
#include <utility>

#include "core/text/token.h"
#include "core/unicode/letter_case.h"

namespace annal {

std::vector<FullName> full_names(std::string_view phrase, const Language& language) {
  const WordClass title = language.word_class("title-word"), given = language.word_class("given-name");
  std::vector<Token> tokens;
  tokenise(phrase, tokens);
  std::vector<FullName> found;
  std::vector<std::string_view> run;
  const auto end_run = [&] {
    if (run.size() >= 2)
      found.push_back({folded(run.front()), folded(run.back()), given != no_class && language.is(run.front(), given)});
    run.clear();
  };
  for (const Token& token : tokens) {
    const std::string_view word = slice(phrase, token.span());
    const bool part = token.kind == TokenKind::word && begins_capital(word);
    if (part && (!run.empty() || title == no_class || !language.is(word, title))) {
      run.push_back(word);
    } else if (!part && word != ".") {
      end_run();
    }
  }
  end_run();
  return found;
}

bool are_others(const std::vector<FullName>& a, const std::vector<FullName>& b) {
  bool others = false;
  for (const FullName& x : a) {
    for (const FullName& y : b) {
      if (x.last != y.last) continue;
      if (x.first.starts_with(y.first) || y.first.starts_with(x.first)) return false;
      others |= x.given == y.given;
    }
  }
  return others;
}

}  // namespace annal
