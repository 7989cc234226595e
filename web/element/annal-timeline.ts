// <annal-timeline src="timeline.json">: draws a timeline of annal in a page, as wide as its box, with the module that holds
// the code of the command line. All that it adds is in its shadow root; it listens to nothing outside of itself.
import { DrawModule, type Drawing, type DrawOptions } from '../draw.js';
import style from './annal-timeline.css';

export { DrawModule, type Drawing, type DrawOptions, type TimeAxis } from '../draw.js';

/** An event of the timeline, as far as the element shows it; the JSON of annal holds more. */
export interface TimelineEvent {
  id: string;
  title: string;
  when?: string;
  note?: string;
  sentence?: { begin: number; end: number; document?: number };
}
export interface TimelineData { schema: string; documents: { text: string }[]; events: TimelineEvent[] }
export interface SelectDetail { id: string; event: TimelineEvent }
/** Words that the element adds to the picture's own. */
export interface Strings { close?: string; evidence?: string }

let module: Promise<DrawModule> | undefined;

/** Sets where the drawing module comes from: an address, or its bytes. By default draw.wasm.gz beside this script. */
export function useModule(source: string | URL | Uint8Array<ArrayBuffer>): Promise<DrawModule> {
  const bytes = async () => {
    if (source instanceof Uint8Array) return source;
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  return module = bytes().then(DrawModule.of);
}

const narrow = 600;  // px, below which `layout="auto"` lets time run down
const leastWidth = 320;
let count = 0;

// Without a document (Node, or a page that is made on a server), nothing is drawn; the rest of the script is there.
const Base = globalThis.HTMLElement ?? class {} as typeof HTMLElement;

export class AnnalTimeline extends Base {
  static readonly observedAttributes = ['src', 'layout', 'theme', 'lang', 'width', 'from', 'to', 'relations', 'rows'];

  /** Words that the element adds; set it before the timeline. */
  strings: Strings = {};

  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly ids = `annal-${++count}`;
  private readonly sizes = new ResizeObserver(() => this.draw());
  private data?: TimelineData;
  private drawing?: Drawing;
  private drawn = '';
  private chosen = '';
  private choice: Pick<DrawOptions, 'only' | 'hidden'> = {};
  private loading?: AbortController;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.root.adoptedStyleSheets = [sheet];
    this.root.addEventListener('click', e => this.clicked(e));
    this.root.addEventListener('keydown', e => this.typed(e as KeyboardEvent));
  }

  connectedCallback(): void {
    this.sizes.observe(this);
    if (this.data) void this.update(this.data);
    else void this.load();
  }

  disconnectedCallback(): void { this.destroy(); }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (name === 'src') void this.load();
    else this.draw();
  }

  /** The timeline: what `annal build -f json` wrote, as an object. */
  get timeline(): TimelineData | undefined { return this.data; }
  set timeline(data: TimelineData | string | undefined) { void this.update(data); }

  /** The id of the selected event, or ''. */
  get selected(): string { return this.chosen; }

  /** Shows another timeline, as an object or its JSON; undefined shows none. Done when it is drawn, or when `annal-error` is sent. */
  async update(data: TimelineData | string | undefined): Promise<void> {
    this.loading?.abort();
    const loading = this.loading = new AbortController();
    await this.guarded(loading, async () => {
      this.data = typeof data === 'string' ? JSON.parse(data) as TimelineData : data;
      if (!this.isConnected) return;
      const draws = this.data && await (module ??= useModule(new URL('./draw.wasm.gz', import.meta.url)));
      if (!loading.signal.aborted) this.show(draws ? draws.open(this.data!) : undefined);
    });
  }

  /** Draws these events alone, and leaves out the hidden ones; without arguments, those that annal selected. */
  filter(only?: string[], hidden?: string[]): void {
    this.choice = { only, hidden };
    this.draw();
  }

  /** Selects an event, shows its words and scrolls the picture to it; '' selects none. Sends no event. */
  select(id: string): void {
    this.chosen = '';
    for (const mark of this.marks()) {
      const is = mark.dataset.event === id && !!id;
      mark.classList.toggle('annal-selected', is);
      if (!is) mark.removeAttribute('aria-current');
      else {
        this.chosen = id;
        mark.setAttribute('aria-current', 'true');
        mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    }
    this.explain();
  }

  /** Gives back all that the element holds; `update` begins anew. Leaving the page does the same. */
  destroy(): void {
    this.sizes.disconnect();
    this.loading?.abort();
    this.drawing = undefined;
    this.drawn = '';
    this.root.replaceChildren();
  }

  private async load(): Promise<void> {
    const src = this.getAttribute('src');
    if (!src) return;
    this.loading?.abort();
    const loading = this.loading = new AbortController();
    await this.guarded(loading, async () => {
      const answer = await fetch(src, { signal: loading.signal });
      if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
      const json = await answer.text();
      if (!loading.signal.aborted) await this.update(json);
    });
  }

  /** Runs `work`; what goes wrong is shown and sent, unless something newer has begun. */
  private async guarded(loading: AbortController, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (loading.signal.aborted) return;
      this.drawing = undefined;
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.drawn = '';
    this.root.replaceChildren(part('p', 'error', message));
    this.root.firstElementChild!.setAttribute('role', 'alert');
    this.dispatchEvent(new CustomEvent('annal-error', { detail: { message } }));
  }

  private show(drawing: Drawing | undefined): void {
    this.drawing = drawing;
    this.drawn = '';
    this.root.replaceChildren();
    if (!drawing) return;
    this.sizes.observe(this);
    this.draw();
    if (this.drawn) this.dispatchEvent(new CustomEvent('annal-ready', { detail: { events: this.marks().length } }));
  }

  private options(): DrawOptions {
    const text = (name: string) => this.getAttribute(name) || undefined;
    const number = (name: string) => Number.parseInt(this.getAttribute(name) ?? '', 10) || undefined;
    const width = number('width') ?? Math.max(leastWidth, Math.floor(this.clientWidth));
    const layout = text('layout') ?? 'auto';
    return {
      layout: (layout === 'auto' ? (width < narrow ? 'vertical' : 'rows') : layout) as DrawOptions['layout'],
      width, theme: text('theme'), lang: text('lang'), from: text('from'), to: text('to'), rows: number('rows'),
      relations: text('relations') as DrawOptions['relations'], prefix: this.ids, ...this.choice,
    };
  }

  private draw(): void {
    if (!this.drawing) return;
    const options = this.options(), wanted = JSON.stringify(options);
    if (wanted === this.drawn) return;
    try {
      const svg = new DOMParser().parseFromString(this.drawing.draw(options), 'image/svg+xml').documentElement;
      const picture = part('div', 'picture', document.adoptNode(svg));
      this.root.replaceChildren(picture);
      this.drawn = wanted;
      this.marks().forEach((mark, i) => mark.setAttribute('tabindex', i ? '-1' : '0'));
      if (this.chosen) this.select(this.chosen);
    } catch (error) {
      this.fail(error);
    }
  }

  private marks(): (SVGElement & HTMLElement)[] { return [...this.root.querySelectorAll<SVGElement & HTMLElement>('[data-event]')]; }

  /** The selected event with its date and the sentence that tells of it. */
  private explain(): void {
    this.root.querySelector('[part=evidence]')?.remove();
    const event = this.data?.events.find(one => one.id === this.chosen);
    if (!event) return;
    const close = part('button', 'close', '×');
    close.setAttribute('aria-label', this.strings.close ?? '×');
    const box = part('section', 'evidence', close, part('p', 'when', event.when ?? ''), part('p', 'title', event.title));
    box.setAttribute('aria-label', this.strings.evidence ?? event.title);
    const { sentence } = event;
    if (sentence) box.append(part('q', 'sentence', [...this.data!.documents[sentence.document ?? 0].text].slice(sentence.begin, sentence.end).join('')));
    if (event.note) box.append(part('p', 'note', event.note));
    this.root.append(box);
  }

  private choose(id: string): void {
    this.select(id === this.chosen ? '' : id);
    const event = this.data?.events.find(one => one.id === this.chosen);
    this.dispatchEvent(new CustomEvent<SelectDetail | null>('annal-select', { detail: event ? { id: event.id, event } : null }));
  }

  private clicked(e: Event): void {
    const target = e.target as Element;
    if (target.closest('a')) return;
    if (target.closest('[part=close]')) return this.choose(this.chosen);
    const mark = target.closest<SVGElement & HTMLElement>('[data-event]');
    if (mark) this.choose(mark.dataset.event!);
  }

  private typed(e: KeyboardEvent): void {
    if (e.key === 'Escape' && this.chosen) this.choose(this.chosen);
    const marks = this.marks();
    const at = marks.indexOf((e.target as Element).closest('[data-event]') as SVGElement & HTMLElement);
    if (at < 0) return;
    if (e.key === 'Enter' || e.key === ' ') {
      if ((e.target as Element).closest('a')) return;
      e.preventDefault();
      return this.choose(marks[at].dataset.event!);
    }
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 };
    const to = marks[steps[e.key] ?? -1];
    if (!to) return;
    e.preventDefault();
    marks[at].setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  }
}

/** An element of the shadow root, which the page may style as ::part(name). Text is never read as markup. */
function part(tag: string, name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.setAttribute('part', name);
  made.append(...children);
  return made;
}

declare global {
  interface HTMLElementTagNameMap { 'annal-timeline': AnnalTimeline }
}

if (globalThis.customElements && !customElements.get('annal-timeline')) customElements.define('annal-timeline', AnnalTimeline);
