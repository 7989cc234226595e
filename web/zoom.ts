// Zoom makes the picture wider than its frame; the frame scrolls, by keyboard and touch as any other, and by dragging.
import { element } from './words';

export function zoomBar(root: HTMLElement): Node[] {
  const frame = root.querySelector<HTMLElement>('.picture')!;
  let scale = 1;
  function zoom(to: number, x = frame.clientWidth / 2): void {
    const before = scale;
    scale = Math.min(8, Math.max(1, to));
    const at = frame.scrollLeft + x;
    for (const svg of frame.querySelectorAll<SVGElement>('svg')) svg.style.width = `${scale * 100}%`;
    frame.scrollLeft = at * scale / before - x;
  }
  frame.addEventListener('wheel', e => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    zoom(scale * (e.deltaY < 0 ? 1.2 : 1 / 1.2), e.clientX - frame.getBoundingClientRect().left);
  }, { passive: false });
  let from: { x: number; y: number } | undefined;
  frame.addEventListener('pointerdown', e => { if (e.pointerType === 'mouse' && scale > 1) from = { x: e.clientX + frame.scrollLeft, y: e.clientY + frame.scrollTop }; });
  frame.addEventListener('pointermove', e => { if (from) { frame.scrollLeft = from.x - e.clientX; frame.scrollTop = from.y - e.clientY; } });
  for (const end of ['pointerup', 'pointerleave']) frame.addEventListener(end, () => { from = undefined; });
  const button = (words: string, label: string, act: () => void) => {
    const made = element('button', words);
    made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  };
  return [button('+', 'zoom in', () => zoom(scale * 1.5)), button('−', 'zoom out', () => zoom(scale / 1.5)), button('Fit', 'fit the picture', () => zoom(1))];
}
