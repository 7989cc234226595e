#include "reader/pdf/worker/poppler.h"

#include <dlfcn.h>

#include <type_traits>

namespace annal::pdf {

Poppler::Poppler() {
  void* const library = ::dlopen("libpoppler-glib.so.8", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* said = ::dlerror();
    trouble = said == nullptr ? "it is not there" : said;
    return;
  }
  // A search in a library goes on in those that it needs: GLib among them.
  const auto find = [&](auto& function, const char* name) {
    void* const found = ::dlsym(library, name);
    if (found == nullptr && trouble.empty()) trouble = std::string("it lacks ") + name;
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(found);
  };
  find(bytes_new_static, "g_bytes_new_static");
  find(document_new, "poppler_document_new_from_bytes");
  find(page_count, "poppler_document_get_n_pages");
  find(title, "poppler_document_get_title");
  find(created, "poppler_document_get_creation_date_time");
  find(ymd, "g_date_time_get_ymd");
  find(page, "poppler_document_get_page");
  find(page_size, "poppler_page_get_size");
  find(text, "poppler_page_get_text");
  find(layout, "poppler_page_get_text_layout");
  find(attributes, "poppler_page_get_text_attributes");
  find(free_attributes, "poppler_page_free_text_attributes");
  find(unref, "g_object_unref");
  find(free, "g_free");
}

}  // namespace annal::pdf
