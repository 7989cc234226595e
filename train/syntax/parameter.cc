#include "parameter.h"

#include <algorithm>
#include <cmath>

namespace annal::syntax {
namespace {

constexpr float mean_decay = 0.9F, variance_decay = 0.99F;
constexpr float longest_gradient = 5;

double squares(const float* at, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += double{at[i]} * double{at[i]};
  return sum;
}

// The numbers of one row or more.
void move(Parameter& p, std::size_t first, std::size_t count, float scale, float rate) {
  float *value = &p.value[first], *gradient = &p.gradient[first], *mean = &p.mean[first],
        *variance = &p.variance[first];
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradient[i] * scale;
    mean[i] = mean_decay * mean[i] + (1 - mean_decay) * g;
    variance[i] = variance_decay * variance[i] + (1 - variance_decay) * g * g;
    value[i] -= rate * mean[i] / (std::sqrt(variance[i]) + 1e-8F);
    gradient[i] = 0;
  }
}

}  // namespace

void Parameter::set(std::size_t row_count, std::size_t column_count, float range, Random& random) {
  rows = row_count;
  columns = column_count;
  value.resize(rows * columns);
  for (float& number : value) number = (random.fraction() * 2 - 1) * range;
  gradient.assign(value.size(), 0);
  mean = variance = gradient;
  if (sparse) is_touched.assign(rows, 0);
}

float* Parameter::touch(std::uint32_t row) {
  if (is_touched[row] == 0) {
    is_touched[row] = 1;
    touched.push_back(row);
  }
  return &gradient[row * columns];
}

void Parameter::add_gradients(const Numbers& rows_of_it) {
  for (std::size_t at = 0; at < rows_of_it.size(); at += columns)
    for (std::size_t j = 0; j < columns; ++j) gradient[j] += rows_of_it[at + j];
}

void Adam::step(float rate) {
  ++steps_;
  double length = 0;
  for (const Parameter* p : parameters_) {
    if (!p->sparse) length += squares(p->gradient.data(), p->gradient.size());
    for (const std::uint32_t row : p->touched) length += squares(&p->gradient[row * p->columns], p->columns);
  }
  length = std::sqrt(length);
  const float scale = length > longest_gradient ? static_cast<float>(longest_gradient / length) : 1;
  const auto warm = static_cast<double>(std::min(steps_, 5000L));
  const double unbiased =
      std::sqrt(1 - std::pow(double{variance_decay}, warm)) / (1 - std::pow(double{mean_decay}, warm));
  const auto now = static_cast<float>(rate * unbiased);
  for (Parameter* p : parameters_) {
    if (!p->sparse) move(*p, 0, p->value.size(), scale, now);
    for (const std::uint32_t row : p->touched) {
      move(*p, row * p->columns, p->columns, scale, now);
      p->is_touched[row] = 0;
    }
    p->touched.clear();
  }
}

}  // namespace annal::syntax
