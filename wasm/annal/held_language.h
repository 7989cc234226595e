// A language that was packed (langc/packed.h), as the program knows it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/lang/tables.h"
#include "langc/table_data.h"

namespace annal {

class HeldLanguage {
 public:
  explicit HeldLanguage(std::span<const unsigned char> packed);
  HeldLanguage(const HeldLanguage&) = delete;
  HeldLanguage& operator=(const HeldLanguage&) = delete;
  ~HeldLanguage() = default;

  const Language::Tables& tables() const { return tables_; }
  /// Whether all of the language is here, and not its signs alone.
  bool is_whole() const { return data_.whole; }

 private:
  compile::TableData data_;
  std::vector<std::string_view> class_names_, strings_, labels_;
  std::vector<Rule> rules_;
  Language::Tables tables_;
};

}  // namespace annal
