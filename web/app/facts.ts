// What the data of a page says of its text: what the page around it tells its reader.

/** A time that is open since nobody states the day of writing: its words, and what the day would give. */
export interface OpenTime { words: string; lacks: 'day' | 'year' }

/** `language` and `dct` are those of the first document. */
export interface Facts {
  /** Events with a name in the picture, and all that the text tells of. */
  shown: number; told: number;
  documents: number; language: string; dct: { value?: string; source: string };
  open?: OpenTime;
  /** What annal will not mend in the text. */
  warnings: string[];
  /** Whether the text, if it is the only one, is in the letters of no language that is read. */
  isOtherScript: boolean;
}

interface Timex { text: string; frame?: string; type: string; value?: string }

const scriptsRead = /[\p{Script=Latin}\p{Script=Cyrillic}]/gu, sample = 20000;

function isOtherScript(text: string): boolean {
  const letters = text.slice(0, sample).match(/\p{L}/gu) ?? [];
  return (letters.join('').match(scriptsRead) ?? []).length < letters.length / 2;
}

const isWeekday = (value = '') => /^XXXX-WXX-\d/.test(value);

/** The first time that counts from the day of writing, else the first without a year. */
function openTime(timexes: Timex[]): OpenTime | undefined {
  const day = timexes.find(({ frame, type, value }) => type !== 'DURATION' && (frame === 't0' || isWeekday(value))), year = timexes.find(({ frame }) => frame === 'year'), open = day ?? year;
  return open && { words: open.text.replace(/\s+/g, ' '), lacks: open === day ? 'day' : 'year' };
}

/** None where `page` is no page that annal writes. */
export function factsOf(page: string): Facts | undefined {
  const [, json] = /<script[^>]* id="annal-data"[^>]*>([^<]*)</.exec(page) ?? [];
  if (!json) return undefined;
  const { timeline: { documents, events, timexes, warnings } } = JSON.parse(json), [{ language, dct }] = documents;
  return {
    shown: events.filter((event: { shown?: boolean }) => event.shown).length, told: events.length, documents: documents.length, language, dct,
    open: documents.length > 1 || dct.value ? undefined : openTime(timexes),
    warnings: warnings.map(({ message }: { message: string }) => message),
    isOtherScript: documents.length === 1 && isOtherScript(documents[0].text),
  };
}
