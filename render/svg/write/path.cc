// A tenth of a px is finer than any screen shows.
#include "render/svg/write/path.h"

#include <cmath>
#include <cstdint>

namespace annal::svg {

void append_number(std::string& out, double value) {
  const auto tenths = static_cast<std::int64_t>(std::llround(value * 10));
  const auto size = static_cast<std::uint64_t>(tenths < 0 ? -tenths : tenths);
  if (tenths < 0) out += '-';
  out += std::to_string(size / 10);
  if (size % 10 != 0) {
    out += '.';
    out += static_cast<char>('0' + size % 10);
  }
}

Path& Path::down(double y) {
  data_ += 'V';
  append_number(data_, y);
  return *this;
}

Path& Path::along(double x) {
  data_ += 'H';
  append_number(data_, x);
  return *this;
}

Path& Path::bend(double cx, double cy, double x, double y) {
  step('Q', cx, cy);
  data_ += ' ';
  append_number(data_, x);
  data_ += ' ';
  append_number(data_, y);
  return *this;
}

Path& Path::close() {
  data_ += 'Z';
  return *this;
}

Path& Path::step(char letter, double x, double y) {
  data_ += letter;
  append_number(data_, x);
  data_ += ' ';
  append_number(data_, y);
  return *this;
}

}  // namespace annal::svg
