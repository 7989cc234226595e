// What an owner changes, as a list of changes from which everything else follows: undoing is taking the last one away.
import type { Span } from './timeline';

export type EventField = 'title' | 'date' | 'status' | 'show' | 'lane' | 'colour' | 'note' | 'link' | 'image' | 'accepted';
export type PageField = 'title' | 'subtitle' | 'credit' | 'note';
/** Of `show`: 'hide', 'show', 'pin'. An empty value takes back what the edits file states. */
export type Fields = Partial<Record<EventField, string>>;

export type Change =
  | { kind: 'event'; id: string; fields: Fields }
  | { kind: 'reset'; id: string }
  | { kind: 'page'; fields: Partial<Record<PageField, string>> }
  | { kind: 'add'; id: string; fields: Fields }
  | { kind: 'merge'; ids: string[] }
  | { kind: 'split'; id: string; event: string; mention: Span; title: string; fields: Fields }
  | { kind: 'time'; id: string; edit: TimeEdit }
  | { kind: 'accept'; events: Record<string, Fields> };

/** Of a time expression: that it is none, or the day that it counts from; neither takes back what the edits file states. */
export interface TimeEdit { drop?: boolean; from?: string }

export interface Split { id: string; event: string; mention: Span; title: string }
export interface State {
  page: Partial<Record<PageField, string>>;
  events: Map<string, Fields>;  // of new events too
  reset: Set<string>;           // what the edits file states of these goes
  added: string[];
  merged: Map<string, string[]>;  // first event -> all others
  gone: Map<string, string>;      // merged event -> the first
  split: Split[];
  times: Map<string, TimeEdit>;
  accepted: boolean;
}

export function stateOf(changes: Change[]): State {
  const state: State = { page: {}, events: new Map(), reset: new Set(), added: [], merged: new Map(), gone: new Map(), split: [], times: new Map(), accepted: false };
  for (const change of changes) apply(state, change);
  const removed = state.added.filter(id => state.events.get(id)?.show === 'hide');
  state.added = state.added.filter(id => !removed.includes(id));
  for (const id of removed) state.events.delete(id);
  return state;
}

function apply(state: State, change: Change): void {
  const put = (id: string, fields: Fields) => state.events.set(id, { ...state.events.get(id), ...fields });
  switch (change.kind) {
    case 'event': return void put(change.id, change.fields);
    case 'time': return void state.times.set(change.id, change.edit);
    case 'page': return void (state.page = { ...state.page, ...change.fields });
    case 'add': state.added.push(change.id); return void put(change.id, change.fields);
    case 'split': state.split.push({ id: change.id, event: change.event, mention: change.mention, title: change.title }); return void put(change.id, change.fields);
    case 'reset':
      state.events.delete(change.id);
      return void state.reset.add(change.id);
    case 'accept':
      state.accepted = true;
      for (const [id, fields] of Object.entries(change.events)) if (!state.gone.has(id)) put(id, fields);
      return;
    case 'merge': {
      const roots = [...new Set(change.ids.map(id => state.gone.get(id) ?? id))];
      const [first, ...others] = roots;
      const all = others.flatMap(id => [id, ...(state.merged.get(id) ?? [])]);
      for (const id of others) state.merged.delete(id);
      for (const id of all) state.gone.set(id, first);
      state.merged.set(first, [...(state.merged.get(first) ?? []), ...all]);
    }
  }
}

/** The changes with those of one event put last, for undo and redo. */
export class History {
  done: Change[] = [];
  undone: Change[] = [];
  add(change: Change): void { this.done.push(change); this.undone = []; }
  undo(): boolean { const last = this.done.pop(); if (last) this.undone.push(last); return !!last; }
  redo(): boolean { const next = this.undone.pop(); if (next) this.done.push(next); return !!next; }
}
