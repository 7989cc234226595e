// See built.h.
#include "api/built.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/dct/name_dct.h"
#include "timeline/collection/combine.h"
#include "timeline/edits/build_edited.h"
#include "timeline/lanes.h"
#include "timeline/read_article.h"

namespace annal::api {
namespace {

/// What answers call each document: its name; of several with one name, the second is "name (2)".
std::vector<std::string> ids_of(const std::vector<InputDocument>& documents) {
  std::vector<std::string> ids;
  std::set<std::string> taken;
  for (const InputDocument& document : documents) taken.insert(document.name);
  std::map<std::string, int> uses;
  for (const InputDocument& document : documents) {
    std::string id = document.name;
    int& count = uses[document.name];
    if (++count > 1) {
      while (!taken.insert(id = document.name + " (" + std::to_string(count) + ")").second) ++count;
    }
    ids.push_back(std::move(id));
  }
  return ids;
}

ArticleOptions article_options(const Request& request, InputDocument& document, std::string id) {
  ArticleOptions options;
  options.name = document.name;
  options.default_id = std::move(id);
  options.title = document.title;
  options.url = document.url;
  options.language = request.language;
  options.dct = document.dct;
  options.fallback_dct = request.dct;
  if (const auto day = name_dct(document.name)) options.fallback_dct = day;
  return options;
}

EditedTimeline edited(Article article, const std::optional<Edits>& edits) {
  if (edits) return build_timeline(std::move(article), *edits);
  return {.timeline = build_timeline(std::move(article)), .problems = {}};
}

/// The timeline of all documents, with the edits of the request.
Result<EditedTimeline> joined(Request& request, std::vector<std::string>& faults) {
  Collection collection;
  const bool one_document = request.documents.size() == 1;
  std::vector<std::string> ids = ids_of(request.documents);
  for (std::size_t d = 0; d < ids.size(); ++d) {
    InputDocument& document = request.documents[d];
    std::vector<Result<Article>> articles =
        read_articles(document.bytes, article_options(request, document, std::move(ids[d])));
    document.bytes.clear();
    const bool only = one_document && articles.size() == 1;
    for (Result<Article>& article : articles) {
      if (!article && only) return tl::unexpected(article.error());
      if (only) return edited(std::move(*article), request.edits);
      if (!article)
        faults.push_back(article.error().message);
      else if (!collection.add(build_timeline(std::move(*article))))
        return fail(Code::out_of_range, "the texts are larger than 4 GiB together");
    }
  }
  if (collection.size() == 0) return fail(Code::unreadable, "no document can be read");
  Timeline all = std::move(collection).finish();
  const Language* language = Language::find(all.document.language);
  return edited(Article{std::move(all), language != nullptr ? language : &Language::fallback()}, request.edits);
}

}  // namespace

Result<Built> build(Request& request) {
  Built built;
  auto edited = joined(request, built.faults);
  if (!edited) return tl::unexpected(edited.error());
  built.timeline = std::move(edited->timeline);
  built.problems = std::move(edited->problems);
  if (request.selection) {
    select_events(built.timeline, *request.selection);
    choose_lanes(built.timeline);
  }
  return built;
}

Result<Analysis> analyse(Request& request) {
  if (request.documents.size() != 1) return fail(Code::usage, "dates are those of one text; ask for each by itself");
  InputDocument& document = request.documents.front();
  auto article = read_article(document.bytes, article_options(request, document, document.name));
  if (!article) return tl::unexpected(article.error());
  return annal::analyse(std::move(*article));
}

}  // namespace annal::api
