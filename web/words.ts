// Words of the article by their place in the text, which each block of it states as data-begin, in code points.
import type { Span } from './timeline';

/** The range of the article's nodes that shows `span`, or none where the article does not show it. */
export function rangeOf(root: Element, span: Span): Range | undefined {
  for (const block of root.querySelectorAll<HTMLElement>('[data-begin]')) {
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

/** Highlights the words of `spans` in the article, and nothing else. */
export function light(root: Element, spans: Span[]): void {
  const highlights = (CSS as { highlights?: Map<string, unknown> }).highlights;
  if (!highlights) return;
  const ranges = spans.map(span => rangeOf(root, span)).filter((range): range is Range => !!range);
  const Kind = (window as unknown as { Highlight: new (...ranges: Range[]) => unknown }).Highlight;
  if (ranges.length) highlights.set('annal', new Kind(...ranges));
  else highlights.delete('annal');
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}

export function quote(text: string, span: Span): string {
  return [...text].slice(span.begin, span.end).join('').replace(/\s+/g, ' ');
}

/** An element with its text or children; text is never read as markup. */
export function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
