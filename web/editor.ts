// The page as an editor: a bar of tools, cards for events, and the list of what is left out. Every change goes through
// `apply`: kept here and shown on the page as it stands, or sent to the server that the page comes from.
import { acceptedFields, openCard } from './card';
import { words } from './controls';
import { dragToMerge } from './drag';
import { DraftStore, pageForReaders, pageWith, saveFiles } from './draft';
import { download } from './exports';
import { History, stateOf } from './edit_state';
import { withChanges } from './edits_file';
import { EditView } from './edit_view';
import { editedTimeline } from './edited_timeline';
import { focusPlace, refocus } from './focus';
import { headlineCard } from './headline';
import { isInApp } from './host';
import { quoteOf } from './quotes';
import { readDate } from './stated_date';
import { timeCard } from './time_card';
import { draftNotice, EditTools, leftOutList, problemList } from './tools';
import { element, quote } from './words';
import type { Change, Fields, State } from './edit_state';
import type { Shown } from './edit_view';
import type { Answer, Server } from './server';
import type { Note } from './tools';
import type { PageData, Span, TimelineEvent } from './timeline';

const shellWord = (name: string) => (/^[\w./-]+$/.test(name) ? name : `'${name.replace(/'/g, `'\\''`)}'`);

/** Turns a page into an editor; `source` is the page as it came, `enliven` what its own script does. */
export type StartEditor = (main: HTMLElement, data: PageData, source: string, enliven: (root: HTMLElement, data: PageData) => void) => void;

/** What a page keeps while its parts are replaced by the server. */
export interface Session { source: string; server?: Server; start(answer: Answer): Editor }

export class Editor {
  private readonly history = new History();
  private readonly view: EditView;
  private readonly events: Map<string, TimelineEvent>;
  private readonly drafts: DraftStore;
  private readonly tools: EditTools;
  private readonly leftOut = element('section');
  private marked = new Set<string>();
  private on = false;
  private next = 1;

  constructor(private readonly root: HTMLElement, private readonly data: PageData, private readonly session: Session) {
    const edits = data.edits!;
    this.events = new Map(data.timeline.events.map(event => [event.id, event]));
    this.view = new EditView(root, data, wording => readDate(wording, edits.language, edits.labels));
    this.drafts = new DraftStore(data);
    this.tools = new EditTools({
      undo: () => this.step('undo'), redo: () => this.step('redo'), add: at => this.addEvent(at), merge: () => this.merge([...this.marked]),
      headline: at => this.headline(at), acceptAll: () => this.acceptAll(), save: session.server ? undefined : () => this.save(), readers: () => void this.saveForReaders(), end: () => this.toggle(false),
    });
    this.leftOut.className = 'leftout';
    this.leftOut.lang = 'en';
    root.querySelector('.bar')!.prepend(this.tools.open(data.words!.texts.edit, () => this.toggle(!this.on)));
    root.querySelector('.bar')!.after(this.tools.bar, this.tools.notes);
    root.append(this.leftOut);
    this.listen();
    this.begin();
    matchMedia('(max-width:700px)').addEventListener('change', () => { if (this.history.done.length) this.show(); });
  }

  /** A page that was saved with edits shows them; a draft of this browser is offered. */
  private begin(): void {
    const draft = this.data.edits!.draft as Change[] | undefined, kept = this.session.server ? undefined : this.drafts.read();
    if (draft?.length) this.goOn(draft);
    if (kept && JSON.stringify(kept.changes) !== JSON.stringify(draft))
      draftNotice(this.root, kept, () => { this.goOn(kept.changes); this.toggle(true); }, () => this.drafts.write(this.history.done));
  }
  private goOn(changes: Change[]): void {
    this.history.done = [...changes];
    this.history.undone = [];
    for (const change of changes) if ('id' in change && /^[ns]\d+$/.test(change.id)) this.next = Math.max(this.next, Number(change.id.slice(1)) + 1);
    this.show();
  }

  private get state(): State { return stateOf(this.history.done); }
  private shownOf(id: string): Shown | undefined { return this.view.eventsOf(this.state).find(event => event.id === id); }
  private titleOf(id: string): string { return this.shownOf(id)?.title ?? this.events.get(id)?.title ?? ''; }

  toggle(on: boolean): void {
    this.on = on;
    document.body.classList.toggle('editing', on);
    this.view.decorate(on, id => this.flip(id));
    this.tools.shown(on);
    this.show();
    if (on) this.tools.say(words.hint);
    else this.root.querySelector<HTMLElement>('.edit')?.focus();
  }

  private show(): void {
    const state = this.state, server = this.session.server;
    this.view.show(state);
    this.relay(state);
    const all = this.view.eventsOf(state);
    this.view.markArticle(state, this.on);
    leftOutList(this.leftOut, this.on ? all.filter(event => !event.shown) : undefined, this.data.timeline, id => this.flip(id));
    this.tools.update({ undo: server ? server.canUndo : this.history.done.length > 0, redo: server ? server.canRedo : this.history.undone.length > 0,
      marked: this.marked.size, note: !server && this.history.done.length ? this.note(state) : undefined });
    for (const part of this.root.querySelectorAll<HTMLElement>('tr[data-event],.picture [data-event]')) part.classList.toggle('marked', this.marked.has(part.dataset.event!));
  }

  /** Has the picture laid out anew where something is changed; the server does so by itself. */
  private relay(state: State): void {
    const changes = JSON.stringify(this.history.done);
    if (this.session.server || changes === this.relaid) return;
    this.relaid = changes;
    const { language, labels } = this.data.edits!;
    const detail = editedTimeline(this.data.timeline, this.view.eventsOf(state), state, wording => readDate(wording, language, labels));
    this.root.dispatchEvent(new CustomEvent('annal-edited', { detail }));
    // For a page around this one (web/app), which draws anew with the edits.
    const toml = withChanges(this.data.edits!.text ?? '', state, this.quote);
    this.root.dispatchEvent(new CustomEvent('annal-changed', { detail: toml, bubbles: true }));
  }
  private relaid = '[]';

  private note(state: State): Note {
    const { file } = this.data.edits!, count = words.drawn(...this.view.drawn(state));
    if (isInApp()) return { count, redrawn: words.redrawnHere };
    const build = `annal build ${shellWord(this.data.timeline.documents[0].id)} -o ${shellWord(file.replace(/\.edits\.toml$/, '.html'))}`;
    return { count, redrawn: words.redrawn(file), commands: { build, forReaders: `${build} --no-editor` } };
  }

  private quote = (id: string) => {
    const time = this.data.timeline.timexes.find(timex => timex.id === id);
    if (time) return quoteOf(this.data.timeline, time.span);
    const split = this.splits.get(id) ?? this.state.split.find(s => s.id === id)?.mention;
    const at = this.data.timeline.events.findIndex(event => event.id === id);
    return (at >= 0 && this.data.edits!.quotes?.[at]) || quoteOf(this.data.timeline, split ?? this.events.get(id)!.span);
  };
  private readonly splits = new Map<string, Span>();

  apply(change: Change, said: string): void {
    const server = this.session.server;
    if (server) return void this.exchange(() => server.save(withChanges(server.text, stateOf([change]), this.quote)), said);
    this.history.add(change);
    this.changed(said);
  }
  private changed(said: string): void {
    const place = focusPlace(this.root);
    this.drafts.write(this.history.done);
    this.show();
    refocus(this.root, place);
    this.tools.say(said);
  }
  private step(way: 'undo' | 'redo'): void {
    const server = this.session.server, said = way === 'undo' ? words.said.undone : words.said.redone;
    if (server) { if (way === 'undo' ? server.canUndo : server.canRedo) void this.exchange(() => server[way](), said); }
    else if (this.history[way]()) this.changed(said);
  }

  private async exchange(ask: () => Promise<Answer>, said: string): Promise<void> {
    const place = focusPlace(this.root, this.data.timeline), [x, y] = [scrollX, scrollY];
    try {
      const answer = await ask();
      const editor = this.session.start(answer);
      editor.toggle(true);
      refocus(editor.root, place, answer.data.timeline);
      scrollTo(x, y);
      editor.tools.say(`${said}. ${words.savedInPlace(this.data.edits!.file)}`);
      problemList(editor.tools.bar, answer.problems);
    } catch (error) {
      this.tools.say(`${words.notSaved} ${(error as Error).message}`);
    }
  }

  private listen(): void {
    const target = (e: Event) => (e.target as Element).closest<HTMLElement>('[data-event]');
    this.root.addEventListener('click', e => {
      const part = target(e), at = e.target as Element;
      if (this.on && at.closest('h1,.subtitle,.credit,.note') && !at.closest('.card')) return this.headline(at);
      const time = at.closest<HTMLElement>('[data-time]');
      if (this.on && time) return this.openTime(time);
      if (!this.on || !part || at.closest('.card,.why,.flip')) return;
      e.preventDefault();
      this.open(part.dataset.event!.split(' ')[0], at.closest('text.m,td:first-child') ? 'date' : 'title', at);
    });
    this.root.addEventListener('keydown', e => {
      const part = target(e), at = e.target as Element, time = at.closest<HTMLElement>('[data-time]');
      if (this.on && time && ['Enter', ' ', 'F2'].includes(e.key)) { e.preventDefault(); return this.openTime(time); }
      if (!this.on || !part || at.closest('.card,.why')) return;
      if (e.key === 'F2' || (e.key === 'Enter' && !at.closest('a,button'))) {
        e.preventDefault();
        this.open(part.dataset.event!.split(' ')[0], at.closest('td:first-child') ? 'date' : 'title', at);
      }
    });
    document.addEventListener('keydown', e => {
      if (!this.on || !this.root.isConnected || !(e.ctrlKey || e.metaKey) || (e.target as Element).matches('input,textarea')) return;
      const key = e.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      e.preventDefault();
      this.step(key === 'y' || e.shiftKey ? 'redo' : 'undo');
    });
    this.root.addEventListener('annal-drawn', () => this.view.markPicture(this.state));
    dragToMerge(this.root, () => this.on, id => this.titleOf(id), (onto, dragged) => this.merge([onto, dragged]));
  }

  private openTime(at: HTMLElement): void {
    const time = this.data.timeline.timexes.find(timex => timex.id === at.dataset.time);
    if (!time) return;
    const place = focusPlace(this.root, undefined, at), { language, labels } = this.data.edits!;
    timeCard(this.root, at.getBoundingClientRect(), {
      time, times: this.data.timeline.timexes, edit: this.state.times.get(time.id), read: wording => readDate(wording, language, labels),
      apply: (edit, said) => this.apply({ kind: 'time', id: time.id, edit }, said), closed: () => refocus(this.root, place),
    });
  }
  private open(id: string, focus: 'title' | 'date', at: Element): void {
    const shown = this.shownOf(this.state.gone.get(id) ?? id);
    if (shown) this.card(shown, focus, at, false);
  }
  private addEvent(at: Element): void {
    const id = `n${this.next++}`;
    this.card({ id, title: words.untitled, when: '', unread: '', status: 'fact', shown: true, listed: false, isNew: true, edited: false, fields: {}, position: 0 }, 'title', at, true);
  }
  private card(shown: Shown, focus: 'title' | 'date', at: Element, fresh: boolean): void {
    const place = focusPlace(this.root, undefined, at);
    const edits = this.data.edits!, server = this.session.server;
    openCard(this.root, at.getBoundingClientRect(), {
      shown, fresh, fields: this.state.events.get(shown.id) ?? {}, event: this.events.get(shown.id), text: this.data.timeline.documents[0].text,
      lanes: [...new Set(this.data.timeline.events.flatMap(event => event.lane ?? []))], marked: this.marked.has(shown.id),
    }, focus, {
      apply: (change, said) => this.apply(change, said),
      read: async wording => (server ? server.date(wording) : readDate(wording, edits.language, edits.labels)?.day),
      mark: id => this.mark(id),
      split: (event, mention) => this.split(event, mention),
      closed: () => refocus(this.root, place),
    });
  }

  private flip(id: string): void {
    const shown = this.shownOf(id);
    if (!shown) return;
    const title = shown.title, name = shown.shown ? 'hide' : 'show';
    this.apply({ kind: 'event', id, fields: { show: name } }, words.said[name](title));
  }
  private mark(id: string): void {
    if (!this.marked.delete(id)) this.marked.add(id);
    this.show();
    this.tools.say(words.said.marked(this.marked.size));
  }
  private merge(ids: string[]): void {
    const known = ids.filter(id => this.events.has(id));
    this.marked.clear();
    if (known.length < 2) return;
    this.apply({ kind: 'merge', ids: known }, words.said.merged(known.length, this.titleOf(known[0])));
  }
  private split(event: TimelineEvent, mention: Span): void {
    const id = `s${this.next++}`;
    this.splits.set(id, mention);
    const fields: Fields = {};
    this.apply({ kind: 'split', id, event: event.id, mention, title: quote(this.data.timeline.documents[0].text, mention), fields }, words.said.split);
  }
  private acceptAll(): void {
    const state = this.state, events: Record<string, Fields> = {};
    for (const shown of this.view.eventsOf(state)) {
      const event = this.events.get(shown.id);
      if (shown.shown && event) events[shown.id] = acceptedFields(shown, event, state.events.get(shown.id) ?? {});
    }
    this.apply({ kind: 'accept', events }, words.said.accepted);
  }
  private headline(at: Element): void {
    const place = focusPlace(this.root, undefined, at);
    headlineCard(this.root, at.getBoundingClientRect(), this.data, this.state.page, change => this.apply(change, words.said.headline), () => refocus(this.root, place));
  }

  /** The page without the editor, as it is drawn: what is not drawn anew is not for readers. */
  private async saveForReaders(): Promise<void> {
    const { server, source } = this.session, file = this.data.edits!.file.replace(/\.edits\.toml$/, '.readers.html');
    if (!server && this.history.done.length) return this.tools.say(isInApp() ? words.readersAnew : words.readersLater);
    try {
      download(file, 'text/html', server ? await server.pageForReaders() : pageForReaders(source, this.data));
      this.tools.say(words.savedReaders(file));
    } catch (error) {
      this.tools.say(`${words.notSaved} ${(error as Error).message}`);
    }
  }
  private save(): void {
    const edits = this.data.edits!;
    saveFiles(edits.file, withChanges(edits.text ?? '', this.state, this.quote), pageWith(this.session.source, this.data, this.history.done));
    const unread = this.view.eventsOf(this.state).map(event => event.unread).filter(wording => wording);
    this.tools.say(words.saved(edits.file) + (unread.length ? words.savedUnread(unread) : ''));
  }
}
