// Zoom makes the picture wider than its frame, which scrolls: by keyboard and touch as any other, and by dragging. Two fingers
// and the wheel with Ctrl zoom too.
import { button } from './form';
import { element } from './words';
import type { Say } from './labels';

export function zoomBar(root: HTMLElement, say: Say): HTMLElement {
  const frame = root.querySelector<HTMLElement>('.picture')!;
  let scale = 1;
  function zoom(to: number, x = frame.clientWidth / 2, y = 0): void {
    const before = scale;
    scale = Math.min(8, Math.max(1, to));
    const [left, top] = [frame.scrollLeft + x, frame.scrollTop + y];
    for (const svg of frame.querySelectorAll<SVGElement>('svg')) svg.style.width = `${scale * 100}%`;
    frame.scrollLeft = left * scale / before - x;
    frame.scrollTop = top * scale / before - y;
  }
  const inFrame = (x: number, y: number): [number, number] => {
    const box = frame.getBoundingClientRect();
    return [x - box.left, y - box.top];
  };
  frame.addEventListener('wheel', e => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    zoom(scale * (e.deltaY < 0 ? 1.2 : 1 / 1.2), ...inFrame(e.clientX, e.clientY));
  }, { passive: false });
  let pinch: { apart: number; scale: number } | undefined;
  const apart = ([a, b]: Touch[]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  frame.addEventListener('touchstart', e => { pinch = e.touches.length === 2 ? { apart: apart([...e.touches]), scale } : undefined; }, { passive: true });
  frame.addEventListener('touchmove', e => {
    if (!pinch || e.touches.length !== 2) return;
    e.preventDefault();
    const [a, b] = e.touches;
    zoom(pinch.scale * apart([a, b]) / pinch.apart, ...inFrame((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2));
  }, { passive: false });
  for (const end of ['touchend', 'touchcancel']) frame.addEventListener(end, () => { pinch = undefined; });
  let from: { x: number; y: number } | undefined;
  frame.addEventListener('pointerdown', e => { if (e.pointerType === 'mouse' && scale > 1) from = { x: e.clientX + frame.scrollLeft, y: e.clientY + frame.scrollTop }; });
  frame.addEventListener('pointermove', e => { if (from) { frame.scrollLeft = from.x - e.clientX; frame.scrollTop = from.y - e.clientY; } });
  for (const end of ['pointerup', 'pointerleave']) frame.addEventListener(end, () => { from = undefined; });
  const group = element('div', button('+', () => zoom(scale * 1.5), say('zoom-in')), button('−', () => zoom(scale / 1.5), say('zoom-out')), button(say('fit'), () => zoom(1), `${say('fit')}: ${say('fit-picture')}`));
  group.className = 'group zoom';
  return group;
}
