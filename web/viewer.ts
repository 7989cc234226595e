// Enlivens a page that already shows everything: the picture, the article and the table come as plain markup, so that
// they can be read without this script. Whatever stands for an event carries data-event; hover, click or Enter on one
// lights up the others and opens its evidence.
import { explain } from './evidence';
import { exportMenu } from './exports';
import { filterBar } from './filters';
import { light } from './words';
import { zoomBar } from './zoom';
import type { PageData } from './timeline';

export function enliven(root: HTMLElement, data: PageData): void {
  const events = new Map(data.timeline.events.map(event => [event.id, event]));
  const all = (id: string) => root.querySelectorAll<HTMLElement>(`[data-event~="${CSS.escape(id)}"]`);
  const why = root.querySelector<HTMLElement>('.why')!;
  let chosen = '';

  /** Lights up everything that stands for event `id`, and its sentence; none for ''. */
  function show(id: string, scroll: boolean): void {
    for (const lit of root.querySelectorAll('.lit,.lit-mark,.lit-sentence')) lit.classList.remove('lit', 'lit-mark', 'lit-sentence');
    const event = events.get(id);
    if (!event) return;
    for (const part of all(id)) {
      part.classList.add(part.classList.contains('ev') ? 'lit-mark' : 'lit');
      if (part.classList.contains('ev')) part.closest('.sent')?.classList.add('lit-sentence');
    }
    if (scroll && !document.body.classList.contains('editing')) root.querySelector('.lit-sentence')?.scrollIntoView({ block: 'nearest' });
  }

  function choose(id: string): void {
    chosen = id;
    light(root, []);
    show(id, true);
    const event = events.get(id);
    why.replaceChildren();
    if (event) explain(why, event, data, spans => light(root, spans), choose);
  }

  const idOf = (target: EventTarget | null) => {
    const part = (target as Element | null)?.closest?.('[data-event]');
    return part ? part.getAttribute('data-event')!.split(' ')[0] : '';
  };
  root.addEventListener('mouseover', e => { const id = idOf(e.target); if (id) show(id, false); });
  root.addEventListener('mouseout', e => { if (idOf(e.target)) show(chosen, false); });
  root.addEventListener('click', e => {
    const id = idOf(e.target);
    if (!id || (e.target as Element).closest('.why')) return;
    const link = (e.target as Element).closest('a');
    if (link && !link.getAttribute('href')?.startsWith('#')) return;  // its owner's, out of the page
    if (link) e.preventDefault();
    choose(id);
  });

  // One tab stop for the picture; arrows go from event to event. Each event word of the article is a stop of its own.
  for (const picture of root.querySelectorAll<SVGElement>('.picture svg')) {
    const marks = [...picture.querySelectorAll<SVGElement>('[data-event]')];
    marks.forEach((mark, i) => mark.setAttribute('tabindex', i === 0 ? '0' : '-1'));
    picture.addEventListener('keydown', e => {
      const at = marks.indexOf((e.target as Element).closest('[data-event]') as SVGElement);
      const seen = (i: number, step: number): number => {
        while (marks[i] && marks[i].classList.contains('off')) i += step;
        return marks[i] ? i : at;
      };
      const to = e.key === 'ArrowDown' || e.key === 'ArrowRight' ? seen(at + 1, 1)
        : e.key === 'ArrowUp' || e.key === 'ArrowLeft' ? seen(at - 1, -1)
        : e.key === 'Home' ? seen(0, 1) : e.key === 'End' ? seen(marks.length - 1, -1) : -1;
      if (at < 0 || to < 0) return;
      e.preventDefault();
      marks[at].setAttribute('tabindex', '-1');
      marks[to].setAttribute('tabindex', '0');
      marks[to].focus();
    });
  }
  for (const mark of root.querySelectorAll<HTMLElement>('.ev')) { mark.tabIndex = 0; mark.setAttribute('role', 'button'); }
  root.addEventListener('focusin', e => { const id = idOf(e.target); if (id && !(e.target as Element).closest('.why')) show(id, false); });
  root.addEventListener('keydown', e => {
    if (e.key === 'Escape') choose('');
    const id = idOf(e.target);
    if ((e.key === 'Enter' || e.key === ' ') && id && !(e.target as Element).closest('a,button,select,input,summary')) { e.preventDefault(); choose(id); }
  });

  const bar = root.querySelector<HTMLElement>('.bar')!;
  bar.replaceChildren(...filterBar(root, data.timeline), ...zoomBar(root), exportMenu(root, data.timeline));
  bar.hidden = false;
  why.hidden = false;
  why.textContent = 'Choose an event in the picture, the article or the table to see why it stands where it stands.';
}
