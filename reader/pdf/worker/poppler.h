// The functions of poppler-glib 22.12 and of GLib that the worker uses, as their manuals declare them, found at run
// time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/loaded_library.h"

namespace annal::pdf {

// Opaque to us.
struct PopplerDocument;
struct PopplerPage;
struct GBytes;
struct GDateTime;

struct GError {
  unsigned domain;
  int code;
  const char* message;
};
inline constexpr int error_encrypted = 1;  // POPPLER_ERROR_ENCRYPTED

struct PopplerRectangle {
  double x1, y1, x2, y2;
};

struct PopplerColor {
  std::uint16_t red, green, blue;
};

struct PopplerTextAttributes {
  char* font_name;
  double font_size;
  int is_underlined;
  PopplerColor color;
  int start_index, end_index;  // letters; the last is included
};

struct GList {
  void* data;
  GList *next, *prev;
};

/// poppler-glib, loaded once.
struct Poppler {
  GBytes* (*bytes_new_static)(const void*, std::size_t) = nullptr;
  PopplerDocument* (*document_new)(GBytes*, const char*, GError**) = nullptr;
  int (*page_count)(PopplerDocument*) = nullptr;
  char* (*title)(PopplerDocument*) = nullptr;
  GDateTime* (*created)(PopplerDocument*) = nullptr;
  void (*ymd)(GDateTime*, int*, int*, int*) = nullptr;
  PopplerPage* (*page)(PopplerDocument*, int) = nullptr;
  void (*page_size)(PopplerPage*, double*, double*) = nullptr;
  char* (*text)(PopplerPage*) = nullptr;
  int (*layout)(PopplerPage*, PopplerRectangle**, unsigned*) = nullptr;
  GList* (*attributes)(PopplerPage*) = nullptr;
  void (*free_attributes)(GList*) = nullptr;
  void (*unref)(void*) = nullptr;
  void (*free)(void*) = nullptr;
  LoadedLibrary loaded{"libpoppler-glib.so.8"};  ///< GLib is among those that it needs

  Poppler();
};

}  // namespace annal::pdf
