// See image.h. The functions of librsvg 2.52, cairo 1.16 and Fontconfig 2.13 that are used, as their manuals declare
// them.
#include "render/svg/image.h"

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/loaded_library.h"
#include "render/encode/escape.h"

namespace annal {
namespace {

// Opaque to us.
struct RsvgHandle;
struct cairo_t;
struct cairo_surface_t;

struct GError {
  unsigned domain;
  int code;
  const char* message;
};

struct RsvgRectangle {
  double x, y, width, height;
};

using cairo_write = int (*)(void* closure, const unsigned char* data, unsigned length);
constexpr int format_rgb24 = 1, status_success = 0, pdf_create_date = 5;
constexpr double most_pixels = 32000;  // a side: cairo counts in 16 bits

struct FcFontSet {
  int fonts, room;
  void* patterns;
};

/// Whether Fontconfig, which librsvg asks, finds a font; true where it is another library that is asked.
bool any_font(void* library) {
  const auto current = reinterpret_cast<void* (*)()>(::dlsym(library, "FcConfigGetCurrent"));
  const auto fonts = reinterpret_cast<const FcFontSet* (*)(void*, int)>(::dlsym(library, "FcConfigGetFonts"));
  if (current == nullptr || fonts == nullptr) return true;
  void* const config = current();
  const auto holds = [&](int set) {
    const FcFontSet* found = config == nullptr ? nullptr : fonts(config, set);
    return found != nullptr && found->fonts > 0;
  };
  return holds(0) || holds(1);  // those of the system, those of the program
}

/// librsvg, loaded once.
struct Library {
  RsvgHandle* (*handle_new_from_data)(const unsigned char*, std::size_t, GError**) = nullptr;
  void (*handle_set_dpi)(RsvgHandle*, double) = nullptr;
  int (*handle_get_size)(RsvgHandle*, double*, double*) = nullptr;
  int (*handle_render)(RsvgHandle*, cairo_t*, const RsvgRectangle*, GError**) = nullptr;
  cairo_t* (*create)(cairo_surface_t*) = nullptr;
  void (*destroy)(cairo_t*) = nullptr;
  void (*rectangle)(cairo_t*, double, double, double, double) = nullptr;
  void (*clip)(cairo_t*) = nullptr;
  void (*show_page)(cairo_t*) = nullptr;
  cairo_surface_t* (*image_surface)(int, int, int) = nullptr;
  cairo_surface_t* (*pdf_surface)(cairo_write, void*, double, double) = nullptr;
  void (*pdf_metadata)(cairo_surface_t*, int, const char*) = nullptr;
  int (*write_png)(cairo_surface_t*, cairo_write, void*) = nullptr;
  int (*surface_status)(cairo_surface_t*) = nullptr;
  void (*surface_finish)(cairo_surface_t*) = nullptr;
  void (*surface_destroy)(cairo_surface_t*) = nullptr;
  void (*object_unref)(void*) = nullptr;
  void (*error_free)(GError*) = nullptr;
  LoadedLibrary loaded{"librsvg-2.so.2"};  ///< cairo and GLib are among those that it needs
  bool has_fonts = true;                   ///< without one, each character is drawn as a box

