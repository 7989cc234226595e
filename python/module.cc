// The compiled part of the Python package: requests in JSON and the bytes of texts in, timelines out. Nothing is
// inferred here, and the interpreter's lock is let go while C++ works. python/annal/_annal.pyi has its types.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <atomic>
#include <string>
#include <tuple>
#include <vector>

#include "api/built.h"
#include "api/find_event.h"
#include "api/request.h"
#include "batch/batch.h"
#include "core/lang/find_language.h"
#include "render/encode/version.h"
#include "timeline/explain/why.h"

namespace py = pybind11;
using namespace py::literals;

namespace annal::python {
namespace {

/// What lists all events, for an error.
constexpr std::string_view lister = "Timeline.all_events";

/// An error of the input becomes a ValueError, one of a file an OSError.
template <class T>
T value_of(Result<T> result) {
  if (result) return std::move(*result);
  const std::string& message = result.error().message;
  if (result.error().code != Code::unreadable) throw py::value_error(message);
  PyErr_SetString(PyExc_OSError, message.c_str());
  throw py::error_already_set();
}

/// A timeline that Python holds; it never changes.
struct Held {
  api::Built built;
  std::string edits;  ///< the text of the edits file that it was made with
};

Held build(const std::string& json, std::vector<std::string> texts) {
  const auto made = [&]() -> Result<Held> {
    const py::gil_scoped_release unlocked;
    auto request = api::read_request(json, FormatUse::build, texts);
    if (!request) return tl::unexpected(request.error());
    auto built = api::build(*request);
    if (!built) return tl::unexpected(built.error());
    return Held{std::move(*built), std::move(request->toml)};
  };
  return value_of(made());
}

py::bytes render(const Held& held, const std::string& display) {
  const auto rendered = [&]() -> Result<std::string> {
    const py::gil_scoped_release unlocked;
    auto request = api::read_display(display, FormatUse::build);
    if (!request) return tl::unexpected(request.error());
    request->render.edits = held.edits;
    std::string output;
    const auto done =
        request->format->build([&](std::string_view piece) { output += piece; }, held.built.timeline, request->render);
    if (!done) return tl::unexpected(done.error());
    return output;
  };
  return py::bytes(value_of(rendered()));
}

py::dict why(const Held& held, const std::string& a, const std::string& b) {
  const Timeline& timeline = held.built.timeline;
  const auto [first, second] = value_of(api::find_pair(timeline, {a, b}, lister));
  Proof proof;
  {
    const py::gil_scoped_release unlocked;
    proof = annal::why(timeline, first, second);
  }
  py::list steps;
  for (const auto* part : {&proof.steps, &proof.also})
    for (const ProofStep& step : *part)
      steps.append(py::dict("words"_a = std::string(slice(timeline.document.text, step.words)), "rule"_a = step.rule,
                            "trust"_a = step.trust));
  return py::dict("a"_a = proof.a, "b"_a = proof.b, "verdict"_a = std::string(name(proof.verdict)),
                  "trust"_a = proof.trust, "summary"_a = proof.summary, "text"_a = text_of(proof, timeline),
                  "steps"_a = steps);
}

py::list problems(const Held& held) {
  py::list all;
  for (const EditProblem& problem : held.built.problems)
    all.append(py::make_tuple(problem.line, problem.kind == EditProblem::Kind::note, problem.message));
  return all;
}

py::bytes dates(const std::string& json, std::vector<std::string> texts) {
  const auto made = [&]() -> Result<std::string> {
    const py::gil_scoped_release unlocked;
    auto request = api::read_request(json, FormatUse::dates, texts);
    if (!request) return tl::unexpected(request.error());
    const auto analysis = api::analyse(*request);
    if (!analysis) return tl::unexpected(analysis.error());
    return request->format->dates(*analysis, {});
  };
  return py::bytes(value_of(made()));
}

std::string format_of(const std::string& stated, const std::string& path) {
  const auto allowed = formats_for(FormatUse::build);
  const auto format = choose_format(stated, path, allowed);
  if (!format && stated.empty())
    throw py::value_error("no format is named as " + path + " ends; state format=, one of: " + format_names(allowed));
  return std::string(value_of(format)->name);
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
  return py::dict("documents"_a = done.done.documents + done.documents_before,
                  "bad"_a = done.done.bad + done.bad_before, "already_there"_a = done.documents_before);
}

}  // namespace
}  // namespace annal::python

PYBIND11_MODULE(_annal, module) {
  namespace ours = annal::python;
  using ours::Held;
  module.doc() = "The compiled part of the package annal.";
  module.attr("__version__") = std::string(annal::version());
  py::class_<Held>(module, "Built")
      .def("render", &ours::render, "display"_a)
      .def(
          "find",
          [](const Held& held, const std::string& name) {
            return ours::value_of(
                annal::api::find_event(held.built.timeline, name, annal::api::Prefer::none, {}, ours::lister));
          },
          "name"_a)
      .def("why", &ours::why, "a"_a, "b"_a)
      .def_property_readonly("problems", &ours::problems)
      .def_property_readonly("faults", [](const Held& held) { return held.built.faults; });
  module.def("build", &ours::build, "request"_a, "texts"_a);
  module.def("dates", &ours::dates, "request"_a, "texts"_a);
  module.def("format_of", &ours::format_of, "stated"_a, "path"_a);
  module.def("batch", &ours::batch, "files"_a, "into"_a, "shard"_a = std::pair<std::uint32_t, std::uint32_t>(1, 1),
             py::kw_only(), "jobs"_a = 1U, "format"_a = "json", "part"_a = annal::BatchOptions{}.part,
             "compress"_a = "", "lang"_a = "auto");
}
