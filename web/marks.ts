// Words of the article that only the editor marks: events that are left out, and time expressions. Each is a button in the
// text. What annal marked itself (render/page/article.cc) keeps its marks.
import { element } from './words';
import type { Span } from './timeline';

/** A place of the text and what makes the element for it; `first` is false for its further pieces. */
export interface Mark { span: Span; make(first: boolean): HTMLElement }

const text = (block: Element) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
};

/** Wraps the words of `marks` in the article; of marks that overlap the first one, and none within an event's own. */
export function markWords(article: Element, marks: Mark[]): void {
  const sorted = [...marks].sort((a, b) => a.span.begin - b.span.begin);
  const begun = new Set<Mark>();
  let next = 0;
  for (const block of article.querySelectorAll<HTMLElement>('[data-begin]')) {
    let at = Number(block.dataset.begin);
    for (const node of text(block)) {
      const points = [...node.data], end = at + points.length;
      while (next < sorted.length && sorted[next].span.end <= at) next++;
      const here: Mark[] = [];
      for (let i = next; i < sorted.length && sorted[i].span.begin < end; i++) if (sorted[i].span.end > at) here.push(sorted[i]);
      if (here.length && !node.parentElement!.closest('.ev')) wrap(node, points, at, here, begun);
      at = end;
    }
  }
}

function wrap(node: Text, points: string[], at: number, marks: Mark[], begun: Set<Mark>): void {
  const parts: Node[] = [];
  const words = (from: number, to: number) => points.slice(from - at, to - at).join('');
  let done = at;
  for (const mark of marks) {
    const from = Math.max(done, mark.span.begin), to = Math.min(at + points.length, mark.span.end);
    if (to <= from) continue;
    const made = mark.make(!begun.has(mark));
    begun.add(mark);
    made.append(words(from, to));
    parts.push(document.createTextNode(words(done, from)), made);
    done = to;
  }
  parts.push(document.createTextNode(words(done, at + points.length)));
  node.replaceWith(...parts.filter(part => part.textContent));
}

/** Takes the marks away again. */
export function unmarkWords(article: Element, selector: string): void {
  for (const made of article.querySelectorAll(selector)) {
    const parent = made.parentNode!;
    made.replaceWith(...made.childNodes);
    parent.normalize();
  }
}

/** A button in the text; further pieces of it are no stops of their own. */
export function textButton(classes: string, first: boolean): HTMLElement {
  const made = element('span');
  made.className = classes;
  if (first) { made.tabIndex = 0; made.setAttribute('role', 'button'); }
  return made;
}
