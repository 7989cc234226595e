// A date in the words of a language, by the labels of the page, as annal itself writes them (render/labels/date_words.cc).
import type { Interval, Labels } from './stated_date';

const list = (labels: Labels, name: string, i: number) => (labels[name] ?? '').split(' | ')[i] ?? '';

/** A pattern of CLDR filled in; the second `d` is the last day of a range. */
function pattern(text: string, labels: Labels, date: Date, last = date): string {
  let days = 0;
  return text.replace(/'([^']*)'|d+|M+|L+|y+|H+|m+/g, (run: string, quoted?: string) => {
    const two = (n: number) => String(n).padStart(2, '0');
    switch (run[0]) {
      case "'": return quoted!;
      case 'd': { const day = (days++ ? last : date).getUTCDate(); return day === 1 && labels['first-day'] ? labels['first-day'] : String(day); }
      case 'M': return list(labels, run.length > 3 ? 'months-long' : 'months-short', date.getUTCMonth());
      case 'L': return list(labels, 'months-short-alone', date.getUTCMonth());
      case 'y': return String(date.getUTCFullYear());
      case 'H': return two(date.getUTCHours());
      default: return two(date.getUTCMinutes());
    }
  });
}

const filled = (label: string, first: string, second = '') => label.replace('{1}', () => second).replace('{0}', () => first);

/** Words that run together written as one: Spanish "de el" is "del". */
function contracted(text: string, labels: Labels): string {
  for (const pair of (labels.contractions ?? '').split(' | ')) {
    const [apart, one] = pair.split(' > ');
    const at = one ? ` ${text}`.search(new RegExp(`(?<=[ '])${apart} `)) - 1 : -1;
    if (at >= 0) text = text.slice(0, at) + one + text.slice(at + apart.length);
  }
  return text;
}

function range(labels: Labels, first: Date, last: Date): string {
  const [a, b] = [first.getUTCFullYear(), last.getUTCFullYear()];
  const end = new Date(last.getTime() + 1);  // the first instant behind it
  if (first.getUTCDate() === 1 && end.getUTCDate() === 1) {
    if (first.getUTCMonth() === 0 && end.getUTCMonth() === 0)
      return a === b ? String(a) : a % 10 === 0 && b === a + 9 ? filled(labels.decade, String(a)) : filled(labels['years-range'], String(a), String(b));
    const month = (date: Date, year: boolean) => pattern(labels[year ? 'month-year' : 'month'], labels, date);
    return end.getTime() <= Date.UTC(a, first.getUTCMonth() + 1) ? month(first, true) : filled(labels.range, month(first, a !== b), month(last, true));
  }
  if (a === b && first.getUTCMonth() === last.getUTCMonth()) return pattern(labels['days-year'], labels, first, last);
  const day = (date: Date, year: boolean) => pattern(labels[year ? 'day-year' : 'day'], labels, date);
  return filled(labels.range, day(first, a !== b), day(last, true));
}

/** "18 May 2019, 19:00–23:00", or from a clock time of one day to that of another. */
function clocks(labels: Labels, first: Date, last: Date): string {
  const day = (date: Date) => pattern(labels['day-year'], labels, date), clock = (date: Date) => pattern(labels.clock, labels, date);
  if (day(first) === day(new Date(last.getTime() - 1))) return filled(labels['date-and-clock'], day(first), `${clock(first)}–${clock(last)}`);
  return filled(labels.range, ...[first, last].map(date => filled(labels['date-and-clock'], day(date), clock(date))) as [string, string]);
}

/** `relation` is the label that the date stands behind, or ''. An open interval is that date's, cut on one side. */
export function describe(interval: Interval, relation: string, language: string, labels: Labels): { when: string; day: string } {
  const unit = interval.unit;
  const date = new Date(relation === 'before' ? interval.end : relation === 'after' ? stepBack(interval.begin, unit)
    : Number.isFinite(interval.begin) ? interval.begin : stepBack(interval.end, unit));
  const form = (name: string) => (relation && labels[`${name}-governed`]) || labels[name];
  const day = () => pattern(form('day-year'), labels, date);
  const when = unit === 'minute' ? filled(labels['date-and-clock'], day(), pattern(labels.clock, labels, date))
    : unit === 'day' ? day()
    : unit === 'month' ? pattern(form('month-year'), labels, date)
    : unit === 'year' ? String(date.getUTCFullYear())
    : unit === 'decade' ? filled(form('decade'), String(date.getUTCFullYear()))
    : unit === 'clocks' ? clocks(labels, date, new Date(interval.end))
    : range(labels, date, new Date(interval.end - 1));
  const text = relation ? contracted(filled(labels[relation], when), labels) : when;
  const week = unit === 'day' || unit === 'minute' || unit === 'clocks' ? new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(date) : '';
  return { when: text, day: week ? `${week} ${text}` : text };
}

/** The begin of the unit that ends at `end`. */
function stepBack(end: number, unit: Interval['unit']): number {
  const date = new Date(end);
  if (unit === 'decade') date.setUTCFullYear(date.getUTCFullYear() - 10);
  else if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() - 1);
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() - 1);
  else date.setUTCDate(date.getUTCDate() - 1);
  return date.getTime();
}
