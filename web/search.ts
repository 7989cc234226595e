// Search in the article and in the titles of the table: hits are highlighted, and two buttons go from one to the next.
import { button } from './form';
import { bringIntoView, element, highlight } from './words';
import type { Say } from './labels';

const foldUnit = (unit: string) => {
  const plain = unit.normalize('NFD')[0].toLowerCase();
  return plain.length === 1 ? plain : unit;
};
/** `text` without case and accents, unit by unit, so that places in it are places in the text. */
export const fold = (text: string) => (/^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : [...Array(text.length).keys()].map(i => foldUnit(text[i])).join('')).replace(/\s/g, ' ');

interface Block { text: string; nodes: { node: Text; at: number }[] }

const folded = new WeakMap<Element, { plain: string; text: string }>();
/** The text of `part` as it is looked through; that of a long page is folded once. */
function foldedText(part: Element): string {
  const plain = part.textContent!, known = folded.get(part);
  if (known?.plain === plain) return known.text;
  const text = fold(plain);
  folded.set(part, { plain, text });
  return text;
}

/** Each paragraph and title that holds `wanted`. */
function blocksWith(root: HTMLElement, wanted: string): Block[] {
  return [...root.querySelectorAll('.article [data-begin],tr[data-event] th')].filter(part => foldedText(part).includes(wanted)).map(part => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), nodes: Block['nodes'] = [];
    let at = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      nodes.push({ node, at });
      at += node.length;
    }
    return { text: foldedText(part), nodes };
  });
}

function rangeIn(block: Block, begin: number, end: number): Range {
  const range = document.createRange(), holding = (at: number) => block.nodes.filter(({ node, at: from }) => from <= at && at <= from + node.length);
  const first = holding(begin).pop()!, last = holding(end)[0];
  range.setStart(first.node, begin - first.at);
  range.setEnd(last.node, end - last.at);
  return range;
}

export function searchBar(root: HTMLElement, say: Say): HTMLElement {
  const input = document.createElement('input');
  input.type = 'search';
  input.name = 'text';
  input.title = say('search-hint');
  const count = document.createElement('output');
  let hits: Range[] = [], at = -1;

  function show(): void {
    const isMarked = highlight('annal-hits', hits);
    highlight('annal-hit', hits.slice(at, at + 1).filter(() => at >= 0));
    if (!isMarked && at >= 0) { getSelection()?.removeAllRanges(); getSelection()?.addRange(hits[at]); }
    count.textContent = !input.value.trim() ? '' : !hits.length ? say('no-hits') : say('hits', String(at + 1), String(hits.length));
    for (const part of [previous, next]) part.disabled = !hits.length;
  }
  function search(): void {
    const wanted = fold(input.value.trim().replace(/\s+/g, ' '));
    hits = [];
    at = -1;
    for (const block of wanted ? blocksWith(root, wanted) : [])
      for (let i = block.text.indexOf(wanted); i >= 0; i = block.text.indexOf(wanted, i + wanted.length)) hits.push(rangeIn(block, i, i + wanted.length));
    for (const mark of root.querySelectorAll<HTMLElement>('.picture [data-event]')) {
      const title = wanted && fold(mark.querySelector('text:not(.m)')?.textContent ?? '');
      mark.classList.toggle('hit', !!title && title.includes(wanted));
    }
    show();
  }
  function go(by: number): void {
    if (!hits.length) return;
    at = at < 0 && by < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length;
    bringIntoView(hits[at]);
    show();
  }
  const previous = button('↑', () => go(-1), say('previous-hit')), next = button('↓', () => go(1), say('next-hit'));
  input.addEventListener('input', search);
  input.addEventListener('keydown', e => {
    if (e.key !== 'Enter') return;
    e.preventDefault();
    go(e.shiftKey ? -1 : 1);
  });
  count.className = 'muted';
  show();
  const group = element('div', element('label', say('search'), input), previous, next, count);
  group.className = 'group find';
  group.setAttribute('role', 'search');
  return group;
}
