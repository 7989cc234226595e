// How a language says the few words with which the program labels times: the class `said` of its lexicon holds them by
// the English ones, and the class `said-label` whole labels. Output only: nothing here recognises a word of a text.
#pragma once

#include <string>
#include <string_view>

#include "core/lang/language.h"

namespace annal {

class Said {
 public:
  Said() = default;
  /// Of the language called `tag`; of one without that class, or that is not known, English stays as it is.
  explicit Said(std::string_view tag);

  /// `words` ("early Nov 2016", "8-13 Nov", "19th century") in the language. A day before the name of a month takes the
  /// sign that the lexicon gives `daynumber` ("14. Nov"); behind another word or a number a word takes the form that
  /// the class `said-behind` has for it, where it has one ("3 мая", "после лета" beside "май", "лето").
  std::string operator()(std::string words) const;
  /// Whether the language has whole labels of its own.
  bool has_labels() const { return label_ != no_class; }
  /// What the language has for the whole label `english` ("article written"), else `english` itself. Its "@" stands for
  /// what the label is about, and becomes `filling` in the second form.
  std::string label(std::string_view english) const;
  std::string label(std::string_view english, std::string_view filling) const;
  /// Whether `text` ends in the name of a month as the language says it.
  bool ends_in_month(std::string_view text) const;

 private:
  const Language* language_ = nullptr;
  WordClass said_ = no_class, month_ = no_class, behind_ = no_class, label_ = no_class;
};

}  // namespace annal
