// Reads a date as an owner types it, where no server reads it: ISO 8601, days, months, years, decades, ranges, clock
// times, "since" and the like, in the language of the article. Strict: what it does not know whole, it does not read,
// and it never reads another date than annal does (tests/web/dates_test.mjs compares the two).
import { describe } from './date_words';

/** Half-open, in milliseconds of UTC; a side may be open (infinite). `unit` is that of one date; `clocks`: two clock times. */
export interface Interval { begin: number; end: number; unit?: 'minute' | 'clocks' | 'day' | 'month' | 'year' | 'decade' }
export type Labels = Record<string, string>;
export interface DateReading {
  when: string;        // as the timeline shows it
  day: string;         // the same with its day of the week, to check by
  begin: number; end: number;
}

const monthNames = new Map<string, Map<string, number>>();
const key = (word: string) => word.normalize('NFC').toLowerCase().replace(/\.$/, '');

/** The names of months in `language`: those of the labels, and those that the browser knows; none that means two. */
function monthsOf(language: string, labels: Labels): Map<string, number> {
  const known = monthNames.get(language);
  if (known) return known;
  const months = new Map<string, number>();
  const add = (name: string, month: number) => {
    const word = key(name);
    months.set(word, months.has(word) && months.get(word) !== month ? NaN : month);
  };
  for (const list of ['months-short', 'months-short-alone', 'months-long'])
    labels[list]?.split(' | ').forEach((name, i) => add(name, i + 1));
  // What the language does not have is read in English, as annal does.
  for (const tag of [language, 'en']) for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }, { month: 'short', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    for (let m = 0; m < 12; m++) {
      const part = format.formatToParts(Date.UTC(2016, m, 14)).find(p => p.type === 'month');
      if (part && (tag === language || !months.has(key(part.value)) || months.get(key(part.value)) === m + 1)) add(part.value, m + 1);
    }
  }
  monthNames.set(language, months);
  return months;
}

const inYears = (year: number) => year >= 1000 && year <= 2999;

export function yearOf(year: number): Interval | undefined {
  return inYears(year) ? { begin: Date.UTC(year, 0), end: Date.UTC(year + 1, 0), unit: 'year' } : undefined;
}
export function monthOf(year: number, month: number): Interval | undefined {
  return inYears(year) && month >= 1 && month <= 12 ? { begin: Date.UTC(year, month - 1), end: Date.UTC(year, month), unit: 'month' } : undefined;
}
export function dayOf(year: number, month: number, day: number): Interval | undefined {
  const begin = Date.UTC(year, month - 1, day);
  const date = new Date(begin);
  if (!inYears(year) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { begin, end: begin + 86400000, unit: 'day' };
}
function at(day: Interval | undefined, hour: number, minute: number): Interval | undefined {
  if (!day || hour > 23 || minute > 59) return undefined;
  const begin = day.begin + (hour * 60 + minute) * 60000;
  return { begin, end: begin + 60000, unit: 'minute' };
}

function iso(text: string): Interval | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?$/.exec(text);
  if (!found) return undefined;
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
  if (found[4]) return at(dayOf(year, month, day), hour, minute);
  return found[3] ? dayOf(year, month, day) : found[2] ? monthOf(year, month) : yearOf(year);
}

/** What annal tells as a century or a millennium, for which there are no words here. */
function isCenturies(begin: Interval, end: Interval): boolean {
  const [first, last] = [new Date(begin.begin), new Date(end.end)];
  return [first, last].every(date => date.getUTCFullYear() % 100 === 0 && date.getUTCMonth() === 0 && date.getUTCDate() === 1);
}

