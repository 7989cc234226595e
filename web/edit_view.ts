// Shows the state of an edit on the page: titles and dates in the picture and the table, what is hidden, what is new. The
// places in the picture stay: only annal lays it out.
import { fieldNames, words } from './controls';
import { button } from './form';
import { markWords, textButton, unmarkWords } from './marks';
import { setLines } from './picture_text';
import { element } from './words';
import type { Mark } from './marks';
import type { Fields, State, TimeEdit } from './edit_state';
import type { DateReading } from './stated_date';
import type { PageData, TimeExpression, TimelineEvent } from './timeline';

export interface Shown { id: string; title: string; when: string; unread: string; status: string; shown: boolean; listed: boolean; isNew: boolean; edited: boolean; fields: Fields; position: number }

export class EditView {
  private readonly rows = new Map<string, HTMLElement>();
  private readonly listed: Set<string>;  // in the table as annal wrote it
  private readonly head: Element;
  private readonly heading: string;
  constructor(private readonly root: HTMLElement, private readonly data: PageData, private readonly read: (wording: string) => DateReading | undefined) {
    for (const row of root.querySelectorAll<HTMLElement>('tr[data-event]')) this.rows.set(row.dataset.event!, row);
    this.listed = new Set(this.rows.keys());
    this.head = root.querySelector('table tr')!;
    this.heading = root.querySelector('h1')?.textContent ?? '';
    const events = data.timeline.events, merged = events.filter(event => event.edited?.includes('merged'));
    for (const away of merged.filter(event => event.visibility === 'hidden'))
      if (merged.some(into => into !== away && into.mentions.some(span => span.begin === away.span.begin))) this.mergedAway.add(away.id);
  }
  private readonly mergedAway = new Set<string>();  // by the edits file: no events any more

  /** What is shown of each event, in order of time. */
  eventsOf(state: State): Shown[] {
    const made = [...state.split.map(s => s.id), ...state.added];
    const all = [...this.data.timeline.events.map(event => this.shownOf(event.id, state, event)), ...made.map(id => this.shownOf(id, state))];
    return all.filter(event => !state.gone.has(event.id) && !this.mergedAway.has(event.id)).sort((a, b) => a.position - b.position);
  }

  private shownOf(id: string, state: State, event?: TimelineEvent): Shown {
    const fields = state.events.get(id) ?? {};
    const reading = fields.date ? this.read(fields.date) : undefined;
    const listed = this.listed.has(id);
    const changed = event?.visibility !== 'hidden' && Object.values(fields).some(value => value);
    const shown = fields.show ? fields.show !== 'hide' : listed || !event || changed;
    return {
      id, title: fields.title || event?.title || state.split.find(s => s.id === id)?.title || words.untitled, when: reading?.when ?? event?.when ?? '', unread: fields.date && !reading ? fields.date : '',
      status: fields.status || (event?.factuality ?? 'fact'), shown, listed, isNew: !event, fields,
      edited: Object.keys(fields).length > 0 || state.merged.has(id), position: event ? event.position : this.placeOf(reading),
    };
  }

  /** Where a new event stands among the others: before the first that begins later, otherwise last. */
  private placeOf(reading?: DateReading): number {
    const events = this.data.timeline.events;
    if (!reading) return events.length;
    const begin = Number.isFinite(reading.begin) ? reading.begin : reading.end;
    const later = events.filter(event => Date.parse(event.start.earliest ?? '') > begin).map(event => event.position);
    return later.length ? Math.min(...later) - 0.5 : events.length;
  }

  /** Buttons for the headline, the dates and hiding, in the place of what is only read otherwise. */
  decorate(on: boolean, flip: (id: string) => void): void {
    this.flip = on ? flip : undefined;
    for (const row of this.root.querySelectorAll<HTMLElement>('tr[data-event]')) this.decorateRow(row);
    this.head.querySelector('.flips')?.remove();
    if (!on) return;
    const cell = element('th', words.change);
    cell.className = 'flips';
    cell.setAttribute('scope', 'col');
    this.head.append(cell);
  }
  private flip?: (id: string) => void;

  private decorateRow(row: HTMLElement): void {
    const [when, title] = row.children;
    row.querySelector('.flips')?.remove();
    for (const old of row.querySelectorAll('button.plain')) old.replaceWith(...this.plain.get(old) ?? []);
    if (!this.flip) return;
    this.replaceByButton(when.querySelector('a') ?? when.firstChild ?? when.appendChild(document.createTextNode('')));
    if (!title.querySelector('a')) this.replaceByButton(title.firstChild!);  // the text does not tell of it
    const flip = button('', () => this.flip?.(row.dataset.event!));
    flip.className = 'flip';
    const cell = element('td', flip);
    cell.className = 'flips';
    row.append(cell);
  }
  private readonly plain = new WeakMap<Element, Node[]>();

