// Where the focus is, told so that it is found again after the page was drawn anew.
import type { Timeline } from './timeline';

export interface Place { event?: string; begin?: number; region: string; part: string; element?: Element }

/** The place of `at`, or of the focus. With `timeline`, it outlives new ids of the events. */
export function focusPlace(root: HTMLElement, timeline?: Timeline, at: Element | null = document.activeElement): Place {
  const event = at?.closest<HTMLElement>('[data-event]')?.dataset.event?.split(' ')[0];
  const region = at?.closest('.wide') ? '.wide' : at?.closest('.narrow') ? '.narrow' : at?.closest('.article') ? '.article' : at?.closest('.leftout') ? '.leftout' : at?.closest('table') ? 'table' : '';
  const part = at?.closest('.flip') ? '.flip' : at?.closest('td:first-child') ? 'td button' : region === 'table' ? 'a' : region === '.leftout' ? '.plain' : '';
  const tool = at?.closest<HTMLElement>('[data-tool]')?.dataset.tool;
  const time = at?.closest<HTMLElement>('[data-time]')?.dataset.time;
  return { event, begin: timeline?.events.find(e => e.id === event)?.span.begin, region, part: tool ? `[data-tool=${tool}]` : time ? `[data-time=${CSS.escape(time)}]` : part, element: at ?? undefined };
}

export function refocus(root: HTMLElement, place: Place, timeline?: Timeline): void {
  if (document.activeElement !== document.body && document.activeElement?.isConnected && root.contains(document.activeElement)) return;
  const id = place.begin === undefined ? place.event : timeline?.events.find(e => e.span.begin === place.begin)?.id;
  const holder = id ? root.querySelector(`${place.region} [data-event~="${CSS.escape(id)}"]`) : null;
  const target = holder ? (place.part ? holder.querySelector(place.part) : holder) : place.part ? root.querySelector(place.part) : null;
  const row = id ? root.querySelector(`tr[data-event="${CSS.escape(id)}"] a`) : null;  // of what was left out
  for (const part of [target, place.element, row, root.querySelector('[data-tool=undo]')] as (HTMLElement | null | undefined)[]) {
    part?.focus?.({ preventScroll: true });
    if (part && document.activeElement === part) return;
  }
}
