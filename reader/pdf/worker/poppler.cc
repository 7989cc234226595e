#include "reader/pdf/worker/poppler.h"

namespace annal::pdf {

Poppler::Poppler() {
  loaded.find(bytes_new_static, "g_bytes_new_static");
  loaded.find(document_new, "poppler_document_new_from_bytes");
  loaded.find(page_count, "poppler_document_get_n_pages");
  loaded.find(title, "poppler_document_get_title");
  loaded.find(created, "poppler_document_get_creation_date_time");
  loaded.find(ymd, "g_date_time_get_ymd");
  loaded.find(page, "poppler_document_get_page");
  loaded.find(page_size, "poppler_page_get_size");
  loaded.find(text, "poppler_page_get_text");
  loaded.find(layout, "poppler_page_get_text_layout");
  loaded.find(attributes, "poppler_page_get_text_attributes");
  loaded.find(free_attributes, "poppler_page_free_text_attributes");
  loaded.find(unref, "g_object_unref");
  loaded.find(free, "g_free");
}

}  // namespace annal::pdf
