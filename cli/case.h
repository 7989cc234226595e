// What the operands of build, order and merge name, as one timeline: of an article, or of several documents.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/article.h"
#include "cli/inputs.h"
#include "core/result.h"

namespace annal {

struct BuiltCase {
  EditedArticle edited = {};
  std::string name = {};      ///< what messages call it: "article.txt", "12 documents"
  std::string operands = {};  ///< what a command that reads the same is given
  bool several = false;       ///< it is made of several documents
  std::size_t bad = 0;        ///< documents that cannot be read
};

/// The files that the operands name; tells on standard error what is wrong with some. Errors: unreadable: with the only
/// one; usage: an address of several pages.
Result<InputList> named_inputs(const Arguments& arguments);

/// The timeline of all inputs, with their edits and what the arguments state. Of several, tells on standard error what
/// is wrong with each while it reads them; those that cannot be read are left out.
///
///   errors   as read_articles and read_edits_file of the only input; unreadable: none of several can be read; as
///            apply_edit_flags
Result<BuiltCase> build_case(const Arguments& arguments);

/// Puts the inputs into the store of the arguments, and tells on standard error what became of them. Returns whether
/// all could be read. Errors: as update_store; unreadable: none of the inputs can be read.
Result<bool> store_case(const Arguments& arguments);

/// Tells on standard error the warnings of the timeline of an article; those of several are told. `with_own`: also the
/// ones that the timeline itself holds.
void report_warnings(const BuiltCase& built, bool with_own);

}  // namespace annal
