// What the CLDR formats of known dates, with the TIMEX3 values that they must be read back to: cldr-cases.tsv. README.md tells what is left out.
import { spell } from "./rbnf.mjs";

const DAY = 86400000;
const utc = (y, m, d, h = 0, min = 0, s = 0) => new Date(Date.UTC(y, m - 1, d, h, min, s));
const two = (n) => String(n).padStart(2, "0");
const iso = {
  day: (t) => t.toISOString().slice(0, 10),
  month: (t) => t.toISOString().slice(0, 7),
  year: (t) => t.toISOString().slice(0, 4),
  quarter: (t) => `${t.getUTCFullYear()}-Q${Math.floor(t.getUTCMonth() / 3) + 1}`,
  clock: (t, seconds) => `${two(t.getUTCHours())}:${two(t.getUTCMinutes())}${seconds ? `:${two(t.getUTCSeconds())}` : ""}`,
};
function week(t) {
  const thursday = new Date(+t + (3 - ((t.getUTCDay() + 6) % 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, number: Math.floor((+thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}
iso.week = (t) => `${week(t).year}-W${two(week(t).number)}`;

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

// Formats `t` by a CLDR date pattern.
function format(pattern, t, { calendar, dayPeriods }) {
  const width = (n) => (n === 4 ? "wide" : n === 5 ? "narrow" : "abbreviated");
  const hour = t.getUTCHours();
  const fields = {
    G: () => calendar.eras.eraAbbr[1],
    y: (n) => (n === 2 ? two(t.getUTCFullYear() % 100) : String(t.getUTCFullYear())),
    Y: () => String(week(t).year),
    M: (n) => (n > 2 ? calendar.months.format[width(n)][t.getUTCMonth() + 1] : n === 2 ? two(t.getUTCMonth() + 1) : String(t.getUTCMonth() + 1)),
    L: (n) => (n > 2 ? calendar.months["stand-alone"][width(n)][t.getUTCMonth() + 1] : n === 2 ? two(t.getUTCMonth() + 1) : String(t.getUTCMonth() + 1)),
    Q: (n) => calendar.quarters.format[width(n)][Math.floor(t.getUTCMonth() / 3) + 1],
    q: (n) => calendar.quarters["stand-alone"][width(n)][Math.floor(t.getUTCMonth() / 3) + 1],
    w: () => String(week(t).number),
    d: (n) => (n === 2 ? two(t.getUTCDate()) : String(t.getUTCDate())),
    E: (n) => calendar.days.format[width(n)][weekdays[t.getUTCDay()]],
    c: (n) => calendar.days["stand-alone"][width(n)][weekdays[t.getUTCDay()]],
    a: () => calendar.dayPeriods.format.abbreviated[hour < 12 ? "am" : "pm"],
    B: () => {
      const [name] = Object.entries(dayPeriods).find(([, p]) => p._from && (parseInt(p._from) <= parseInt(p._before)
        ? hour >= parseInt(p._from) && hour < parseInt(p._before) : hour >= parseInt(p._from) || hour < parseInt(p._before)));
      return calendar.dayPeriods.format.wide[name];
    },
    h: () => String(hour % 12 || 12),
    H: (n) => (n === 2 ? two(hour) : String(hour)),
    m: () => two(t.getUTCMinutes()),
    s: () => two(t.getUTCSeconds()),
  };
  return pattern.replace(/'([^']*)'|([a-zA-Z])\2*/g, (run, quoted, letter) => (letter ? fields[letter](run.length) : quoted || "'"));
}

const letters = (pattern) => new Set(pattern.replace(/'[^']*'/g, "").match(/[a-zA-Z]/g) ?? []);

// The value of what a pattern states of `t`; null where it states no time by itself (see README.md).
function valueOf(pattern, t, dct) {
  const has = letters(pattern);
  const any = (...names) => names.some((name) => has.has(name));
  if (/^(ccc|E|LLL)$/.test(pattern)) return null;
  const named = /MMM|LLL|E|ccc/.test(pattern.replace(/'[^']*'/g, ""));
  if (any("v", "z", "W", "k", "K")) return null;
  const date = any("d") && any("M", "L") ? iso.day(t) : any("E", "c") ? iso.day(t) : null;
  if (any("H", "h")) {
    if (any("H") ? !any("m") : !any("a", "B") || any("B") && any("s")) return null;
    if (any("d") && !date) return null;
    return `${date ?? iso.day(dct)}T${any("m") ? iso.clock(t, any("s")) : `${two(t.getUTCHours())}:00`}`;
  }
  if (any("m", "s")) return null;
  if (date) return any("y") || named ? date : null;
  if (any("d")) return null;
  if (any("Q", "q")) return any("y") ? iso.quarter(t) : null;
  if (any("w")) return any("Y", "y") ? iso.week(t) : null;
  if (any("M", "L")) return any("y") || named ? iso.month(t) : null;
  return any("y") ? iso.year(t) : null;
}

// Every month, every weekday, one and two figures.
const sample = Array.from({ length: 14 }, (_, i) => utc(2004 + i, (i % 12) + 1, 3 + i * 2 - (i > 10 ? 20 : 0), 3 + i + (i > 8 ? 1 : 0), 5 + i * 3, 7 + i));
const few = sample.filter((_, i) => i % 3 === 1);

// A wording that leaves its year or week open is asked shortly after its day.
const soonAfter = (t) => new Date(+t + 2 * DAY);

// "2 дня" is a time of day in one table of the CLDR and two days in another: the period's word says nothing where it is a unit's too.
const unitWord = ({ calendar, units }, pattern) => /B/.test(pattern) && !/m/.test(pattern) &&
  Object.entries(calendar.dayPeriods.format.wide).some(([, word]) => strings(units.long["duration-day"]).includes(`{0} ${word}`));
const strings = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(strings));

function dates(language, add) {
  const { calendar } = language;
  const lengths = ["full", "long", "medium", "short"];
  for (const length of lengths) for (const t of sample) add(soonAfter(t), format(calendar.dateFormats[length], t, language), iso.day(t));
  for (const length of lengths)
    for (const t of few) {
      const glue = calendar["dateTimeFormats-atTime"].standard[length];
      const text = glue.replace(/'([^']*)'/g, "$1").replace("{1}", format(calendar.dateFormats[length], t, language)).replace("{0}", format(calendar.timeFormats.short, t, language));
      add(soonAfter(t), text, `${iso.day(t)}T${iso.clock(t)}`);
    }
  for (const [skeleton, pattern] of Object.entries(calendar.dateTimeFormats.availableFormats)) {
    if ((skeleton.includes("-count-") && !skeleton.endsWith("-other")) || unitWord(language, pattern)) continue;
    for (const t of few) {
      const dct = soonAfter(t);
      const value = valueOf(pattern, t, dct);
      if (value) add(dct, format(pattern, t, language), value);
    }
  }
}

// The ends of an interval by the largest field in which they differ.
const differing = { y: [utc(2014, 11, 8), utc(2016, 3, 23)], M: [utc(2016, 2, 6), utc(2016, 5, 17)], d: [utc(2016, 5, 12), utc(2016, 5, 19)],
  H: [utc(2016, 5, 12, 13, 30), utc(2016, 5, 12, 17, 45)], h: [utc(2016, 5, 12, 13, 30), utc(2016, 5, 12, 17, 45)],
  a: [utc(2016, 5, 12, 9, 30), utc(2016, 5, 12, 15, 45)], m: [utc(2016, 5, 12, 13, 30), utc(2016, 5, 12, 13, 45)] };

function intervals(language, add) {
  for (const [skeleton, patterns] of Object.entries(language.calendar.dateTimeFormats.intervalFormats)) {
    if (typeof patterns === "string" || skeleton.includes("G") || /[vB]/.test(skeleton) || /^(h|H|d|M|Md)$/.test(skeleton)) continue;
    for (const [field, pattern] of Object.entries(patterns)) {
      const [from, to] = differing[field] ?? [];
      if (!from) continue;
      // The second half begins where a field comes again.
      const seen = new Set();
      const runs = [...pattern.matchAll(/'[^']*'|([a-zA-Z])\1*/g)];
      const again = runs.find((run) => run[1] && (seen.has(run[1]) || !seen.add(run[1])));
      if (!again) continue;
      const dct = soonAfter(to);
      const whole = valueOf(skeleton, from, dct);
      if (!whole) continue;
      const text = format(pattern.slice(0, again.index), from, language) + format(pattern.slice(again.index), to, language);
      add(dct, text, `${whole}; ${valueOf(skeleton, to, dct)}`);
    }
  }
}

const now = utc(2016, 11, 16, 10, 30);
const moved = (unit, n) => {
  const t = new Date(now);
  if (unit === "year") t.setUTCFullYear(t.getUTCFullYear() + n);
  else if (unit === "month") t.setUTCDate(1), t.setUTCMonth(t.getUTCMonth() + n);
  else if (unit === "quarter") t.setUTCDate(1), t.setUTCMonth(t.getUTCMonth() + 3 * n);
  else t.setTime(+t + n * { week: 7 * DAY, day: DAY, hour: 3600000, minute: 60000 }[unit]);
  return iso[unit] ? iso[unit](t) : `${iso.day(t)}T${iso.clock(t)}`;
};

function relative(language, add) {
  const { fields, tag } = language;
  const rules = new Intl.PluralRules(tag);
  for (const unit of ["year", "quarter", "month", "week", "day", "hour", "minute"]) {
    const field = fields[unit];
    if (!["hour", "minute"].includes(unit))
      for (let n = -2; n <= 2; ++n) if (field[`relative-type-${n}`]) add(now, field[`relative-type-${n}`], moved(unit, n));
    if (unit === "quarter") continue;
    for (const [direction, sign] of [["past", -1], ["future", 1]])
      for (const n of [1, 2, 3, 5, 8, 11, 21])
        add(now, field[`relativeTime-type-${direction}`][`relativeTimePattern-count-${rules.select(n)}`]?.replace("{0}", n), moved(unit, sign * n));
  }
  // Asked on that weekday itself, "last" and "next" are a week away however they are understood.
  weekdays.forEach((day, i) => {
    const today = new Date(+utc(2016, 11, 13, 10, 30) + i * DAY);
    for (const n of [-1, 0, 1]) add(today, fields[day][`relative-type-${n}`], iso.day(new Date(+today + n * 7 * DAY)));
  });
}

const lengthOf = { second: (n) => `PT${n}S`, minute: (n) => `PT${n}M`, hour: (n) => `PT${n}H`, day: (n) => `P${n}D`, week: (n) => `P${n}W`, month: (n) => `P${n}M`, year: (n) => `P${n}Y` };

function lengths(language, add) {
  const rules = new Intl.PluralRules(language.tag);
  const say = (n) => spell(language.numberRules, "%spellout-cardinal-masculine", n, (k) => rules.select(k));
  for (const [unit, value] of Object.entries(lengthOf)) {
    const forms = language.units.long[`duration-${unit}`];
    for (const n of [2, 3, 5, 7, 11, 22]) {
      const suffix = `-count-${rules.select(n)}`;
      for (const key of Object.keys(forms)) if (key.endsWith(suffix)) add(now, forms[key].replace("{0}", n), value(n));
    }
  }
  for (const unit of ["day", "month"])
    if (language.units.long[`duration-${unit}`].gender === "masculine")
      for (let n = 1; n <= 100; ++n) add(now, language.units.long[`duration-${unit}`][`unitPattern-count-${rules.select(n)}`].replace("{0}", say(n)), lengthOf[unit](n));
}

/// The rows: when written, the wording, its values.
export function cases(language) {
  const rows = new Set();
  const add = (dct, text, value) => {
    if (text) rows.add(`${iso.day(dct)}T${iso.clock(dct)}\t${text}\t${value}`);
  };
  for (const fill of [dates, intervals, relative, lengths]) fill(language, add);
  return [...rows];
}