class Reader {
  private readonly months: Map<string, number>;
  private readonly fillers: Set<string>;
  constructor(private readonly language: string, private readonly labels: Labels) {
    this.months = monthsOf(language, labels);
    // Words that a pattern has between day, month and year: Spanish "de".
    this.fillers = new Set([...(labels['day-long'] ?? '').matchAll(/'([^']+)'/g)].map(found => key(found[1])));
  }

  /** One date with nothing beside it. */
  single(text: string): Interval | undefined {
    return iso(text) ?? this.decade(text) ?? this.numeric(text) ?? this.named(text) ?? this.clock(text);
  }

  /** "1870s" in any language, "187X", and as the language itself writes it behind the number. */
  private decade(text: string): Interval | undefined {
    const [before, after] = (this.labels.decade ?? '').split('{0}');
    const number = /^(?:the )?(\d{3})0s$/.exec(text)?.[1] ?? /^(\d{3})X$/.exec(text)?.[1]
      ?? (!before && after && text.endsWith(after) ? /^(\d{3})0$/.exec(text.slice(0, text.length - after.length))?.[1] : undefined);
    const year = Number(number) * 10;
    return yearOf(year) ? { begin: Date.UTC(year, 0), end: Date.UTC(year + 10, 0), unit: 'decade' } : undefined;
  }

  /** 14.11.2016, and 14/11/2016 where only one order of day and month can be meant. */
  private numeric(text: string): Interval | undefined {
    const found = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text);
    if (!found) return undefined;
    const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
    const swapped = this.language === 'en';
    if (found[2] === '/' || swapped) {
      if (first > 12 || first === second) return dayOf(year, second, first);
      return swapped && second > 12 ? dayOf(year, first, second) : undefined;
    }
    return dayOf(year, second, first);
  }

  /** "14 Nov 2016", "November 14, 2016", "Nov 2016". */
  private named(text: string): Interval | undefined {
    const words = text.split(/[ ,]+/).filter(word => word && !this.fillers.has(key(word)));
    const month = words.findIndex(word => this.months.get(key(word)));
    if (month < 0 || words.length > 3 || words.length < 2 || month > 1) return undefined;
    const [name] = words.splice(month, 1);
    const year = /^\d{4}$/.test(words[words.length - 1]) ? Number(words.pop()) : NaN;
    const number = this.months.get(key(name))!;
    if (!words.length) return month === 0 ? monthOf(year, number) : undefined;
    if (month === 0 && this.language !== 'en') return undefined;
    const day = this.dayNumber(words[0]);
    return day ? dayOf(year, number, day) : undefined;
  }

  private dayNumber(word: string): number {
    if (word === this.labels['first-day']) return 1;
    const dotted = this.labels['day-year'].startsWith('d.');
    const found = (this.language === 'en' ? /^(\d{1,2})(?:st|nd|rd|th)?$/ : dotted ? /^(\d{1,2})\.?$/ : /^(\d{1,2})$/).exec(word);
    return found ? Number(found[1]) : 0;
  }

  /** "14 Nov 2016, 06:40" */
  private clock(text: string): Interval | undefined {
    const found = /^(.+?),? (\d{1,2}):(\d\d)$/.exec(text);
    const day = found && (iso(found[1]) ?? this.numeric(found[1]) ?? this.named(found[1]));
    return day && day.unit === 'day' ? at(day, Number(found[2]), Number(found[3])) : undefined;
  }

  /** "18 May 2019, 19:00–23:00": it ends at the last clock time. */
  private hours(text: string): Interval | undefined {
    const found = /^(.+), (\d\d:\d\d)[–-](\d\d:\d\d)$/.exec(text);
    const [first, last] = found ? [this.clock(`${found[1]}, ${found[2]}`), this.clock(`${found[1]}, ${found[3]}`)] : [];
    return first && last && first.begin < last.begin ? { begin: first.begin, end: last.begin, unit: 'clocks' } : undefined;
  }

