// What the colours of the picture stand for: the groups that annal chose, or the documents that tell of an event.
import { element } from './words';
import type { Say } from './labels';
import type { PagePicture } from './page_picture';
import type { PageData, Timeline } from './timeline';

const mostColours = 6;  // as many as annal gives to groups that it chooses

/** `timeline` grouped by the document that tells of an event; what several tell is a group of its own, and what only rarer documents tell has none. */
export function byDocument(timeline: Timeline, names: string[], several: string): Timeline {
  const groups = timeline.events.map(event => (!event.sources?.length ? '' : event.sources.length > 1 ? several : names[event.sources[0]]));
  const counts = new Map<string, number>();
  groups.forEach((group, i) => { if (group && timeline.events[i].shown) counts.set(group, (counts.get(group) ?? 0) + 1); });
  const kept = new Set([...counts].sort((a, b) => b[1] - a[1]).slice(0, mostColours).map(([group]) => group));
  const events = timeline.events.map((event, i) => ({ ...event, lane: kept.has(groups[i]) ? groups[i] : undefined }));
  return { ...timeline, lanes: undefined, events };
}

/** A choice that has the picture drawn in other colours; none on a page of one document. */
export function colourChoice({ timeline, words }: PageData, say: Say, picture: PagePicture): HTMLElement | undefined {
  if (!words?.documents) return undefined;
  const names = words.documents.map(document => document.name), select = document.createElement('select');
  select.name = 'colour';
  const groups = timeline.events.some(event => event.lane) ? say('lane') : '–';
  select.append(new Option(groups, ''), new Option(say('document'), 'document'));
  select.addEventListener('change', () => picture.replace(select.value ? byDocument(timeline, names, say('several-documents')) : timeline, new Map()));
  return element('label', say('colour'), select);
}
