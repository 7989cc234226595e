#include "cli/editing_session.h"

#include <system_error>

#include "batch/files.h"
#include "batch/hash64.h"
#include "cli/article.h"
#include "timeline/edits/build_edited.h"

namespace annal {

std::string EditingSession::base() const {
  Hash64 hash;
  hash.add(toml_);
  return hexadecimal(hash.value());
}

/// Whether it was read.
Result<bool> EditingSession::read_article_anew() {
  std::error_code time_error, size_error;  // of what cannot be looked at, reading tells why
  const Version version{std::filesystem::last_write_time(arguments_.file, time_error),
                        std::filesystem::file_size(arguments_.file, size_error)};
  if (!time_error && !size_error && version_ == version) return false;
  auto article = read_article(arguments_);
  if (!article) return tl::unexpected(article.error());
  reread_ = version_.has_value();
  article_ = std::move(*article);
  version_ = version;
  return true;
}

Result<void> EditingSession::refresh() {
  auto file = read_edits_file(arguments_.file, arguments_.edits);
  if (!file) return tl::unexpected(file.error());
  const auto reread = read_article_anew();
  if (!reread) return tl::unexpected(reread.error());
  if (!*reread && file->path == edits_path_ && file->toml == toml_) return {};
  edits_path_ = std::move(file->path);
  toml_ = std::move(file->toml);
  edited_ = build_timeline(*article_, file->edits.value_or(Edits{}));
  return {};
}

Result<void> EditingSession::save(const std::string& toml) {
  const auto edits = edits_in(toml, edits_path_);
  if (!edits) return tl::unexpected(edits.error());
  Output output;
  if (auto opened = output.open(edits_path_); !opened) return opened;
  if (auto written = output.write(toml); !written) return written;
  if (auto finished = output.finish(); !finished) return finished;
  toml_ = toml;
  edited_ = build_timeline(*article_, *edits);
  return {};
}

}  // namespace annal
