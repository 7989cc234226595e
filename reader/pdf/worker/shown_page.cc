#include "reader/pdf/worker/shown_page.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"

namespace annal::pdf {
namespace {

bool is_bold(const char* font_name) {
  if (font_name == nullptr) return false;
  const std::string name = lowered(font_name);
  return name.find("bold") != std::string::npos || name.find("black") != std::string::npos ||
         name.find("heavy") != std::string::npos;
}

bool is_gap(char32_t letter) {
  return letter <= ' ' || letter == 0xA0 || letter == 0x7F || (letter >= 0x2000 && letter <= 0x200B) ||
         letter == 0x202F || letter == 0x3000;
}

/// Makes runs of letters that come one after the other.
class RunMaker {
 public:
  explicit RunMaker(Page& page) : page_(page) {}

  void gap(bool line) {
    open_ = false;
    if (line)
      gap_ = Gap::line;
    else if (gap_ == Gap::none)
      gap_ = Gap::space;
  }

  void letter(char32_t code, const PopplerRectangle& box, float size, bool bold) {
    const auto point = [](double value) { return std::isfinite(value) ? static_cast<float>(value) : 0.0F; };
    const float left = point(std::min(box.x1, box.x2)), right = point(std::max(box.x1, box.x2));
    const float top = point(std::min(box.y1, box.y2)), bottom = point(std::max(box.y1, box.y2));
    if (open_ && !stands_beside(left, top, right, bottom, size)) gap(true);
    last_ = {left, top, right, bottom};
    const auto begin = static_cast<std::uint32_t>(page_.text.size());
    append_letter(page_.text, code);
    const auto end = static_cast<std::uint32_t>(page_.text.size());
    if (!open_ || page_.runs.back().size != size || page_.runs.back().bold != bold) {
      page_.runs.push_back({begin, end, left, top, right, bottom, size, bold, gap_});
      gap_ = Gap::none;
      open_ = true;
      return;
    }
    Run& run = page_.runs.back();
    run.end = end;
    run.left = std::min(run.left, left);
    run.right = std::max(run.right, right);
    run.top = std::min(run.top, top);
    run.bottom = std::max(run.bottom, bottom);
  }

 private:
  /// Whether a letter stands right behind the last one, or above or below it in text that runs so. Poppler writes the
  /// first word of some columns behind the last one of others.
  bool stands_beside(float left, float top, float right, float bottom, float size) const {
    const float reach = std::max(size, 1.0F);
    const auto near = [&](float from, float to) { return to - from < 0.8F * reach && to - from > -reach; };
    const bool level = top < last_.bottom && bottom > last_.top, above = left < last_.right && right > last_.left;
    return (level && near(last_.right, left)) || (above && (near(last_.bottom, top) || near(bottom, last_.top)));
  }

  struct Box {
    float left = 0, top = 0, right = 0, bottom = 0;
  };

  Page& page_;
  Box last_;
  Gap gap_ = Gap::line;
  bool open_ = false;
};

}  // namespace

Page shown_page(const Poppler& poppler, PopplerPage* page, std::size_t most, std::size_t& letters) {
  Page shown;
  double width = 0, height = 0;
  poppler.page_size(page, &width, &height);
  shown.width = static_cast<float>(width);
  shown.height = static_cast<float>(height);
  char* const text = poppler.text(page);
  PopplerRectangle* boxes = nullptr;
  unsigned count = 0;
  if (text == nullptr || poppler.layout(page, &boxes, &count) == 0) {
    poppler.free(text);
    return shown;
  }
  GList* const attributes = poppler.attributes(page);
  const GList* type = attributes;
  RunMaker runs(shown);
  const std::string_view words(text);
  std::size_t index = 0;
  for (std::size_t at = 0; at < words.size() && index < count && letters < most; ++index, ++letters) {
    const Letter letter = letter_at(words, at);
    at += letter.size;
    const auto attribute = [&] { return static_cast<const PopplerTextAttributes*>(type->data); };
    while (type != nullptr && type->next != nullptr && attribute()->end_index < static_cast<int>(index))
      type = type->next;
    if (is_gap(letter.code)) {
      runs.gap(letter.code == '\n');
    } else {
      const double size = type == nullptr ? 0 : std::abs(attribute()->font_size);
      runs.letter(letter.code, boxes[index], static_cast<float>(std::isfinite(size) ? size : 0),
                  type != nullptr && is_bold(attribute()->font_name));
    }
  }
  poppler.free_attributes(attributes);
  poppler.free(boxes);
  poppler.free(text);
  return shown;
}

}  // namespace annal::pdf
