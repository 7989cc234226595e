// The bar of the editor, the list of events that are left out, and the notices above the page.
import { words } from './controls';
import { button } from './form';
import { element } from './words';
import type { Shown } from './edit_view';
import type { Draft } from './draft';
import type { Problem } from './server';

export interface ToolActions {
  undo(): void; redo(): void; merge(): void; acceptAll(): void; end(): void;
  save?: () => void;  // none where every change is saved by the server
  add(at: Element): void; headline(at: Element): void;
}
export interface ToolState { undo: boolean; redo: boolean; marked: number; note: string }

export class EditTools {
  readonly bar = element('section');
  private readonly said = element('p');
  private readonly note = element('p');
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
    tool('end', words.endEditing, actions.end);
    this.said.setAttribute('role', 'status');
    this.note.className = 'muted';
    this.bar.append(row, this.said, this.note);
  }

  /** The button that begins to edit. */
  open(act: () => void): HTMLElement {
    this.opener = button(words.edit, act);
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
    this.note.textContent = state.note;
  }
}

/** Fills `section` with the events that are left out; undefined empties it. */
export function leftOutList(section: HTMLElement, events: Shown[] | undefined, show: (id: string) => void): void {
  section.hidden = !events;
  if (!events) return section.replaceChildren();
  const list = element('ul');
  for (const event of events) {
    const item = element('li', button(words.show, () => show(event.id), words.showNamed(event.title)), ` ${event.when || words.undated} · ${event.title}`);
    item.querySelector('button')!.className = 'flip';
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
