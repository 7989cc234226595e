// Quotes that name an event of the text in the edits file: as annal matches them, with case folded and white space as
// one blank, at word boundaries.
import type { Span, Timeline } from './timeline';

export interface Quote { words: string; occurrence?: number; head?: string; sentence?: string }

const fold = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
const letter = /[\p{L}\p{N}_]/u;

/** The places of `words` in folded `text`, in its UTF-16 units. */
function places(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ', after = text[at + words.length] ?? ' ';
    if (!(letter.test(before) && letter.test(words[0])) && !(letter.test(after) && letter.test(words[words.length - 1]))) found.push(at);
  }
  return found;
}

/** The words of `span` as a quote; with the number of their occurrence where they stand there more than once. */
export function quoteOf(timeline: Timeline, span: Span): Quote {
  const points = [...timeline.documents[0].text];
  const words = points.slice(span.begin, span.end).join('').replace(/\s+/g, ' ').trim();
  const all = places(fold(points.join('')), fold(words));
  if (all.length <= 1) return { words };
  const before = fold(`${points.slice(0, span.begin).join('')}|`).length - 1;
  const nearest = all.reduce((best, at, i) => (Math.abs(at - before) < Math.abs(all[best] - before) ? i : best), 0);
  return { words, occurrence: nearest + 1 };
}
