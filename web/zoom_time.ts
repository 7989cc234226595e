// Zoom of time: the picture shows a part of the calendar, laid out anew, with its type as large as before. All of it is
// counted on the axis of the whole picture, in px, so that a step is as wide where much happens as where little does.
import { civilEnd, civilSeconds } from './civil';
import { button } from './form';
import { Minimap } from './minimap';
import { element } from './words';
import type { Say } from './labels';
import type { PagePicture } from './page_picture';
import type { Timeline } from './timeline';

const least = 12;  // px of the whole axis that a window keeps

/** The buttons that zoom, which come when the page's module is unpacked and the picture has an axis; the minimap comes too. */
export function zoomBar(root: HTMLElement, timeline: Timeline, picture: PagePicture, say: Say): HTMLElement {
  const group = element('div');
  group.className = 'group zoom';
  group.hidden = true;
  void picture.ready.then(() => {
    if (!picture.axis || !root.isConnected) return;
    group.append(...new TimeZoom(root, timeline, picture, say).buttons);
    group.hidden = false;
  });
  return group;
}

class TimeZoom {
  private begin: number;
  private end: number;
  private readonly map: Minimap;
  readonly buttons: HTMLButtonElement[];

  constructor(root: HTMLElement, private readonly timeline: Timeline, private readonly picture: PagePicture, say: Say) {
    const { left, right } = picture.axis!;
    [this.begin, this.end] = [left, right];
    this.map = new Minimap(picture.axis!, () => this.marks(), (begin, end) => this.go(begin, end));
    this.buttons = [
      button('+', () => this.zoom(1.5), say('zoom-in')), button('−', () => this.zoom(1 / 1.5), say('zoom-out')),
      button(say('fit'), () => this.go(left, right), `${say('fit')}: ${say('fit-picture')}`),
    ];
    const frame = root.querySelector<HTMLElement>('.picture')!;
    frame.before(this.map.element);
    root.addEventListener('annal-drawn', () => this.show());
    this.listen(frame);
    this.show();
  }

  /** The events that are drawn, on the whole axis. */
  private marks(): { at: number; end: number }[] {
    const only = this.picture.selection.only && new Set(this.picture.selection.only), { axis } = this.picture;
    return this.timeline.events.filter(event => (only ? only.has(event.id) : event.shown)).flatMap(event => {
      const begin = civilSeconds(event.start.earliest), until = civilEnd(event.end.latest);
      if (Number.isNaN(begin) && Number.isNaN(until)) return [];
      const at = axis!.at(Number.isNaN(begin) ? until : begin);
      return [{ at, end: Number.isNaN(until) ? at : axis!.at(until) }];
    });
  }

  /** Zooms by `factor` around `px` of the whole axis. */
  zoom(factor: number, px = (this.begin + this.end) / 2): void {
    this.go(px - (px - this.begin) / factor, px + (this.end - px) / factor);
  }

  private go(begin: number, end: number): void {
    const { axis, selection } = this.picture;
    const size = Math.min(Math.max(end - begin, least), axis!.right - axis!.left);
    const from = Math.min(Math.max(begin, axis!.left), axis!.right - size);
    const before = { ...selection };
    const whole = size >= axis!.right - axis!.left - 0.5;
    selection.from = whole ? undefined : axis!.time(from);
    selection.to = whole ? undefined : Math.max(axis!.time(from + size), selection.from! + 1);
    if (!this.picture.draw()) {  // nothing lies there
      Object.assign(selection, { from: before.from, to: before.to });
      if (size < this.end - this.begin) this.limit(this.buttons[0], true);
      return;
    }
    [this.begin, this.end] = [from, from + size];
    this.show();
  }

  private show(): void {
    this.map.show(this.begin, this.end);
    const { left, right } = this.picture.axis!, size = this.end - this.begin, [nearer, farther, fit] = this.buttons;
    this.limit(nearer, size <= least);
    for (const button of [farther, fit]) this.limit(button, size >= right - left);
  }
  /** Not `disabled`, which would lose the focus of whoever has just pressed it. */
  private limit(button: HTMLButtonElement, reached: boolean): void { button.setAttribute('aria-disabled', String(reached)); }

  private listen(frame: HTMLElement): void {
    // The place of a pointer on the whole axis; where time runs down, its height in the picture.
    const at = (x: number, y: number) => {
      const box = [...frame.querySelectorAll('svg')].map(svg => svg.getBoundingClientRect()).find(one => one.width > 0)!;
      const share = frame.querySelector('.narrow')?.getClientRects().length ? (y - box.top) / box.height : (x - box.left) / box.width;
      return this.begin + (this.end - this.begin) * Math.min(1, Math.max(0, share));
    };
    frame.addEventListener('wheel', e => {
      if (!e.ctrlKey) return;  // a pinch on a touchpad too
      e.preventDefault();
      this.zoom(e.deltaY < 0 ? 1.25 : 0.8, at(e.clientX, e.clientY));
    }, { passive: false });
    frame.addEventListener('keydown', e => {
      if (e.ctrlKey || e.metaKey || e.altKey || document.body.classList.contains('editing')) return;
      const step = (this.end - this.begin) / 4;
      const acts: Record<string, () => void> = {
        '+': () => this.zoom(1.5), '=': () => this.zoom(1.5), '-': () => this.zoom(1 / 1.5), '0': () => this.go(this.picture.axis!.left, this.picture.axis!.right),
        '[': () => this.go(this.begin - step, this.end - step), ']': () => this.go(this.begin + step, this.end + step),
      };
      if (!acts[e.key]) return;
      e.preventDefault();
      acts[e.key]();
    });
    this.pinch(frame, at);
  }

  /** Two fingers: the time between them stays between them. */
  private pinch(frame: HTMLElement, at: (x: number, y: number) => number): void {
    const apart = ([a, b]: Touch[]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    let before = 0;
    frame.addEventListener('touchstart', e => { before = e.touches.length === 2 ? apart([...e.touches]) : 0; }, { passive: true });
    frame.addEventListener('touchmove', e => {
      if (!before || e.touches.length !== 2) return;
      e.preventDefault();
      const [a, b] = e.touches, factor = apart([a, b]) / before;
      if (factor < 1.15 && factor > 0.87) return;  // steps that a reader can follow
      this.zoom(factor, at((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2));
      before *= factor;
    }, { passive: false });
    for (const end of ['touchend', 'touchcancel']) frame.addEventListener(end, () => { before = 0; });
  }
}
