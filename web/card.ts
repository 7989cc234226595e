// The card of one event: its title and date, and all that can be done with it. What it changes is one change.
import { fieldNames, statuses, words } from './controls';
import { button, field, openDialog } from './form';
import { element, quote } from './words';
import type { Shown } from './edit_view';
import type { Change, EventField, Fields } from './edit_state';
import type { Span, TimelineEvent } from './timeline';

export interface CardActions {
  apply(change: Change, said: string): void;
  read(wording: string): Promise<string | undefined>;  // a date as it is shown, with its day of the week
  mark(id: string): void;
  split(event: TimelineEvent, mention: Span): void;
  closed(): void;
}
export interface CardEvent { shown: Shown; fields: Fields; event?: TimelineEvent; text: string; lanes: string[]; marked: boolean; fresh?: boolean }

const more: EventField[] = ['status', 'lane', 'colour', 'note', 'link', 'image'];

/** What CSS takes for a colour besides the named ones. */
const keywords = /^(transparent|currentcolor|inherit|initial|unset|revert|canvas|mark|field|.*text)$/i;

/** What is wrong with the value of a field, or ''. */
function faultOf(name: EventField, value: string): string {
  if (name === 'title') return value.trim() ? '' : words.noTitle;
  if (!value) return '';
  if (name === 'colour') return /^#([\da-f]{3}|[\da-f]{6})$/i.test(value) || (/^[a-z]+$/i.test(value) && !keywords.test(value) && CSS.supports('color', value)) ? '' : words.badColour;
  if (name === 'image' && value.startsWith('data:image/')) return '';
  return (name === 'link' || name === 'image') && !/^https?:\/\/\S+$/.test(value) ? words.badAddress : '';
}

export function openCard(root: HTMLElement, at: DOMRect, of: CardEvent, focus: 'title' | 'date', actions: CardActions): () => void {
  const { shown, fields, event } = of;
  const before: Record<string, string> = {
    title: of.fresh ? '' : shown.title, date: fields.date ?? shown.when, status: fields.status ?? event?.factuality ?? '', lane: fields.lane ?? event?.lane ?? '',
    colour: fields.colour ?? event?.colour ?? '', note: fields.note ?? event?.note ?? '', link: fields.link ?? event?.link ?? '', image: fields.image ?? event?.image ?? '',
  };
  const inputs = new Map<EventField, ReturnType<typeof field>>();
  const make = (name: EventField, kind?: 'textarea' | 'select') => {
    const made = field(fieldNames[name], name, before[name], kind, kind === 'select' ? statuses.map(s => [s, s]) : []);
    inputs.set(name, made);
    made.input.addEventListener('input', () => check(name));
    return made.box;
  };

  async function check(name: EventField): Promise<void> {
    const made = inputs.get(name)!, value = made.input.value.trim();
    if (name !== 'date') return made.say(faultOf(name, value), !!faultOf(name, value));
    if (!value || value === before.date && !fields.date) return made.say('');
    const reading = await actions.read(value);
    if (made.input.value.trim() === value) made.say(reading ? words.understood(reading) : words.unread, !reading);
  }

  /** The fields that were changed; undefined where one is wrong. */
  function changed(): Fields | undefined {
    const out: Fields = {};
    for (const [name, { input, say }] of inputs) {
      const value = input.value.trim();
      const fault = value === before[name] && !of.fresh ? '' : faultOf(name, value);
      if (fault) { say(fault, true); input.focus(); return undefined; }
      if (value !== before[name]) out[name] = value;
    }
    return out;
  }

  function done(with_?: Fields, said = words.said.changed): void {
    const fields_ = changed();
    if (!fields_) return;
    const all = { ...fields_, ...with_ };
    dialog.close();
    if (!Object.keys(all).length) return;
    const title = all.title ?? shown.title;
    actions.apply(of.fresh ? { kind: 'add', id: shown.id, fields: all } : { kind: 'event', id: shown.id, fields: all }, (of.fresh ? words.said.added : said)(title));
  }
  const leave = () => { if (of.fresh && !inputs.get('title')!.input.value.trim()) dialog.close(); else done(); };

  const tools = element('div');
  tools.className = 'buttons';
  const added = shown.id.startsWith('n');
  if (!of.fresh) {
    if (added) tools.append(button(words.remove, () => done({ show: 'hide' }, words.said.removed)));
    else if (shown.shown) tools.append(button(words.hide, () => done({ show: 'hide' }, words.said.hide)));
    else tools.append(button(words.show, () => done({ show: 'show' }, words.said.show)));
    if (fields.show !== 'pin') tools.append(button(words.pin, () => done({ show: 'pin' }, words.said.pin)));
    if (event && fields.accepted !== 'true') tools.append(button(words.accept, () => done(acceptedFields(shown, event, fields), () => words.said.accepted)));
    if (event) tools.append(button(of.marked ? words.unmark : words.mark, () => { dialog.close(); actions.mark(shown.id); }));
    const wasEdited = Object.keys(fields).length > 0 || !!event?.edited?.length;
    if (wasEdited && !added) tools.append(button(words.reset, () => { dialog.close(); actions.apply({ kind: 'reset', id: shown.id }, words.said.reset(event?.title ?? shown.title)); }));
  }
  const rest = element('details', element('summary', words.more));
  for (const name of more) rest.append(make(name, name === 'note' ? 'textarea' : name === 'status' ? 'select' : undefined));
  const lane = inputs.get('lane')!.input;
  lane.setAttribute('list', 'annal-lanes');
  const lanes = element('datalist');
  lanes.id = 'annal-lanes';
  for (const name of of.lanes) lanes.append(new Option(name, name));
  rest.append(lanes);
  const others = (event?.mentions ?? []).filter(m => m.begin !== event!.span.begin);
  if (others.length) rest.append(element('p', words.otherMentions));
  for (const mention of others) {
    const context = { begin: Math.max(0, mention.begin - 30), end: mention.end + 30 };
    const split = button(words.split, () => { dialog.close(); actions.split(event!, mention); }, `${words.split}: ${quote(of.text, mention)}`);
    rest.append(element('p', element('q', `…${quote(of.text, context)}…`), ' ', split));
  }
  const end = element('div', button(words.done, () => done()), button(words.cancel, () => dialog.close()));
  end.className = 'buttons';

  const dialog = openDialog(root, words.editing(shown.title), at, [make('title'), make('date'), tools, rest, end], leave, actions.closed);
  const first = inputs.get(focus)!.input as HTMLInputElement;
  first.focus();
  first.select();
  void check('date');
  return () => dialog.close();
}

/** What accepting states of an event: what it shows. */
export function acceptedFields(shown: Shown, event: TimelineEvent, fields: Fields): Fields {
  const date = fields.date ?? event.edtf ?? '';
  return { title: shown.title, ...(date ? { date } : {}), accepted: 'true' };
}
