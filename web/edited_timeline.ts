// The timeline as an edit leaves it, for the picture to be drawn of: titles, dates, status, lanes, what is hidden and what is
// new. The order of the other events is not found anew; annal does that when it reads the edits file.
import { isoOf } from './civil';
import type { State } from './edit_state';
import type { Shown } from './edit_view';
import type { DateReading } from './stated_date';
import type { Timeline, TimelineEvent } from './timeline';

const visibilities: Record<string, string> = { hide: 'hidden', show: 'shown', pin: 'pinned' };

/** `ids` has the id in the page of each event that is made: the module calls events by their place. */
export interface EditedTimeline { timeline: Timeline; ids: Map<string, string> }

export function editedTimeline(timeline: Timeline, events: Shown[], state: State, read: (wording: string) => DateReading | undefined): EditedTimeline {
  const shown = new Map(events.map(event => [event.id, event]));
  const edited = (event: TimelineEvent, change: Shown | undefined): TimelineEvent => {
    if (!change) return { ...event, shown: false, visibility: 'hidden' };
    const { fields } = change, reading = fields.date ? read(fields.date) : undefined;
    const made: TimelineEvent = { ...event, title: change.title, factuality: change.status, shown: change.shown };
    if (fields.show) made.visibility = visibilities[fields.show];
    for (const name of ['lane', 'colour', 'note', 'link', 'image'] as const) if (fields[name] !== undefined) made[name] = fields[name] || undefined;
    return reading ? { ...made, ...datesOf(reading, fields.date!) } : made;
  };
  const all = timeline.events.map(event => edited(event, shown.get(event.id)));
  const ids = new Map<string, string>();
  for (const change of events) {
    if (!change.isNew) continue;
    const split = state.split.find(one => one.id === change.id), origin = split && timeline.events.find(event => event.id === split.event);
    const position = all.length, id = `e${position + 1}`;
    ids.set(id, change.id);
    const span = split?.mention ?? { begin: 0, end: 0 };
    all.push(edited({ ...blank, id, span, sentence: origin?.sentence, mentions: [span], position, rank: all[position - 1]?.rank ?? 0 }, { ...change, id }));
  }
  // The last in order has the highest rank, behind which new events stand.
  const top = Math.max(0, ...timeline.events.map(event => event.rank));
  for (const event of all.slice(timeline.events.length)) event.rank = top;
  const presentation = { ...timeline.presentation };
  for (const [name, value] of Object.entries(state.page)) presentation[name as keyof typeof presentation] = value || undefined;
  return { timeline: { ...timeline, events: all, presentation, relations: [] }, ids };
}

/** What the schema demands of an event beside what an owner states. */
const blank = {
  text: '', title: '', class: 'OCCURRENCE', tense: 'NONE', aspect: 'NONE', polarity: 'POS', pos: 'OTHER', factuality: 'fact', status: 'fact',
  salience: 1, certainty: 1, shown: true, start: {}, end: {}, timexes: [], precedes: [],
};

function datesOf(reading: DateReading, wording: string): Partial<TimelineEvent> & { date: undefined } {
  const bounds = {
    ...(Number.isFinite(reading.begin) ? { earliest: isoOf(reading.begin / 1000, false) } : {}),
    ...(Number.isFinite(reading.end) ? { latest: isoOf(reading.end / 1000, true) } : {}),
  };
  return { start: bounds, end: bounds, certainty: 1, edtf: /~|^c|ca\.|circa/.test(wording) ? `${bounds.earliest?.slice(0, 4)}~` : '', date: undefined };
}
