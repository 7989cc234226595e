// Words of the article by their place in the text, which each block of it states as data-begin, in code points. Of several
// documents the element that holds one states its index as data-document.
import { documentOf } from './timeline';
import type { Span } from './timeline';

/** The range of the article's nodes that shows `span`, or none where the article does not show it. */
export function rangeOf(root: Element, span: Span): Range | undefined {
  const holder = root.querySelector(`[data-document="${documentOf(span)}"]`) ?? root;
  for (const block of holder.querySelectorAll<HTMLElement>('[data-begin]')) {
    let at = Number(block.dataset.begin);
    if (span.begin < at) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let begun = false;
    while (walker.nextNode()) {
      const points = [...walker.currentNode.textContent!];
      const units = (n: number) => points.slice(0, n).join('').length;
      if (!begun && span.begin < at + points.length) { range.setStart(walker.currentNode, units(span.begin - at)); begun = true; }
      if (begun && span.end <= at + points.length) { range.setEnd(walker.currentNode, units(span.end - at)); return range; }
      at += points.length;
    }
  }
  return undefined;
}

/** The sentence of the article in which `span` begins. */
export function sentenceAt(root: Element, span: Span): Span | undefined {
  const range = rangeOf(root, span), sentence = range?.startContainer.parentElement?.closest('.sent');
  if (!range || !sentence) return undefined;
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const begin = span.begin - [...before.toString()].length;
  return { ...span, begin, end: begin + [...sentence.textContent!].length };
}

/** Highlights the ranges under `name` (::highlight(name)), and no others. False where the browser cannot. */
export function highlight(name: string, ranges: Range[]): boolean {
  const highlights = (CSS as { highlights?: Map<string, unknown> }).highlights;
  if (!highlights) return false;
  const made = new (window as unknown as { Highlight: new () => Set<Range> }).Highlight();
  for (const range of ranges) made.add(range);  // more than a call could take
  if (ranges.length) highlights.set(name, made);
  else highlights.delete(name);
  return true;
}

/** Highlights the words of `spans` in the article; with `scroll`, the first of them come into view. */
export function light(root: Element, spans: Span[], scroll = false): void {
  const ranges = spans.map(span => rangeOf(root, span)).filter((range): range is Range => !!range);
  highlight('annal', ranges);
  if (scroll && ranges.length) bringIntoView(ranges[0]);
}

/** Scrolls the page as far as needed to show `part` in the upper half of the window, where no sheet lies over it, and opens the document that holds it. */
export function bringIntoView(part: Element | Range): void {
  const holder = (part instanceof Range ? part.startContainer.parentElement : part)?.closest<HTMLElement>('[data-document]');
  if (holder?.hidden) holder.dispatchEvent(new CustomEvent('annal-open', { bubbles: true }));
  const { top, bottom } = part.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight * 0.5) scrollBy({ top: top - innerHeight * 0.25 });
}

let split: { text: string; points: string[] } | undefined;  // of the last text
/** The code points of `text`, in which spans count. */
export function pointsOf(text: string): string[] {
  if (split?.text !== text) split = { text, points: [...text] };
  return split.points;
}

export function quote(text: string, span: Span): string {
  return pointsOf(text).slice(span.begin, span.end).join('').replace(/\s+/g, ' ');
}

/** An element with its text or children; text is never read as markup. */
export function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** The words of `whole` with those of `spans` as <mark>; `cut` code points are shown at most on each side of the first. */
export function marked(points: string[], whole: Span, spans: Span[], cut = Infinity): (Node | string)[] {
  const inside = spans.filter(span => documentOf(span) === documentOf(whole) && span.begin >= whole.begin && span.end <= whole.end && span.end > span.begin).sort((a, b) => a.begin - b.begin);
  const first = inside[0] ?? whole;
  let begin = Math.max(whole.begin, first.begin - cut), end = Math.min(whole.end, first.end + cut);
  const isInside = (at: number) => /\S/.test(points[at - 1] ?? ' ') && /\S/.test(points[at] ?? ' ');
  while (begin > whole.begin && begin < first.begin && isInside(begin)) begin++;
  while (end < whole.end && end > first.end && isInside(end)) end--;
  const words = (from: number, to: number) => points.slice(from, to).join('').replace(/\s+/g, ' ');
  const made: (Node | string)[] = [begin > whole.begin ? '…' : ''];
  let at = begin;
  for (const span of inside) {
    if (span.begin < at || span.end > end) continue;
    made.push(words(at, span.begin), element('mark', words(span.begin, span.end)));
    at = span.end;
  }
  return [...made, words(at, end), end < whole.end ? '…' : ''].filter(part => part !== '');
}