  private replaceByButton(node: ChildNode): void {
    const made = button(node.textContent!, () => undefined);
    made.className = 'plain';
    node.replaceWith(made);
    this.plain.set(made, [node]);
  }

  /** Marks what is changed in a picture that is drawn anew. */
  markPicture(state: State): void {
    const changed = new Set(this.eventsOf(state).filter(event => event.edited).map(event => event.id));
    for (const mark of this.root.querySelectorAll<SVGElement>('.picture [data-event]')) mark.classList.toggle('changed', changed.has(mark.dataset.event!));
  }

  show(state: State): void {
    this.showPage(state);
    const events = this.eventsOf(state);
    this.showTable(events);
    const byId = new Map(events.map(event => [event.id, event]));
    for (const mark of this.root.querySelectorAll<SVGElement>('.picture [data-event]')) this.showMark(mark, byId.get(mark.dataset.event!), state);
  }

  /** How many events that are shown have a mark in the picture, and how many have none before it is drawn anew. */
  drawn(state: State): [number, number] {
    const marks = new Set([...this.root.querySelectorAll<SVGElement>('.picture .wide [data-event]')].map(mark => mark.dataset.event!));
    const shown = this.eventsOf(state).filter(event => event.shown), inside = shown.filter(event => marks.has(event.id)).length;
    return [inside, shown.length - inside];
  }

  /** Marks in the article what only the editor has there: events that annal left out, and time expressions. */
  markArticle(state: State, on: boolean): void {
    const article = this.root.querySelector('.article')!;
    const events = this.eventsOf(state).filter(event => !event.listed && (on || event.shown));
    const key = JSON.stringify([on, events.map(event => [event.id, event.shown, event.title]), [...state.times]]);
    if (key === this.markedAs) return;
    this.markedAs = key;
    unmarkWords(article, '.made');
    const spans = new Map(this.data.timeline.events.map(event => [event.id, event.span]));
    for (const s of state.split) spans.set(s.id, s.mention);
    const marks: Mark[] = events.filter(event => spans.has(event.id)).map(event => ({ span: spans.get(event.id)!, make: first => eventMark(event, first) }));
    markWords(article, marks);
    const times = this.data.timeline.timexes.filter(time => on || state.times.get(time.id));
    markWords(article, times.map(time => ({ span: time.span, make: first => timeMark(time, state.times.get(time.id), on, first) })));
  }
  private markedAs = '';

  private showPage(state: State): void {
    const heading = this.root.querySelector('h1');
    if (heading) heading.textContent = state.page.title || this.heading;
    // The picture's own headline is the first text of its largest size.
    for (const text of this.root.querySelectorAll<SVGTextElement>('.picture text.z20')) setLines(text, state.page.title);
    for (const field of ['subtitle', 'credit', 'note'] as const) {
      const own = this.root.querySelector<HTMLElement>(`.${field}`) ?? this.made(field);
      own.dataset.old ??= own.textContent ?? '';
      own.textContent = state.page[field] ?? own.dataset.old;
      own.hidden = !own.textContent;
    }
  }

  private made(field: string): HTMLElement {
    const made = element('p');
    made.className = `${field} muted`;
    if (field === 'subtitle') this.root.querySelector('h1')?.after(made);
    else this.root.append(made);
    return made;
  }

  private showTable(events: Shown[]): void {
    const wanted = events.filter(event => event.listed || event.shown);
    const keep = new Set(wanted.map(event => event.id));
    for (const [id, row] of this.rows) if (!keep.has(id)) row.remove();
    let before: Element | null = this.head;
    for (const event of wanted) {
      let row = this.rows.get(event.id);
      if (!row) this.rows.set(event.id, (row = newRow(event.id)));
      if (!!this.flip !== !!row.querySelector('.flips')) this.decorateRow(row);
      if (before!.nextElementSibling !== row) before!.after(row);
      before = row;
      this.showRow(row, event);
    }
  }

