// The classes of words of one language, as lexicon/cldr.txt holds them.
import { spell } from "./rbnf.mjs";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

// Units as the engine's Granularity counts them, and the class that holds each one's forms alone.
export const units = {
  second: [0, "second-word"], minute: [1, "minute-word"], hour: [2, "hour-word"], day: [4, "day-word"], week: [6, "week-word"],
  month: [7, "month-unit-word"], quarter: [8, "quarter-word"], year: [11, "year-word"], decade: [12, "decade-unit-word"],
  century: [13, "century-word"],
};

const oneWord = (text) => /^[\p{L}\p{M}']+$/u.test(text);
const bare = (text) => text.replace(/\.$/, "");

/// Classes in the order in which they are written: name -> Map(value -> Set of words).
class Classes extends Map {
  add(name, value, word, capital = false) {
    word = word.replaceAll(/[’ʼ]/g, "'"); // the build adds the other signs
    if (!oneWord(word)) return;
    if (!this.has(name)) this.set(name, new Map());
    const entries = this.get(name);
    if (!entries.has(value)) entries.set(value, new Set());
    entries.get(value).add((capital ? "^" : "") + word);
  }
  holds(name, word) {
    return this.has(name) && [...this.get(name).entries.values()].some((words) => words.has(word) || words.has("^" + word));
  }
}

const strings = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(strings));

function names(classes, { tag, calendars, fields }) {
  // Where CLDR writes names with a capital, the short ones are other words in small letters: German "so", "mai".
  const capital = (word) => tag === "de" && word.length <= 4;
  for (const { months } of calendars)
    for (const context of ["format", "stand-alone"])
      for (const [number, word] of Object.entries(months[context].wide)) classes.add("month", Number(number), word, capital(word));
  for (const { months } of calendars)
    for (const context of ["format", "stand-alone"])
      for (const [number, word] of Object.entries(months[context].abbreviated))
        if (!classes.holds("month", bare(word))) classes.add("month-short", Number(number), bare(word), capital(word));
  for (const calendar of calendars)
    for (const context of ["format", "stand-alone"])
      days.forEach((day, i) => classes.add("weekday", i + 1, calendar.days[context].wide[day]));
  // The phrases round a weekday hold more of its cases.
  days.forEach((day, i) => {
    const stem = calendars[0].days.format.wide[day].slice(0, 4);
    for (const word of strings(fields[day]).flatMap((phrase) => phrase.split(" ")))
      if (word.toLowerCase().startsWith(stem.toLowerCase())) classes.add("weekday", i + 1, word);
  });
  for (const calendar of calendars)
    days.forEach((day, i) => classes.add("weekday-short", i + 1, bare(calendar.days.format.abbreviated[day]), tag === "de"));
}

function unitForms({ fields, units: cldr }, name) {
  const patterns = [...Object.values(fields[name]?.["relativeTime-type-past"] ?? {}), ...Object.values(fields[name]?.["relativeTime-type-future"] ?? {})];
  const long = cldr.long[`duration-${name}`];
  patterns.push(...Object.entries(long).filter(([key]) => key.includes("-count-")).map(([, pattern]) => pattern), `{0} ${long.displayName}`);
  return [...new Set(patterns.map((pattern) => /\{0\} (\S+)/.exec(pattern)?.[1]).filter(Boolean))];
}

function lengths(classes, language) {
  for (const [name, [value, own]] of Object.entries(units))
    for (const word of unitForms(language, name)) {
      classes.add("unit", value, word);
      classes.add(own, value, word);
    }
  for (const [name, [value]] of Object.entries(units))
    for (const [key, pattern] of Object.entries(language.units.short[`duration-${name}`] ?? {})) {
      const word = key.includes("-count-") && bare(/\{0\} (\S+)/.exec(pattern)?.[1] ?? "");
      if (word && word.length > 1 && !classes.holds("unit", word)) classes.add("units-short", value, word);
    }
}

// The engine's parts of a day, by the hours that CLDR gives its own.
function partOfDay({ _from, _before }) {
  const from = parseInt(_from), before = parseInt(_before);
  if (from === 12 && before <= 14) return 2;
  if (from >= 3 && from < 12) return 1;
  if (from >= 12 && from < 17) return 3;
  return from >= 17 && from < 20 ? 4 : 5;
}

function partsOfDay(classes, { calendars, dayPeriods }) {
  for (const context of ["format", "stand-alone"])
    for (const [period, hours] of Object.entries(dayPeriods)) {
      const word = calendars[0].dayPeriods[context].wide[period]?.split(" ").pop();
      if (!word) continue;
      if (hours._at) classes.add("twelve", parseInt(hours._at), word);
      else classes.add("day-part", partOfDay(hours), word);
    }
}

function daysByName(classes, { fields }) {
  for (let n = -2; n <= 2; ++n) {
    const word = fields.day[`relative-type-${n}`];
    if (word) classes.add("deictic-day", n, word);
  }
}

function quarters(classes, { calendars }) {
  const letter = /^(\p{Lu})1$/u.exec(calendars[0].quarters.format.abbreviated[1]);
  if (letter) classes.add("quarter-letter", 1, letter[1], true);
}

function numbers(classes, { tag, numberRules }) {
  const plural = (n) => new Intl.PluralRules(tag).select(n);
  const sets = Object.keys(numberRules).filter((name) => name.startsWith("%spellout-"));
  const say = (set, n) => spell(numberRules, set, n, plural);
  for (const set of sets.filter((name) => /^%spellout-(cardinal|numbering$)/.test(name))) {
    for (let n = 0; n <= 100; ++n) {
      classes.add("number", n, say(set, n));
      if (n >= 1 && n <= 9) classes.add("ones", n, say(set, n));
      if (n >= 20 && n < 100 && n % 10 === 0) classes.add("tens", n, say(set, n));
    }
    for (let n = 100; n <= 1000; n += 100) classes.add(n < 1000 ? "hundreds" : "thousand", n, say(set, n));
  }
  // Where whole numbers are one word, the years are to be found as words too.
  if (oneWord(say("%spellout-numbering", 1999)))
    for (const set of ["%spellout-numbering", "%spellout-numbering-year"])
      for (let n = 101; n <= 2100; ++n) classes.add("number", n, say(set, n));
  for (const set of sets.filter((name) => name.startsWith("%spellout-ordinal")))
    for (let n = 1; n <= 100; ++n) classes.add("ordinal-number", n, say(set, n));
}

/// `corrections` are rows of corrections.tsv for this language.
export function lexicon(language, corrections) {
  const classes = new Classes();
  for (const fill of [names, lengths, partsOfDay, daysByName, quarters, numbers]) fill(classes, language);
  for (const { action, name, word, target } of corrections) {
    let met = false;
    for (const [value, words] of classes.get(name)?.entries ?? [])
      if (words.delete(word) || words.delete("^" + word)) {
        met = true;
        if (action === "move") classes.add(target, value, word);
      }
    if (!met) throw new Error(`corrections.tsv: ${language.tag} has no '${word}' in '${name}'`);
  }
  return classes;
}

/// The lines of `classes` in the lexicon format, wrapped.
export function written(classes) {
  const lines = [];
  for (const [name, entries] of classes) {
    lines.push("", `class ${name}`);
    for (const value of [...entries.keys()].sort((a, b) => a - b)) {
      let line = "";
      for (const word of entries.get(value)) {
        if (line.length + word.length > 120) lines.push(line), (line = "");
        line += line ? ` ${word}` : `${value}: ${word}`;
      }
      if (line) lines.push(line);
    }
  }
  return lines;
}
