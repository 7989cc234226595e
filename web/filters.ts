// Filters by lane, status, certainty and document. The table hides what is filtered out, and the picture is drawn without it;
// where it cannot be, it fades.
import { certainFrom, lessCertainFrom } from './certainty';
import { element } from './words';
import type { Say, Word } from './labels';
import type { PageData, TimelineEvent } from './timeline';

const disagree = 'disagree';  // no index of a document

/** Whether the event is one of the document that `wanted` is the index of, or one on whose date documents disagree. */
function isTold(event: TimelineEvent, wanted: string): boolean {
  return !wanted || (wanted === disagree ? !!event.accounts : !!event.sources?.includes(Number(wanted)));
}

/** The filters, and `more` that belongs beside them. */
export function filterBar(root: HTMLElement, { timeline, words }: PageData, say: Say, redraw: (only: string[] | undefined) => void, more?: HTMLElement): HTMLElement {
  const shown = new Set([...root.querySelectorAll<HTMLElement>('tr[data-event]')].map(row => row.dataset.event!));
  const events = timeline.events.filter(event => shown.has(event.id));
  const choice = (name: string, options: [string, string][]) => {
    const select = document.createElement('select');
    select.name = name;
    for (const [value, words] of [['', say('all')] as [string, string], ...options]) select.append(new Option(words, value));
    select.addEventListener('change', apply);
    return select;
  };
  const distinct = (values: (string | undefined)[]) => [...new Set(values.filter((v): v is string => !!v))];
  const lanes = distinct(events.map(event => event.lane)), statuses = distinct(events.map(event => event.factuality));
  const lane = choice('lane', lanes.map(v => [v, v]));
  const status = choice('status', statuses.map(v => [v, say(v as Word)]));
  const certainty = choice('certainty', [[`${certainFrom}`, say('certain')], [`${lessCertainFrom}`, say('at-least-less-certain')]]);
  const documents = words?.documents ?? [], differ: [string, string][] = events.some(event => event.accounts) ? [[disagree, say('dates-differ')]] : [];
  const source = choice('document', [...differ, ...documents.map(({ name }, i) => [`${i}`, name] as [string, string])]);
  const count = document.createElement('output');
  count.className = 'muted';

  function apply(): void {
    const kept = events.filter(event => (!lane.value || event.lane === lane.value) && (!status.value || event.factuality === status.value) && event.certainty >= Number(certainty.value || 0) && isTold(event, source.value)).map(event => event.id);
    const keep = new Set(kept);
    for (const row of root.querySelectorAll<HTMLElement>('tr[data-event]')) if (shown.has(row.dataset.event!)) row.hidden = !keep.has(row.dataset.event!);
    for (const mark of root.querySelectorAll<SVGElement>('.picture [data-event]')) if (shown.has(mark.dataset.event!)) mark.classList.toggle('off', !keep.has(mark.dataset.event!));
    count.textContent = kept.length === events.length ? '' : say('kept', String(kept.length), String(events.length));
    redraw(kept.length === events.length ? undefined : kept);
  }
  const labels: [string, HTMLElement][] = [[say('lane'), lane], [say('column-status'), status], [say('column-date'), certainty], [say('document'), source]];
  const group = element('div', ...labels.filter(([, control]) => (control !== lane || lanes.length) && (control !== status || statuses.length > 1) && (control !== source || documents.length)).map(([name, control]) => element('label', name, control)), ...(more ? [more] : []), count);
  group.className = 'group filters';
  return group;
}