  Library() {
    if (loaded.handle() == nullptr) return;
    loaded.find(handle_new_from_data, "rsvg_handle_new_from_data");
    loaded.find(handle_set_dpi, "rsvg_handle_set_dpi");
    loaded.find(handle_get_size, "rsvg_handle_get_intrinsic_size_in_pixels");
    loaded.find(handle_render, "rsvg_handle_render_document");
    loaded.find(create, "cairo_create");
    loaded.find(destroy, "cairo_destroy");
    loaded.find(rectangle, "cairo_rectangle");
    loaded.find(clip, "cairo_clip");
    loaded.find(show_page, "cairo_show_page");
    loaded.find(image_surface, "cairo_image_surface_create");
    loaded.find(pdf_surface, "cairo_pdf_surface_create_for_stream");
    loaded.find(pdf_metadata, "cairo_pdf_surface_set_metadata");
    loaded.find(write_png, "cairo_surface_write_to_png_stream");
    loaded.find(surface_status, "cairo_surface_status");
    loaded.find(surface_finish, "cairo_surface_finish");
    loaded.find(surface_destroy, "cairo_surface_destroy");
    loaded.find(object_unref, "g_object_unref");
    loaded.find(error_free, "g_error_free");
    has_fonts = any_font(loaded.handle());
  }
};

const Library& library() {
  static const Library rsvg;
  return rsvg;
}

int append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return status_success;
}

using Context = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;
using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

tl::unexpected<Error> refused(GError* error) {
  std::string words = "librsvg does not take the picture";
  if (error != nullptr) {
    words += ": " + one_line(error->message);
    library().error_free(error);
  }
  return fail(Code::unreadable, words);
}

/// An SVG that librsvg has read.
struct Drawable {
  std::unique_ptr<RsvgHandle, void (*)(void*)> handle;
  double width = 0, height = 0;  ///< px
};

Result<Drawable> read_svg(const std::string& svg) {
  const Library& l = library();
  if (!l.loaded.trouble().empty()) {
    return fail(Code::unreadable, "png and pdf need librsvg (Debian's librsvg2-2), which cannot be loaded: " +
                                      l.loaded.trouble() + "; write svg instead");
  }
  if (!l.has_fonts)
    return fail(Code::unreadable,
                "png and pdf need a font, and Fontconfig finds none; install one (Debian's fonts-dejavu-core), or "
                "write svg instead");
  GError* error = nullptr;
  Drawable d{
      {l.handle_new_from_data(reinterpret_cast<const unsigned char*>(svg.data()), svg.size(), &error), l.object_unref}};
  if (d.handle == nullptr) return refused(error);
  l.handle_set_dpi(d.handle.get(), 96);
  const bool sized = l.handle_get_size(d.handle.get(), &d.width, &d.height) != 0;
  if (!sized || !(d.width >= 1) || !(d.height >= 1)) return refused(error);
  return d;
}

/// Ends `surface`, which writes to `out`.
Result<std::string> finished(const Surface& surface, const std::string& out) {
  library().surface_finish(surface.get());
  if (library().surface_status(surface.get()) != status_success || out.empty())
    return fail(Code::out_of_range, "cairo cannot hold the picture; write svg instead");
  return out;
}

enum class Kind { png, pdf };

Result<std::string> drawn(const std::string& svg, Kind kind) {
  const Library& l = library();
  const Result<Drawable> d = read_svg(svg);
  if (!d) return tl::unexpected(d.error());
  std::string out;
  const double scale = kind == Kind::pdf ? 0.75 : std::min(2.0, most_pixels / std::max(d->width, d->height));
  if (scale < 0.1) return fail(Code::out_of_range, "the picture is too large for png and pdf; write svg instead");
  const RsvgRectangle all{0, 0, d->width * scale, d->height * scale};
  const Surface surface(kind == Kind::pdf ? l.pdf_surface(append, &out, all.width, all.height)
                                          : l.image_surface(format_rgb24, static_cast<int>(std::ceil(all.width)),
                                                            static_cast<int>(std::ceil(all.height))),
                        l.surface_destroy);
  if (kind == Kind::pdf) l.pdf_metadata(surface.get(), pdf_create_date, "");  // else: now
  {
    const Context context(l.create(surface.get()), l.destroy);
    GError* error = nullptr;
    if (l.handle_render(d->handle.get(), context.get(), &all, &error) == 0) return refused(error);
  }
  if (kind == Kind::png) l.write_png(surface.get(), append, &out);
  return finished(surface, out);
}

}  // namespace

Result<std::string> to_png(const std::string& svg) { return drawn(svg, Kind::png); }
Result<std::string> to_pdf(const std::string& svg) { return drawn(svg, Kind::pdf); }

Result<std::string> to_pdf(const std::string& svg, const std::vector<double>& ends) {
  const Library& l = library();
  const Result<Drawable> d = read_svg(svg);
  if (!d) return tl::unexpected(d.error());
  std::string out;
  const Surface surface(l.pdf_surface(append, &out, sheet_width, sheet_height), l.surface_destroy);
  l.pdf_metadata(surface.get(), pdf_create_date, "");
  const double scale = (sheet_width - 2 * sheet_margin) / d->width;
  double begin = 0;
  for (const double end : ends) {
    const Context context(l.create(surface.get()), l.destroy);
    l.rectangle(context.get(), sheet_margin, sheet_margin, d->width * scale, (end - begin) * scale);
    l.clip(context.get());
    const RsvgRectangle all{sheet_margin, sheet_margin - begin * scale, d->width * scale, d->height * scale};
    GError* error = nullptr;
    if (l.handle_render(d->handle.get(), context.get(), &all, &error) == 0) return refused(error);
    l.show_page(context.get());
    begin = end;
  }
  return finished(surface, out);
}

}  // namespace annal
