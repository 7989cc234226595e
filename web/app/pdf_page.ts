// The words of a page of a PDF with their places and type, as pdf.js finds them: what annal's own reader of PDFs hands over
// (reader/pdf/content.h), from which the module makes lines, columns and paragraphs.
import type { PdfItem, PdfStyle } from 'pdfjs-dist/build/pdf.min.mjs';

type Matrix = number[];
interface Box { left: number; top: number; right: number; bottom: number }
/** Letters of one word in one type; `begin` and `end` are bytes of the text of the page, `gap` is what parts it from the one before. */
export interface Run extends Box { begin: number; end: number; size: number; bold: boolean; gap: number }
export interface PdfPage { width: number; height: number; text: string; runs: Run[] }

export const noGap = 0, spaceGap = 1, lineGap = 2;
const encoder = new TextEncoder();

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
];

/** Collects the runs of a page. */
class RunMaker {
  readonly runs: Run[] = [];
  text = '';
  private bytes = 0;
  private gapBefore = lineGap;
  private open = false;
  private last: Box = { left: 0, top: 0, right: 0, bottom: 0 };

  gap(kind: number): void {
    this.open = false;
    this.gapBefore = Math.max(this.gapBefore, kind);
  }

  word(letters: string, box: Box, size: number, bold: boolean): void {
    if (this.open && !this.standsBeside(box, size)) this.gap(lineGap);
    this.last = box;
    const begin = this.bytes;
    this.text += letters;
    this.bytes += encoder.encode(letters).length;
    const run = this.runs.at(-1);
    if (this.open && run && run.size === size && run.bold === bold) {
      Object.assign(run, { end: this.bytes, left: Math.min(run.left, box.left), right: Math.max(run.right, box.right), top: Math.min(run.top, box.top), bottom: Math.max(run.bottom, box.bottom) });
      return;
    }
    this.runs.push({ begin, end: this.bytes, ...box, size, bold, gap: this.gapBefore });
    this.gapBefore = noGap;
    this.open = true;
  }

  /** As the program has it: right behind the last word, or above or below it in text that runs so. */
  private standsBeside(box: Box, size: number): boolean {
    const reach = Math.max(size, 1), { last } = this, near = (from: number, to: number) => to - from < 0.8 * reach && to - from > -reach;
    const level = box.top < last.bottom && box.bottom > last.top, above = box.left < last.right && box.right > last.left;
    return (level && near(last.right, box.left)) || (above && (near(last.bottom, box.top) || near(box.bottom, last.top)));
  }
}

/** `view` is the matrix from the units of the page to points from its left upper corner; `isBold` tells of a font. */
export function pageOf(items: PdfItem[], styles: Record<string, PdfStyle>, view: { width: number; height: number; transform: Matrix }, isBold: (font: string) => boolean): PdfPage {
  const maker = new RunMaker();
  for (const item of items) {
    if (item.str) addItem(maker, item, styles[item.fontName], times(view.transform, item.transform), isBold(item.fontName));
    if (item.hasEOL) maker.gap(lineGap);
  }
  return { width: view.width, height: view.height, text: maker.text, runs: maker.runs };
}

/** How wide letters are in most types, compared with a digit. pdf.js states the width of a piece of a line alone. */
const widths: [RegExp, number][] = [
  [/[\s.,:;'’!|ijlíìîïіїІЇ\u200b]/, 0.52], [/[ftI()\[\]"“”„-]/, 0.62], [/[rs]/, 0.74], [/[acezгв]/, 0.87], [/[MWЖМШЩЮФ—]/, 1.85], [/[mwжмшщюыф]/, 1.5], [/\p{Lu}/u, 1.36],
];
const widthOf = (letter: string) => widths.find(([letters]) => letters.test(letter))?.[1] ?? 1;

/** The words of an item, which is a piece of a line; each has its share of the width. */
function addItem(maker: RunMaker, { str, width }: PdfItem, style: PdfStyle | undefined, at: Matrix, bold: boolean): void {
  const size = Math.hypot(at[2], at[3]), along = Math.hypot(at[0], at[1]) || 1;
  const ascent = style?.ascent || 0.8, descent = style?.descent || -0.2;
  const upTo = [0];
  for (const letter of str) for (let unit = 0; unit < letter.length; ++unit) upTo.push(upTo.at(-1)! + widthOf(letter) / letter.length);
  const share = width / upTo.at(-1)!;
  const corner = (offset: number, rise: number) => [at[4] + at[0] / along * offset + at[2] * rise, at[5] + at[1] / along * offset + at[3] * rise];
  for (const match of str.matchAll(/[\s\u200b]+|[^\s\u200b]+/g)) {
    const [word] = match, begin = upTo[match.index] * share, end = upTo[match.index + word.length] * share;
    if (/[\s\u200b]/.test(word)) { maker.gap(spaceGap); continue; }
    const corners = [corner(begin, ascent), corner(begin, descent), corner(end, ascent), corner(end, descent)];
    const [x, y] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    maker.word(word.replace(/\p{Surrogate}/gu, '\ufffd'), { left: Math.min(...x), top: Math.min(...y), right: Math.max(...x), bottom: Math.max(...y) }, size, bold);
  }
}
