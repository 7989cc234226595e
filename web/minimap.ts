// The whole time in one strip, with a dot or line for each event and the window that the picture shows, which can be drawn,
// moved and widened with the mouse or a finger. By keyboard the picture's own keys do the same.
import type { Axis } from './axis';

const height = 34, grip = 8;  // px
const namespace = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Record<string, number | string>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  return made;
}

export class Minimap {
  readonly element = document.createElement('div');
  private readonly svg = shape('svg', { 'aria-hidden': 'true', preserveAspectRatio: 'none' }) as SVGSVGElement;
  private begin = 0;
  private end = 0;

  constructor(private readonly axis: Axis, private readonly marks: () => { at: number; end: number }[], private readonly moved: (begin: number, end: number) => void) {
    this.element.className = 'minimap';
    this.element.append(this.svg);
    this.svg.setAttribute('viewBox', `${axis.left} 0 ${axis.right - axis.left} ${height}`);
    this.drag();
  }

  /** The window, in px of the axis. */
  show(begin: number, end: number): void {
    [this.begin, this.end] = [begin, end];
    const { left, right } = this.axis, lines = 5, parts: SVGElement[] = [];
    this.marks().forEach(({ at, end: until }, i) => {
      const y = 5 + i % lines * ((height - 10) / (lines - 1));
      parts.push(shape('path', { class: 'mini', d: `M${at.toFixed(1)} ${y}H${Math.max(until, at + 0.1).toFixed(1)}` }));
    });
    if (begin > left) parts.push(shape('rect', { class: 'outside', x: left, y: 0, width: begin - left, height }));
    if (end < right) parts.push(shape('rect', { class: 'outside', x: end, y: 0, width: right - end, height }));
    parts.push(shape('rect', { class: 'window', x: begin, y: 0.5, width: end - begin, height: height - 1 }));
    this.svg.replaceChildren(...parts);
  }

  private drag(): void {
    const { left, right } = this.axis;
    const px = (e: PointerEvent) => { const box = this.svg.getBoundingClientRect(); return left + (e.clientX - box.left) / box.width * (right - left); };
    let from: { at: number; begin: number; end: number; what: 'move' | 'begin' | 'end' | 'draw' } | undefined;
    this.svg.addEventListener('pointerdown', e => {
      const at = px(e), { begin, end } = this, whole = end - begin > right - left - 1;
      const near = (edge: number) => !whole && Math.abs(at - edge) < grip;
      from = { at, begin, end, what: near(begin) ? 'begin' : near(end) ? 'end' : !whole && at > begin && at < end ? 'move' : 'draw' };
      this.svg.setPointerCapture(e.pointerId);
      e.preventDefault();
    });
    this.svg.addEventListener('pointermove', e => {
      if (!from) return;
      const at = px(e), by = at - from.at;
      if (from.what === 'move') this.moved(from.begin + by, from.end + by);
      else if (from.what === 'draw') { if (Math.abs(by) > grip) this.moved(Math.min(at, from.at), Math.max(at, from.at)); }
      else if (from.what === 'begin') this.moved(Math.min(at, from.end - grip), from.end);
      else this.moved(from.begin, Math.max(at, from.begin + grip));
    });
    for (const end of ['pointerup', 'pointercancel'] as const) this.svg.addEventListener(end, () => { from = undefined; });
    this.svg.addEventListener('dblclick', () => this.moved(left, right));
  }
}
