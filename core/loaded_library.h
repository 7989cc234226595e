// A library that is loaded when it is first needed and then kept, since neither it nor what it brings can be unloaded
// safely: linked in, it would cost every start of the program.
#pragma once

#include <dlfcn.h>

#include <string>
#include <type_traits>

namespace annal {

class LoadedLibrary {
 public:
  explicit LoadedLibrary(const char* name) : library_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
    if (library_ != nullptr) return;
    const char* said = ::dlerror();
    trouble_ = said == nullptr ? "it is not there" : said;
  }

  /// The function `name` of the library or of those that it needs, whose type the manual states; null where it is not
  /// there.
  template <class Function>
  void find(Function& function, const char* name) {
    if (library_ == nullptr) return;
    void* const found = ::dlsym(library_, name);
    if (found == nullptr && trouble_.empty()) trouble_ = std::string("it lacks ") + name;
    function = reinterpret_cast<Function>(found);
  }

  /// Why the library cannot be used; empty where it can.
  const std::string& trouble() const { return trouble_; }
  void* handle() const { return library_; }

 private:
  void* library_;
  std::string trouble_;
};

}  // namespace annal
