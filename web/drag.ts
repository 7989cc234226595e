// Dragging one event onto another, in the picture or the table, by mouse or pen. By keyboard, two are marked and merged.
import { words } from './controls';
import { element } from './words';

export function dragToMerge(root: HTMLElement, active: () => boolean, title: (id: string) => string, merge: (onto: string, dragged: string) => void): void {
  const eventAt = (part: Element | null) => part?.closest<HTMLElement>('tr[data-event],.picture [data-event]') ?? undefined;
  let from: { part: HTMLElement; x: number; y: number } | undefined;
  let sign: HTMLElement | undefined, over: HTMLElement | undefined;

  function stop(): void {
    over?.classList.remove('onto');
    sign?.remove();
    from = sign = over = undefined;
  }
  root.addEventListener('pointerdown', e => {
    const part = eventAt(e.target as Element);
    if (!active() || !part || e.pointerType === 'touch' || e.button !== 0) return;
    e.stopPropagation();  // the picture is not dragged along
    from = { part, x: e.clientX, y: e.clientY };
  }, true);
  root.addEventListener('pointermove', e => {
    if (!from || (!sign && Math.hypot(e.clientX - from.x, e.clientY - from.y) < 8)) return;
    e.preventDefault();
    getSelection()?.removeAllRanges();
    if (!sign) {
      sign = element('div');
      sign.className = 'sign';
      sign.lang = 'en';
      root.append(sign);
    }
    const onto = eventAt(document.elementFromPoint(e.clientX, e.clientY));
    over?.classList.remove('onto');
    over = onto && onto.dataset.event !== from.part.dataset.event ? onto : undefined;
    over?.classList.add('onto');
    const dragged = title(from.part.dataset.event!);
    sign.textContent = over ? words.mergeInto(dragged, title(over.dataset.event!)) : dragged;
    sign.style.left = `${e.clientX + scrollX + 12}px`;
    sign.style.top = `${e.clientY + scrollY + 12}px`;
  });
  root.addEventListener('pointerup', () => {
    const dragged = from?.part.dataset.event, onto = over?.dataset.event, moved = !!sign;
    stop();
    if (!moved) return;
    // The click that ends a drag is none.
    const swallow = (e: Event) => { e.stopPropagation(); e.preventDefault(); };
    root.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => root.removeEventListener('click', swallow, true));
    if (dragged && onto) merge(onto, dragged);
  });
  root.addEventListener('dragstart', e => { if (active()) e.preventDefault(); });
  root.addEventListener('pointercancel', stop);
  document.addEventListener('keydown', e => { if (e.key === 'Escape') stop(); });
}
