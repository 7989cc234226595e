// The Python module: text in, the JSON timeline out as Python's own dictionaries and lists. Nothing is inferred here;
// the interpreter's lock is let go while C++ works.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>

#include "batch/batch.h"
#include "core/dct/parse_dct.h"
#include "core/lang/find_language.h"
#include "render/encode/version.h"
#include "render/json.h"
#include "timeline/read_article.h"

namespace py = pybind11;

namespace annal {
namespace {

/// An error of the input becomes a ValueError, one of a file an OSError.
template <class T>
T value_of(Result<T> result) {
  if (result) return std::move(*result);
  const Error& error = result.error();
  if (error.code == Code::unreadable) {
    PyErr_SetString(PyExc_OSError, error.message.c_str());
    throw py::error_already_set();
  }
  throw py::value_error(error.message);
}

/// The arguments of a call as strings of ours: the interpreter is not needed while C++ works.
struct Call {
  std::string text;
  std::optional<std::string> dct, title;
  std::string id, url, language;
};

Result<Article> read(const Call& call) {
  ArticleOptions options;
  options.name = "text";
  if (!call.id.empty()) options.id = call.id;
  options.title = call.title;
  options.url = call.url;
  const auto language = find_language(call.language);
  if (!language) return tl::unexpected(language.error());
  options.language = *language;
  if (call.dct) {
    const auto dct = parse_dct(*call.dct);
    if (!dct) return fail(dct.error().code, "dct: " + dct.error().message);
    options.dct = *dct;
  }
  return read_article(call.text, options);
}

/// A day of writing as text, or as datetime.date or datetime.datetime, whose isoformat it is.
std::optional<std::string> day_of(const py::object& dct) {
  if (dct.is_none()) return std::nullopt;
  if (py::isinstance<py::str>(dct)) return dct.cast<std::string>();
  if (!py::hasattr(dct, "isoformat")) throw py::type_error("dct must be a str, a datetime.date or a datetime.datetime");
  return dct.attr("isoformat")().cast<std::string>();
}

std::string bytes_of(const py::object& text) {
  if (py::isinstance<py::bytes>(text) || py::isinstance<py::str>(text)) return text.cast<std::string>();
  throw py::type_error("text must be a str or bytes");
}

py::object from_json(const std::string& json) { return py::module_::import("json").attr("loads")(json); }

template <class Make>
py::object answer(const py::object& text, const py::object& dct, const std::optional<std::string>& title,
                  const std::string& id, const std::string& url, const std::string& lang, Make make) {
  const Call call{bytes_of(text), day_of(dct), title, id, url, lang};
  Result<std::string> json = std::string();
  {
    const py::gil_scoped_release unlocked;
    json = [&]() -> Result<std::string> {
      auto article = read(call);
      if (!article) return tl::unexpected(article.error());
      return make(std::move(*article));
    }();
  }
  return from_json(value_of(std::move(json)));
}

py::object timeline(const py::object& text, const py::object& dct, const std::optional<std::string>& title,
                    const std::string& id, const std::string& url, const std::string& lang) {
  return answer(text, dct, title, id, url, lang,
                [](Article article) { return to_json(build_timeline(std::move(article))); });
}

py::object dates(const py::object& text, const py::object& dct, const std::optional<std::string>& title,
                 const std::string& id, const std::string& url, const std::string& lang) {
  return answer(text, dct, title, id, url, lang,
                [](Article article) { return to_dates_json(analyse(std::move(article))); })["timexes"];
}

py::dict batch(const std::vector<std::string>& files, const std::string& into,
               std::pair<std::uint32_t, std::uint32_t> shard, unsigned jobs, const std::string& format,
               std::uint64_t part, const std::string& compress, const std::string& lang) {
  BatchOptions options;
  options.files = files;
  options.folder = into;
  options.jobs = jobs;
  options.part = part;
  const auto known_format = batch_format(format);
  if (!known_format) throw py::value_error("format must be 'json' or 'timeml', not '" + format + "'");
  options.format = *known_format;
  options.language = value_of(find_language(lang));
  options.compression = compress.empty() ? Compression::none : compression_by_name('.' + compress);
  if (files.empty() || into.empty()) throw py::value_error("files and into must not be empty");
  if (!compress.empty() && options.compression == Compression::none)
    throw py::value_error("compress must be '', 'gz' or 'zst'");
  if (jobs == 0 || part == 0) throw py::value_error("jobs and part must be at least 1");
  options.shard = value_of(parse_shard(std::to_string(shard.first) + "/" + std::to_string(shard.second)));
  Result<BatchSummary> summary = BatchSummary{};
  {
    const py::gil_scoped_release unlocked;
    std::atomic<bool> stop{false};
    summary = process_batch(options, &stop, [&](const BatchProgress&) {
      const py::gil_scoped_acquire locked;
      if (PyErr_CheckSignals() != 0) stop = true;  // Ctrl-C: what is under way is finished
    });
  }
  if (PyErr_Occurred() != nullptr) throw py::error_already_set();
  const BatchSummary done = value_of(std::move(summary));
  py::dict answer;
  answer["documents"] = done.done.documents + done.documents_before;
  answer["bad"] = done.done.bad + done.bad_before;
  answer["already_there"] = done.documents_before;
  return answer;
}

}  // namespace
}  // namespace annal

PYBIND11_MODULE(_annal, module) {
  using namespace py::literals;
  module.doc() = "The compiled part of the package annal.";
  module.attr("__version__") = std::string(annal::version());
  module.def(
      "timeline", &annal::timeline, "text"_a, "dct"_a = py::none(), py::kw_only(), "title"_a = py::none(), "id"_a = "",
      "url"_a = "", "lang"_a = "auto",
      "Builds the timeline of an article. Returns the JSON timeline as a dict: documents, timexes, events, relations,\n"
      "conflicts and warnings (annal-timeline/2; offsets are code points of documents[0]['text']).\n\n"
      "text  the article: plain text, an HTML page, TimeML or a JSON timeline, as str or bytes,\n"
      "      or the bytes of a .pdf, .docx, .odt or .epub file\n"
      "dct   the date of writing: '2016-11-14', a datetime.date or a datetime.datetime; None: as the text states it\n"
      "url   the address of a page; its path may contain the date\n\n"
      "Raises ValueError if the input is not text or dct is not a date.");
  module.def(
      "dates", &annal::dates, "text"_a, "dct"_a = py::none(), py::kw_only(), "title"_a = py::none(), "id"_a = "",
      "url"_a = "", "lang"_a = "auto",
      "Returns the time expressions of an article: the timexes of timeline(), as a list of dicts. Finds no events.");
  module.def(
      "batch", &annal::batch, "files"_a, "into"_a, "shard"_a = std::pair<std::uint32_t, std::uint32_t>(1, 1),
      py::kw_only(), "jobs"_a = 1U, "format"_a = "json", "part"_a = annal::BatchOptions{}.part, "compress"_a = "",
      "lang"_a = "auto",
      "Builds the timelines of JSON lines files into a folder, as `annal batch FILE... --into DIR --shard I/N` does,\n"
      "and resumes a stopped run. Returns {'documents', 'bad', 'already_there'} of the shard.\n\n"
      "Raises ValueError for wrong arguments or a folder of another archive, OSError if reading or writing fails.");
}
