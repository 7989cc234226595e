// The viewer for your own pages: give it an element and the output of `annal build -o timeline.json`.
import { enliven } from './viewer';
import { articleOf } from './article';
import { certaintyWords } from './certainty';
import { element } from './words';
import type { PageData, Timeline, TimelineEvent } from './timeline';

export type { PageData, Timeline, TimelineEvent } from './timeline';

export interface Options {
  /** The picture of the same timeline: the output of `annal build -o timeline.svg`, as text. */
  picture?: string;
  /** The picture for screens below 700 px, made with `--layout vertical --width 400`. */
  narrow?: string;
  /** The lowest salience to list, 0 to 1; by default the events that the picture shows. */
  salience?: number;
}

/**
 * Shows a timeline inside `root`: the picture if given, the article with its dates and events marked, and a table of events.
 * Pointing at an event highlights it in all of them. Replaces the content of `root`. Makes no network requests, and no text
 * becomes markup. Throws if `data` is not a timeline written by annal.
 */
export function show(root: HTMLElement, data: Timeline | PageData, options: Options = {}): void {
  const page: PageData = 'timeline' in data ? data : { timeline: data };
  const { timeline } = page;
  if (timeline?.schema !== 'annal-timeline/2') throw new Error('this is no annal-timeline/2: give what annal build -o timeline.json wrote');
  const least = options.salience;
  const shown = timeline.events.filter(event => (least === undefined ? event.shown : event.salience >= least));
  shown.sort((a, b) => a.position - b.position);

  const box = (classes: string, label?: string, ...children: (Node | string)[]) => {
    const made = element(label ? 'section' : 'div', ...children);
    made.className = classes;
    if (label) made.setAttribute('aria-label', label);
    return made;
  };
  root.classList.add('annal-viewer');
  const bar = box('bar');
  const picture = box('picture', 'Picture of the timeline');
  picture.tabIndex = 0;
  if (options.picture) picture.append(drawing(options.picture, options.narrow ? 'wide' : 'any'));
  if (options.narrow) picture.append(drawing(options.narrow, options.picture ? 'narrow' : 'any'));
  picture.hidden = !picture.children.length;
  const why = box('why', 'Evidence');
  const article = box('article', 'The article', element('h2', 'The article'), ...articleOf(timeline, new Set(shown.map(event => event.id))));
  root.replaceChildren(bar, picture, box('columns', undefined, article, box('', undefined, why)), element('h2', 'All events'), table(shown));
  enliven(root, page);
}

/** The SVG of a picture, and of it nothing that could run or ask for anything. */
function drawing(text: string, classes: string): Element {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (svg.nodeName !== 'svg') throw new Error('the picture is no SVG');
  const allowed = new Set(['svg', 'title', 'desc', 'style', 'defs', 'lineargradient', 'stop', 'pattern', 'path', 'rect', 'circle', 'g', 'text', 'tspan']);
  for (const part of [svg, ...svg.querySelectorAll('*')]) {
    if (!allowed.has(part.nodeName.toLowerCase())) part.remove();
    for (const { name, value } of [...part.attributes])
      if (/^on|href/i.test(name) || (/url\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value))) part.removeAttribute(name);
    if (part.nodeName === 'style' && /@import|url\(/i.test(part.textContent ?? '')) part.remove();
  }
  const frame = document.createElement('div');
  frame.className = classes;
  frame.append(document.adoptNode(svg));
  return frame;
}

function table(events: TimelineEvent[]): HTMLElement {
  const made = element('table', element('caption', 'In order of time, as far as it is known'));
  const head = element('tr');
  for (const words of ['When', 'Event', 'Status', 'Date']) {
    const cell = element('th', words);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  made.append(head);
  for (const event of events) {
    const link = element('a', event.title);
    link.setAttribute('href', '#');
    const title = element('th', link);
    title.setAttribute('scope', 'row');
    const row = element('tr', element('td', event.when ?? ''), title, element('td', event.factuality), element('td', `date ${certaintyWords(event.certainty)}`));
    row.setAttribute('data-event', event.id);
    made.append(row);
  }
  const frame = element('div', made);
  frame.className = 'scroll';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', 'Table of events');
  return frame;
}