  /** "2014–2016", "3–5 May 2016", "30 April to 5 May 2016": both ends belong to it. */
  range(text: string): Interval | undefined {
    const hours = this.hours(text);
    if (hours) return hours;
    const [, words] = /^\{0\}(.+)\{1\}$/.exec(this.labels['from-to'] ?? '') ?? [];
    for (const separator of ['–', '—', words?.trim(), '-', '/']) {
      const parts = separator ? text.split(/^\p{L}+$/u.test(separator) ? ` ${separator} ` : separator).map(part => part.trim()) : [];
      if (parts.length !== 2 || (separator === '/' && !(iso(parts[0]) && iso(parts[1])))) continue;
      const end = this.single(parts[1]);
      if (!end || end.unit === 'decade' || (end.unit === 'minute' && separator !== '/')) continue;
      const begin = (/\p{L}/u.test(separator!) ? undefined : this.single(parts[0])) ?? this.completed(parts[0], parts[1], end);
      if (!begin || begin.unit !== end.unit || begin.begin >= end.begin) continue;
      if (end.unit === 'minute') return { begin: begin.begin, end: end.begin, unit: 'clocks' };
      return isCenturies(begin, end) ? undefined : { begin: begin.begin, end: end.end };
    }
    return undefined;
  }

  /** The first day of a range that leaves its month or year to the last. */
  private completed(text: string, last: string, end: Interval): Interval | undefined {
    if (end.unit !== 'day') return undefined;
    const words = last.split(/[ ,]+/);
    for (let from = 1; from < words.length; from++) {
      const whole = this.named(`${text} ${words.slice(from).join(' ')}`);
      if (whole?.unit === 'day') return whole;
    }
    return undefined;
  }

  /** What stands in the place of {0} in the label `name`. */
  inside(text: string, name: string): string | undefined {
    const label = this.labels[name];
    if (!label?.includes('{0}')) return undefined;
    const [before, after] = label.split('{0}');
    if (!text.toLowerCase().startsWith(before.toLowerCase()) || !text.endsWith(after) || text.length <= before.length + after.length) return undefined;
    const inner = text.slice(before.length, text.length - after.length);
    return /^\d{4}-\d\d$/.test(inner) ? undefined : inner;  // beside a word, "2010-05" may be two years
  }
}

const relations = ['before', 'after', 'since', 'by', 'until'];

/** How `wording` is read, or nothing where it is not understood here. */
export function readDate(wording: string, language: string, labels: Labels): DateReading | undefined {
  const text = wording.normalize('NFC').replace(/\s+/g, ' ').trim();
  const reader = new Reader(language, labels);
  const done = (interval: Interval, relation = ''): DateReading => ({ ...describe(interval, relation, language, labels), begin: interval.begin, end: interval.end });
  const plain = reader.single(text) ?? reader.range(text);
  if (plain) return done(plain);
  // The words of "about" are read as exact in Russian and Ukrainian.
  const about = /^(?:c\.|ca\.|circa|~) ?(\d{4})$/.exec(text)?.[1] ?? /^(\d{4})~$/.exec(text)?.[1] ?? (/^(ru|uk)/.test(language) ? undefined : reader.inside(text, 'about'));
  const near = about && reader.single(about);
  if (near && near.unit === 'year') return done(near, 'about');
  const open = /^\.\.\/(.+)$/.exec(text)?.[1], from = /^(.+)\/\.\.$/.exec(text)?.[1];
  const words = relations.map(name => [name, reader.inside(text, name)] as const);
  for (const [relation, inner] of [['by', open] as const, ['from-on', from] as const, ...words]) {
    const date = inner && (inner === open || inner === from ? iso(inner) : reader.single(inner));
    const ends = relation === 'by' || relation === 'until';
    if (!date || date.unit === 'minute' || (labels.before === labels.by && inner !== open && (relation === 'before' || ends))) continue;
    if (relation === 'before') return done({ ...date, end: date.begin, begin: -Infinity }, relation);
    if (ends) return done({ ...date, begin: -Infinity }, relation);
    return done(relation === 'after' ? { ...date, begin: date.end, end: Infinity } : { ...date, end: Infinity }, relation);
  }
  return undefined;
}
