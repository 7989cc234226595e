// The words of the page in its reader's language. They come with the page (render/page/words.h), or from dist/words.
import type english from './dist/words/en.json';

export type Word = keyof typeof english;
/** The text of a word with `parts` in the places of {0}, {1} and {2}. */
export type Say = (word: Word, ...parts: string[]) => string;

export const sayIn = (texts: Record<string, string>): Say => (word, ...parts) => (texts[word] ?? '').replace(/\{(\d)\}/g, (_, i) => parts[Number(i)] ?? '');

const places = ['\uE000', '\uE001', '\uE002'];

/** The same with nodes in those places. */
export function sayNodes(say: Say, word: Word, ...parts: (Node | string)[]): (Node | string)[] {
  const made: (Node | string)[] = [];
  for (const piece of say(word, ...places).split(/([\uE000-\uE002])/)) {
    const at = places.indexOf(piece);
    if (at >= 0 ? parts[at] : piece) made.push(at >= 0 ? parts[at] : piece);
  }
  return made;
}
