// The bar of the editor, the list of events that are left out, and the notices above the page.
import { words } from './controls';
import { button } from './form';
import { element, marked, pointsOf } from './words';
import type { Shown } from './edit_view';
import type { Draft } from './draft';
import type { Problem } from './server';
import type { Timeline } from './timeline';

export interface ToolActions {
  undo(): void; redo(): void; merge(): void; acceptAll(): void; end(): void;
  save?: () => void;  // none where every change is saved by the server
  readers(): void;
  add(at: Element): void; headline(at: Element): void;
}
export interface ToolState { undo: boolean; redo: boolean; marked: number; note?: Note }
/** What the page says of a picture that is not drawn anew, with the commands that draw it where no page around it does. */
export interface Note { count: string; redrawn: string; commands?: { build: string; forReaders: string } }

export class EditTools {
  readonly bar = element('section');
  private readonly said = element('p');
  readonly notes = element('section');  // below the bar, and not kept in sight
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private opener?: HTMLButtonElement;

  constructor(actions: ToolActions) {
    this.bar.className = 'tools';
    this.bar.lang = 'en';
    this.bar.hidden = true;
    this.bar.setAttribute('aria-label', words.tools);
    const row = element('div');
    row.className = 'buttons';
    const tool = (name: string, text: string, act: (at: Element) => void) => {
      const made: HTMLButtonElement = button(text, () => act(made));
      made.dataset.tool = name;
      this.buttons.set(name, made);
      row.append(made);
    };
    tool('undo', words.undo, actions.undo);
    tool('redo', words.redo, actions.redo);
    tool('add', words.add, actions.add);
    tool('headline', words.headline, actions.headline);
    tool('merge', words.merge, actions.merge);
    tool('accept', words.acceptAll, actions.acceptAll);
    if (actions.save) tool('save', words.save, actions.save);
    tool('readers', words.readers, actions.readers);
    tool('end', words.endEditing, actions.end);
    this.said.setAttribute('role', 'status');
    this.notes.className = 'notes';
    this.notes.lang = 'en';
    this.bar.append(row, this.said);
  }

  /** The button that begins to edit. */
  open(name: string, act: () => void): HTMLElement {
    this.opener = button(name, act);
    this.opener.className = 'edit';
    return this.opener;
  }
  shown(on: boolean): void {
    this.bar.hidden = !on;
    this.opener!.setAttribute('aria-pressed', String(on));
  }
  say(text: string): void { this.said.textContent = text; }
  update(state: ToolState): void {
    // Not `disabled`, which would lose the focus of whoever has just undone the last change.
    for (const [name, can] of [['undo', state.undo], ['redo', state.redo], ['merge', state.marked > 1]] as const) this.buttons.get(name)!.setAttribute('aria-disabled', String(!can));
    this.buttons.get('merge')!.textContent = state.marked > 1 ? words.mergeCount(state.marked) : words.merge;
    const { note } = state, key = JSON.stringify(note ?? '');
    if (key === this.noted) return;
    this.noted = key;
    const commands = note?.commands ? [commandLine(note.commands.build), element('p', words.forReaders), commandLine(note.commands.forReaders)] : [];
    this.notes.replaceChildren(...(note ? [element('p', note.count), element('p', note.redrawn), ...commands] : []));
  }
  private noted = JSON.stringify('');
}

/** A command with a button that copies it. */
function commandLine(command: string): HTMLElement {
  const code = element('code', command);
  const copy = button(words.copy, async () => {
    getSelection()?.selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(command);
      copy.textContent = words.copied;
    } catch { /* it is selected */ }
  }, `${words.copy}: ${command}`);
  const line = element('p', code, ' ', copy);
  line.className = 'command';
  return line;
}

/** Fills `section` with the events that are left out, each with its sentence; undefined empties it. */
export function leftOutList(section: HTMLElement, events: Shown[] | undefined, timeline: Timeline, show: (id: string) => void): void {
  section.hidden = !events;
  if (!events) return section.replaceChildren();
  const list = element('ul'), points = pointsOf(timeline.documents[0].text);
  const known = new Map(timeline.events.map(event => [event.id, event]));
  for (const event of events) {
    const flip = button(words.show, () => show(event.id), words.showNamed(event.title));
    flip.className = 'flip';
    const title = button(event.title || words.untitled, () => undefined);  // the card opens by the click on the item
    title.className = 'plain';
    const item = element('li', flip, ` ${event.when || words.undated} · `, title), own = known.get(event.id);
    if (own && own.span.end > own.span.begin) {
      const line = element('div', element('q', ...marked(points, own.sentence ?? own.span, [own.span], 120)));
      line.className = 'muted';
      line.lang = timeline.documents[0].language ?? '';
      item.append(line);
    }
    item.dataset.event = event.id;
    list.append(item);
  }
  section.replaceChildren(element('h2', `${words.leftOut} (${events.length})`), events.length ? list : element('p', words.leftOutNone));
}

/** Offers to go on with the draft, above the page. */
export function draftNotice(root: HTMLElement, draft: Draft, goOn: () => void, discard: () => void): void {
  const notice = element('section', element('p', words.unsaved(draft.at, draft.changes.length)));
  notice.className = 'notice';
  notice.lang = 'en';
  notice.setAttribute('aria-label', words.edit);
  const end = (act: () => void) => () => { notice.remove(); act(); };
  notice.append(button(words.goOn, end(goOn)), ' ', button(words.discard, end(discard)));
  root.querySelector('.bar')!.before(notice);
}

export function problemList(bar: HTMLElement, problems: Problem[]): void {
  bar.querySelector('.problems')?.remove();
  if (!problems.length) return;
  const list = element('ul', ...problems.map(problem => element('li', problem.line ? `line ${problem.line}: ${problem.message}` : problem.message)));
  list.className = 'problems';
  bar.append(list);
}
