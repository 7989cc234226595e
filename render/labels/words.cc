#include "render/labels/words.h"

#include "core/calendar/civil.h"

namespace annal::labels {
namespace {

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

}  // namespace

int year_floor(int year, int step) {
  if (step == 1) return year;
  const int told = year > 0 ? year : year - 1;  // no year 0: 1 BC is -1
  const int floor = told - ((told % step) + step) % step;
  return floor > 0 ? floor : floor + 1;
}

std::string clock_words(CivilSeconds at) {
  const CivilTime t = civil_time(at);
  return two_digits(t.hour) + ":" + two_digits(t.minute) + (t.second != 0 ? ":" + two_digits(t.second) : "");
}

std::string length_words(CivilSeconds begin, CivilSeconds end, Frame frame, const Labels& labels) {
  const CivilSeconds length = end - begin;
  const auto rounded = [length](CivilSeconds unit) { return static_cast<std::size_t>((length + unit / 2) / unit); };
  if (length < 2 * 3600) return labels.count(Label::minutes_one, rounded(60));
  if (length < 2 * seconds_per_day) return labels.count(Label::hours_one, rounded(3600));
  if (length < 60 * seconds_per_day || frame == Frame::document)
    return labels.count(Label::days_one, rounded(seconds_per_day));
  const CivilTime from = civil_time(begin), to = civil_time(end);
  const int whole_months = (to.year - from.year) * 12 + to.month - from.month +
                           (to.day - from.day >= 15    ? 1
                            : to.day - from.day <= -15 ? -1
                                                       : 0);
  if (whole_months < 24) return labels.count(Label::months_one, static_cast<std::size_t>(whole_months));
  const int years = whole_months / 12, over = whole_months % 12;
  if (years < 10 && over != 0)
    return labels.text(Label::length_pair, labels.count(Label::years_one, static_cast<std::size_t>(years)),
                       labels.count(Label::months_one, static_cast<std::size_t>(over)));
  return labels.count(Label::years_one, static_cast<std::size_t>((whole_months + 6) / 12));
}

std::string status_words(Status status, const Labels& labels) {
  switch (status) {
    case Status::fact:
    case Status::reported: return "";
    case Status::alleged: return " " + std::string(labels.text(Label::alleged_mark));
    case Status::expected: return " " + std::string(labels.text(Label::expected_mark));
    case Status::denied: return " " + std::string(labels.text(Label::denied_mark));
    case Status::conditional: return " " + std::string(labels.text(Label::conditional_mark));
  }
  return "";
}

std::string edited_words(const std::vector<EditedField>& edited, const Labels& labels) {
  std::string fields;
  for (const EditedField field : edited) fields += (fields.empty() ? "" : ", ") + field_name(field, labels);
  return fields.empty() ? "" : labels.text(Label::edited, fields);
}

std::string page_words(std::uint32_t page, const Labels& labels) {
  return page == 0 ? "" : labels.text(Label::page, std::to_string(page));
}

std::string field_name(EditedField field, const Labels& labels) {
  return std::string(labels.item(Label::edited_fields, static_cast<std::size_t>(field)));
}

std::string status_name(Status status, const Labels& labels) {
  switch (status) {
    case Status::fact: return std::string(labels.text(Label::fact));
    case Status::reported: return std::string(labels.text(Label::reported));
    case Status::alleged: return std::string(labels.text(Label::alleged));
    case Status::expected: return std::string(labels.text(Label::expected));
    case Status::denied: return std::string(labels.text(Label::denied));
    case Status::conditional: return std::string(labels.text(Label::conditional));
  }
  return "";
}

}  // namespace annal::labels
