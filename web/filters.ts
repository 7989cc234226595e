// Filters by lane, status and certainty. The table hides what is filtered out, and the picture is drawn without it; where it
// cannot be, it fades.
import { certainFrom, lessCertainFrom } from './certainty';
import { element } from './words';
import type { Say, Word } from './labels';
import type { Timeline } from './timeline';

export function filterBar(root: HTMLElement, timeline: Timeline, say: Say, redraw: (only: string[] | undefined) => void): HTMLElement {
  const shown = new Set([...root.querySelectorAll('tr[data-event]')].map(row => row.getAttribute('data-event')));
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
  const count = document.createElement('output');
  count.className = 'muted';

  function apply(): void {
    const kept: string[] = [];
    for (const event of events) {
      const keep = (!lane.value || event.lane === lane.value) && (!status.value || event.factuality === status.value) && event.certainty >= Number(certainty.value || 0);
      if (keep) kept.push(event.id);
      for (const row of root.querySelectorAll<HTMLElement>(`tr[data-event="${event.id}"]`)) row.hidden = !keep;
      for (const mark of root.querySelectorAll(`.picture [data-event="${event.id}"]`)) mark.classList.toggle('off', !keep);
    }
    count.textContent = kept.length === events.length ? '' : say('kept', String(kept.length), String(events.length));
    redraw(kept.length === events.length ? undefined : kept);
  }
  const labels: [string, HTMLElement][] = [[say('lane'), lane], [say('column-status'), status], [say('column-date'), certainty]];
  const group = element('div', ...labels.filter(([, control]) => (control !== lane || lanes.length) && (control !== status || statuses.length > 1)).map(([name, control]) => element('label', name, control)), count);
  group.className = 'group filters';
  return group;
}
