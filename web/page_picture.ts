// The pictures of the page, drawn anew by the module that the page holds: a part of the time, some of the events, or what
// an owner changed. Until the module is unpacked, or where a browser cannot run it, they stay as annal wrote them.
import { Axis } from './axis';
import { DrawModule, type Drawing, type DrawOptions } from './draw';
import type { Timeline } from './timeline';

let module: Promise<DrawModule> | undefined;

/** The module in the element #annal-draw, in base64. Who shows a page before its module is there fills the element later, and tells it so. */
async function pageModule(): Promise<DrawModule> {
  const holder = document.getElementById('annal-draw');
  if (!holder) throw new Error('no module');
  if (!holder.textContent) await new Promise(filled => holder.addEventListener('annal-filled', filled, { once: true }));
  return module ??= DrawModule.of(Uint8Array.from(atob(holder.textContent!), byte => byte.charCodeAt(0)));
}

export interface Selection { from?: number; to?: number; only?: string[] }

export class PagePicture {
  /** The axis of the whole picture, with its events in place; none while the module is not there, or without dates. */
  axis?: Axis;
  readonly selection: Selection = {};
  private module?: DrawModule;
  private drawing?: Drawing;
  private drawn = '';
  private isAsWritten = true;  // no picture is drawn yet
  private ids = new Map<string, string>();

  /** Kept when the module is unpacked; whether the pictures can be drawn anew. */
  readonly ready: Promise<boolean>;

  constructor(private readonly root: HTMLElement, private readonly timeline: Timeline) {
    this.ready = this.open();
    void this.ready.then(() => this.draw());
    let width = innerWidth;
    new ResizeObserver(() => {
      if (width !== innerWidth && this.drawn) this.draw();
      width = innerWidth;
    }).observe(root);
  }

  private async open(): Promise<boolean> {
    try {
      this.module = await pageModule();
      this.drawing = this.read(this.timeline);
      this.drawing.draw({ layout: 'rows', width: 1200 });
      const [axis] = this.drawing.axes();
      this.axis = axis && new Axis(axis);
      return true;
    } catch { return false; }
  }

  private read(timeline: Timeline): Drawing { return this.module!.open({ ...timeline, evidence: [], conflicts: [] }); }

  /** Draws another timeline, that of an edit; `ids` are those of events that the page calls otherwise than the module. Whether it could. */
  replace(timeline: Timeline, ids: Map<string, string>): boolean {
    if (!this.module) {
      void this.ready.then(ready => ready && this.replace(timeline, ids));
      return false;
    }
    const before = { drawing: this.drawing, ids: this.ids };
    try {
      this.drawing = this.read(timeline);
      [this.ids, this.drawn, this.isAsWritten] = [ids, '', false];
      if (this.draw()) return true;
    } catch { /* the module refuses it */ }
    [this.drawing, this.ids] = [before.drawing, before.ids];
    return false;
  }

  /** Draws these events alone; without any list, those that are shown. Whether it could. */
  filter(only: string[] | undefined): boolean {
    this.selection.only = only;
    return this.draw();
  }

  /** Draws the selection; whether it could. An empty one is not drawn. */
  draw(): boolean {
    const frame = this.root.querySelector<HTMLElement>('.picture');
    if (!this.drawing || !frame) return false;
    const svg = [...frame.querySelectorAll('svg')].find(one => one.getClientRects().length);
    if (!svg) return false;
    const narrow = !!svg.closest('.narrow');
    // As annal drew it, where that is as wide to a tenth.
    const written = narrow ? 400 : 1200, room = Math.max(320, Math.floor(frame.clientWidth));
    const width = Math.abs(room - written) < written / 10 ? written : room;
    const { from, to, only } = this.selection;
    if (this.isAsWritten && width === written && from === undefined && to === undefined && !only) return true;
    const options: DrawOptions = { ...this.selection, relations: 'stated', layout: narrow ? 'vertical' : this.layout(frame), width, prefix: narrow ? 'annal-narrow' : 'annal' };
    const key = JSON.stringify(options);
    if (key === this.drawn) return true;
    try {
      // The page's style sheet has the picture's rules; its policy allows no other.
      const text = this.drawing.draw(options).replace(/<style>[^]*?<\/style>/, '');
      if (!text.includes('data-event=')) return false;
      const made = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      const focused = svg.contains(document.activeElement) ? document.activeElement!.closest<SVGElement>('[data-event]')?.dataset.event : undefined;
      for (const { name, value } of made.attributes) svg.setAttribute(name, value);
      svg.replaceChildren(...made.childNodes);
      for (const [id, name] of this.ids) svg.querySelector(`[data-event="${id}"]`)?.setAttribute('data-event', name);
      this.drawn = key;
      this.isAsWritten = false;
      this.root.dispatchEvent(new CustomEvent('annal-drawn'));
      if (focused) (svg.querySelector<SVGElement>(`[data-event="${focused}"]`) ?? frame).focus({ preventScroll: true });
      return true;
    } catch { return false; }
  }

  private layout(frame: HTMLElement): DrawOptions['layout'] {
    return (frame.dataset.layout as DrawOptions['layout']) ?? 'rows';
  }
}
