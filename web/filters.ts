// Filters by text, lane, status and certainty. The table hides what is filtered out, the picture fades it: its rows keep
// their places.
import { certainFrom, lessCertainFrom } from './certainty';
import { element } from './words';
import type { Timeline } from './timeline';

export function filterBar(root: HTMLElement, timeline: Timeline): Node[] {
  const shown = new Set([...root.querySelectorAll('tr[data-event]')].map(row => row.getAttribute('data-event')));
  const events = timeline.events.filter(event => shown.has(event.id));
  const text = document.createElement('input');
  text.type = 'search';
  text.name = 'text';
  const choice = (name: string, options: [string, string][]) => {
    const select = document.createElement('select');
    select.name = name;
    for (const [value, words] of [['', 'all'] as [string, string], ...options]) select.append(new Option(words, value));
    select.addEventListener('change', apply);
    return select;
  };
  const distinct = (values: (string | undefined)[]) => [...new Set(values.filter((v): v is string => !!v))].map(v => [v, v] as [string, string]);
  const lanes = distinct(events.map(event => event.lane));
  const lane = choice('lane', lanes);
  const status = choice('status', distinct(events.map(event => event.factuality)));
  const certainty = choice('certainty', [[`${certainFrom}`, 'sure'], [`${lessCertainFrom}`, 'at least fair']]);
  const count = element('output');
  count.className = 'muted';

  function apply(): void {
    const wanted = text.value.trim().toLowerCase();
    let kept = 0;
    for (const event of events) {
      const keep = (!wanted || `${event.title} ${event.when ?? ''}`.toLowerCase().includes(wanted)) && (!lane.value || event.lane === lane.value)
        && (!status.value || event.factuality === status.value) && event.certainty >= Number(certainty.value || 0);
      kept += keep ? 1 : 0;
      for (const row of root.querySelectorAll<HTMLElement>(`tr[data-event="${event.id}"]`)) row.hidden = !keep;
      for (const mark of root.querySelectorAll(`.picture [data-event="${event.id}"]`)) mark.classList.toggle('off', !keep);
    }
    count.textContent = kept === events.length ? '' : `${kept} of ${events.length} events`;
  }
  text.addEventListener('input', apply);
  const labels: [string, HTMLElement][] = [['Text', text], ...(lanes.length ? [['Lane', lane] as [string, HTMLElement]] : []), ['Status', status], ['Date', certainty]];
  return [...labels.map(([name, control]) => element('label', name, control)), count];
}