  private showRow(row: HTMLElement, event: Shown): void {
    const [when, title, status] = row.children;
    row.dataset.status ??= status.textContent ?? '';
    setWords(when, event.when, words.undated);
    when.querySelector('button')?.setAttribute('aria-label', words.dateNamed(event.when || words.undated));
    setWords(title, event.title, words.untitled);
    const flip = row.querySelector('.flip');
    if (flip) {
      flip.textContent = event.shown ? words.hide : words.show;
      flip.setAttribute('aria-label', (event.shown ? words.hideNamed : words.showNamed)(event.title));
    }
    status.textContent = event.isNew || event.fields.status ? event.status : row.dataset.status;
    setTag(when, 'unread', event.unread && words.unreadMark(event.unread));
    setTag(title, 'tag', markOf(event));
    row.classList.toggle('struck', !event.shown);
  }

  private showMark(mark: SVGElement, event: Shown | undefined, state: State): void {
    const [date, title] = [mark.querySelector<SVGTextElement>('text.m'), mark.querySelector<SVGTextElement>('text:not(.m)')];
    mark.classList.toggle('struck', !event?.shown);
    mark.classList.toggle('changed', !!event?.edited);
    mark.dataset.label ??= mark.getAttribute('aria-label') ?? '';
    const fields = event && state.events.get(event.id);
    if (title) setLines(title, fields?.title ? event!.title : undefined);
    if (date) setLines(date, fields?.date && !event!.unread ? event!.when : undefined);
    paint(mark, fields?.colour ?? '');
    if (event?.edited) mark.setAttribute('aria-label', `${event.when}: ${event.title}. ${words.edited}.`);
    else mark.setAttribute('aria-label', mark.dataset.label);
  }
}

function eventMark(event: Shown, first: boolean): HTMLElement {
  const made = textButton(event.shown ? 'made ev' : 'made ev left', first);
  made.dataset.event = event.id;
  if (first && !event.shown) made.setAttribute('aria-label', words.leftOutNamed(event.title));
  return made;
}

function timeMark(time: TimeExpression, edit: TimeEdit | undefined, on: boolean, first: boolean): HTMLElement {
  const made = textButton(`made time${edit?.drop ? ' dropped' : ''}`, on && first);
  const pending = edit?.drop ? words.timeDropped : edit?.from ? words.timeFrom(edit.from) : '';
  made.dataset.time = time.id;
  if (on && first) made.setAttribute('aria-label', words.changeTime(time.text) + (pending && `: ${pending}, ${words.whenDrawn}`));
  if (first && pending) made.dataset.pending = `${pending}, ${words.whenDrawn}`;
  return made;
}

/** What is said of an event behind its title. */
function markOf({ isNew, shown, edited, fields }: Shown): string {
  const state = isNew ? words.newEvent : !shown ? words.hidden : edited ? words.edited : '';
  const told = (['show', 'lane', 'colour', 'note', 'link', 'image', 'accepted'] as const).filter(name => fields[name] && fields[name] !== 'hide');
  return [state, ...told.map(name => (name === 'show' ? words.visibility[fields.show!] : name === 'accepted' ? words.accepted : `${fieldNames[name]}: ${fields[name]}`))].filter(Boolean).join(' · ');
}

/** Draws the marks of an event in a colour; '' in its own. */
function paint(mark: SVGElement, colour: string): void {
  for (const part of mark.querySelectorAll<SVGElement>('[class]:not(text)')) {
    const classes = part.getAttribute('class')!;
    if (/\bf\d/.test(classes)) part.style.fill = colour;
    if (/\bo\d/.test(classes)) part.style.stroke = colour;
    if (!part.getAttribute('style')) part.removeAttribute('style');
  }
}

/** Puts `text` where a cell shows its date or title: in its button, its link, or its first text. A button is never empty. */
function setWords(cell: Element, text: string, empty: string): void {
  const holder = cell.querySelector('button,a');
  if (holder) holder.textContent = text || (holder.matches('button') ? empty : '');
  else if (cell.firstChild) cell.firstChild.textContent = text;
  else if (text) cell.textContent = text;
}

/** A remark of the class `name` at the end of a cell; none for ''. */
function setTag(cell: Element, name: string, text: string): void {
  const old = cell.querySelector(`.${name}`);
  if (!text) {
    old?.previousSibling?.remove();  // the blank before it
    return old?.remove();
  }
  const tag = old ?? element('span');
  tag.className = name;
  tag.textContent = text;
  if (!old) cell.append(' ', tag);
}

function newRow(id: string): HTMLElement {
  const link = element('a');
  link.setAttribute('href', '#');
  const title = element('th', link);
  title.setAttribute('scope', 'row');
  const row = element('tr', element('td'), title, element('td'), element('td'));
  row.dataset.event = id;
  return row;
}
